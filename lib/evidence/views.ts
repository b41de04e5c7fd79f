// The shapes in which evidence leaves the database: one for the card, one for each view of the matrix page.
import * as z from 'zod/mini';
import type { Citable } from '../vocabulary/schema';
import { type Cell, Entry, Guidance, type Kind, type Matrix, Passage, Statement } from './model';

export const TopicHead = z.object({
  id: z.string(),
  label: z.string(),
  tier: z.union([z.literal(1), z.literal(2)]),
  definition: z.string(),
  scope: z.string(),
  cells: z.array(z.string()),
  related: z.array(z.object({ id: z.string(), label: z.string() })),
});
export type TopicHead = z.infer<typeof TopicHead>;

/** All that the card and the topic view show of one topic; entries best first (see `lib/evidence/rank.ts`). */
export const TopicEvidence = z.object({
  topic: TopicHead,
  statement: z.nullable(Statement),
  entries: z.array(Entry),
  /** How many entries there are in all; more than `entries` holds only in very large sets. */
  total: z.optional(z.int()),
  passages: z.array(Passage),
  guidance: z.array(Guidance),
  /** Latest known revision of the topic's main cell; null where none was seen. */
  revised: z.nullable(z.string()),
});
export type TopicEvidence = z.infer<typeof TopicEvidence>;

/** A topic's words as a person reads them. */
export interface TopicWords {
  readonly marked: readonly string[];
  /** Words with more than one meaning: marked only where the text around them shows which. */
  readonly careful: readonly {
    readonly words: readonly string[];
    readonly reading: string;
    readonly couldBe: string;
  }[];
  /** Longer words that hold a marked one and mean something else. */
  readonly not: readonly { readonly words: readonly string[]; readonly reason: string }[];
}

export interface EntryView {
  readonly entry: Entry;
  /** Outgoing and incoming relations with the other entry's title. */
  readonly relations: readonly { label: string; entry: Entry; incoming: boolean }[];
  readonly passages: readonly Passage[];
  readonly guidance: readonly Guidance[];
  readonly cells: readonly Cell[];
  readonly topics: readonly { id: string; label: string }[];
  /** Neighbours in the cell's list. */
  readonly previous: Entry | null;
  readonly next: Entry | null;
  readonly position: { readonly at: number; readonly of: number } | null;
}

export interface CellView {
  readonly cell: Cell;
  /** Lines of the cell's list, in its order. */
  readonly entries: readonly Entry[];
  /** Documents named inside those lines or in the commentary. */
  readonly named: readonly Entry[];
  readonly passages: readonly Passage[];
  readonly guidance: readonly Guidance[];
}

/** Entries of a cell by kind; only lines of its own, not the documents named inside them. */
export type CellCounts = Readonly<Record<Kind | 'unknown' | 'total', number>>;

/** A cell with what the map and an entry's neighbours need of its list, so that neither reads the entries. */
export interface CellRow extends Cell {
  readonly counts: CellCounts;
  /** Ids of its lines, in its order. */
  readonly list: readonly string[];
}

/** Both matrices at a glance. */
export interface MapView {
  readonly matrices: readonly Matrix[];
  readonly cells: readonly { cell: Cell; counts: CellCounts }[];
  /** Day on which the evidence was put together. */
  readonly revised: string;
}

/** What a page needs to be marked. */
export interface MarkingWords {
  /** The compiled terms as one string. */
  readonly matcher: string;
  readonly topics: { id: string; label: string; tier: 1 | 2; cells: string[] }[];
  /** What a document may cite, and the topic whose card shows it. */
  readonly citables: Citable[];
}
