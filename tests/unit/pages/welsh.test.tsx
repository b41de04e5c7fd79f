// Welsh: all that the card, the matrix page and the gate say is Welsh; what stays English (the evidence) is marked so.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountCard } from '../../../components/card/mount';
import type { EvidenceSource } from '../../../components/matrix/load';
import { MatrixApp } from '../../../components/matrix/MatrixApp';
import { longDate } from '../../../components/shared/words';
import { detect } from '../../../lib/detect/detect';
import { blocksOfText } from '../../../lib/detect/text-blocks';
import { citeEntry } from '../../../lib/evidence/cite';
import { EvidenceDatabase } from '../../../lib/evidence/database';
import { failure } from '../../../lib/evidence/errors';
import { seedEvidence } from '../../../lib/evidence/packs/seed';
import * as held from '../../../lib/evidence/queries';
import { searchRoom } from '../../../lib/evidence/search/room';
import type { CardMention, Evidence } from '../../../lib/overlay/model';
import { counted, speak } from '../../../lib/words/words';
import { INSIDE, OUTSIDE } from '../detect/gate-samples';
import { shippedMatcher } from '../detect/shipped';
import { settled, show } from './dom';
import { englishIn, expectWelsh, read, spoken, welsh } from './welsh';

const db = new EvidenceDatabase('welsh-test');
const room = searchRoom(db, { patience: 60_000 });
const source: EvidenceSource = {
  map: () => held.mapView(db),
  topics: () => held.topicList(db),
  sources: () => held.sourceNames(db),
  cell: (id) => held.cellView(db, id),
  entry: (id) => held.entryView(db, id),
  topic: (id) => held.topicEvidence(db, id),
  words: (id) => held.topicWords(db, id),
  search: (ask) => room.ask(ask),
};
const tools = {
  cite: citeEntry,
  prepareSearch: () => room.prepare(),
  origin: async () => null,
  toTab: async () => false,
  copy: async () => true,
  role: { read: async () => 'commissioner' as const, save: async () => undefined },
};

beforeAll(async () => {
  const seeded = await seedEvidence(db, read('data/pack.json'));
  if (!seeded.ok) throw new Error(seeded.reason);
});
afterAll(async () => {
  await db.delete();
});
beforeEach(() => speak(welsh));
afterEach(() => {
  speak(null);
  document.body.replaceChildren();
});

describe('the catalogue', () => {
  it('mutates the noun as the number wants it', () => {
    const counts = [0, 1, 2, 3, 6, 11];
    const all = (one: string, many: string) => counts.map((n) => counted(n, one, many));
    const [c, g, ch] = ['cofnod', 'gofnod', 'chofnod'];
    expect(all('{count} entry', '{count} entries')).toEqual([
      `0 ${c}`,
      `1 ${c}`,
      `2 ${g}`,
      `3 ${ch}`,
      `6 ${ch}`,
      `11 ${c}`,
    ]);
    expect(all('{count} cell', '{count} cells').join()).toBe(
      '0 cell,1 gell,2 gell,3 cell,6 chell,11 cell',
    );
    expect(all('{count} passage', '{count} passages').join()).toBe(
      '0 darn,1 darn,2 ddarn,3 darn,6 darn,11 darn',
    );
    expect(all('{count} topic', '{count} topics').join()).toBe(
      '0 pwnc,1 pwnc,2 bwnc,3 phwnc,6 phwnc,11 pwnc',
    );
    expect(all('{count} mention', '{count} mentions').slice(2, 5).join()).toBe(
      '2 grybwylliad,3 chrybwylliad,6 chrybwylliad',
    );
  });

  it('names months and reasons', () => {
    expect(longDate('2018-07-17')).toBe('17 Gorffennaf 2018');
    expect(failure('cancelled').reason).toMatch(/^Stopiwyd/);
  });
});

