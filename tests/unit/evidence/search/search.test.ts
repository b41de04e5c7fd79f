// Search on the evidence that ships: as typed, begun, mistyped, in other words; filters, counts, and what was meant.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allEntries } from '../../../../lib/evidence/blocks';
import type { EvidenceDatabase } from '../../../../lib/evidence/database';
import { seedEvidence } from '../../../../lib/evidence/packs/seed';
import type { SearchAsk, SearchRows } from '../../../../lib/evidence/search/model';
import { INDEX_FORM, type SearchRoom, searchRoom } from '../../../../lib/evidence/search/room';
import { queryWords } from '../../../../lib/evidence/search/search';
import { slips, wordsOf } from '../../../../lib/evidence/search/words';
import { freshDatabase, packCopy, seededDatabase } from '../real-pack';
import { askFor } from './search-ask';

let db: EvidenceDatabase;
let room: SearchRoom;
beforeAll(async () => {
  db = await seededDatabase();
  room = searchRoom(db, { patience: 60_000 });
});
afterAll(async () => {
  await db.delete();
});

async function find(text: string, more: Partial<SearchAsk> = {}): Promise<SearchRows> {
  const answer = await room.ask(askFor(text, more));
  if (!answer.ok || answer.value.state !== 'found') throw new Error(JSON.stringify(answer));
  return answer.value;
}

const titles = (rows: SearchRows) => rows.entries.map(({ title }) => title);

describe('words', () => {
  it('are folded, possessives cut, hyphens both ways', () => {
    expect(wordsOf('Clients’ key-worker’s Über-plan, A&E').map(({ word }) => word)).toEqual([
      'clients',
      'key',
      'worker',
      'keyworker',
      'uber',
      'plan',
      'uberplan',
      'a',
      'e',
    ]);
  });

  it('keep their place in the text', () => {
    const text = 'Women’s  aid';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Women', 'aid']);
  });

  it('leave common words out of a query that has others', () => {
    expect(queryWords('the care of').map(({ word }) => word)).toEqual(['care']);
    expect(queryWords('of the').map(({ word }) => word)).toEqual(['of', 'the']);
  });

  it('are so many slips apart', () => {
    expect(slips('rehabiltation', 'rehabilitation', 2, false)).toBe(1);
    expect(slips('mutaul', 'mutual', 1, false)).toBe(1);
    expect(slips('mutual', 'alcohol', 2, false)).toBe(3);
    expect(slips('rehabiltat', 'rehabilitation', 2, true)).toBe(1);
    expect(slips('methadone', 'methadone', 2, false)).toBe(0);
  });
});

describe('finding', () => {
  it('meets every word, best first', async () => {
    const rows = await find('residential care');
    expect(titles(rows)[0]).toMatch(/residential care/i);
    expect(rows.found.groups.passage.ids).toContain('drug/E4/passage/who-needs-residential-care');
  });

  it('finds what is only begun', async () => {
    const rows = await find('case manag');
    expect(rows.found.groups.topic.ids[0]).toBe('case-management');
    expect(titles(rows)).toContain('Varieties and impacts of case management');
  });

  it.each([
    ['rehabiltation', 'residential-rehabilitation'],
    ['mutaul aid', 'mutual-aid'],
    ['mutualaid', 'mutual-aid'],
  ])('forgives the slip in “%s”', async (typed, topic) => {
    expect((await find(typed)).found.groups.topic.ids).toContain(topic);
  });

  it.each([
    ['rehab', 'residential-rehabilitation', 'Determining who needs residential care'],
    ['fellowship meetings', 'mutual-aid', 'Active referral significantly promotes NA/AA'],
    ['alcoholics anonymous', 'mutual-aid', 'Active referral significantly promotes NA/AA'],
  ])('by other words: “%s” finds what belongs to %s', async (typed, topic, title) => {
    const rows = await find(typed, { limits: { ...askFor('').limits, entry: 100 } });
    expect(rows.found.topics).toContain(topic);
    expect(titles(rows).some((one) => one.startsWith(title))).toBe(true);
  });

  it('lets a topic stand for its own words only', async () => {
    const rows = await find('rehab veterans zzzz');
    expect(rows.entries).toEqual([]);
  });

  it('finds a year, a place, a publisher, an author', async () => {
    const rows = await find('2012 uk referral');
    expect(titles(rows)[0]).toMatch(/active referral/i);
    expect((await find('manning')).entries.length).toBeGreaterThan(0);
  });

  it('finds plural by singular and American by British spelling', async () => {
    expect((await find('programmes')).entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: expect.stringMatching(/program/i) }),
      ]),
    );
  });

  it('answers text of any sort', async () => {
    for (const text of ['<b>', '"', '\\', '( [', '%', '…', '💊', 'a'.repeat(5000), ' \n'])
      expect((await find(text)).found.groups.entry.total).toBeGreaterThanOrEqual(0);
  });

  it('finds nothing by signs alone', async () => {
    expect((await find('??')).found.groups.entry.total).toBe(0);
  });
});

