// The evidence part of a backup: every pack's file as it came, what was cited, the addresses followed. All else is made from these.
import * as z from 'zod/mini';
import type { EvidenceDatabase } from '../database';
import { type Answer, failureOf } from '../errors';
import type { Pack } from '../model';
import type { CitedRow, TextRow } from '../rows';
import { sha256Of } from './checksum';
import { type Bytes, inLayerOrder, type Layer } from './layers';
import type { HeldPack, Subscription } from './model';
import { parsePack, storedPack } from './pack';
import { stored } from './seed';
import { writeLayers } from './write';

const TEXT = 'text ';
const PACKS = 'packs';
const CITED = 'cited';
const ADDRESSES = 'addresses';

const Line = z.string().check(z.maxLength(2000));
const Count = z.int().check(z.gte(0));
const Version = {
  title: Line,
  version: Line,
  licence: z.string(),
  revised: Line,
  sha256: Line,
  counts: z.object({
    cells: Count,
    entries: Count,
    passages: Count,
    guidance: Count,
    statements: Count,
    topics: Count,
    terms: Count,
  }),
  origin: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('shipped') }),
    z.object({ kind: z.literal('file'), name: Line }),
    z.object({ kind: z.literal('address'), url: Line }),
    z.object({ kind: z.literal('imported'), name: Line }),
  ]),
  applied: z.nullable(Line),
};
const Packs = z
  .array(
    z.object({
      ...Version,
      id: Line,
      role: z.enum(['shipped', 'organisation', 'own']),
      previous: z.nullable(z.object(Version)),
    }),
  )
  .check(z.minLength(1));
