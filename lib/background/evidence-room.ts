// The evidence for the background: opens the database, fills it from the shipped file, and fills it again where it was cleared.
import { type EvidenceDatabase, openEvidence } from '../evidence/database';
import type { Answer } from '../evidence/errors';
import { markingWords } from '../evidence/marking-words';
import { recordCited } from '../evidence/packs/cited';
import { seedEvidence } from '../evidence/packs/seed';
import { topicEvidence } from '../evidence/queries';
import type { StorageArea } from '../platform/storage';
import { say } from '../words/words';
import type { EvidenceRoom, Outcome } from './evidence';

export interface Shipped {
  readonly db: EvidenceDatabase;
  /** Text of the file that came with the extension. */
  pack(): Promise<string>;
  /** Where it is remembered, outside the database, that the database was filled once. */
  readonly area: StorageArea;
  /** Version of the extension: another one may compile the terms in another way. */
  readonly version: string;
}

const FILLED = 'evidence.filled';

export function evidenceRoom({ db, pack, area, version }: Shipped): EvidenceRoom {
  let filling: Promise<Outcome<object>> | null = null;

  const fill = async (): Promise<Outcome<object>> => {
    const opened = await openEvidence(db);
    if (!opened.ok) return opened;
    const filledBefore = (await area.get([FILLED]))[FILLED] === true;
    const seeded = await seedEvidence(opened.value, await pack(), { filledBefore });
    if (!seeded.ok) return seeded;
    if (!filledBefore) await area.set({ [FILLED]: true });
    return { ok: true };
  };

  /** One filling at a time; a failed one may be tried again. */
  const ready = (): Promise<Outcome<object>> => {
    filling ??= fill().finally(() => {
      filling = null;
    });
    return filling;
  };

  /** Asks; where the database turns out to be empty, fills it and asks once more. */
  const ask = async <T>(
    question: (db: EvidenceDatabase) => Promise<Answer<T>>,
  ): Promise<Answer<T> | Outcome<never>> => {
    const opened = await openEvidence(db);
    if (!opened.ok) return opened;
    const first = await question(opened.value);
    if (first.ok || first.code !== 'empty') return first;
    const filled = await ready();
    return filled.ok ? question(opened.value) : filled;
  };

  return {
    ready,
    async forMarking() {
      const words = await ask((open) => markingWords(open, version));
      return words.ok ? { ok: true, words: words.value } : words;
    },
    async cited(ids) {
      const noted = await ask((open) => recordCited(open, ids, new Date().toISOString()));
      return noted.ok ? { ok: true } : noted;
    },
    async topic(id) {
      const got = await ask((open) => topicEvidence(open, id));
      if (!got.ok) return got;
      if (got.value) return { ok: true, evidence: got.value };
      return { ok: false, reason: say('The evidence on this computer has no topic of this name.') };
    },
  };
}
