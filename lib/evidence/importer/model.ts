// What a matrix cell is made of once it has been read from a text, a Markdown file or a saved page.
import type { Kind, MatrixId, Passage, Relation } from '../model';

/** Words that were a link; `start` and `end` count UTF-16 units of the line's text. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly href: string;
  /** Hover note of the link; null where it has none. */
  readonly note: string | null;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place that links may lead to (`id` or `name` of an element). */
export interface Anchor {
  readonly at: number;
  readonly id: string;
}

/** One line of the source, or several that belong together, free of markup. */
export interface Line {
  /** Line of the source, from 1; in an HTML page the line of the text that it shows. */
  readonly number: number;
  readonly text: string;
  readonly links: readonly Link[];
  readonly strong: readonly Span[];
  readonly anchors: readonly Anchor[];
  /** A blank line or the border of a block stands before it. */
  readonly gap: boolean;
  /** The page folds it away until the reader asks for it. */
  readonly folded: boolean;
}

/** What a door found: the lines, and what else says which cell this is. */
export interface Source {
  readonly lines: readonly Line[];
  /** File name, address and the like, most telling first. */
  readonly hints: readonly string[];
  readonly problems: readonly string[];
}

export type RelationType = Relation['type'] | 'discussed-in';

export type Target =
  | { readonly kind: 'entry'; readonly index: number }
  | { readonly kind: 'cell'; readonly matrix: MatrixId | null; readonly code: string }
  | { readonly kind: 'passage'; readonly index: number }
  /** A section of the commentary by its name, where the passage itself could not be told. */
  | { readonly kind: 'section'; readonly heading: string };

export interface ImportedRelation {
  readonly type: RelationType;
  readonly target: Target;
  /** The words that say so. */
  readonly words: string;
}

export interface SecondaryDocument {
  /** The linked words, as printed; they may be part of a sentence ("has been"). */
  readonly title: string;
  readonly year: number | null;
  readonly publisher: string | null;
  readonly country: string | null;
  readonly href: string | null;
}

export interface ImportedEntry {
  readonly line: number;
  /** Null where the source has no kind letter; the entry is kept all the same. */
  readonly kind: Kind | null;
  readonly title: string;
  readonly year: number | null;
  readonly country: string | null;
  /** Nation of the country, where the line names it ("England"). */
  readonly nation: string | null;
  readonly publisher: string | null;
  /** Address that the title leads to; null where there is none. */
  readonly href: string | null;
  /** What the line says after the title and year. */
  readonly text: string;
  readonly secondary: readonly SecondaryDocument[];
  readonly relations: readonly ImportedRelation[];
}

export interface ImportedPassage {
  readonly line: number;
  readonly heading: string;
  readonly kind: Passage['kind'];
  readonly paragraphs: readonly string[];
  /** Paragraphs that the page folds away. */
  readonly more: readonly string[];
  /** Places in `entries` of the entries that it discusses. */
  readonly entries: readonly number[];
}

export interface ImportedCell {
  /** `drug/E4`; null where neither the text nor the file's name says it. */
  readonly id: string | null;
  /** `Treatment systems; Psychosocial therapies`: level and type, as printed. */
  readonly title: string | null;
  readonly level: string | null;
  readonly type: string | null;
  /** `2018-07-17`; null where the day is not given. */
  readonly revised: string | null;
  readonly firstUploaded: string | null;
  /** The line that explains the kind letters was seen. */
  readonly legend: boolean;
  readonly entries: readonly ImportedEntry[];
  readonly passages: readonly ImportedPassage[];
  /** In plain words, with the line; empty where nothing was doubtful. */
  readonly problems: readonly string[];
}
