// The page at a glance, for the badge and the popup.
import type { Relevance } from '../detect/model';
import type { PageSummary } from '../messages/map';
import { say } from '../words/words';
import type { Mark } from './marks';

export interface Glance {
  readonly state: PageSummary['state'];
  readonly title: string;
  readonly relevance: Relevance | null;
  readonly anyway: boolean;
  readonly progress: number;
  /** Every mention the reader has not dismissed, of all tiers. */
  readonly marks: readonly Mark[];
  readonly cut: boolean;
  /** Longest text that is read, in UTF-16 units. */
  readonly cap: number;
}

/** `labelOf` gives a topic's name as the vocabulary words it. */
export function summarise(glance: Glance, labelOf: (topic: string) => string): PageSummary {
  const topics = new Map<string, PageSummary['topics'][number]>();
  for (const { topic, tier, stance } of glance.marks) {
    let count = topics.get(topic);
    if (!count) {
      count = { id: topic, label: labelOf(topic), tier, asserted: 0, excluded: 0, other: 0 };
      topics.set(topic, count);
    }
    count[stance]++;
  }
  const all = (topic: PageSummary['topics'][number]) =>
    topic.asserted + topic.excluded + topic.other;
  const { state, title, relevance, anyway, progress } = glance;
  return {
    state,
    title,
    relevance,
    kind: relevance?.kind ?? 'page',
    anyway,
    progress,
    // Not by localeCompare: the first call of it in a page takes 10 ms.
    topics: [...topics.values()].sort((a, b) => all(b) - all(a) || (a.label < b.label ? -1 : 1)),
    leftOut: glance.cut
      ? say(
          'This page is longer than {count} million characters. What comes after that was not read.',
          { count: Math.round(glance.cap / 1e6) },
        )
      : null,
  };
}
