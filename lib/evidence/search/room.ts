// Holds the index for a page or the background: reads it from the database, or builds it in slices and stores it there.
import { entriesById, KeptBlocks } from '../blocks';
import type { EvidenceDatabase } from '../database';
import { type Answer, failure, failureOf } from '../errors';
import { vocabulary } from '../queries';
import type { PackInfo, SearchRow } from '../rows';
import { cellTitle } from '../words';
import { cellDoc, entryDoc, guidanceDoc, passageDoc, topicDoc } from './docs';
import type { Found, SearchAnswer, SearchAsk } from './model';
import { search, type TopicsIn } from './search';
import { topicsByWording } from './topics';
import { IndexBuilder, type SearchIndex } from './word-index';

/** Changed whenever what is indexed or how changes: a stored index of another form is built anew. */
export const INDEX_FORM = 1;

/** Blocks of entries read and indexed at a time: some 30 ms on a slow laptop. */
const SLICE = 64;
/** A small index is built faster than it is stored. */
const WORTH_STORING = 5000;

interface Held {
  readonly sha256: string;
  readonly index: SearchIndex;
  readonly topicsIn: TopicsIn;
  readonly blocks: KeptBlocks;
}

export interface SearchRoom {
  /** Finds and reads the rows; while the index of a large set is made, says how far that is. */
  ask(ask: SearchAsk): Promise<Answer<SearchAnswer>>;
  /** Starts making the index, so that the first search need not wait; a failure comes with the first question. */
  prepare(): void;
}

export interface SearchRoomOptions {
  /** Longest wait for the index before the answer says how far it is, in ms. */
  readonly patience?: number;
  /** Things from which on the index is kept in the database. */
  readonly worthStoring?: number;
}

export function searchRoom(
  db: EvidenceDatabase,
  { patience = 150, worthStoring = WORTH_STORING }: SearchRoomOptions = {},
): SearchRoom {
  let held: Held | null = null;
  let making: Promise<Answer<Held>> | null = null;
  let progress = { done: 0, of: 0 };

  const make = (): Promise<Answer<Held>> => {
    making ??= hold(db, worthStoring, (done, of) => {
      progress = { done, of };
    })
      .then((made) => {
        // Kept here, since whoever asked may have stopped waiting for it.
        if (made.ok) held = made.value;
        return made;
      })
      .finally(() => {
        making = null;
      });
    return making;
  };

  const heldFor = async (): Promise<Answer<Held> | 'preparing'> => {
    const info = await currentPack(db);
    if (!info.ok) return info;
    if (held?.sha256 === info.value.sha256) return { ok: true, value: held };
    const made = await Promise.race([make(), after(patience)]);
    return made ?? 'preparing';
  };

  return {
    prepare: () => void heldFor().catch(() => undefined),
    async ask(ask) {
      const ready = await heldFor();
      if (ready === 'preparing') return { ok: true, value: { state: 'preparing', ...progress } };
      if (!ready.ok) return ready;
      const found = search(ready.value.index, ask, ready.value.topicsIn);
      return rowsOf(db, ready.value, found);
    },
  };
}

async function rowsOf(
  db: EvidenceDatabase,
  { sha256, blocks }: Held,
  found: Found,
): Promise<Answer<SearchAnswer>> {
  const { groups } = found;
  try {
    const [entries, passages, guidance] = await db.transaction(
      'r',
      [db.meta, db.entryBlocks, db.lists, db.passages, db.guidance],
      async () => {
        // The evidence may have been replaced since the index was asked: what is kept is of one state only.
        const now = await db.meta.get('pack');
        const same = now?.key === 'pack' && now.pack.sha256 === sha256;
        return Promise.all([
          entriesById(db, groups.entry.ids, same ? blocks : new KeptBlocks()),
          db.passages.bulkGet([...groups.passage.ids]),
          db.guidance.bulkGet([...groups.guidance.ids]),
        ]);
      },
    );
    return {
      ok: true,
      value: {
        state: 'found',
        found,
        entries: entries.filter((row) => row !== undefined),
        passages: passages.filter((row) => row !== undefined),
        guidance: guidance.filter((row) => row !== undefined),
      },
    };
  } catch (error) {
    return failureOf(error);
  }
}

/** The index for the evidence held at this moment: as stored, or made and then stored. */
async function hold(
  db: EvidenceDatabase,
  worthStoring: number,
  progress: (done: number, of: number) => void,
): Promise<Answer<Held>> {
  try {
    const info = await currentPack(db);
    if (!info.ok) return info;
    const terms = await vocabulary(db);
    if (!terms.ok) return terms;
    const { sha256, held } = info.value;
    const stored = await db.search.get('index');
    const usable = stored?.sha256 === sha256 && stored.form === INDEX_FORM;
    const index = usable ? stored.index : await build(db, held.entries, progress);
    if (!usable && index.ids.length >= worthStoring)
      await store(db, { key: 'index', sha256, form: INDEX_FORM, index });
    const topicsIn = topicsByWording(terms.value);
    return { ok: true, value: { sha256, index, topicsIn, blocks: new KeptBlocks() } };
  } catch (error) {
    return failureOf(error);
  }
}

/** Stores the index unless the evidence was replaced meanwhile. No room for it is no harm: it is made again next time. */
async function store(db: EvidenceDatabase, row: SearchRow): Promise<void> {
  try {
    await db.transaction('rw', [db.meta, db.search], async () => {
      const now = await db.meta.get('pack');
      if (now?.key === 'pack' && now.pack.sha256 === row.sha256) await db.search.put(row);
    });
  } catch (error) {
    failureOf(error);
  }
}

async function currentPack(db: EvidenceDatabase): Promise<Answer<PackInfo>> {
  try {
    const row = await db.meta.get('pack');
    return row?.key === 'pack' ? { ok: true, value: row.pack } : failure('empty');
  } catch (error) {
    return failureOf(error);
  }
}

/** Topics and cells first: the search relies on topics standing first. */
async function build(
  db: EvidenceDatabase,
  of: number,
  progress: (done: number, of: number) => void,
): Promise<SearchIndex> {
  const builder = new IndexBuilder();
  const matrices = await db.meta.get('matrices');
  for (const topic of await db.topics.orderBy('place').toArray()) builder.add(topicDoc(topic));
  for (const cell of await db.cells.toArray())
    builder.add(
      cellDoc(cell, cellTitle(cell, matrices?.key === 'matrices' ? matrices.matrices : [])),
    );
  let last = '';
  for (let done = 0; ; ) {
    const slice = await db.entryBlocks.where('first').above(last).limit(SLICE).toArray();
    for (const { rows } of slice) {
      for (const entry of rows) builder.add(entryDoc(entry));
      done += rows.length;
    }
    progress(done, of);
    last = slice.at(-1)?.first ?? '';
    if (slice.length < SLICE) break;
    // Lets whoever waits in this thread have a turn.
    await after(0);
  }
  for (const passage of await db.passages.toArray()) builder.add(passageDoc(passage));
  for (const guidance of await db.guidance.toArray()) builder.add(guidanceDoc(guidance));
  return builder.finish();
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}
