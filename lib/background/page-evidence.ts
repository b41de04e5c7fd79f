// The evidence for our own pages, which open the database themselves; where it is empty, the background fills it first.
import { type EvidenceDatabase, openEvidence } from '../evidence/database';
import type { Answer } from '../evidence/errors';
import { askBackground } from '../platform/messages';

export type Question<T> = (db: EvidenceDatabase) => Promise<Answer<T>>;
export type Told<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** A question that fails may be asked again; reasons are sentences for the reader. */
export function pageEvidence(db: EvidenceDatabase): <T>(question: Question<T>) => Promise<Told<T>> {
  return async (question) => {
    const opened = await openEvidence(db);
    if (!opened.ok) return opened;
    const first = await question(opened.value);
    if (first.ok || first.code !== 'empty') return first;
    const filled = await askBackground('evidence/ready', {});
    if (!filled.ok) return first;
    if (!filled.answer.ok) return { ok: false, reason: filled.answer.reason ?? first.reason };
    return question(opened.value);
  };
}
