// The page of the import's benchmark: what the settings page does with a file, and how long each part takes.
import Dexie from 'dexie';
import { EvidenceDatabase } from '../../lib/evidence/database';
import type { Entry } from '../../lib/evidence/model';
import { seedEvidence } from '../../lib/evidence/packs/seed';
import { packsThrough } from '../../lib/evidence/packs/thread';
import { topicEvidence } from '../../lib/evidence/queries';
import { askThrough } from '../../lib/evidence/search/thread';

export interface ImportFigures {
  readonly size: number;
  readonly reviewMs: number;
  readonly applyMs: number;
  readonly bareMs: number;
  /** 0 where no task took 50 ms or more, which is what browsers report. */
  readonly longestTaskMs: number;
  readonly cardMs: number;
  readonly cards: number;
  readonly searchMs: number;
  readonly searches: number;
}

interface Asked {
  readonly size: number;
  readonly queries: readonly string[];
}

/** Rounds of cards and searches, after one that is not counted. */
const ROUNDS = 3;
const LIMITS = { topic: 6, cell: 6, entry: 20, passage: 8, guidance: 8 };

async function measureImport({ size, queries }: Asked): Promise<ImportFigures> {
  const db = new EvidenceDatabase();
  await db.delete();
  await db.open();
  const seeded = await seedEvidence(db, await (await fetch('/pack.json')).text());
  if (!seeded.ok) throw new Error(seeded.reason);
  const file = await (await fetch('/made.json')).blob();
  const room = packsThrough(new Worker('/import-worker.js', { type: 'module' }));
  await room.sources();
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const watch = { progress: () => undefined };
  const [reviewMs, review] = await took(() =>
    room.review({ kind: 'file', name: 'made.json', file }, watch),
  );
  if (!review.ok) throw new Error(review.reason);
  const [applyMs, applied] = await took(() => room.apply(review.value.ticket, watch));
  if (!applied.ok) throw new Error(applied.reason);
  // Reports of long tasks come after the task.
  await pause(200);
  observer.disconnect();
  const topics = (await db.topics.toArray()).map(({ id }) => id);
  const cards = await times(topics, async (id) => {
    const got = await topicEvidence(db, id);
    if (!got.ok || got.value === null) throw new Error(`no card of ${id}`);
  });
  const search = askThrough(new Worker('/import-search.js', { type: 'module' }));
  const ask = (text: string) => search.ask({ text, kinds: [], cell: null, limits: LIMITS });
  for (;;) {
    const ready = await ask('treatment');
    if (!ready.ok) throw new Error(ready.reason);
    if (ready.value.state === 'found') break;
    await pause(100);
  }
  const searches = await times(queries, ask);
  return {
    size,
    reviewMs,
    applyMs,
    bareMs: await bare(JSON.parse(await file.text()).entries),
    longestTaskMs: Math.max(0, ...tasks),
    cardMs: at(cards, 0.95),
    cards: cards.length,
    searchMs: at(searches, 0.95),
    searches: searches.length,
  };
}

/** The usual way: a table with a row for each entry and an index for each question. */
async function bare(entries: readonly Entry[]): Promise<number> {
  const db = new Dexie('bare');
  db.version(1).stores({ entries: 'id, *cells, *topics' });
  await db.open();
  const [ms] = await took(() => db.table('entries').bulkAdd([...entries]));
  await db.delete();
  return ms;
}

async function took<T>(work: () => Promise<T>): Promise<[ms: number, done: T]> {
  const started = performance.now();
  const done = await work();
  return [performance.now() - started, done];
}

/** Sorted, in ms. */
async function times(
  things: readonly string[],
  run: (thing: string) => Promise<unknown>,
): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    for (const thing of things) {
      const [ms] = await took(() => run(thing));
      if (round > 0) all.push(ms);
    }
  return all.sort((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

Object.assign(globalThis, { measureImport, measured: null });
