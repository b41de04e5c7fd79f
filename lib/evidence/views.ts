// The shapes in which evidence leaves the database: one for the card, one for each view of the matrix page.
import * as z from 'zod/mini';
import type { Citable, TopicTerms, WordClasses } from '../vocabulary/schema';
import {
  Cell,
  Entry,
  Guidance,
  type Kind,
  type Matrix,
  PackRole,
  Passage,
  Statement,
} from './model';

/** Where a row is from, where that is not the shipped evidence alone. */
const sourced = {
  /** Id of the row's pack; absent for the shipped one. */
  from: z.optional(z.string()),
  /** Fields that the shipped row does not have and another pack, the reader's own, put into it. */
  filled: z.optional(z.strictObject({ from: z.string(), fields: z.array(z.string()) })),
};
export const HeldCell = z.extend(Cell, sourced);
export type HeldCell = z.infer<typeof HeldCell>;
export const HeldEntry = z.extend(Entry, sourced);
export type HeldEntry = z.infer<typeof HeldEntry>;
export const HeldPassage = z.extend(Passage, sourced);
export type HeldPassage = z.infer<typeof HeldPassage>;
export const HeldGuidance = z.extend(Guidance, sourced);
export type HeldGuidance = z.infer<typeof HeldGuidance>;
export const HeldStatement = z.extend(Statement, sourced);
export type HeldStatement = z.infer<typeof HeldStatement>;

/** What the packs are called that rows name in `from` and `filled`, by id. */
export const SourceNames = z.record(
  z.string(),
  z.object({ title: z.string(), role: PackRole, revised: z.string() }),
);
export type SourceNames = z.infer<typeof SourceNames>;

export const TopicHead = z.object({
  id: z.string(),
  label: z.string(),
  tier: z.union([z.literal(1), z.literal(2)]),
  definition: z.string(),
  scope: z.string(),
  cells: z.array(z.string()),
  related: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Id of the topic's pack; absent for the shipped one. */
  from: z.optional(z.string()),
  /** Ids of the packs that added words to it; absent where none did. */
  addedBy: z.optional(z.array(z.string())),
});
export type TopicHead = z.infer<typeof TopicHead>;

/** All that the card and the topic view show of one topic; entries best first (see `lib/evidence/rank.ts`). */
export const TopicEvidence = z.object({
  topic: TopicHead,
  statement: z.nullable(HeldStatement),
  entries: z.array(HeldEntry),
  /** How many entries there are in all; more than `entries` holds only in very large sets. */
  total: z.optional(z.int()),
  passages: z.array(HeldPassage),
  guidance: z.array(HeldGuidance),
  /** Latest known revision of the topic's main cell; null where none was seen. */
  revised: z.nullable(z.string()),
  /** Absent where everything is from the shipped evidence. */
  sources: z.optional(SourceNames),
});
export type TopicEvidence = z.infer<typeof TopicEvidence>;

/** A topic's terms as held: those of its own pack, with what other packs add. */
export type HeldTopic = TopicTerms & {
  readonly from?: string | undefined;
  /** Ids of the packs that added words. */
  readonly addedBy?: readonly string[] | undefined;
};

/** All packs put together, as the database holds them. */
export interface Merged {
  readonly matrices: readonly Matrix[];
  readonly cells: readonly HeldCell[];
  readonly entries: readonly HeldEntry[];
  readonly passages: readonly HeldPassage[];
  readonly guidance: readonly HeldGuidance[];
  readonly statements: readonly HeldStatement[];
  readonly vocabulary: {
    readonly classes: WordClasses;
    readonly topics: readonly HeldTopic[];
  };
  /** All packs but the shipped one; absent where there is no other. */
  readonly sources?: SourceNames;
}

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
  readonly entry: HeldEntry;
  /** Outgoing and incoming relations with the other entry's title. */
  readonly relations: readonly { label: string; entry: HeldEntry; incoming: boolean }[];
  readonly passages: readonly HeldPassage[];
  readonly guidance: readonly HeldGuidance[];
  readonly cells: readonly HeldCell[];
  readonly topics: readonly { id: string; label: string }[];
  /** Neighbours in the cell's list. */
  readonly previous: HeldEntry | null;
  readonly next: HeldEntry | null;
  readonly position: { readonly at: number; readonly of: number } | null;
  readonly sources?: SourceNames;
}

export interface CellView {
  readonly cell: HeldCell;
  /** Lines of the cell's list, in its order. */
  readonly entries: readonly HeldEntry[];
  /** Documents named inside those lines or in the commentary. */
  readonly named: readonly HeldEntry[];
  readonly passages: readonly HeldPassage[];
  readonly guidance: readonly HeldGuidance[];
  readonly sources?: SourceNames;
}

/** Entries of a cell by kind; only lines of its own, not the documents named inside them. */
export type CellCounts = Readonly<Record<Kind | 'unknown' | 'total', number>>;

/** A cell with what the map and an entry's neighbours need of its list, so that neither reads the entries. */
export interface CellRow extends HeldCell {
  readonly counts: CellCounts;
  /** Ids of its lines, in its order. */
  readonly list: readonly string[];
}

/** Both matrices at a glance. */
export interface MapView {
  readonly matrices: readonly Matrix[];
  readonly cells: readonly { cell: HeldCell; counts: CellCounts }[];
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
