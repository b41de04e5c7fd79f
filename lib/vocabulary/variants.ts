// The surfaces under which a word of a form is met in text: plural, -ise/-ize, UK/US. All made when compiling.

/** Too short or too common to have a plural or a singular of use. */
const FIXED = new Set(
  (
    'the and for not with from into onto over under of to in on at by as is are was were be been has have had do does did ' +
    'who whom whose this that these those his her its our your their they them us we he she it if or no nor so than then ' +
    'there here when where which while will shall may can must any all each both either neither but because between ' +
    'without within upon after before during about against more most less least other others such same own per via ' +
    "don't doesn't isn't aren't won't can't cannot never also only very once new news thus plus towards besides always"
  ).split(' '),
);

const IRREGULAR: readonly (readonly string[])[] = [
  ['child', 'children'],
  ['woman', 'women'],
  ['man', 'men'],
  ['person', 'persons'],
  ['life', 'lives'],
  ['wife', 'wives'],
  ['half', 'halves'],
  ['diagnosis', 'diagnoses'],
  ['crisis', 'crises'],
  ['hypnosis', 'hypnoses'],
  ['criterion', 'criteria'],
  ['syllabus', 'syllabuses', 'syllabi'],
];

const irregularOf = new Map(IRREGULAR.flatMap((forms) => forms.map((form) => [form, forms])));

/** Families spelt in more than one way; a word is in a family by its whole, each member also takes its endings. */
const FAMILIES: readonly (readonly string[])[] = [
  ['programme', 'program'],
  ['centre', 'center'],
  ['counsellor', 'counselor'],
  ['counselling', 'counseling'],
  ['counselled', 'counseled'],
  ['practice', 'practise'],
  ['licence', 'license'],
  ['licenced', 'licensed'],
  ['enrol', 'enroll'],
  ['enrolment', 'enrollment'],
  ['fulfil', 'fulfill'],
  ['fulfilment', 'fulfillment'],
  ['skilful', 'skillful'],
  ['modelling', 'modeling'],
  ['labelling', 'labeling'],
  ['travelling', 'traveling'],
  ['judgement', 'judgment'],
  ['ageing', 'aging'],
  ['whisky', 'whiskey'],
  ['defence', 'defense'],
  ['offence', 'offense'],
  ['focused', 'focussed'],
  ['focusing', 'focussing'],
  ['orientated', 'oriented'],
  ['dependent', 'dependant'],
  ['dependence', 'dependance'],
  ['foetal', 'fetal'],
  ['paediatric', 'pediatric'],
  ['haemophilia', 'hemophilia'],
  ['anaesthetic', 'anesthetic'],
  ['diarrhoea', 'diarrhea'],
  ['grey', 'gray'],
  ['cheque', 'check'],
  ['homoeopathic', 'homeopathic'],
  ['inquiry', 'enquiry'],
];

/** Stems in -our / -or, alone or with an ending. */
const OUR =
  /^(behavi|col|fav|flav|hon|hum|lab|neighb|harb|rum|vap|vig|end?eav|rig|sav|od|arm)(our|or)((?:al|ally|ed|ing|able|ably|er|ers|hood|hoods|ist|ism|s|y)?)$/;

/** -ise and -ize with their endings; words that are only ever spelt with s or only with z are left alone. */
const ISE = /^(.{2,})(is|iz|ys|yz)(e|es|ed|er|ers|ing|ation|ations|ational)$/;
const ONLY_S =
  /^(adv|exerc|prom|prem|prec|concise|ra|superv|rev|surpr|compr|desp|disgu|enterpr|franch|improv|telev|comprom|merchand|w|no|pra|ar|conc|expert|parad|treat|dev|prac)is?/;

/** All surfaces of a folded word, the word itself first. */
export function surfacesOf(word: string): string[] {
  const found = new Set<string>([word]);
  for (const spelling of spellings(word)) {
    found.add(spelling);
    for (const number of numbers(spelling)) {
      found.add(number);
      for (const again of spellings(number)) found.add(again);
    }
  }
  return [...found];
}

const familyOf = new Map<string, readonly string[]>();
for (const family of FAMILIES) {
  const plural = family.map((member) => `${member}s`);
  for (const member of family) familyOf.set(member, family);
  for (const member of plural) familyOf.set(member, plural);
}

function spellings(word: string): string[] {
  const found = [word, ...(familyOf.get(word) ?? [])];
  if (word.length < 4) return found;
  const our = word.includes('o') ? OUR.exec(word) : null;
  if (our) found.push(`${our[1]}our${our[3]}`, `${our[1]}or${our[3]}`);
  const ise = ISE.exec(word);
  if (ise && !ONLY_S.test(word)) {
    const vowel = (ise[2] ?? '').charAt(0);
    found.push(`${ise[1]}${vowel}s${ise[3]}`, `${ise[1]}${vowel}z${ise[3]}`);
  }
  return found;
}

/** Plural of a singular and singular of a plural, by the rules of English spelling. */
function numbers(word: string): string[] {
  if (word.length < 3 || FIXED.has(word) || /[0-9]/.test(word)) return [];
  const irregular = irregularOf.get(word);
  if (irregular) return [...irregular];
  const found: string[] = [];
  if (/[^aeiou]y$/.test(word)) found.push(`${word.slice(0, -1)}ies`);
  else if (/(s|x|z|ch|sh)$/.test(word)) found.push(`${word}es`);
  else found.push(`${word}s`);
  if (word.length < 4) return found;
  if (/[^aeiou]ies$/.test(word)) found.push(`${word.slice(0, -3)}y`);
  else if (/(ss|x|z|ch|sh)es$/.test(word)) found.push(word.slice(0, -2));
  else if (/[^siu]s$/.test(word)) found.push(word.slice(0, -1));
  return found;
}
