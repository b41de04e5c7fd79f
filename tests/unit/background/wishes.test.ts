// One setting changed: kept, told to every page that is open with what holds on its host, refused where it is locked or cannot be.
import { describe, expect, it } from 'vitest';
import { handlers } from '../../../lib/background/handlers';
import { onlyFromOwnPages } from '../../../lib/messages/map';
import { pageWishes } from '../../../lib/settings/page-wishes';
import { Settings } from '../../../lib/settings/schema';
import { settingsStore } from '../../../lib/settings/store';
import { frame, memoryArea, pageSummary, testRooms } from './rooms';

const own = { extension: 'ours', url: 'chrome-extension://ours/settings.html', tab: null };
const WISHES = pageWishes(Settings.parse({}), '');

async function twoPages(more?: Parameters<typeof testRooms>[1]) {
  const rooms = testRooms({}, more);
  const answer = handlers(rooms);
  await answer['page/report']({ summary: pageSummary(['a']) }, frame(3, 'https://a.example/'));
  await answer['page/report']({ summary: pageSummary(['a']) }, frame(5, 'https://b.example/'));
  await answer['page/report']({ summary: pageSummary(['a']) }, frame(5, 'https://b.example/', 2));
  rooms.world.log.length = 0;
  return { rooms, answer };
}

describe('one setting', () => {
  it('reaches every page that reported, all its frames, and is kept', async () => {
    const { rooms, answer } = await twoPages();
    const set = await answer['settings/set']({ field: 'tiers', value: [1, 2] }, own);
    expect(set).toEqual({ ok: true });
    const ask = { wishes: { ...WISHES, tiers: [1, 2] }, words: null };
    expect(rooms.world.log).toEqual([
      ['ask', 3, 'page/wishes', ask, 'all'],
      ['ask', 5, 'page/wishes', ask, 'all'],
    ]);
    expect((await rooms.settings.read()).tiers).toEqual([1, 2]);
  });

  it('comes with the words of the language chosen', async () => {
    const { rooms, answer } = await twoPages();
    const welsh = { language: 'cy', words: { Settings: 'Gosodiadau' } };
    const speaking = { ...rooms, words: async (it: string) => (it === 'cy' ? welsh : null) };
    await handlers(speaking)['settings/set']({ field: 'language', value: 'cy' }, own);
    expect(rooms.world.log[0]?.[3]).toMatchObject({ words: welsh });
    expect(answer).toBeDefined();
  });

  it('is refused where it is locked or of no known shape, and what was set stays', async () => {
    const policy = { settings: { role: 'commissioner' }, locked: ['role'] };
    const { rooms, answer } = await twoPages({ policy });
    const locked = await answer['settings/set']({ field: 'role', value: 'manager' }, own);
    expect(locked).toEqual({
      ok: false,
      reason: 'Your organisation has set this. Nothing was changed.',
    });
    const broken = await answer['settings/set']({ field: 'cardDelay', value: 'soon' }, own);
    expect(broken.ok).toBe(false);
    expect(rooms.world.log).toEqual([]);
  });

  it('says so where there is no room, and what was set stays', async () => {
    const { rooms } = await twoPages();
    const full = {
      ...memoryArea({ 'settings.tiers': [1, 2] }),
      set: async () => {
        throw new Error('QUOTA_BYTES quota exceeded');
      },
    };
    const answer = handlers({ ...rooms, settings: settingsStore(full) });
    const set = await answer['settings/set']({ field: 'tiers', value: [1] }, own);
    expect(set).toMatchObject({ ok: false, reason: expect.stringContaining('no room left') });
    const site = await answer['site/turn']({ host: 'a.example', on: false }, own);
    expect(site).toMatchObject({ ok: false, reason: expect.stringContaining('no room left') });
    expect(rooms.world.log).toEqual([]);
  });

  it('is for our own pages to ask only', () => {
    for (const kind of ['settings/set', 'settings/follow', 'site/want', 'everywhere/turn'])
      expect(onlyFromOwnPages.has(kind), kind).toBe(true);
  });
});

describe('a word ruled out', () => {
  it('goes to the other open pages too, each with what holds on its host', async () => {
    const { rooms, answer } = await twoPages();
    const here = { topic: 'mutual-aid', words: 'na', host: 'a.example' };
    await answer['sense/dismiss']({ dismissal: here }, frame(3, 'https://a.example/'));
    const said = rooms.world.log.map((line) => (line[3] as { wishes: unknown }).wishes);
    expect(said).toMatchObject([{ dismissals: [here] }, { dismissals: [] }]);
  });
});

describe('everywhere', () => {
  it('off reaches open pages and those to come; on again leaves sites off that were off', async () => {
    const { rooms, answer } = await twoPages();
    await answer['site/turn']({ host: 'b.example', on: false }, own);
    rooms.world.log.length = 0;
    await answer['everywhere/turn']({ on: false }, own);
    expect(rooms.world.log).toEqual([
      ['ask', 3, 'page/turn', { on: false }, 'all'],
      ['ask', 5, 'page/turn', { on: false }, 'all'],
    ]);
    const start = () => answer['page/start']({}, frame(3, 'https://a.example/'));
    expect(await start()).toEqual({ on: false });
    rooms.world.log.length = 0;
    await answer['everywhere/turn']({ on: true }, own);
    expect(rooms.world.log).toEqual([
      ['ask', 3, 'page/turn', { on: true }, 'all'],
      ['ask', 5, 'page/turn', { on: false }, 'all'],
    ]);
    expect(await start()).toHaveProperty('on', true);
  });
});

describe('a site wished for', () => {
  it('is written down once and registered, and no longer when it is taken back', async () => {
    const { rooms, answer } = await twoPages();
    const pattern = 'https://portal.example/*';
    await answer['site/want']({ pattern, on: true }, own);
    await answer['site/want']({ pattern, on: true }, own);
    expect((await rooms.settings.read()).sites).toEqual([pattern]);
    expect(rooms.world.log).toEqual([['align'], ['align']]);
    await answer['site/want']({ pattern, on: false }, own);
    expect((await rooms.settings.read()).sites).toEqual([]);
  });
});
