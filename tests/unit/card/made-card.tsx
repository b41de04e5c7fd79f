// A card with made-up evidence, and the ways to read and use it.
import { vi } from 'vitest';
import { type MountedCard, mountCard } from '../../../components/card/mount';
import type { Entry } from '../../../lib/evidence/model';
import type { TopicEvidence } from '../../../lib/evidence/views';
import type { CardMention, Evidence, Opened, Outcome } from '../../../lib/overlay/model';

export const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id: `drug/E4/${id}`,
  cells: ['drug/E4'],
  kind: 'key',
  kindInferred: false,
  role: 'main',
  order: 1,
  title: `Title of ${id}`,
  year: 2001,
  country: 'US',
  publisher: null,
  summary: null,
  findings: [{ outcome: 'Retention', direction: 'better', detail: 'modestly' }],
  caution: 'A caution.',
  links: [{ kind: 'free', url: 'https://example.org/a.pdf', confidence: 'likely' }],
  citation: null,
  relations: [],
  topics: ['rehab'],
  completeness: 'full',
  edition: 'latest',
  source: 'test',
  ...more,
});
export const passage = {
  id: 'drug/E4/passage/who',
  cell: 'drug/E4',
  order: 1,
  heading: 'Who needs it?',
  kind: 'issue' as const,
  paragraphs: ['The gist.'],
  more: [],
  entries: ['drug/E4/a'],
  topics: ['rehab'],
};
export const newer = (id: string, more = {}) => ({
  id: `guidance/${id}`,
  title: `Guidance ${id}`,
  publisher: 'OHID',
  year: 2025,
  nation: 'England',
  url: `https://example.org/${id}`,
  urlKind: 'official' as const,
  topics: ['rehab'],
  entries: [],
  note: null,
  source: 'test',
  ...more,
});
export const topicHead: TopicEvidence['topic'] = {
  id: 'rehab',
  label: 'Rehab',
  tier: 1,
  definition: '',
  scope: '',
  cells: ['drug/E4'],
  related: [],
};
export const evidence = (more: Partial<TopicEvidence> = {}): Evidence => ({
  state: 'ready',
  evidence: {
    topic: topicHead,
    statement: {
      topic: 'rehab',
      lead: 'Mixed',
      says: 'It helps some.',
      question: { text: 'Who decides?', passage: passage.id },
      basis: ['drug/E4/a'],
    },
    entries: ['a', 'b', 'c', 'd', 'e'].map((id) => entry(id)),
    passages: [passage],
    guidance: [newer('n1'), newer('n2', { url: null })],
    revised: '2018-07-17',
    ...more,
  },
});
export const mention = (more: Partial<CardMention> = {}): CardMention => ({
  topic: { id: 'rehab', label: 'Rehab', cells: ['drug/E4', 'drug/A4', 'alcohol/E4'] },
  words: 'residential rehab',
  stance: 'asserted',
  sentence: { before: 'No ', after: ' here.' },
  elsewhere: 2,
  why: {
    term: 'rehab',
    reading: 'AA as Alcoholics Anonymous',
    decidedBy: ['“meetings” beside it'],
    couldBe: 'a car club',
  },
  cites: null,
  at: 4,
  of: 31,
  host: 'www.example.gov.uk',
  ...more,
});

let mounted: MountedCard | null = null;
/** Opens a card in the document, with what it may do watched. `done` is how its deeds end. */
export function open(
  about: CardMention,
  what: Evidence,
  how: Opened = 'pointer',
  done: Outcome = { ok: true },
) {
  const root = document.createElement('div');
  document.body.append(root);
  const actions = {
    close: vi.fn(),
    openMatrix: vi.fn(),
    retry: vi.fn(),
    goElsewhere: vi.fn(),
    keepOpen: vi.fn(),
    dismiss: vi.fn(async () => done),
    undoDismiss: vi.fn(async () => done),
  };
  const copy = vi.fn(async () => done.ok);
  const noteCited = vi.fn();
  const card = mountCard(root, {
    href: (path) => `ext:${path}`,
    copy,
    noteCited,
    today: () => '2026-11-24',
  });
  mounted = card;
  const anchor = { box: () => null, element: root };
  card.open({ mention: about, evidence: what, anchor, how, actions });
  const by = (selector: string) => {
    const el = root.querySelector<HTMLElement>(selector);
    if (!el) throw new Error(`no ${selector}`);
    return el;
  };
  const button = (words: string) => {
    const all = [...root.querySelectorAll('button')];
    const el = all.find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent)?.includes(words),
    );
    if (!el) throw new Error(`no button ${words}`);
    return el;
  };
  const click = async (words: string) => {
    button(words).click();
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const text = () => (root.textContent ?? '').replace(/\s+/g, ' ');
  return { root, card, actions, copy, noteCited, by, button, click, text };
}
/** Takes the card away; for after each test. */
export function clearCard(): void {
  mounted?.clear();
  document.body.replaceChildren();
}
