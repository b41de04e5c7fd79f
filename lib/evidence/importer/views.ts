// What an import would change, as it is shown to the reader, and what the reader decides on it.
import type { Cell, Entry, Kind, Passage } from '../model';

/** What is held of the cell; entries of other cells may be among them and are left alone. */
export interface Held {
  readonly cells: readonly Cell[];
  readonly entries: readonly Entry[];
  readonly passages: readonly Passage[];
}

export interface FieldChange {
  readonly field: string;
  readonly held: string | number | null;
  readonly imported: string | number | null;
}

export interface Difference {
  readonly id: string;
  readonly title: string;
  readonly state: 'new' | 'same' | 'changed';
  readonly changes: readonly FieldChange[];
}

export interface ImportReview {
  readonly cell: Cell;
  readonly entries: readonly Entry[];
  readonly passages: readonly Passage[];
  readonly cellDifference: Difference;
  readonly entryDifferences: readonly Difference[];
  readonly passageDifferences: readonly Difference[];
  /** Ids of entries with a line in the held cell that the imported one does not list. */
  readonly missing: readonly string[];
  /** What the evidence's form has no place for, and what the importer found doubtful. */
  readonly left: readonly string[];
  readonly problems: readonly string[];
}

export interface EntryRow {
  readonly entry: Entry;
  readonly difference: Difference;
  /** Line of the source, from 1; null for a document named inside another entry's line. */
  readonly line: number | null;
  /** Why it should be looked at before it is kept; empty where nothing is doubtful. */
  readonly doubts: readonly string[];
  /** The source has no kind letter: the likeliest kind by its place and words, null where they do not tell. */
  readonly kindMissing: { readonly probably: Kind | null } | null;
  /** Other entries that it is related to. */
  readonly relations: readonly { readonly label: string; readonly title: string }[];
  readonly ticked: boolean;
}

export interface PassageRow {
  readonly passage: Passage;
  /** What is held under the same heading. */
  readonly held: Passage | null;
  readonly difference: Difference;
  /** Titles of the entries that it discusses. */
  readonly discusses: readonly string[];
  readonly ticked: boolean;
}

export interface ImportView {
  readonly review: ImportReview;
  readonly held: Held;
  /** The line that explains the kind letters was seen. */
  readonly legend: boolean;
  /** Revision dates where the copy is older than what is held: nothing is ticked then. */
  readonly older: { readonly imported: string; readonly held: string } | null;
  readonly entries: readonly EntryRow[];
  readonly passages: readonly PassageRow[];
  /** Held, but not in the copy. They stay. */
  readonly missing: readonly Entry[];
}

/** What the reader keeps. */
export interface Choice {
  /** Ids of entries and passages. */
  readonly ids: ReadonlySet<string>;
  /** Title and date of the cell as the copy has them. */
  readonly cell: boolean;
  /** Kinds that the reader set, by entry. */
  readonly kinds: ReadonlyMap<string, Kind>;
}

/** The part of an import that is to be stored: only what differs from what is held. */
export interface KeptCell {
  readonly cell: Cell;
  readonly entries: readonly Entry[];
  readonly passages: readonly Passage[];
}
