// What a card shows of each topic, composed once when evidence is stored, so that a card costs one read.
import type { Entry } from './model';
import { rankEntries, withoutTwins } from './rank';
import type {
  CellRow,
  HeldGuidance,
  HeldPassage,
  HeldTopic,
  Merged,
  SourceNames,
  TopicEvidence,
  TopicHead,
} from './views';

/** More entries than any card or topic page shows at once; keeps a card's read flat in the size of the evidence. */
const CARD_ENTRIES = 60;
const CARD_OTHERS = 40;

/** One `TopicEvidence` for every topic, in the order of the vocabulary. */
export function composeTopics(pack: Merged): TopicEvidence[] {
  const entries = byTopic(pack.entries);
  const passages = byTopic(pack.passages);
  const guidance = byTopic(pack.guidance);
  const statements = new Map(pack.statements.map((statement) => [statement.topic, statement]));
  const cells = new Map(pack.cells.map((cell) => [cell.id, cell]));
  return composeHeads(pack).map((topic) => {
    const ranked = withoutTwins(rankEntries(entries.get(topic.id) ?? [], topic.cells));
    const shown = {
      statement: statements.get(topic.id) ?? null,
      entries: ranked.slice(0, CARD_ENTRIES),
      passages: [...(passages.get(topic.id) ?? [])].sort(inOrder).slice(0, CARD_OTHERS),
      guidance: newestFirst(guidance.get(topic.id) ?? []).slice(0, CARD_OTHERS),
    };
    const { statement, guidance: newer } = shown;
    const rows = [...shown.entries, ...shown.passages, ...newer, ...(statement ? [statement] : [])];
    const added = (topic.addedBy ?? []).map((from) => ({ from }));
    const sources = sourcesOf([topic, ...added, ...rows], pack.sources ?? {});
    return {
      topic,
      ...shown,
      total: ranked.length,
      revised: cells.get(topic.cells[0] ?? '')?.revised ?? null,
      ...(sources ? { sources } : {}),
    };
  });
}

interface FromSomewhere {
  readonly from?: string | undefined;
  readonly filled?: { readonly from: string } | undefined;
}

/** Names of the packs that the rows say they are from; undefined where all are from the shipped one. */
export function sourcesOf(
  rows: readonly FromSomewhere[],
  names: SourceNames,
): SourceNames | undefined {
  const ids = new Set(rows.flatMap(({ from, filled }) => [from, filled?.from]));
  const found = Object.entries(names).filter(([id]) => ids.has(id));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** Heads of all topics, with the labels of their neighbours. */
export function composeHeads({
  vocabulary,
}: {
  readonly vocabulary: { readonly topics: readonly HeldTopic[] };
}): TopicHead[] {
  const labels = new Map(vocabulary.topics.map(({ id, label }) => [id, label.en]));
  return vocabulary.topics.map(
    ({ id, label, tier, definition, scope, cells, broader, related, from, addedBy }) => ({
      id,
      label: label.en,
      tier,
      definition,
      scope,
      cells,
      related: [...new Set([...broader, ...related])].flatMap((other) => {
        const name = labels.get(other);
        return name === undefined ? [] : [{ id: other, label: name }];
      }),
      ...(from === undefined ? {} : { from }),
      ...(addedBy === undefined ? {} : { addedBy: [...addedBy] }),
    }),
  );
}

/** Each cell with its lines counted by kind and listed in order. */
export function composeCells(pack: Pick<Merged, 'cells' | 'entries'>): CellRow[] {
  const lines = new Map<string, Entry[]>(pack.cells.map(({ id }) => [id, []]));
  for (const entry of pack.entries)
    for (const cell of entry.role === 'main' ? entry.cells : []) lines.get(cell)?.push(entry);
  return pack.cells.map((cell) => {
    const counts = { seminal: 0, key: 0, review: 0, guidance: 0, unknown: 0, total: 0 };
    const listed = (lines.get(cell.id) ?? []).sort(inListOrder);
    for (const { kind } of listed) counts[kind ?? 'unknown']++;
    counts.total = listed.length;
    return { ...cell, counts, list: listed.map(({ id }) => id) };
  });
}

/** Newest first; a year that is not known comes last. */
export function newestFirst(guidance: readonly HeldGuidance[]): HeldGuidance[] {
  return [...guidance].sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.id < b.id ? -1 : 1));
}

export function inOrder(a: HeldPassage, b: HeldPassage): number {
  return a.cell === b.cell ? a.order - b.order : a.cell < b.cell ? -1 : 1;
}

/** In the order of the cell's list; documents without a line of their own after it. */
export function inListOrder(a: Entry, b: Entry): number {
  return (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER);
}

function byTopic<T extends { readonly topics: readonly string[] }>(rows: readonly T[]) {
  const map = new Map<string, T[]>();
  for (const row of rows)
    for (const topic of row.topics) {
      const list = map.get(topic);
      if (list) list.push(row);
      else map.set(topic, [row]);
    }
  return map;
}