describe('nothing found', () => {
  it('asks whether the words that are held were meant', async () => {
    const { found, entries } = await find('rehabiltation of debtors');
    expect(entries).toEqual([]);
    expect(found.meant).toBe('rehabilitation');
    expect((await find('rehabilitation')).found.groups.topic.total).toBeGreaterThan(0);
  });

  it('does not guess from nothing', async () => {
    expect((await find('xqzzy')).found.meant).toBeNull();
  });
});

describe('filters', () => {
  it('list every entry of a kind, without words', async () => {
    const rows = await find('', {
      kinds: ['review'],
      limits: { ...askFor('').limits, entry: 500 },
    });
    const reviews = (await allEntries(db)).filter(({ kind }) => kind === 'review');
    expect(rows.entries).toHaveLength(reviews.length);
    expect(rows.entries.every(({ kind }) => kind === 'review')).toBe(true);
    expect(rows.found.kinds.review).toBe(reviews.length);
    // Counted as if the kind were not filtered, so that the reader sees what else there is.
    expect(rows.found.kinds.key).toBeGreaterThan(0);
  });

  it('keep to a cell', async () => {
    const rows = await find('', { cell: 'drug/B5' });
    expect(rows.entries).toHaveLength(6);
    expect(rows.found.cells['drug/E4']).toBeGreaterThanOrEqual(15);
    expect((await find('', { cell: 'drug/Z9' })).entries).toEqual([]);
  });

  it('count kinds that add up to what is found', async () => {
    const { found } = await find('treatment');
    const sum = Object.values(found.kinds).reduce((a, b) => a + b, 0);
    expect(sum).toBe(found.groups.entry.total);
  });
});

describe('the room', () => {
  it('says how far it is, and finds once it is ready', async () => {
    const room = searchRoom(db, { patience: 0 });
    expect(await room.ask(askFor('rehab'))).toMatchObject({
      ok: true,
      value: { state: 'preparing' },
    });
    await expect
      .poll(async () => {
        const answer = await room.ask(askFor('rehab'));
        return answer.ok && answer.value.state;
      })
      .toBe('found');
  });

  it('says so where no evidence is held', async () => {
    expect(await searchRoom(freshDatabase()).ask(askFor('rehab'))).toMatchObject({
      ok: false,
      code: 'empty',
    });
  });

  it('finds in the new evidence once it is replaced', async () => {
    const own = await seededDatabase();
    const room = searchRoom(own, { patience: 60_000 });
    await room.ask(askFor('treatment'));
    const other = packCopy();
    for (const entry of other.entries) entry.title = `Zebra ${entry.title}`;
    await seedEvidence(own, JSON.stringify(other));
    const answer = await room.ask(askFor('zebra'));
    expect(answer.ok && answer.value.state === 'found' && answer.value.entries.length).toBe(20);
  });

  it('stores the index of a larger set, uses it again, and not for other evidence', async () => {
    const own = await seededDatabase();
    const ask = askFor('active referral');
    const options = { patience: 60_000, worthStoring: 100 };
    const first = await searchRoom(own, options).ask(ask);
    const row = await own.search.get('index');
    expect(row?.form).toBe(INDEX_FORM);
    if (!row) throw new Error('no index was stored');
    expect(await searchRoom(own, options).ask(ask)).toEqual(first);
    // What stands in the store is what is used.
    await own.search.put({
      ...row,
      index: { ...row.index, ids: row.index.ids.map(() => '!') },
    });
    const spoilt = await searchRoom(own, options).ask(ask);
    expect(spoilt.ok && spoilt.value.state === 'found' && spoilt.value.entries).toEqual([]);
    const other = packCopy();
    for (const entry of other.entries) entry.publisher = 'Another publisher';
    await seedEvidence(own, JSON.stringify(other));
    expect(await own.search.count()).toBe(0);
  });

  it('does not store a small index', async () => {
    const own = await seededDatabase();
    await searchRoom(own, { patience: 60_000 }).ask(askFor('referral'));
    expect(await own.search.count()).toBe(0);
  });
});
