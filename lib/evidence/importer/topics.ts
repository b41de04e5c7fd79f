// On which topics an imported entry bears, as far as its title or its cell's row says so. Everything else is left open.
import { say } from '../../words/words';
import type { Entry } from '../model';
import type { HeldEntry } from '../views';
import { isOwn } from './own';
import type { ProposedTopic, TopicsOfTitles } from './views';

/** Rows of a matrix that are a topic themselves, as the shipped evidence has it: level code left out of the cell. */
const ROWS: readonly { readonly cell: RegExp; readonly topic: string }[] = [
  { cell: /^alcohol\/[A-E]1$/, topic: 'brief-interventions' },
];

/** For each entry in turn. A topic that the reader left out of an earlier copy of the entry stays left out. */
export function proposedTopics(
  cell: string,
  entries: readonly Entry[],
  held: ReadonlyMap<string, HeldEntry>,
  topicsOf: TopicsOfTitles,
): ProposedTopic[][] {
  const { topics: known, found } = topicsOf(entries.map(({ title }) => title));
  return entries.map(({ id, title, role }, i) => {
    const before = held.get(id);
    // A row that came with the extension, or from an organisation, has the topics that its source gives it.
    if (before && !isOwn(before)) return [];
    const topics = new Map<string, ProposedTopic>();
    const propose = (topic: string, reason: string) => {
      const one = known.get(topic);
      if (!one || topics.has(topic)) return;
      const ticked = before ? before.topics.includes(topic) : !one.general;
      topics.set(topic, { id: topic, ...one, reason, ticked });
    };
    for (const { topic, start, end } of found[i] ?? [])
      propose(topic, say('its title says “{words}”', { words: title.slice(start, end) }));
    // A document named inside a line may be on anything.
    for (const row of role === 'main' ? ROWS : [])
      if (row.cell.test(cell))
        propose(row.topic, say('this row of the matrix is on screening and brief intervention'));
    return [...topics.values()];
  });
}
