// The menu of a page: selected words go by a ticket and stay out of addresses; a page is marked at the reader's wish.
import { describe, expect, it } from 'vitest';
import { keepLooked } from '../../../components/matrix/looked';
import { parseHash, searchHref } from '../../../components/matrix/route';
import { runCommand } from '../../../lib/background/commands';
import { lookedUp, lookUpPath, nearestTopics } from '../../../lib/background/look-up';
import { chooseMenu, LOOK_UP, MARK_PAGE, menuEntries } from '../../../lib/background/menu-work';
import type { SearchAsk } from '../../../lib/evidence/search/model';
import { memoryArea, pageSummary, testRooms } from './rooms';

const FROM = { topics: [], page: null, ticket: null };

describe('selected words', () => {
  it('are handed over by a ticket that says nothing of them', async () => {
    const area = memoryArea();
    const path = await lookUpPath(area, '  Lot 3:\n residential   rehab ');
    expect(path).toMatch(/^\/matrix\.html#\/search\?look=[0-9a-f]{8}$/);
    const hash = path.slice(path.indexOf('#'));
    expect(await lookedUp(area, hash)).toEqual({
      ticket: hash.slice(-8),
      words: 'Lot 3: residential rehab',
    });
  });

  it('are cut where they are more than one question; none lead to the empty search', async () => {
    const area = memoryArea();
    const path = await lookUpPath(area, 'a '.repeat(5000));
    const looked = await lookedUp(area, path.slice(path.indexOf('#')));
    expect(looked?.words).toHaveLength(300);
    expect(await lookUpPath(area, ' \n ')).toBe('/matrix.html#/search');
  });

  it.each(['#/search', '#/search?look=../../x', '#/search?look=0a1b2c3d', '#/?look='])(
    'are none behind %s',
    async (hash) => {
      expect(await lookedUp(memoryArea({ 'look.0a1b2c3d': 7 }), hash)).toBeNull();
    },
  );

  it('stay out of the address while they are changed and filtered', () => {
    keepLooked('0a1b2c3d', { words: 'under embargo', nearest: async () => [] });
    const { route } = parseHash('#/search?look=0a1b2c3d');
    if (route.view !== 'search') throw new Error(route.view);
    expect(route.text).toBe('under embargo');
    expect(searchHref({ ...route, cell: 'drug/E4' }, FROM)).toBe(
      '#/search?look=0a1b2c3d&cell=drug/E4',
    );
    const changed = searchHref({ ...route, text: 'under embarg' }, FROM);
    expect(changed).toMatch(/^#\/search\?look=0a1b2c3d-\d+$/);
    expect(parseHash(changed).route).toMatchObject({ text: 'under embarg' });
    expect(parseHash('#/search?look=ffffffff&q=old').route).toMatchObject({ text: 'old' });
    expect(searchHref({ text: 'typed' }, FROM)).toBe('#/search?q=typed');
  });
});

describe('nearest topics', () => {
  const search = (known: Record<string, string[]>) => async (ask: SearchAsk) => {
    const ids = known[ask.text] ?? [];
    const found = { groups: { topic: { total: ids.length, ids } }, topics: [] };
    return {
      ok: true,
      value: { state: 'found', found, entries: [], passages: [], guidance: [] },
    } as never;
  };

  it('are those that the words name', async () => {
    expect(await nearestTopics('rehab', search({ rehab: ['residential'] }))).toEqual([
      'residential',
    ]);
  });

  it('are else those that most of the longer words find', async () => {
    const known = {
      placement: ['residential', 'needs'],
      funding: ['cost', 'residential'],
      panel: [],
    };
    expect(await nearestTopics('the placement funding panel', search(known))).toEqual([
      'residential',
      'cost',
      'needs',
    ]);
  });

  it('are none where the search does not answer', async () => {
    expect(await nearestTopics('rehab', async () => ({ ok: false, reason: 'closed' }))).toEqual([]);
  });
});

describe('the menu', () => {
  it('looks selected words up in a new tab', async () => {
    const { world } = testRooms();
    await chooseMenu(world, memoryArea(), LOOK_UP, 'rehab', { id: 3 });
    expect(world.log).toEqual([['page', expect.stringMatching(/^\/matrix\.html#\/search\?look=/)]]);
    expect(menuEntries().map(({ id, over }) => [id, over])).toEqual([
      ['look-up', 'selection'],
      ['mark-page', 'page'],
    ]);
  });

  it('marks a page as soon as its script answers, and so does the command', async () => {
    const { world, summaries } = testRooms();
    let asked = 0;
    world.page = async () => {
      asked++;
      const state = asked < 3 ? 'off' : 'reading';
      return { ok: true, answer: pageSummary([], { state }) } as never;
    };
    await chooseMenu(world, memoryArea(), MARK_PAGE, '', { id: 3 });
    expect(world.log[0]).toEqual(['overlay', 3]);
    expect(asked).toBe(3);
    world.open = [{ id: 4, url: 'https://a.example/', title: '' }];
    expect(await runCommand('mark-page', world, summaries)).toBe(true);
    expect(world.log.at(-1)).toEqual(['ask', 4, 'page/mark-anyway', {}, 'all']);
  });

  it('leaves a page alone that may not be read', async () => {
    const { world } = testRooms();
    world.injectOverlay = async () => {
      throw new Error('the store');
    };
    await chooseMenu(world, memoryArea(), MARK_PAGE, '', { id: 3 });
    expect(world.log).toEqual([]);
  });
});
