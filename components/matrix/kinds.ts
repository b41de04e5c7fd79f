// Kinds of entries on the map and in a cell: their order, their names in full, and how they are counted.
import type { Kind } from '../../lib/evidence/model';
import type { FoundKind } from '../../lib/evidence/search/model';
import type { CellCounts } from '../../lib/evidence/views';
import { counted, phrase } from '../../lib/words/words';

/** The order in which the matrix itself lists them. */
export const KINDS: readonly Kind[] = ['seminal', 'key', 'review', 'guidance'];
export const ALL_KINDS: readonly FoundKind[] = [...KINDS, 'unknown'];

/** To be said where they are shown, like the next. */
export const MANY_WORDS: Readonly<Record<FoundKind, string>> = {
  seminal: phrase('Seminal studies'),
  key: phrase('Key studies'),
  review: phrase('Reviews'),
  guidance: phrase('Guidance'),
  unknown: phrase('Kind not shown'),
};

/** What each kind is, in the matrix's own use of the words. */
export const KIND_MEANS: Readonly<Record<Kind, string>> = {
  seminal: phrase('opened up its field'),
  key: phrase('chosen as most telling'),
  review: phrase('weighs many studies'),
  guidance: phrase('says what to do'),
};

/** "5 key studies, 4 reviews, 6 guidance" in a sentence. */
export function kindSentence(counts: CellCounts): string {
  return ALL_KINDS.filter((kind) => counts[kind] > 0)
    .map((kind) => COUNTED[kind](counts[kind]))
    .join(', ');
}

const COUNTED: Readonly<Record<FoundKind, (n: number) => string>> = {
  seminal: (n) => counted(n, '{count} seminal study', '{count} seminal studies'),
  key: (n) => counted(n, '{count} key study', '{count} key studies'),
  review: (n) => counted(n, '{count} review', '{count} reviews'),
  guidance: (n) => counted(n, '{count} guidance', '{count} guidance'),
  unknown: (n) => counted(n, '{count} kind not shown', '{count} kind not shown'),
};