describe('the matrix page', () => {
  it.each([
    ['the map', '/drug?topics=residential-rehabilitation'],
    ['a cell', '/drug/E4'],
    ['a cell by year', '/alcohol/A2?by=year'],
    ['a topic', '/topic/residential-rehabilitation'],
    ['a search', '/search?q=case+management'],
    ['a search within a cell', '/search?q=rehab&cell=drug/E4&kind=review'],
    ['a search for nothing', '/search?q=xqzzt&kind=key'],
    ['a search not begun', '/search?q='],
    ['an address that nothing stands at', '/drug/E4/xqzzt'],
  ])('%s', async (_, hash) => {
    await says(hash);
  });

  it('an entry and its passage', async () => {
    const cell = await source.cell('drug/E4');
    if (!cell.ok || !cell.value) throw new Error('no cell');
    const { entries, passages } = cell.value;
    for (const id of [entries[0]?.id, entries.at(-1)?.id, passages[0]?.id]) await says(`/${id}`);
  });

  async function says(hash: string): Promise<void> {
    location.hash = hash;
    const root = show(<MatrixApp source={source} tools={tools} />);
    dispatchEvent(new Event('hashchange'));
    await settled();
    expectWelsh(root, 6);
    expect(document.title).toMatch(/ – Matrics triniaeth$/);
  }
});

describe('the card', () => {
  const mention = (more: Partial<CardMention> = {}): CardMention => ({
    topic: { id: 'case-management', label: 'Case management', cells: ['drug/E4', 'alcohol/E2'] },
    words: 'CM',
    stance: 'asserted',
    sentence: { before: '', after: '' },
    elsewhere: 2,
    why: null,
    cites: null,
    at: 4,
    of: 31,
    host: 'example.org',
    ...more,
  });

  async function says(about: CardMention, evidence: Evidence): Promise<string[]> {
    const root = document.body.appendChild(document.createElement('div'));
    const done = async () => ({ ok: true }) as const;
    const [close, openMatrix, retry, goElsewhere, keepOpen] = Array.from({ length: 5 }, () =>
      vi.fn(),
    );
    const card = mountCard(root, {
      href: (path) => path,
      copy: async () => true,
      noteCited: () => {},
      today: () => '2026-11-24',
    });
    const actions = { close, openMatrix, retry, goElsewhere, keepOpen, dismiss: done } as never;
    card.open({
      mention: about,
      evidence,
      anchor: { box: () => null, element: root },
      how: 'keyboard',
      actions,
    });
    const texts: string[] = [];
    // Every button once, so that all that can be unfolded and said comes to light.
    for (let i = 0; i < 12; i++) {
      texts.push(...spoken(root));
      root.querySelectorAll('button')[i]?.click();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    card.clear();
    return texts;
  }

  it.each([
    ['included', mention()],
    ['ruled out', mention({ stance: 'excluded' })],
    ['ruled out everywhere', mention({ stance: 'excluded', elsewhere: 0 })],
  ])('where the topic is %s', async (_, about) => {
    const got = await source.topic(about.topic.id);
    if (!got.ok || !got.value) throw new Error('no topic');
    const texts = await says(about, { state: 'ready', evidence: got.value });
    expect(texts).toContain("Pam mae hwn wedi'i farcio?");
    expect(englishIn(texts)).toEqual([]);
  });

  it('while it reads, and where it cannot', async () => {
    const texts = [
      ...(await says(mention(), { state: 'loading' })),
      ...(await says(mention(), { state: 'failed', reason: failure('broken').reason })),
    ];
    expect(englishIn(texts)).toEqual([]);
  });
});

describe('the gate and the readings of words', () => {
  const matcher = shippedMatcher();
  it('give their reasons in Welsh', () => {
    const reasons = new Set<string>();
    for (const { title, text } of [...INSIDE, ...OUTSIDE]) {
      const input = { title, host: '', blocks: blocksOfText(`${title}\n\n${text}`) };
      const { relevance, mentions } = detect(input, matcher);
      for (const reason of relevance.reasons) reasons.add(reason);
      for (const { why } of mentions) for (const reason of why.decidedBy) reasons.add(reason);
    }
    expect(reasons.size).toBeGreaterThan(20);
    expect(englishIn([...reasons].map((reason) => reason.replace(/“[^”]*”/g, '“…”')))).toEqual([]);
  });
});
