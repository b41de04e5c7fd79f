// Kinds of entries on the map and in a cell: their order, their names in full, and how they are counted.
import { KIND_WORDS, type Kind } from '../../lib/evidence/model';
import type { FoundKind } from '../../lib/evidence/search/model';
import type { CellCounts } from '../../lib/evidence/views';

/** The order in which the matrix itself lists them. */
export const KINDS: readonly Kind[] = ['seminal', 'key', 'review', 'guidance'];
export const ALL_KINDS: readonly FoundKind[] = [...KINDS, 'unknown'];

export const MANY_WORDS: Readonly<Record<FoundKind, string>> = {
  seminal: 'Seminal studies',
  key: 'Key studies',
  review: 'Reviews',
  guidance: 'Guidance',
  unknown: 'Kind not shown',
};

/** What each kind is, in the matrix's own use of the words. */
export const KIND_MEANS: Readonly<Record<Kind, string>> = {
  seminal: 'opened up its field',
  key: 'chosen as most telling',
  review: 'weighs many studies',
  guidance: 'says what to do',
};

/** "5 key studies, 4 reviews, 6 guidance" in a sentence. */
export function kindSentence(counts: CellCounts): string {
  return ALL_KINDS.filter((kind) => counts[kind] > 0)
    .map((kind) => {
      const word = counts[kind] === 1 && kind !== 'unknown' ? KIND_WORDS[kind] : MANY_WORDS[kind];
      return `${counts[kind]} ${word.toLowerCase()}`;
    })
    .join(', ');
}
