// The extension's own database of evidence (IndexedDB by way of Dexie). Content scripts never open it.
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Citable, TopicTerms, WordClasses } from '../vocabulary/schema';
import { type Answer, failure, failureOf } from './errors';
import type { Entry, Guidance, Matrix, Passage, Statement } from './model';
import type { SearchIndex } from './search/word-index';
import type { CellRow, MarkingWords, TopicEvidence } from './views';

/** How many rows each table must hold; a database that holds others has been emptied or torn. */
export type Held = Readonly<
  Record<'cells' | 'entries' | 'passages' | 'guidance' | 'statements' | 'topics' | 'cards', number>
>;

/** What is stored, and from which file. */
export interface PackInfo {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly licence: string;
  readonly revised: string;
  /** SHA-256 of the file's text (UTF-8), in hexadecimal. */
  readonly sha256: string;
  readonly held: Held;
}

export type MetaRow =
  | { readonly key: 'pack'; readonly pack: PackInfo }
  | { readonly key: 'matrices'; readonly matrices: readonly Matrix[] }
  | { readonly key: 'classes'; readonly classes: WordClasses }
  | { readonly key: 'citables'; readonly citables: readonly Citable[] }
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

export class EvidenceDatabase extends Dexie {
  declare meta: Table<MetaRow, MetaRow['key']>;
  declare cells: EntityTable<CellRow, 'id'>;
  declare entries: EntityTable<Entry, 'id'>;
  declare passages: EntityTable<Passage, 'id'>;
  declare guidance: EntityTable<Guidance, 'id'>;
  declare statements: EntityTable<Statement, 'topic'>;
  declare topics: EntityTable<TopicTerms & { place: number }, 'id'>;
  declare cards: Table<TopicEvidence, string>;
  declare search: Table<SearchRow, SearchRow['key']>;

  constructor(name = 'evidence-overlay') {
    super(name);
    // Every published version stays here for good: databases in the field are brought up from each.
    // tests/fixtures/db holds one of each version but the last; a test opens them all.
    this.version(1).stores({
      meta: 'key',
      cells: 'id',
      entries: 'id, *cells, *topics',
      passages: 'id, cell, *topics, *entries',
      guidance: 'id, *topics, *entries',
      statements: 'topic',
      topics: 'id, place',
      cards: 'topic.id',
    });
    // 2: a place for the search index. Nothing that was held changes; the index is made when it is first needed.
    this.version(2).stores({ search: 'key' });
  }
}

/** Browsers sometimes never answer a request to open (a bug of theirs); the reader is told after this many milliseconds. */
const PATIENCE = 10_000;

/** Opens the database; a failure says why it could not, and a later try may succeed. */
export async function openEvidence(
  db = new EvidenceDatabase(),
  patience = PATIENCE,
): Promise<Answer<EvidenceDatabase>> {
  if (db.isOpen()) return { ok: true, value: db };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<Answer<EvidenceDatabase>>((resolve) => {
    db.on('blocked', () => resolve(failure('blocked')));
    timer = setTimeout(() => resolve(failure('broken')), patience);
  });
  try {
    return await Promise.race([db.open().then(() => ({ ok: true as const, value: db })), blocked]);
  } catch (error) {
    return failureOf(error);
  } finally {
    clearTimeout(timer);
  }
}
