// The likeliest kind of an entry whose kind letter is missing, by its place in the list and by its words.
import type { Kind } from '../model';
import type { ImportedEntry } from './model';

/** The order in which cells list them. */
const ORDER: readonly Kind[] = ['seminal', 'key', 'review', 'guidance'];
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  ['guidance', /\b(?:guidance|guidelines?|NICE|standards?|toolkit|manual)\b/i],
  ['review', /\b(?:reviews?|reviewed|meta-analys[ei]s|synthesis)\b/i],
];

/** Null where place and words leave more than one. */
export function probableKind(entries: readonly ImportedEntry[], at: number): Kind | null {
  const before = entries.slice(0, at).findLast(({ kind }) => kind !== null)?.kind ?? 'seminal';
  const after = entries.slice(at + 1).find(({ kind }) => kind !== null)?.kind ?? 'guidance';
  const possible = ORDER.slice(ORDER.indexOf(before), ORDER.indexOf(after) + 1);
  if (possible.length === 1) return before;
  const { title = '', publisher = '', text = '' } = entries[at] ?? {};
  const words = `${title} ${publisher ?? ''} ${text}`;
  const named = WORDS.find(([kind, pattern]) => possible.includes(kind) && pattern.test(words));
  return named?.[0] ?? null;
}
