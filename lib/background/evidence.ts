// What the background needs of the evidence, and the words for when it cannot be had.
import type { MarkingWords, TopicEvidence } from '../evidence/views';

export type Outcome<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly reason: string };

/** The evidence as the background uses it; every method opens the database by itself and says in words why it could not. */
export interface EvidenceRoom {
  /** Opens the database and fills it from the shipped file where it is empty. */
  ready(): Promise<Outcome<object>>;
  /** What marking a page needs. */
  forMarking(): Promise<Outcome<{ words: MarkingWords }>>;
  topic(id: string): Promise<Outcome<{ evidence: TopicEvidence }>>;
  /** Remembers that the reader copied a reference to these entries. */
  cited(ids: readonly string[]): Promise<Outcome<object>>;
}
