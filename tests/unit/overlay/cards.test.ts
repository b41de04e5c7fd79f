// One card at a time: what comes late for an earlier mark is dropped, and a mark that goes takes its card along.
import { beforeEach, expect, it } from 'vitest';
import { Cards } from '../../../lib/overlay/cards';
import type { Mark } from '../../../lib/overlay/marks';
import type { Card, CardOpening, CardPorts, Evidence, PageSide } from '../../../lib/overlay/model';

let answers: Record<string, (evidence: unknown) => void> = {};
let log: string[] = [];
let opening: CardOpening | null = null;
let shown: Mark[] = [];
const cardWhen = 'hover';

const block = { text: 'care and help', nodes: [], starts: [] };
const mark = (topic: string, start: number) =>
  ({
    topic,
    words: topic,
    stance: 'asserted',
    start,
    end: start + 4,
    block,
    cites: null,
    why: null,
    element: document.body,
    place: { startContainer: document.body },
  }) as never as Mark;

const card: Card = {
  element: document.createElement('div'),
  open(next) {
    opening = next;
    log.push(`open ${next.mention.topic.id}`);
  },
  show: (evidence: Evidence) => log.push(`show ${evidence.state}`),
  close: () => log.push('close'),
  remove: () => log.push('remove'),
};

function cards() {
  const marked = {
    get shown() {
      return shown;
    },
    topics: new Map(),
    host: '',
    here: new Set<Mark>(),
    dismissals: [],
  };
  const page = {
    window,
    marked,
    signal: new AbortController().signal,
    ports: undefined,
    blocks: () => [],
    markAt: () => null,
    wishes: () => ({ cardWhen, cardDelay: 500 }),
    words: () => null,
    rectsOf: () => [new DOMRect(0, 0, 10, 10)],
    current: () => {},
    sift: () => {},
  };
  const ports = {
    evidence: (topic: string) =>
      new Promise((resolve) => {
        answers[topic] = resolve;
      }),
  };
  return new Cards(page as never as PageSide, card, ports as never as CardPorts);
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  answers = {};
  log = [];
  opening = null;
  shown = [mark('care', 0), mark('help', 9)];
});

it('drops an answer for a mark whose card has been taken over', async () => {
  const at = cards();
  at.next(false);
  at.next(false);
  expect(log).toEqual(['open care', 'open help']);
  answers.care?.({ ok: true, answer: {} });
  await settle();
  expect(log).toHaveLength(2);
  answers.help?.({ ok: true, answer: {} });
  await settle();
  expect(log).toEqual(['open care', 'open help', 'show ready']);
});

it('drops an answer that comes after the card was closed', async () => {
  const at = cards();
  at.next(false);
  opening?.actions.close();
  answers.care?.({ ok: true, answer: {} });
  await settle();
  expect(log).toEqual(['open care', 'close']);
});

it('keeps a card opened by keyboard though its mark goes, and takes it out at the end', () => {
  const at = cards();
  at.next(false);
  shown = [];
  at.marksChanged();
  expect(at.current).not.toBe(null);
  at.stop();
  expect(log).toEqual(['open care', 'close', 'remove']);
});
