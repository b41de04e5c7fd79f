// Everything that is done with packs, on this thread: reading and comparing, putting in use, going back, taking out, saving.
import { say } from '../../words/words';
import type { EvidenceDatabase } from '../database';
import { type Answer, failure, failureOf } from '../errors';
import type { Pack } from '../model';
import type { CitedRow } from '../rows';
import type { PackFile } from './bundle';
import { differenceOf } from './difference';
import { exportAll, exportPack } from './export';
import { incoming, placeFault, refuse, textOf } from './incoming';
import { judgeFile } from './judge';
import { wordFaults } from './layer-words';
import { inLayerOrder, type Layer, layerOf, readLayers, rolledBack } from './layers';
import { type MergedPacks, mergePacks } from './merge';
import {
  type Origin,
  OWN_PACK,
  type PackAnswer,
  type PackInput,
  type PackRoom,
  type Review,
  type ReviewedPack,
  type SourcesView,
  type Watch,
} from './model';
import { withoutCell } from './own';
import { sourcesView } from './sources-view';
import { compareVersions } from './versions';
import { writeLayers } from './write';

/** What a ticket stands for. One at a time is kept: a review of 100,000 entries is large. */
interface Pending {
  readonly ticket: string;
  readonly base: string;
  readonly layers: readonly Layer[];
  readonly merged: MergedPacks;
  readonly taken: string | null;
}

export function packRoom(db: EvidenceDatabase, now: () => Date = () => new Date()): PackRoom {
  let pending: Pending | null = null;
  let tickets = 0;
  /** What was last taken out, and the checksum of what was left. */
  let removed: { readonly layer: Layer; readonly left: string } | null = null;

  const review = async (input: PackInput, watch: Watch): Promise<PackAnswer<Review>> => {
    const held = await current(db);
    if (!held.ok) return held;
    const { layers, base } = held.value;
    const packs = layers.map(({ pack }) => pack);
    const come = await incoming(db, input, packs, now(), watch);
    if (!come.ok) return come;
    const { files, origin } = come.value;
    const refused = placeFault(files, layers);
    if (refused) return refused;
    watch.progress?.({ step: 'comparing', done: 0, of: 0 });
    const next = await layersAfter(layers, files, origin, now().toISOString());
    const merged = mergePacks(next.map(({ pack }) => pack));
    const words = files.flatMap(({ pack }) => wordFaults(pack, merged.words.get(pack.id)));
    if (words.length > 0) return refuse(words);
    if (watch.signal?.aborted) return failure('cancelled');
    const cited = await db.cited.toArray();
    const steps = files.map(({ pack }) => ({
      before: packs.find(({ id }) => id === pack.id) ?? null,
      after: pack,
    }));
    tickets++;
    const ticket = `${tickets}`;
    const taken = input.kind === 'waiting' ? input.url : null;
    pending = { ticket, base, layers: next, merged, taken };
    return {
      ok: true,
      value: {
        ticket,
        packs: files.map(({ pack }) => reviewed(pack, layers, next)),
        difference: differenceOf(steps, shownCited(cited, files, packs)),
        clashes: merged.clashes,
        clashCount: merged.total,
      },
    };
  };

  const change = async (
    to: (layers: readonly Layer[]) => Promise<readonly Layer[] | string>,
    watch: Watch,
    without: string | null = null,
  ): Promise<PackAnswer<SourcesView>> => {
    const held = await current(db, without);
    if (!held.ok) return held;
    const next = await to(held.value.layers);
    if (typeof next === 'string') return { ok: false, code: 'refused', reason: next };
    const written = await writeLayers(db, next, { base: held.value.base, watch });
    return written.ok ? sourcesView(db) : written;
  };

  return {
    sources: () => sourcesView(db),
    review: (input, watch = {}) => answered(() => review(input, watch)),
    apply: (ticket, watch = {}) =>
      answered(async () => {
        if (pending?.ticket !== ticket) return failure('changed');
        const { base, layers, merged, taken } = pending;
        const options = { base, merged, watch, ...(taken === null ? {} : { taken }) };
        const written = await writeLayers(db, layers, options);
        if (!written.ok) return written;
        pending = null;
        return sourcesView(db);
      }),
    rollBack: (pack, watch = {}) =>
      answered(() =>
        change(async (layers) => {
          const layer = layers.find(({ held }) => held.id === pack);
          const back = layer && rolledBack(layer, now().toISOString());
          if (!back)
            return say('There is no version before this one to go back to. Nothing was changed.');
          return layers.map((one) => (one === layer ? back : one));
        }, watch),
      ),
    remove: (pack, watch = {}) =>
      answered(async () => {
        let out: Layer | undefined;
        const done = await change(
          async (layers) => {
            const held = await db.packs.get(pack);
            if (!held) return say('This source is not in use. Nothing was changed.');
            if (held.role === 'shipped')
              return say(
                'The evidence that came with the extension cannot be taken out. Nothing was changed.',
              );
            out = layers.find((one) => one.held.id === pack);
            return layers.filter((one) => one !== out);
          },
          watch,
          pack,
        );
        if (!done.ok) return done;
        const left = await db.meta.get('pack');
        removed = out && left?.key === 'pack' ? { layer: out, left: left.pack.sha256 } : null;
        return done;
      }),
    putBack: (pack, watch = {}) =>
      answered(async () => {
        const now = await db.meta.get('pack');
        const sum = now?.key === 'pack' ? now.pack.sha256 : null;
        if (removed?.layer.held.id !== pack)
          return {
            ok: false,
            code: 'refused',
            reason: say(
              'It is no longer at hand, so it cannot be put back. Nothing was changed. Add its file again.',
            ),
          };
        if (removed.left !== sum) return failure('changed');
        const back: Layer = { ...removed.layer, stored: false };
        const done = await change(
          async (layers) => [...layers, back].sort((a, b) => inLayerOrder(a.held, b.held)),
          watch,
        );
        if (done.ok) removed = null;
        return done;
      }),
    judge: (bytes) => answered(async () => ({ ok: true, value: await judgeFile(db, bytes) })),
    removeCell: (cell, watch = {}) =>
      answered(() =>
        change(async (layers) => {
          const own = layers.find(({ held }) => held.id === OWN_PACK);
          if (!own?.pack.cells.some(({ id }) => id === cell))
            return say('This cell is not among those that you imported. Nothing was changed.');
          const day = now().toISOString();
          const pack = withoutCell(own.pack, cell, day.slice(0, 10));
          const next = await layerOf(pack, textOf(pack), own.held.origin, own, day);
          return layers.map((one) => (one === own ? next : one));
        }, watch),
      ),
    exportPack: (pack) => answered(() => exportPack(db, pack)),
    exportAll: ({ own }) => answered(() => exportAll(db, own, now())),
  };
}

