// How Welsh changes the first letter of a word: soft, nasal and aspirate mutation, and the h before a vowel.

/** First letters → what each mutation makes of them. Digraphs that do not change ("th", "ch", "dd", "ff", "ph") come first. */
const CHANGES: readonly (readonly [first: string, changed: readonly string[]])[] = [
  ['th', []],
  ['ch', []],
  ['dd', []],
  ['ff', []],
  ['ph', []],
  ['ll', ['l']],
  ['rh', ['r']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['c', ['g', 'ngh', 'ch']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['g', ['', 'ng']],
  ['m', ['f']],
  ['a', ['ha']],
  ['e', ['he']],
  ['i', ['hi']],
  ['o', ['ho']],
  ['u', ['hu']],
  ['w', ['hw']],
  ['y', ['hy']],
];

/** A folded Welsh word and its mutated forms, the word itself first. */
export function mutationsOf(word: string): string[] {
  const change = CHANGES.find(([first]) => word.startsWith(first));
  if (!change) return [word];
  const [first, changed] = change;
  return [word, ...changed.map((letters) => letters + word.slice(first.length))];
}
