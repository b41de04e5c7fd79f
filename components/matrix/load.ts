// What a place in the matrix needs from the evidence before it can be shown.
import type { Passage } from '../../lib/evidence/model';
import type {
  CellView,
  EntryView,
  MapView,
  TopicEvidence,
  TopicHead,
} from '../../lib/evidence/views';
import type { Route } from './route';

export type Got<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** The evidence as the matrix page reads it; null for what is not held. */
export interface EvidenceSource {
  map(): Promise<Got<MapView>>;
  topics(): Promise<Got<readonly TopicHead[]>>;
  cell(id: string): Promise<Got<CellView | null>>;
  entry(id: string): Promise<Got<EntryView | null>>;
  topic(id: string): Promise<Got<TopicEvidence | null>>;
}

export type Shown =
  | { readonly view: 'map'; readonly matrix: 'drug' | 'alcohol' }
  | { readonly view: 'cell'; readonly cell: CellView }
  | { readonly view: 'entry'; readonly cell: string; readonly entry: EntryView }
  | { readonly view: 'passage'; readonly cell: CellView; readonly passage: Passage }
  | { readonly view: 'topic'; readonly topic: TopicEvidence }
  | { readonly view: 'unknown'; readonly address: string };

/** Both maps and all topics: the same on every view, read once. */
export interface Frame {
  readonly map: MapView;
  readonly topics: readonly TopicHead[];
}

export async function loadFrame(source: EvidenceSource): Promise<Got<Frame>> {
  const [map, topics] = await Promise.all([source.map(), source.topics()]);
  if (!map.ok) return map;
  if (!topics.ok) return topics;
  return { ok: true, value: { map: map.value, topics: topics.value } };
}

export async function loadView(source: EvidenceSource, route: Route): Promise<Got<Shown>> {
  switch (route.view) {
    case 'map':
      return { ok: true, value: { view: 'map', matrix: route.matrix } };
    case 'unknown':
      return { ok: true, value: route };
    case 'cell': {
      const got = await source.cell(route.cell);
      return orUnknown(got, route.cell, (cell) => ({ view: 'cell', cell }));
    }
    case 'entry': {
      const got = await source.entry(route.id);
      return orUnknown(got, route.id, (entry) => ({ view: 'entry', cell: route.cell, entry }));
    }
    case 'passage': {
      const got = await source.cell(route.cell);
      return orUnknown(got, route.id, (cell) => {
        const passage = cell.passages.find((one) => one.id === route.id);
        return passage ? { view: 'passage', cell, passage } : null;
      });
    }
    case 'topic': {
      const got = await source.topic(route.id);
      return orUnknown(got, `topic/${route.id}`, (topic) => ({ view: 'topic', topic }));
    }
  }
}

function orUnknown<T>(
  got: Got<T | null>,
  address: string,
  show: (value: T) => Shown | null,
): Got<Shown> {
  if (!got.ok) return got;
  const shown = got.value === null ? null : show(got.value);
  return { ok: true, value: shown ?? { view: 'unknown', address: `/${address}` } };
}

/** Cells that the topics bear on, each once. */
export function cellsOf(ids: readonly string[], topics: readonly TopicHead[]): string[] {
  return [...new Set(ids.flatMap((id) => topics.find((topic) => topic.id === id)?.cells ?? []))];
}
