// Keeps the evidence in place: fills an empty database from the shipped file, and looks at each newer one that comes with the extension.
import type { EvidenceDatabase } from '../database';
import { type Failure, failureOf } from '../errors';
import type { Pack } from '../model';
import { MADE_TABLES, type PackInfo } from '../rows';
import { sha256Of } from './checksum';
import type { FileProblem } from './json';
import { type Bytes, type Layer, layerOf, readLayers } from './layers';
import type { HeldPack } from './model';
import { parsePack, refusalWords } from './pack';
import { compareVersions } from './versions';
import { writeLayers } from './write';

export type Seeded =
  | {
      readonly ok: true;
      /**
       * filled: the database was new; same: what is in use stays; replaced: the shipped file took the place of an
       * earlier one; restored: it should have held evidence and was empty or torn.
       */
      readonly state: 'filled' | 'same' | 'replaced' | 'restored';
      readonly info: PackInfo;
    }
  | (Failure & { readonly problems?: readonly FileProblem[] });

export interface SeedOptions {
  /** The extension remembers, outside this database, that it was filled before. */
  readonly filledBefore?: boolean;
}

/**
 * `text` is the shipped file as read. Safe to repeat and to interrupt. A newer version of the shipped pack that the reader
 * put in use stays; other packs stay in any case.
 */
export async function seedEvidence(
  db: EvidenceDatabase,
  text: string,
  { filledBefore = false }: SeedOptions = {},
): Promise<Seeded> {
  try {
    const bytes: Bytes = new TextEncoder().encode(text);
    const sha256 = await sha256Of(bytes);
    const before = await stored(db);
    if (before.info && before.whole && before.shipped) {
      const kept = await keep(db, before.shipped, bytes, sha256);
      if (kept) return { ok: true, state: 'same', info: before.info };
    }
    const parsed = parsePack(text);
    if (!parsed.ok) {
      const { problems } = parsed;
      return { ok: false, code: 'refused', reason: refusalWords(problems), problems };
    }
    const layers = await layersWith(db, parsed.pack, bytes, before.whole);
    const base = before.info?.sha256 ?? null;
    const written = await writeLayers(db, layers, { base, bundled: sha256 });
    // Another part of the extension may have been quicker; then all is well as it is.
    if (!written.ok && written.code === 'changed') {
      const now = await stored(db);
      if (now.info && now.whole) return { ok: true, state: 'same', info: now.info };
    }
    if (!written.ok) return written;
    const { info } = written;
    if (before.info) return { ok: true, state: before.whole ? 'replaced' : 'restored', info };
    return { ok: true, state: filledBefore ? 'restored' : 'filled', info };
  } catch (error) {
    return failureOf(error);
  }
}

/** What the database says that it holds, and whether it does. */
export async function stored(
  db: EvidenceDatabase,
): Promise<{ info: PackInfo | null; whole: boolean; shipped: HeldPack | null }> {
  return db.transaction('r', db.tables, async () => {
    const row = await db.meta.get('pack');
    if (row?.key !== 'pack') return { info: null, whole: false, shipped: null };
    const { held, id } = row.pack;
    const counts = await Promise.all(
      MADE_TABLES.map(async (table) => (await db.table(table).count()) === held[table]),
    );
    const shipped = await db.packs.get(id);
    return { info: row.pack, whole: counts.every(Boolean), shipped: shipped ?? null };
  });
}

/** True where nothing has to be made anew; notes that this file was seen, and its text where that was not kept yet. */
async function keep(
  db: EvidenceDatabase,
  shipped: HeldPack,
  bytes: Bytes,
  sha256: string,
): Promise<boolean> {
  return db.transaction('rw', [db.meta, db.texts], async () => {
    const text = await db.texts.where('key').equals(`now ${shipped.id}`).count();
    if (shipped.sha256 === sha256) {
      if (text === 0) await db.texts.put({ key: `now ${shipped.id}`, bytes });
    } else {
      const seen = await db.meta.get('bundled');
      // Without its text what is in use could not be put together with other packs.
      if (text === 0 || seen?.key !== 'bundled' || seen.sha256 !== sha256) return false;
    }
    await db.meta.put({ key: 'bundled', sha256 });
    return true;
  });
}

/** The layers with the shipped file in its place: unless the reader has put a newer version in use that can be read. */
async function layersWith(
  db: EvidenceDatabase,
  pack: Pack,
  bytes: Bytes,
  whole: boolean,
): Promise<Layer[]> {
  const { layers } = await readLayers(db);
  const now = layers.find(({ held }) => held.role === 'shipped') ?? null;
  const others = layers.filter((layer) => layer !== now);
  const chosen =
    now &&
    now.held.origin.kind !== 'shipped' &&
    compareVersions(now.pack.version, pack.version) > 0;
  if (chosen) return [now, ...others];
  const before = whole ? now : null;
  return [
    await layerOf(pack, bytes, { kind: 'shipped' }, before, new Date().toISOString()),
    ...others,
  ];
}