const Cited = z.array(
  z.object({ id: Line, at: Line, title: z.string(), facts: z.record(z.string(), z.string()) }),
);
const Addresses = z.array(
  z.object({
    url: z.string().check(z.regex(/^https:\/\//), z.maxLength(2000)),
    pack: z.nullable(Line),
    weekly: z.boolean(),
    checked: z.nullable(Line),
    outcome: z.discriminatedUnion('is', [
      z.object({ is: z.literal('never') }),
      z.object({ is: z.literal('same') }),
      z.object({
        is: z.literal('waiting'),
        sha256: Line,
        bytes: z.number(),
        at: Line,
      }),
      z.object({ is: z.literal('failed'), reason: z.string() }),
    ]),
  }),
);

/** Evidence from a backup that was checked and may be put in place. */
export interface SavedEvidence {
  readonly layers: readonly Layer[];
  readonly waiting: readonly TextRow[];
  readonly cited: readonly CitedRow[];
  readonly addresses: readonly Subscription[];
}

/** By name, for the backup's file. Empty where no evidence is held. */
export async function savedParts(db: EvidenceDatabase): Promise<Answer<Map<string, Bytes>>> {
  try {
    const [packs, texts, cited, addresses] = await db.transaction('r', db.tables, () =>
      Promise.all([
        db.packs.toArray(),
        db.texts.toArray(),
        db.cited.toArray(),
        db.subscriptions.toArray(),
      ]),
    );
    const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const parts = new Map<string, Bytes>();
    if (packs.length > 0) parts.set(PACKS, json(packs));
    for (const { key, bytes } of texts) parts.set(TEXT + key, bytes);
    parts.set(CITED, json(cited));
    parts.set(ADDRESSES, json(addresses));
    return { ok: true, value: parts };
  } catch (error) {
    return failureOf(error);
  }
}

/** How many of each are held, and bytes of the packs' files. */
export async function savedSizes(
  db: EvidenceDatabase,
): Promise<Answer<{ packs: number; bytes: number; cited: number; addresses: number }>> {
  try {
    let bytes = 0;
    await db.texts.each((text) => {
      bytes += text.bytes.length;
    });
    const [packs, cited, addresses] = await Promise.all([
      db.packs.count(),
      db.cited.count(),
      db.subscriptions.count(),
    ]);
    return { ok: true, value: { packs, bytes, cited, addresses } };
  } catch (error) {
    return failureOf(error);
  }
}

/** Checks every pack as when it first came. Null: the backup holds no evidence. A string names the part that is not sound. */
export async function checkSaved(
  contents: ReadonlyMap<string, Bytes>,
): Promise<SavedEvidence | null | string> {
  if (!contents.has(PACKS)) return null;
  const packs = read(contents, PACKS, Packs);
  const cited = read(contents, CITED, Cited);
  const addresses = read(contents, ADDRESSES, Addresses);
  if (!packs) return PACKS;
  if (!cited) return CITED;
  if (!addresses) return ADDRESSES;
  const layers: Layer[] = [];
  for (const held of packs.sort(inLayerOrder)) {
    const layer = await layerOf(held, contents, layers);
    if (!layer) return held.title;
    layers.push(layer);
  }
  if (layers[0]?.held.role !== 'shipped') return PACKS;
  const waiting = [...contents].flatMap(([name, bytes]): TextRow[] => {
    const key = name.slice(TEXT.length);
    return name.startsWith(`${TEXT}waiting `) ? [{ key: key as TextRow['key'], bytes }] : [];
  });
  return { layers, waiting, cited, addresses };
}

async function layerOf(
  held: HeldPack,
  contents: ReadonlyMap<string, Bytes>,
  beside: readonly Layer[],
): Promise<Layer | null> {
  const bytes = contents.get(`${TEXT}now ${held.id}`);
  if (!bytes || (await sha256Of(bytes)) !== held.sha256) return null;
  const parsed = parsePack(
    new TextDecoder().decode(bytes),
    beside.map(({ pack }) => pack),
  );
  if (!parsed.ok || parsed.pack.id !== held.id || parsed.pack.role !== held.role) return null;
  const before = contents.get(`${TEXT}before ${held.id}`) ?? null;
  if (before && !earlier(before)) return null;
  return { held, pack: parsed.pack, bytes, before, stored: false };
}

const earlier = (bytes: Bytes): Pack | null => storedPack(new TextDecoder().decode(bytes));

function read<T>(
  contents: ReadonlyMap<string, Bytes>,
  name: string,
  shape: z.ZodMiniType<T>,
): T | null {
  const bytes = contents.get(name);
  if (!bytes) return null;
  try {
    const got = shape.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return got.success ? got.data : null;
  } catch {
    return null;
  }
}

/** Takes the place of all evidence that is held. What fails leaves everything as it was. */
export async function putSaved(db: EvidenceDatabase, saved: SavedEvidence): Promise<Answer<null>> {
  try {
    const { info } = await stored(db);
    const before = await db.transaction('rw', [db.texts, db.cited, db.subscriptions], async () => {
      const held = {
        cited: await db.cited.toArray(),
        addresses: await db.subscriptions.toArray(),
        waiting: await db.texts.where('key').startsWith('waiting ').toArray(),
      };
      await putBeside(db, saved);
      return held;
    });
    const written = await writeLayers(db, saved.layers, {
      base: info?.sha256 ?? null,
      // As when it was saved: a newer set that came with the extension since is noticed at its next start.
      bundled: saved.layers[0]?.held.sha256 ?? '',
    });
    if (written.ok) return { ok: true, value: null };
    await db.transaction('rw', [db.texts, db.cited, db.subscriptions], () => putBeside(db, before));
    return written;
  } catch (error) {
    return failureOf(error);
  }
}

async function putBeside(
  db: EvidenceDatabase,
  { cited, addresses, waiting }: Omit<SavedEvidence, 'layers'>,
): Promise<void> {
  await db.cited.clear();
  await db.subscriptions.clear();
  await db.texts.where('key').startsWith('waiting ').delete();
  await db.cited.bulkAdd([...cited]);
  await db.subscriptions.bulkAdd([...addresses]);
  await db.texts.bulkAdd([...waiting]);
}

/** Empties the database; the evidence that came with the extension is put in place again when it is next needed. */
export async function deleteSaved(db: EvidenceDatabase): Promise<Answer<null>> {
  try {
    await db.transaction('rw', db.tables, async () => {
      for (const table of db.tables) await table.clear();
    });
    return { ok: true, value: null };
  } catch (error) {
    return failureOf(error);
  }
}
