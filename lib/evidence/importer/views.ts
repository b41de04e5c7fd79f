// What an import would change, as it is shown to the reader, and what the reader decides on it.
import type { Cell, Entry, Kind, Passage } from '../model';
import type { HeldCell, HeldEntry, HeldPassage } from '../views';

/** What is held of the cell; entries of other cells may be among them and are left alone. */
export interface Held {
  readonly cells: readonly HeldCell[];
  readonly entries: readonly HeldEntry[];
  readonly passages: readonly HeldPassage[];
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
  /** Id of what it was compared with; null for what is new. */
  readonly heldId: string | null;
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

/**
 * What keeping a row would do. The evidence that came with the extension, or from an organisation, is never written
 * over: where it says something else it stays, and a copy fills in only what it does not say.
 */
export type Effect =
  /** It is not held. */
  | 'adds'
  /** It takes the place of what the reader imported before. */
  | 'replaces'
  /** It fills in at least one field. */
  | 'fills'
  /** Everything held stays as it is. */
  | 'none';

/** A topic that the entry bears on, for the reader to leave out. */
export interface ProposedTopic {
  readonly id: string;
  readonly label: string;
  /** What shows it, as the end of a sentence: its title says “residential rehabilitation”. */
  readonly reason: string;
  /** A general word, which often stands in titles on something else: not ticked by itself. */
  readonly general: boolean;
  readonly ticked: boolean;
}

/** Where titles word topics, for each title in turn (UTF-16), with all topics that are held. */
export type TopicsOfTitles = (titles: readonly string[]) => {
  readonly topics: ReadonlyMap<string, { readonly label: string; readonly general: boolean }>;
  readonly found: readonly (readonly {
    readonly topic: string;
    readonly start: number;
    readonly end: number;
  }[])[];
};

export interface EntryRow {
  readonly entry: Entry;
  readonly difference: Difference;
  readonly effect: Effect;
  /** Line of the source, from 1; null for a document named inside another entry's line. */
  readonly line: number | null;
  /** Why it should be looked at before it is kept; empty where nothing is doubtful. */
  readonly doubts: readonly string[];
  /** The source has no kind letter: the likeliest kind by its place and words, null where they do not tell. */
  readonly kindMissing: { readonly probably: Kind | null } | null;
  /** Other entries that it is related to. */
  readonly relations: readonly { readonly label: string; readonly title: string }[];
  /** None of a row that is filled in: it keeps the topics that it has. */
  readonly topics: readonly ProposedTopic[];
  readonly ticked: boolean;
}

export interface PassageRow {
  readonly passage: Passage;
  /** What is held under the same heading; it stays beside the copy's text unless that takes its place. */
  readonly held: Passage | null;
  readonly difference: Difference;
  readonly effect: Effect;
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
  /** What keeping the cell's own title and date would do. */
  readonly cellEffect: Effect;
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
  /** Topics of an entry that the reader has changed, by entry; the others are as they were proposed. */
  readonly topics: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Topics that the entry is kept with. */
export function topicsKept({ entry, topics }: EntryRow, choice: Pick<Choice, 'topics'>): string[] {
  const chosen = choice.topics.get(entry.id);
  return topics.filter(({ id, ticked }) => chosen?.has(id) ?? ticked).map(({ id }) => id);
}

/** All that the reader's own evidence is to hold of the cell: what is kept now and what was kept before. */
export interface KeptCell {
  readonly cell: Cell;
  readonly entries: readonly Entry[];
  readonly passages: readonly Passage[];
}
