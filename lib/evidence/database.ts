// The extension's own database of evidence (IndexedDB by way of Dexie). Content scripts never open it.
import Dexie, { type EntityTable, type Table } from 'dexie';
import { type Answer, failure, failureOf } from './errors';
import type { HeldPack, Subscription } from './packs/model';
import type { CitedRow, EntryBlock, ListRow, MetaRow, SearchRow, TextRow } from './rows';
import { intoBlocks } from './upgrade';
import type {
  CellRow,
  HeldGuidance,
  HeldPassage,
  HeldStatement,
  HeldTopic,
  TopicEvidence,
} from './views';

/** Dexie gives IndexedDB ten times its own number. */
const NATIVE = 10;

export class EvidenceDatabase extends Dexie {
  declare meta: Table<MetaRow, MetaRow['key']>;
  declare cells: EntityTable<CellRow, 'id'>;
  declare entryBlocks: EntityTable<EntryBlock, 'first'>;
  declare lists: EntityTable<ListRow, 'key'>;
  declare passages: EntityTable<HeldPassage, 'id'>;
  declare guidance: EntityTable<HeldGuidance, 'id'>;
  declare statements: EntityTable<HeldStatement, 'topic'>;
  declare topics: EntityTable<HeldTopic & { place: number }, 'id'>;
  declare cards: Table<TopicEvidence, string>;
  declare search: Table<SearchRow, SearchRow['key']>;
  declare packs: EntityTable<HeldPack, 'id'>;
  declare texts: EntityTable<TextRow, 'key'>;
  declare cited: EntityTable<CitedRow, 'id'>;
  declare subscriptions: EntityTable<Subscription, 'url'>;

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
    // 3: several packs beside each other, what was cited, subscriptions; entries in blocks with lists of their ids, since
    // writing 100,000 rows with two indexes took 20 s.
    this.version(3)
      .stores({
        entries: null,
        entryBlocks: 'first',
        lists: 'key',
        packs: 'id',
        texts: 'key',
        cited: 'id',
        subscriptions: 'url',
      })
      .upgrade(intoBlocks);
    // Dexie opens a database of a newer version where it can, and would then write into what it does not know.
    this.on(
      'ready',
      () => {
        if (this.backendDB().version > this.verno * NATIVE)
          throw new Dexie.VersionError('saved by a newer version');
      },
      true,
    );
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
