// What a place in the matrix needs from the evidence before it can be shown.
import type { Entry, Passage } from '../../lib/evidence/model';
import type { SearchAnswer, SearchAsk } from '../../lib/evidence/search/model';
import type {
  CellView,
  EntryView,
  MapView,
  SourceNames,
  TopicEvidence,
  TopicHead,
  TopicWords,
} from '../../lib/evidence/views';
import type { Arrangement, Route } from './route';

export type Got<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** The evidence as the matrix page reads it; null for what is not held. */
export interface EvidenceSource {
  map(): Promise<Got<MapView>>;
  topics(): Promise<Got<readonly TopicHead[]>>;
  /** What evidence beside the shipped one is called. */
  sources(): Promise<Got<SourceNames>>;
  cell(id: string): Promise<Got<CellView | null>>;
  entry(id: string): Promise<Got<EntryView | null>>;
  topic(id: string): Promise<Got<TopicEvidence | null>>;
  words(topic: string): Promise<Got<TopicWords | null>>;
  search(ask: SearchAsk): Promise<Got<SearchAnswer>>;
}

/** The passage that the reader was led to, and the entry that led there. */
export interface At {
  readonly passage: Passage;
  readonly entry: Entry | null;
}

export type Shown =
  | { readonly view: 'map'; readonly matrix: 'drug' | 'alcohol' }
  | {
      readonly view: 'cell';
      readonly cell: CellView;
      readonly by: Arrangement;
      readonly at: At | null;
    }
  | { readonly view: 'entry'; readonly cell: string; readonly entry: EntryView }
  | { readonly view: 'topic'; readonly topic: TopicEvidence; readonly words: TopicWords | null }
  | Extract<Route, { view: 'search' }>
  | { readonly view: 'unknown'; readonly address: string };

/** Both maps, all topics and the names of further evidence: the same on every view. */
export interface Frame {
  readonly map: MapView;
  readonly topics: readonly TopicHead[];
  readonly sources: SourceNames;
}

export async function loadFrame(source: EvidenceSource): Promise<Got<Frame>> {
  const [map, topics, sources] = await Promise.all([
    source.map(),
    source.topics(),
    source.sources(),
  ]);
  if (!map.ok) return map;
  if (!topics.ok) return topics;
  if (!sources.ok) return sources;
  return { ok: true, value: { map: map.value, topics: topics.value, sources: sources.value } };
}

export async function loadView(source: EvidenceSource, route: Route): Promise<Got<Shown>> {
  switch (route.view) {
    case 'map':
    case 'search':
    case 'unknown':
      return { ok: true, value: route };
    case 'cell': {
      const got = await source.cell(route.cell);
      return orUnknown(got, route.cell, (cell) => ({ view: 'cell', cell, by: route.by, at: null }));
    }
    case 'entry': {
      const got = await source.entry(route.id);
      return orUnknown(got, route.id, (entry) => ({ view: 'entry', cell: route.cell, entry }));
    }
    case 'passage': {
      const [got, from] = await Promise.all([
        source.cell(route.cell),
        route.entry === null ? null : source.entry(route.entry),
      ]);
      const entry = from?.ok ? (from.value?.entry ?? null) : null;
      return orUnknown(got, route.id, (cell) => {
        const passage = cell.passages.find((one) => one.id === route.id);
        return passage ? { view: 'cell', cell, by: 'kind', at: { passage, entry } } : null;
      });
    }
    case 'topic': {
      const [got, words] = await Promise.all([source.topic(route.id), source.words(route.id)]);
      if (!words.ok) return words;
      return orUnknown(got, `topic/${route.id}`, (topic) => ({
        view: 'topic',
        topic,
        words: words.value,
      }));
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
