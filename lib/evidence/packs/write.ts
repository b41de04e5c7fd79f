// Writes what the packs make together: all tables in one transaction, or none of them.
import { blocksOf, listsOf } from '../blocks';
import { composeCells, composeTopics } from '../compose';
import type { EvidenceDatabase } from '../database';
import { type Failure, failure, failureOf } from '../errors';
import { citables } from '../references';
import { type Held, MADE_TABLES, type MetaRow, type PackInfo } from '../rows';
import { sha256Of } from './checksum';
import { type Layer, textsOf } from './layers';
import { type MergedPacks, mergePacks } from './merge';
import type { Watch } from './model';

export interface WriteOptions {
  /** What the layers make together, where that was found out already. */
  readonly merged?: MergedPacks;
  /** Checksum of the evidence that the change was made from; null for a database that held none. Anything else is told as a change meanwhile. */
  readonly base: string | null;
  /** Checksum of the file that came with the extension, where it was looked at. */
  readonly bundled?: string;
  /** Address whose waiting file is now in use. */
  readonly taken?: string;
  readonly watch?: Watch;
}

export type Written = { readonly ok: true; readonly info: PackInfo } | Failure;

/** Rows written between two looks at whether it was stopped: some 50 ms. */
const CHUNK = 128;

class Stopped extends Error {
  constructor(readonly code: 'cancelled' | 'changed') {
    super(code);
  }
}

/** Until all of it is in, the old evidence stays; so it does when anything fails or the reader stops it. */
export async function writeLayers(
  db: EvidenceDatabase,
  layers: readonly Layer[],
  { merged = mergedOf(layers), base, bundled, taken, watch = {} }: WriteOptions,
): Promise<Written> {
  const { rows, meta, info } = await made(layers, merged);
  const of = rows.entryBlocks.length;
  const goOn = () => {
    if (watch.signal?.aborted) throw new Stopped('cancelled');
  };
  try {
    goOn();
    watch.progress?.({ step: 'writing', done: 0, of: info.held.entries });
    await db.transaction('rw', db.tables, async () => {
      const now = await db.meta.get('pack');
      if ((now?.key === 'pack' ? now.pack.sha256 : null) !== base) throw new Stopped('changed');
      const seen = bundled ?? (await bundledIn(db));
      for (const table of [...MADE_TABLES, 'meta', 'search', 'packs'])
        await db.table(table).clear();
      for (const name of MADE_TABLES) {
        const all: readonly unknown[] = rows[name];
        for (let at = 0; at < all.length; at += CHUNK) {
          goOn();
          await db.table(name).bulkAdd(all.slice(at, at + CHUNK));
          if (name === 'entryBlocks' && watch.progress)
            watch.progress({
              step: 'writing',
              done: Math.round((info.held.entries * Math.min(at + CHUNK, of)) / of),
              of: info.held.entries,
            });
        }
      }
      await keepTexts(db, layers);
      if (taken !== undefined) {
        await db.texts.delete(`waiting ${taken}`);
        await db.subscriptions.update(taken, { outcome: { is: 'same' } });
      }
      await db.packs.bulkAdd(layers.map(({ held }) => held));
      await db.meta.bulkAdd(
        seen === undefined ? meta : [...meta, { key: 'bundled', sha256: seen }],
      );
      goOn();
    });
    return { ok: true, info };
  } catch (error) {
    const stopped = stopOf(error);
    return stopped ? failure(stopped.code) : failureOf(error);
  }
}

/** Dexie hands an error on as it was thrown, or inside one of its own. */
function stopOf(error: unknown): Stopped | null {
  if (error instanceof Stopped) return error;
  const inner =
    typeof error === 'object' && error !== null && 'inner' in error ? error.inner : null;
  return inner instanceof Stopped ? inner : null;
}

async function bundledIn(db: EvidenceDatabase): Promise<string | undefined> {
  const row = await db.meta.get('bundled');
  return row?.key === 'bundled' ? row.sha256 : undefined;
}

/** Files of packs that are no longer in use go; those that are there already stay as they are. */
async function keepTexts(db: EvidenceDatabase, layers: readonly Layer[]): Promise<void> {
  const wanted = new Set(layers.flatMap((layer) => textsOf(layer).map(({ key }) => key)));
  const there = await db.texts.toCollection().primaryKeys();
  await db.texts.bulkDelete(there.filter((key) => !key.startsWith('waiting ') && !wanted.has(key)));
  for (const layer of layers) if (!layer.stored) await db.texts.bulkPut(textsOf(layer));
}

function mergedOf(layers: readonly Layer[]): MergedPacks {
  return mergePacks(layers.map(({ pack }) => pack));
}

async function made(layers: readonly Layer[], { merged, clashes, total }: MergedPacks) {
  const [shipped] = layers;
  if (shipped?.held.role !== 'shipped') throw new Error('the first layer is the shipped pack');
  const entryBlocks = blocksOf(merged.entries);
  const rows = {
    cells: composeCells(merged),
    entryBlocks,
    lists: listsOf(merged, entryBlocks),
    passages: merged.passages,
    guidance: merged.guidance,
    statements: merged.statements,
    topics: merged.vocabulary.topics.map((topic, place) => ({ ...topic, place })),
    cards: composeTopics(merged),
  };
  const counts = MADE_TABLES.map((name) => [name, rows[name].length] as const);
  const held = { ...Object.fromEntries(counts), entries: merged.entries.length } as Held;
  const { id, title, version, language, licence, revised } = shipped.pack;
  const sums = layers.map((layer) => layer.held.sha256);
  const sha256 = sums.length === 1 ? shipped.held.sha256 : await sha256Of(sums.join('\n'));
  const info: PackInfo = { id, title, version, language, licence, revised, sha256, held };
  const meta: MetaRow[] = [
    { key: 'matrices', matrices: merged.matrices },
    { key: 'classes', classes: merged.vocabulary.classes },
    { key: 'citables', citables: citables(merged) },
    { key: 'clashes', clashes, total },
    { key: 'sources', sources: merged.sources ?? {} },
    { key: 'pack', pack: info },
  ];
  return { rows, meta, info };
}
