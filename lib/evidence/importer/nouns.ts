// The nouns by which the lists and their commentary call a kind of document.
import type { Kind } from '../model';

const KIND_NOUNS: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [/\b(?:stud(?:y|ies)|trials?|experiments?|evaluations?)\b/gi, ['seminal', 'key']],
  [/\b(?:reviews?|meta-analys[ei]s|monograph|overview)\b/gi, ['review']],
  [/\b(?:guidance|guidelines?|guide|recommendations|standards)\b/gi, ['guidance']],
];

/** Each kind that the text names, in the order of the table above. */
export function kindsNamed(text: string): (readonly Kind[])[] {
  return KIND_NOUNS.flatMap(([pattern, kinds]) => (text.search(pattern) >= 0 ? [kinds] : []));
}

/** The kind that the text names last; null where it names none. */
export function lastKind(text: string): readonly Kind[] | null {
  let at = -1;
  let found: readonly Kind[] | null = null;
  for (const [pattern, kinds] of KIND_NOUNS)
    for (const match of text.matchAll(pattern))
      if (match.index > at) {
        at = match.index;
        found = kinds;
      }
  return found;
}
