// Entries in the database: some dozens to a row, since a browser writes few large rows many times faster than many small ones.
import type { Table } from 'dexie';
import type { EntryBlock, ListRow } from './rows';
import type { HeldEntry, Merged } from './views';

interface Tables {
  readonly entryBlocks: Pick<Table<EntryBlock, string>, 'bulkGet' | 'toArray'>;
  readonly lists: Pick<Table<ListRow, string>, 'get'>;
}

/** Entries in a block. More make writing 100,000 entries no faster, and reading the few of a search slower. */
const BLOCK = 16;

export function blocksOf(entries: readonly HeldEntry[]): EntryBlock[] {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const blocks: EntryBlock[] = [];
  for (let at = 0; at < sorted.length; at += BLOCK) {
    const rows = sorted.slice(at, at + BLOCK);
    blocks.push({ first: rows[0]?.id ?? '', rows });
  }
  return blocks;
}

/** Lists for every cell and topic, empty ones too, and of the blocks. */
export function listsOf(
  { cells, entries, vocabulary }: Pick<Merged, 'cells' | 'entries' | 'vocabulary'>,
  blocks: readonly EntryBlock[],
): ListRow[] {
  const lists = new Map<string, string[]>();
  for (const { id } of cells) lists.set(`cell ${id}`, []);
  for (const { id } of vocabulary.topics) lists.set(`topic ${id}`, []);
  for (const { id, cells: places, topics } of entries) {
    for (const cell of places) lists.get(`cell ${cell}`)?.push(id);
    for (const topic of topics) lists.get(`topic ${topic}`)?.push(id);
  }
  lists.set(
    'blocks',
    blocks.map(({ first }) => first),
  );
  return [...lists].map(([key, ids]) => ({ key, ids }));
}

/** Entries by id, in the order asked for; undefined for one that is not held. Within one transaction of both tables. */
export async function entriesById(
  db: Tables,
  ids: readonly string[],
  kept: KeptBlocks = new KeptBlocks(),
): Promise<(HeldEntry | undefined)[]> {
  if (ids.length === 0) return [];
  kept.firsts ??= (await db.lists.get('blocks'))?.ids ?? [];
  const { firsts } = kept;
  const wanted = [...new Set(ids.map((id) => blockOf(firsts, id)))].filter(
    (key) => key !== undefined,
  );
  const blocks = wanted.flatMap((key) => kept.blocks.get(key) ?? []);
  const missing = wanted.filter((key) => !kept.blocks.has(key));
  const read = missing.length === 0 ? [] : await db.entryBlocks.bulkGet(missing);
  for (const block of read) if (block) blocks.push(block);
  const asked = new Set(ids);
  const found = new Map<string, HeldEntry>();
  for (const block of blocks) {
    kept.keep(block);
    for (const row of block.rows) if (asked.has(row.id)) found.set(row.id, row);
  }
  return ids.map((id) => found.get(id));
}

/** So many blocks are some 3 MB. */
const MOST_KEPT = 200;

/** What was read before of one state of the evidence: whoever types a query asks for much the same at every letter. */
export class KeptBlocks {
  firsts: readonly string[] | null = null;
  readonly blocks = new Map<string, EntryBlock>();

  /** Those asked for last stay. */
  keep(block: EntryBlock): void {
    this.blocks.delete(block.first);
    this.blocks.set(block.first, block);
    if (this.blocks.size <= MOST_KEPT) return;
    const [oldest] = this.blocks.keys();
    if (oldest !== undefined) this.blocks.delete(oldest);
  }
}

/** Those of a list (`cell drug/E4`, `topic mutual-aid`) that are held. */
export async function entriesOfList(db: Tables, key: string): Promise<HeldEntry[]> {
  const list = await db.lists.get(key);
  const rows = await entriesById(db, list?.ids ?? []);
  return rows.filter((row) => row !== undefined);
}

/** Every entry held, by id: for what has to see all of them at once. */
export async function allEntries(db: Tables): Promise<HeldEntry[]> {
  return (await db.entryBlocks.toArray()).flatMap(({ rows }) => rows);
}

/** Key of the block that holds this id, if any does. */
function blockOf(firsts: readonly string[], id: string): string | undefined {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? '') <= id) low = middle + 1;
    else high = middle;
  }
  return firsts[low - 1];
}
