// Which topics of a page the reader's choices leave, how much of it bears on each cell, and which main topics it does not name.
import type { Kind } from '../../lib/evidence/model';
import type { TopicEvidence, TopicHead } from '../../lib/evidence/views';
import type { Role } from '../../lib/settings/schema';
import { isForRole } from '../matrix/role';
import { type Filter, type Known, STANCES, type Topic } from './state';

export function isFiltering(filter: Filter): boolean {
  return filter.cell !== null || choicesOf(filter) > 0;
}

/** How many of the choices that are folded away are made. */
export function choicesOf({ text, stances, kinds, levels }: Filter): number {
  const left = stances.length < STANCES.length ? 1 : 0;
  return (text.trim() === '' ? 0 : 1) + left + kinds.length + levels.length;
}

/** Mentions of a topic that the choice of stances leaves. */
export function mentionsLeft(topic: Topic, { stances }: Pick<Filter, 'stances'>): number {
  return stances.reduce((sum, stance) => sum + topic[stance], 0);
}

/** A topic whose evidence is not read yet stays until it is known to have none of the kinds. */
export function topicsLeft(
  topics: readonly Topic[],
  filter: Filter,
  heads: readonly TopicHead[],
  known: Known,
): Topic[] {
  const words = filter.text.trim().toLowerCase();
  return topics.filter((topic) => {
    if (mentionsLeft(topic, filter) === 0) return false;
    if (words !== '' && !topic.label.toLowerCase().includes(words)) return false;
    const cells = cellsOf(topic.id, heads);
    if (filter.cell !== null && !cells.includes(filter.cell)) return false;
    const { kinds, levels } = filter;
    if (levels.length > 0 && !cells.some((id) => levels.some((level) => levelOf(id) === level)))
      return false;
    const evidence = known.get(topic.id);
    return kinds.length === 0 || !evidence || entriesLeft(evidence, kinds).length > 0;
  });
}

export function entriesLeft(
  evidence: TopicEvidence,
  kinds: readonly Kind[],
): TopicEvidence['entries'] {
  if (kinds.length === 0) return evidence.entries;
  return evidence.entries.filter(({ kind }) => kind !== null && kinds.includes(kind));
}

/** Mentions that bear on each cell; what the page only rules out bears on none. */
export function mentionsByCell(
  topics: readonly Topic[],
  heads: readonly TopicHead[],
): Map<string, number> {
  const cells = new Map<string, number>();
  for (const topic of topics) {
    const n = topic.asserted + topic.other;
    if (n === 0) continue;
    for (const id of cellsOf(topic.id, heads)) cells.set(id, (cells.get(id) ?? 0) + n);
  }
  return cells;
}

/** Main topics of a role's columns, and those of them that a page does not name at all. */
export function missingFrom(
  topics: readonly Topic[],
  heads: readonly TopicHead[],
  role: Role,
): { readonly main: readonly TopicHead[]; readonly missing: readonly TopicHead[] } {
  const named = new Set(topics.map(({ id }) => id));
  const main = heads.filter(
    ({ tier, cells }) => tier === 1 && cells.some((id) => isForRole(role, levelOf(id))),
  );
  return { main, missing: main.filter(({ id }) => !named.has(id)) };
}

function cellsOf(topic: string, heads: readonly TopicHead[]): readonly string[] {
  return heads.find(({ id }) => id === topic)?.cells ?? [];
}

const levelOf = (cell: string): string => cell.slice(-2, -1);
