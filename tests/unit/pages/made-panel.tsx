// A side panel with made-up pages, and the ways to read and use it.
import { vi } from 'vitest';
import { PanelApp, type PanelDoors } from '../../../components/panel/PanelApp';
import type { PanelState, ReadState } from '../../../components/panel/state';
import type { Polarity } from '../../../lib/detect/model';
import type { Kind } from '../../../lib/evidence/model';
import type { MapView, TopicEvidence, TopicHead } from '../../../lib/evidence/views';
import type { PageSummary } from '../../../lib/messages/map';
import type { DocumentInFront, MentionLine } from '../../../lib/panel/model';
import { pageSummary } from '../background/rooms';
import { find, settled, show } from './dom';

export const topic = (id: string, asserted: number, excluded = 0, tier: 1 | 2 = 1) => ({
  id,
  label: id,
  tier,
  asserted,
  excluded,
  other: 0,
});

const head = (id: string, cells: string[], tier: 1 | 2 = 1): TopicHead => ({
  id,
  label: id,
  tier,
  definition: '',
  scope: '',
  cells,
  related: [],
});

const HEADS = [
  head('rehab', ['drug/E4', 'alcohol/E4']),
  head('aid', ['drug/A4']),
  head('detox', ['drug/A3']),
  head('goals', ['drug/E2'], 2),
  head('residential', ['drug/E3']),
];
const MAP: MapView = { matrices: [], cells: [], revised: '2026-01-01' };

export const line = (id: string, stance: Polarity = 'asserted'): MentionLine => ({
  id,
  topic: 'aid',
  stance,
  before: 'A list of ',
  words: `AA ${id}`,
  after: ' meetings.',
  heading: 'Premises',
  cites: null,
  at: Number(id),
});

export function documentWith(lines: readonly MentionLine[]): DocumentInFront & {
  readonly asked: { from: number; count: number; stances: readonly string[] }[];
} {
  const asked: { from: number; count: number; stances: readonly string[] }[] = [];
  const of = lines.length;
  return {
    asked,
    async mentions({ from, count, stances }) {
      asked.push({ from, count, stances });
      const left = lines.filter(({ stance }) => stances.includes(stance));
      const mentions = left.slice(from, from + count);
      return { ok: true, list: { total: left.length, mentions } };
    },
    go: vi.fn(async (id) =>
      id === '99'
        ? { ok: false as const, reason: 'These words are no longer on the page.' }
        : { ok: true as const, id, at: Number(id), of },
    ),
    step: vi.fn(async () => ({ ok: true as const, id: '2', at: 2, of })),
    closeCard: vi.fn(async () => undefined),
  };
}

export const lines = (n: number) => Array.from({ length: n }, (_, i) => line(String(i + 1)));

function evidenceOf(id: string, kinds: Kind[]): TopicEvidence {
  const entries = kinds.map((kind, i) => ({
    id: `drug/A4/${id}-${i}`,
    cells: ['drug/A4'],
    kind,
    kindInferred: false,
    role: 'main' as const,
    order: i,
    title: `${id} ${kind}`,
    year: 2001,
    country: 'US',
    publisher: null,
    summary: null,
    findings: [],
    caution: null,
    links: [],
    citation: null,
    relations: [],
    topics: [id],
    completeness: 'title-only' as const,
    edition: 'latest' as const,
    source: 'test',
  }));
  const topic = head(id, ['drug/A4']);
  return { topic, statement: null, entries, passages: [], guidance: [], revised: null };
}

export const read = (page: PageSummary, more: Partial<ReadState> = {}): ReadState => ({
  is: 'read',
  host: 'www.gov.uk',
  key: '3 https://www.gov.uk/a',
  page,
  tiers: [1],
  role: 'everyone',
  document: documentWith(lines(2)),
  heads: HEADS,
  map: MAP,
  ...more,
});

export const PAGE = pageSummary([], {
  title: 'Adult service',
  kind: 'tender notice',
  topics: [topic('rehab', 5, 1), topic('aid', 2), topic('detox', 0, 2), topic('goals', 1, 0, 2)],
});

export async function panel(first: PanelState) {
  let state = first;
  let changed = () => undefined as undefined;
  const doors = {
    look: vi.fn(async () => state),
    onChanged: (heard: () => void) => {
      changed = () => void heard() as undefined;
    },
    turn: vi.fn(async () => undefined),
    markAnyway: vi.fn(async () => undefined),
    markOnce: vi.fn(async () => undefined),
    allow: vi.fn(async () => undefined),
    again: vi.fn(),
    setTiers: vi.fn(async (): Promise<string | null> => null),
    setRole: vi.fn(async (): Promise<string | null> => null),
    openMatrix: vi.fn(async () => undefined),
    evidence: async (id: string) => ({
      ok: true as const,
      value: id === 'aid' ? evidenceOf(id, ['review', 'key', 'key', 'key']) : evidenceOf(id, []),
    }),
    tools: {
      href: (path: string) => `#${path}`,
      copy: async () => true,
      noteCited: () => undefined,
      today: () => '2026-01-01',
    },
  } satisfies PanelDoors;
  const root = show(<PanelApp doors={doors} />);
  await settled();
  return {
    root,
    doors,
    async to(next: PanelState) {
      state = next;
      changed();
      await settled();
      await settled();
    },
  };
}

export const text = (root: HTMLElement, selector: string) =>
  [...root.querySelectorAll(selector)].map((one) => one.textContent);

export async function click(root: HTMLElement, selector: string, words: string) {
  find(root, selector, words).click();
  await settled();
}
