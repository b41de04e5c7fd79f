// Remembers the entries whose references the reader copied, as they were then, so that later changes can be told.
import { entriesById } from '../blocks';
import type { EvidenceDatabase } from '../database';
import { type Answer, failure, failureOf } from '../errors';
import type { CitedRow } from '../rows';
import { citedFacts } from './difference';

/** More than a copied paragraph names. */
const MOST = 200;

/** `ids` that are no entries are passed over; `at` is the moment of copying, ISO 8601 in UTC. Answers how many were noted. */
export async function recordCited(
  db: EvidenceDatabase,
  ids: readonly string[],
  at: string,
): Promise<Answer<number>> {
  try {
    const tables = [db.meta, db.entryBlocks, db.lists, db.cited];
    return await db.transaction('rw', tables, async () => {
      if (!(await db.meta.get('pack'))) return failure('empty');
      const entries = await entriesById(db, [...new Set(ids)].slice(0, MOST));
      const rows = entries.flatMap((entry): CitedRow[] =>
        entry ? [{ id: entry.id, at, title: entry.title, facts: citedFacts(entry) }] : [],
      );
      await db.cited.bulkPut(rows);
      return { ok: true, value: rows.length };
    });
  } catch (error) {
    return failureOf(error);
  }
}
