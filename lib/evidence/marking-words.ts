// What a page needs to be marked: the compiled terms, made once for each set of evidence and kept in the database.
import { compile } from '../vocabulary/compile';
import { cuesMark } from '../vocabulary/cue-forms';
import { PACKED_VERSION, packMatcher } from '../vocabulary/packed';
import type { EvidenceDatabase } from './database';
import { type Answer, failureOf } from './errors';
import { citableList, packInfo, vocabulary } from './queries';
import type { PackInfo } from './rows';
import type { MarkingWords } from './views';

/**
 * The words for marking. Compiling the shipped terms takes some 0.3 s, so the result is stored beside the evidence;
 * it is made anew where the evidence, the extension (`version`) or the cue words are other ones.
 */
export async function markingWords(
  db: EvidenceDatabase,
  version: string,
): Promise<Answer<MarkingWords>> {
  try {
    const info = await packInfo(db);
    if (!info.ok) return info;
    const made = `${version} ${PACKED_VERSION} ${cuesMark()}`;
    const row = await db.meta.get('marking');
    if (row?.key === 'marking' && row.made === made && row.sha256 === info.value.sha256)
      return { ok: true, value: row.words };
    return await compiled(db, info.value, made);
  } catch (error) {
    return failureOf(error);
  }
}

async function compiled(
  db: EvidenceDatabase,
  { sha256 }: PackInfo,
  made: string,
): Promise<Answer<MarkingWords>> {
  const terms = await vocabulary(db);
  if (!terms.ok) return terms;
  const cited = await citableList(db);
  if (!cited.ok) return cited;
  const words: MarkingWords = {
    matcher: packMatcher(compile(terms.value)),
    topics: terms.value.topics.map(({ id, label, tier, cells }) => ({
      id,
      label: label.en,
      tier,
      cells,
    })),
    citables: cited.value,
  };
  // An update of the evidence may have come between: then this belongs to what is gone, and is not kept.
  await db.transaction('rw', db.meta, async () => {
    const now = await db.meta.get('pack');
    if (now?.key === 'pack' && now.pack.sha256 === sha256)
      await db.meta.put({ key: 'marking', sha256, made, words });
  });
  return { ok: true, value: words };
}
