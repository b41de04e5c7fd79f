// The rows of the database that are not evidence themselves, or hold it in another shape.
import type { Citable, WordClasses } from '../vocabulary/schema';
import type { Matrix } from './model';
import type { Clash } from './packs/model';
import type { SearchIndex } from './search/word-index';
import type { HeldEntry, MarkingWords, SourceNames } from './views';

/** Entries of neighbouring ids, in their order. */
export interface EntryBlock {
  /** Id of the first; also the key. */
  readonly first: string;
  readonly rows: readonly HeldEntry[];
}

/**
 * Ids by what they belong to: of the entries of a cell (`cell drug/E4`, in the cell's order) or a topic
 * (`topic mutual-aid`), and of the first entry of each block (`blocks`).
 */
export interface ListRow {
  readonly key: string;
  readonly ids: readonly string[];
}

/** Tables that are made from the packs; each must hold as many rows as `Held` says. */
export const MADE_TABLES = [
  'cells',
  'entryBlocks',
  'lists',
  'passages',
  'guidance',
  'statements',
  'topics',
  'cards',
] as const;

/** How many rows each table must hold, and how many entries there are; a database that holds others has been emptied or torn. */
export type Held = Readonly<Record<(typeof MADE_TABLES)[number] | 'entries', number>>;

/** What is stored. Names and dates are those of the shipped pack, in the version that is in use. */
export interface PackInfo {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly licence: string;
  readonly revised: string;
  /** SHA-256 in hexadecimal: of the shipped pack's file where it is the only one, else of the checksums of all. */
  readonly sha256: string;
  readonly held: Held;
}

export type MetaRow =
  | { readonly key: 'pack'; readonly pack: PackInfo }
  | { readonly key: 'matrices'; readonly matrices: readonly Matrix[] }
  | { readonly key: 'classes'; readonly classes: WordClasses }
  | { readonly key: 'citables'; readonly citables: readonly Citable[] }
  /** Where packs do not fit together; `total` counts also those that are not listed. */
  | { readonly key: 'clashes'; readonly clashes: readonly Clash[]; readonly total: number }
  | { readonly key: 'sources'; readonly sources: SourceNames }
  /** Checksum of the file that came with the extension, when it was last looked at. */
  | { readonly key: 'bundled'; readonly sha256: string }
  | {
      readonly key: 'marking';
      /** Checksum of the evidence that the words were made from, and what they were made by. */
      readonly sha256: string;
      readonly made: string;
      readonly words: MarkingWords;
    };

/** The search index made from the evidence of this checksum; made anew where `form` is not the present one. */
export interface SearchRow {
  readonly key: 'index';
  readonly sha256: string;
  readonly form: number;
  readonly index: SearchIndex;
}

/** A pack's file as it was read: `now` and `before` of a pack, or what was fetched and waits for the reader's yes. */
export interface TextRow {
  readonly key: `${'now' | 'before' | 'waiting'} ${string}`;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An entry whose reference the reader copied, as it was then. */
export interface CitedRow {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly title: string;
  /** Fields as text, see `packs/fields.ts`. */
  readonly facts: Readonly<Record<string, string>>;
}
