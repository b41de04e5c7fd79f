// How databases of earlier versions are brought to the next. A published step is never changed.
import type { Transaction } from 'dexie';
import { blocksOf, listsOf } from './blocks';
import type { HeldPack } from './packs/model';
import type { MetaRow } from './rows';
import type { CellRow, HeldEntry, HeldTopic } from './views';

/** 2 → 3. The pack's own text is not there yet; the background puts it in when it next looks at the shipped file. */
export async function intoBlocks(upgrade: Transaction): Promise<void> {
  const table = <T>(name: string) => upgrade.table<T, string>(name);
  const [info, cells, entries, topics] = await Promise.all([
    table<MetaRow>('meta').get('pack'),
    table<CellRow>('cells').toArray(),
    table<HeldEntry>('entries').toArray(),
    table<HeldTopic>('topics').toArray(),
  ]);
  if (info?.key !== 'pack') return;
  const { held, language: _language, ...version } = info.pack;
  const blocks = blocksOf(entries);
  const lists = listsOf({ cells, entries, vocabulary: { classes: {}, topics } }, blocks);
  await table('entryBlocks').bulkAdd(blocks);
  await table('lists').bulkAdd(lists);
  const shipped: HeldPack = {
    ...version,
    role: 'shipped',
    counts: {
      cells: held.cells,
      entries: held.entries,
      passages: held.passages,
      guidance: held.guidance,
      statements: held.statements,
      topics: held.topics,
      terms: topics.flatMap(({ terms }) => terms.flatMap(({ forms }) => forms)).length,
    },
    origin: { kind: 'shipped' },
    applied: null,
    previous: null,
  };
  await table('packs').add(shipped);
  const now = { ...held, entryBlocks: blocks.length, lists: lists.length };
  await table('meta').put({ key: 'pack', pack: { ...info.pack, held: now } });
}
