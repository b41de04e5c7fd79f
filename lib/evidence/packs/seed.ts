// Fills the database from a pack: all of it in one transaction, or none of it.
import { composeCells, composeTopics } from '../compose';
import type { EvidenceDatabase, Held, PackInfo } from '../database';
import { type Failure, failureOf } from '../errors';
import type { Pack } from '../model';
import { citables } from '../references';
import type { FileProblem } from './json';
import { parsePack, refusalWords } from './pack';

export type Seeded =
  | {
      readonly ok: true;
      /**
       * filled: the database was new; same: it held this very file; replaced: it held another;
       * restored: it should have held evidence and was empty or torn.
       */
      readonly state: 'filled' | 'same' | 'replaced' | 'restored';
      readonly info: PackInfo;
    }
  | (Failure & { readonly problems?: readonly FileProblem[] });

export interface SeedOptions {
  /** The extension remembers, outside this database, that it was filled before. */
  readonly filledBefore?: boolean;
}

/** Rows written at a time; keeps one step of an import of 100,000 entries well under 100 ms. */
const CHUNK = 1000;

/** `text` is the pack as read. Safe to repeat and to interrupt: the old evidence stays until all of the new is in. */
export async function seedEvidence(
  db: EvidenceDatabase,
  text: string,
  { filledBefore = false }: SeedOptions = {},
): Promise<Seeded> {
  try {
    const sha256 = await sha256Of(text);
    const before = await stored(db);
    if (before.info?.sha256 === sha256 && before.whole)
      return { ok: true, state: 'same', info: before.info };
    const parsed = parsePack(text);
    if (!parsed.ok) {
      const { problems } = parsed;
      return { ok: false, code: 'refused', reason: refusalWords(problems), problems };
    }
    const info = await store(db, parsed.pack, sha256);
    if (before.info) return { ok: true, state: before.whole ? 'replaced' : 'restored', info };
    return { ok: true, state: filledBefore ? 'restored' : 'filled', info };
  } catch (error) {
    return failureOf(error);
  }
}

/** What the database says that it holds, and whether it does. */
export async function stored(
  db: EvidenceDatabase,
): Promise<{ info: PackInfo | null; whole: boolean }> {
  return db.transaction('r', db.tables, async () => {
    const row = await db.meta.get('pack');
    if (row?.key !== 'pack') return { info: null, whole: false };
    const { held } = row.pack;
    const counts = await Promise.all(
      Object.entries(held).map(async ([table, n]) => (await db.table(table).count()) === n),
    );
    return { info: row.pack, whole: counts.every(Boolean) };
  });
}

async function store(db: EvidenceDatabase, pack: Pack, sha256: string): Promise<PackInfo> {
  const rows = {
    cells: composeCells(pack),
    entries: pack.entries,
    passages: pack.passages,
    guidance: pack.guidance,
    statements: pack.statements,
    topics: pack.vocabulary.topics.map((topic, place) => ({ ...topic, place })),
    cards: composeTopics(pack),
  };
  const held: Held = {
    cells: rows.cells.length,
    entries: rows.entries.length,
    passages: rows.passages.length,
    guidance: rows.guidance.length,
    statements: rows.statements.length,
    topics: rows.topics.length,
    cards: rows.cards.length,
  };
  const { id, title, version, language, licence, revised } = pack;
  const info: PackInfo = { id, title, version, language, licence, revised, sha256, held };
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
    for (const [table, all] of Object.entries(rows))
      for (let at = 0; at < all.length; at += CHUNK)
        await db.table(table).bulkAdd(all.slice(at, at + CHUNK));
    await db.meta.bulkAdd([
      { key: 'matrices', matrices: pack.matrices },
      { key: 'classes', classes: pack.vocabulary.classes },
      { key: 'citables', citables: citables(pack) },
      { key: 'pack', pack: info },
    ]);
  });
  return info;
}

export async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
