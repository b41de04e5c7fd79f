// The packs that are in use, in their order, each with its file: what everything else in the database is made from.
import type { EvidenceDatabase } from '../database';
import type { Pack, PackRole } from '../model';
import type { TextRow } from '../rows';
import { sha256Of } from './checksum';
import type { HeldPack, Origin, PackCounts, PackVersion } from './model';
import { storedPack } from './pack';

export type Bytes = Uint8Array<ArrayBuffer>;

export interface Layer {
  readonly held: HeldPack;
  readonly pack: Pack;
  readonly bytes: Bytes;
  /** File of the version before; null where there is none. */
  readonly before: Bytes | null;
  /** The files are in the database as they are here. */
  readonly stored: boolean;
}

const ORDER: readonly PackRole[] = ['shipped', 'organisation', 'own'];

/** Shipped first, organisations by title, the reader's own last. */
export function inLayerOrder(a: HeldPack, b: HeldPack): number {
  return (
    ORDER.indexOf(a.role) - ORDER.indexOf(b.role) ||
    a.title.localeCompare(b.title, 'en') ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * Every pack in use with its file. A pack whose file is gone or can no longer be read is left out and named in `lost`.
 */
export async function readLayers(
  db: EvidenceDatabase,
): Promise<{ layers: Layer[]; lost: HeldPack[] }> {
  const [packs, texts] = await db.transaction('r', [db.packs, db.texts], () =>
    Promise.all([db.packs.toArray(), db.texts.toArray()]),
  );
  const files = new Map(texts.map(({ key, bytes }) => [key, bytes]));
  const layers: Layer[] = [];
  const lost: HeldPack[] = [];
  for (const held of packs.sort(inLayerOrder)) {
    const bytes = files.get(`now ${held.id}`);
    const pack = bytes && readStored(bytes);
    if (bytes && pack)
      layers.push({
        held,
        pack,
        bytes,
        before: files.get(`before ${held.id}`) ?? null,
        stored: true,
      });
    else lost.push(held);
  }
  return { layers, lost };
}

/** A pack from the database, which was checked when it came; null where it is torn. */
function readStored(bytes: Bytes): Pack | null {
  return storedPack(new TextDecoder().decode(bytes));
}

/** A pack as a layer, in the place of the version in use, if any. */
export async function layerOf(
  pack: Pack,
  bytes: Bytes,
  origin: Origin,
  now: Layer | null,
  applied: string,
): Promise<Layer> {
  const version = await versionOf(pack, bytes, origin, applied);
  return {
    held: {
      ...version,
      id: pack.id,
      role: pack.role,
      previous: now ? plainVersion(now.held) : null,
    },
    pack,
    bytes,
    before: now?.bytes ?? null,
    stored: false,
  };
}

/** The version before, with the present one before it; null where there is none or its file cannot be read. */
export function rolledBack({ held, bytes, before }: Layer, applied: string): Layer | null {
  const pack = before && readStored(before);
  if (!held.previous || !before || !pack) return null;
  return {
    held: {
      ...held.previous,
      id: held.id,
      role: held.role,
      applied,
      previous: plainVersion(held),
    },
    pack,
    bytes: before,
    before: bytes,
    stored: false,
  };
}

async function versionOf(
  pack: Pack,
  bytes: Bytes,
  origin: Origin,
  applied: string | null,
): Promise<PackVersion> {
  const { title, version, licence, revised } = pack;
  const sha256 = await sha256Of(bytes);
  return { title, version, licence, revised, sha256, counts: countsOf(pack), origin, applied };
}

function plainVersion({
  id: _id,
  role: _role,
  previous: _previous,
  ...version
}: HeldPack): PackVersion {
  return version;
}

function countsOf(pack: Pack): PackCounts {
  const { topics, additions } = pack.vocabulary;
  return {
    cells: pack.cells.length,
    entries: pack.entries.length,
    passages: pack.passages.length,
    guidance: pack.guidance.length,
    statements: pack.statements.length,
    topics: topics.length,
    terms: [...topics, ...additions].flatMap(({ terms }) => terms.flatMap(({ forms }) => forms))
      .length,
  };
}

/** The files that the database must hold for these layers. */
export function textsOf({ held, bytes, before }: Layer): TextRow[] {
  return [
    { key: `now ${held.id}`, bytes },
    ...(before ? [{ key: `before ${held.id}` as const, bytes: before }] : []),
  ];
}
