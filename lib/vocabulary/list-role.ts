// What a word may be in an enumeration that shares its head ("residential and community rehabilitation"): bits of `Matcher.listRole`.
export const LIST_HEAD = 1;
export const LIST_END = 2;
export const LIST_AND = 4;
