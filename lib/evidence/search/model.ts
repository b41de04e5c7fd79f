// What is asked of the search and what it answers. The index holds numbers and ids only; rows are read from the database.
import type { Kind } from '../model';
import type { HeldEntry, HeldGuidance, HeldPassage } from '../views';

/** In the order in which a reader meets them; an index keeps the place as a number. */
export const FOUND_TYPES = ['topic', 'cell', 'entry', 'passage', 'guidance'] as const;
export type FoundType = (typeof FOUND_TYPES)[number];

/** Kinds of entries as the index numbers them; the last stands for a kind that the source does not show. */
export const FOUND_KINDS = ['seminal', 'key', 'review', 'guidance', 'unknown'] as const;
export type FoundKind = Kind | 'unknown';

export interface SearchAsk {
  /** As typed; empty finds everything that the filters let through. */
  readonly text: string;
  /** Entries of these kinds and nothing else; empty for all. */
  readonly kinds: readonly FoundKind[];
  /** Only what belongs to this cell; null for all. */
  readonly cell: string | null;
  /** How many ids of each type are wanted at most. */
  readonly limits: Readonly<Record<FoundType, number>>;
}

export interface FoundGroup {
  /** How many there are in all. */
  readonly total: number;
  /** Best first, up to the limit asked for. */
  readonly ids: readonly string[];
}

export interface Found {
  readonly groups: Readonly<Record<FoundType, FoundGroup>>;
  /** Entries by kind, as if no kind were filtered. */
  readonly kinds: Readonly<Record<FoundKind, number>>;
  /** Entries by cell, as if no cell were filtered; cells without one are left out. */
  readonly cells: Readonly<Record<string, number>>;
  /** Words as folded that made the matches; where `whole` is false only their beginning was typed. */
  readonly matched: readonly { readonly word: string; readonly whole: boolean }[];
  /** Topics whose wording the text is: their entries are among the found ones even without the words. */
  readonly topics: readonly string[];
  /** Where nothing was found: the same with its words put right, if that finds something. */
  readonly meant: string | null;
}

/** What is found with the rows that a list of it shows. */
export interface SearchRows {
  readonly found: Found;
  readonly entries: readonly HeldEntry[];
  readonly passages: readonly HeldPassage[];
  readonly guidance: readonly HeldGuidance[];
}

/** The rows, or how far the reading of the evidence has come (only in very large sets does it take long). */
export type SearchAnswer =
  | ({ readonly state: 'found' } & SearchRows)
  | { readonly state: 'preparing'; readonly done: number; readonly of: number };

/** One thing that can be found, as the index takes it in. */
export interface SearchDoc {
  readonly type: FoundType;
  readonly id: string;
  readonly kind: FoundKind;
  readonly cells: readonly string[];
  readonly topics: readonly string[];
  /** Text with its weight, 1 to 20; the first is the title. */
  readonly fields: readonly (readonly [text: string, weight: number])[];
}
