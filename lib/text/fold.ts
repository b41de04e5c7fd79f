// What each UTF-16 unit is to the word scanner: a letter (folded to plain lower case) or a kind of gap.

/** Codes below LETTER are kinds of gap; codes from LETTER up are folded letters and digits. */
export const LETTER = 48;
const OTHER = 0;
/** Stands inside a word without being part of it: soft hyphen, zero-width marks, combining accents. */
export const IGNORED = 1;
export const SPACE = 2;
export const NEWLINE = 3;
export const HYPHEN = 4;
export const APOSTROPHE = 5;
export const SLASH = 6;
export const STOP = 7;
export const COMMA = 8;
export const CLAUSE = 9;
export const OPEN = 10;
export const CLOSE = 11;
export const AMPERSAND = 12;
export const QUOTE = 13;
/** A bullet or a table bar: ends a sentence. */
export const BAR = 14;
/** One unit that stands for two or three letters (ﬁ, æ); see `LIGATURES`. */
export const LIGATURE = 15;

export const LIGATURES: ReadonlyMap<number, string> = new Map([
  [0xfb00, 'ff'],
  [0xfb01, 'fi'],
  [0xfb02, 'fl'],
  [0xfb03, 'ffi'],
  [0xfb04, 'ffl'],
  [0xfb05, 'st'],
  [0xfb06, 'st'],
  [0x00e6, 'ae'],
  [0x00c6, 'ae'],
  [0x0153, 'oe'],
  [0x0152, 'oe'],
  [0x00df, 'ss'],
]);

/** UTF-16 unit → folded letter or kind of gap. */
export const FOLD: Uint16Array = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  // Beyond Latin a unit is taken for a letter, so that foreign words stay whole; the ranges below are not.
  for (let code = 0x250; code < 0x10000; code++) table[code] = code;
  table.fill(OTHER, 0x2000, 0x2070);
  table.fill(OTHER, 0x20a0, 0x2c00);
  table.fill(OTHER, 0x2e00, 0x2e80);
  table.fill(OTHER, 0x3000, 0x3040);
  // Half pairs (emoji and the like) and private use (bullets of symbol fonts in PDF text).
  table.fill(OTHER, 0xd800, 0xf900);
  table.fill(IGNORED, 0x300, 0x370);
  table.fill(IGNORED, 0xfe00, 0xfe10);
  for (let code = 0x30; code <= 0x39; code++) table[code] = code;
  for (let code = 0x61; code <= 0x7a; code++) {
    table[code] = code;
    table[code - 32] = code;
    table[0xff21 + code - 0x61] = code;
    table[0xff41 + code - 0x61] = code;
  }
  for (let code = 0xc0; code < 0x250; code++) table[code] = plainLetter(code);
  for (let code = 0x1e00; code < 0x1f00; code++) table[code] = plainLetter(code);
  set(table, ' \t\v\f\u00a0\u1680\u202f\u205f\u3000', SPACE);
  table.fill(SPACE, 0x2000, 0x200b);
  set(table, '\n\r\u2028\u2029\u0085', NEWLINE);
  set(table, '-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d', HYPHEN);
  set(table, "'\u2019\u02bc\u2018\u201b\u0060\u00b4", APOSTROPHE);
  set(table, '/\u2044\u2215', SLASH);
  set(table, '.!?\u2026', STOP);
  set(table, ',', COMMA);
  set(table, ';:', CLAUSE);
  set(table, '([{', OPEN);
  set(table, ')]}', CLOSE);
  set(table, '&', AMPERSAND);
  set(table, '"\u201c\u201d\u201e\u00ab\u00bb*_', QUOTE);
  set(table, '|\u2022\u00b7\u25aa\u25cf\u25e6\u25a0\u25a1\u2043\u2023\uf0b7\uf0a7', BAR);
  set(table, '\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f', IGNORED);
  for (const code of LIGATURES.keys()) table[code] = LIGATURE;
  return table;
}

function plainLetter(code: number): number {
  if (code === 0xd7 || code === 0xf7) return OTHER;
  const lower = String.fromCharCode(code).toLowerCase();
  const base = lower.normalize('NFD').charCodeAt(0);
  return base >= LETTER ? base : code;
}

function set(table: Uint16Array, characters: string, kind: number): void {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = kind;
}

/** Folds a word as the scanner does: lower case, no accents, ligatures opened, ignored units left out. */
export function foldWord(word: string): string {
  let folded = '';
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const code = FOLD[unit] ?? OTHER;
    if (code >= LETTER) folded += String.fromCharCode(code);
    else if (code === LIGATURE) folded += LIGATURES.get(unit) ?? '';
    else if (code === APOSTROPHE) folded += "'";
  }
  return folded;
}
