// The shipped pack, read once, and fresh databases, for the tests of this room.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EvidenceDatabase } from '../../../lib/evidence/database';
import type { Pack } from '../../../lib/evidence/model';
import { parsePack } from '../../../lib/evidence/packs/pack';
import { seedEvidence } from '../../../lib/evidence/packs/seed';

export const packText = readFileSync(resolve('data/pack.json'), 'utf8');

const parsed = parsePack(packText);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
export const pack: Pack = parsed.pack;

/** A copy that a test may change. */
export function packCopy(): Pack {
  return structuredClone(pack);
}

let databases = 0;

export function freshDatabase(): EvidenceDatabase {
  databases++;
  return new EvidenceDatabase(`evidence-test-${databases}`);
}

export async function seededDatabase(): Promise<EvidenceDatabase> {
  const db = freshDatabase();
  const seeded = await seedEvidence(db, packText);
  if (!seeded.ok) throw new Error(seeded.reason);
  return db;
}

/** All that a database holds, for comparing before and after. */
export async function dump(db: EvidenceDatabase): Promise<Record<string, unknown[]>> {
  const out: Record<string, unknown[]> = {};
  for (const table of db.tables) out[table.name] = await table.toArray();
  // Compared as text: byte by byte a megabyte takes seconds.
  out.texts = (await db.texts.toArray()).map(({ key, bytes }) => [
    key,
    new TextDecoder().decode(bytes),
  ]);
  return out;
}