/** Failures of the store become values here, whatever was being done. */
async function answered<T>(work: () => Promise<T>): Promise<T | ReturnType<typeof failureOf>> {
  try {
    return await work();
  } catch (error) {
    return failureOf(error);
  }
}

/** The packs in use, all of them readable, and the checksum of what they make. One that is to go, `without`, need not be readable. */
async function current(
  db: EvidenceDatabase,
  without: string | null = null,
): Promise<Answer<{ layers: readonly Layer[]; base: string }>> {
  const info = await db.meta.get('pack');
  const { layers, lost } = await readLayers(db);
  if (info?.key !== 'pack' || lost.some(({ role }) => role === 'shipped')) return failure('empty');
  if (lost.some(({ id }) => id !== without)) return failure('broken');
  return { ok: true, value: { layers, base: info.pack.sha256 } };
}

async function layersAfter(
  layers: readonly Layer[],
  files: readonly PackFile[],
  origin: Origin,
  applied: string,
): Promise<Layer[]> {
  let next = [...layers];
  for (const { pack, bytes } of files) {
    const held = next.find((layer) => layer.held.id === pack.id) ?? null;
    const layer = await layerOf(pack, bytes, origin, held, applied);
    if (held?.held.sha256 === layer.held.sha256) continue;
    next = [...next.filter((one) => one !== held), layer];
  }
  return next.sort((a, b) => inLayerOrder(a.held, b.held));
}

function reviewed(pack: Pack, layers: readonly Layer[], next: readonly Layer[]): ReviewedPack {
  const { id, role } = pack;
  const held = layers.find((layer) => layer.held.id === id)?.held ?? null;
  const after = next.find((layer) => layer.held.id === id)?.held;
  if (!after) throw new Error(`the pack ${id} is not among those that would be held`);
  const by = held ? compareVersions(after.version, held.version) : 0;
  const state = !held
    ? 'new'
    : held.sha256 === after.sha256
      ? 'same'
      : by > 0
        ? 'newer'
        : by < 0
          ? 'older'
          : 'other';
  return { id, role, state, next: after, held };
}

/** A cited entry that the matrices hold does not change by what the reader imports of it: the shipped row is shown. */
function shownCited(
  cited: readonly CitedRow[],
  files: readonly PackFile[],
  held: readonly Pack[],
): readonly CitedRow[] {
  if (files.some(({ pack }) => pack.role === 'shipped')) return cited;
  const shipped = new Set(held[0]?.entries.map(({ id }) => id));
  return cited.filter(({ id }) => !shipped.has(id));
}
