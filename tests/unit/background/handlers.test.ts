// The background's answers: off means off, reports become the badge, the card goes into the frame that asked.
import { describe, expect, it } from 'vitest';
import { handlers } from '../../../lib/background/handlers';
import { pageWishes } from '../../../lib/settings/page-wishes';
import { Settings } from '../../../lib/settings/schema';
import { frame, pageSummary, testRooms } from './rooms';

const URL_A = 'https://www.gov.uk/a';
const page = frame(3, URL_A);
const popup = { extension: 'ours', url: 'chrome-extension://ours/popup.html', tab: null };

describe('page/start', () => {
  it('gives what marking needs', async () => {
    const rooms = testRooms();
    expect(await handlers(rooms)['page/start']({}, page)).toEqual({
      on: true,
      matcher: '{}',
      topics: [],
      citables: [],
      wishes: pageWishes(Settings.parse({}), ''),
      words: null,
    });
  });

  it('says off on a host that was turned off, in its frames from elsewhere too, and only there', async () => {
    const rooms = testRooms();
    const answer = handlers(rooms);
    await answer['site/turn']({ host: 'www.gov.uk', on: false }, popup);
    const inFrame = {
      ...frame(3, URL_A, 7),
      url: 'https://frames.example/inner',
    };
    expect(await answer['page/start']({}, page)).toEqual({ on: false });
    expect(await answer['page/start']({}, inFrame)).toEqual({ on: false });
    expect(await answer['page/start']({}, frame(4, 'https://gov.uk/a'))).toHaveProperty('on', true);
    await answer['site/turn']({ host: 'www.gov.uk', on: true }, popup);
    expect(await answer['page/start']({}, page)).toHaveProperty('on', true);
  });

  it('gives only the dismissals that hold there', async () => {
    const rooms = testRooms();
    const answer = handlers(rooms);
    const everywhere = { topic: 'mutual-aid', words: 'na', host: null };
    const elsewhere = { topic: 'mutual-aid', words: 'aa', host: 'b.example' };
    await answer['sense/dismiss']({ dismissal: everywhere }, page);
    await answer['sense/dismiss']({ dismissal: elsewhere }, page);
    expect(await answer['page/start']({}, page)).toMatchObject({
      wishes: { dismissals: [everywhere] },
    });
    await answer['sense/restore']({ dismissal: everywhere }, page);
    expect(await answer['page/start']({}, page)).toMatchObject({
      wishes: { dismissals: [] },
    });
  });

  it('fails with the reason where the evidence cannot be opened', async () => {
    const rooms = testRooms({ forMarking: async () => ({ ok: false, reason: 'blocked' }) });
    await expect(handlers(rooms)['page/start']({}, page)).rejects.toThrow('blocked');
  });
});

describe('site/turn', () => {
  it('tells every open tab of the host, all frames', async () => {
    const rooms = testRooms();
    rooms.world.open = [{ id: 3, url: URL_A, title: '' }];
    await handlers(rooms)['site/turn']({ host: 'www.gov.uk', on: false }, popup);
    expect(rooms.world.log).toContainEqual(['ask', 3, 'page/turn', { on: false }, 'all']);
  });
});

describe('page/report', () => {
  it('counts the different topics of all frames on the badge', async () => {
    const rooms = testRooms();
    const answer = handlers(rooms);
    await answer['page/report']({ summary: pageSummary(['a', 'b']) }, page);
    await answer['page/report']({ summary: pageSummary(['b', 'c']) }, frame(3, URL_A, 9));
    expect(rooms.world.log).toEqual([
      ['badge', 3, '2'],
      ['badge', 3, '3'],
    ]);
  });

  it('forgets the frames of the page before', async () => {
    const rooms = testRooms();
    const answer = handlers(rooms);
    await answer['page/report']({ summary: pageSummary(['a', 'b']) }, frame(3, URL_A, 9));
    await answer['page/report']({ summary: pageSummary(['c']) }, frame(3, 'https://www.gov.uk/b'));
    expect(rooms.world.log.at(-1)).toEqual(['badge', 3, '1']);
  });

  it('holds for the same page at another fragment', async () => {
    const rooms = testRooms();
    const answer = handlers(rooms);
    await answer['page/report']({ summary: pageSummary(['a']) }, frame(3, URL_A, 9));
    await answer['page/report']({ summary: pageSummary(['c']) }, frame(3, `${URL_A}#part`));
    expect(rooms.world.log.at(-1)).toEqual(['badge', 3, '2']);
  });

  it.each([
    ['nothing marked', pageSummary([])],
    ['off', pageSummary(['a'], { state: 'off' })],
    [
      'only topics that are not marked',
      pageSummary([], {
        topics: [{ id: 'x', label: 'x', tier: 2, asserted: 3, excluded: 0, other: 0 }],
      }),
    ],
  ])('leaves the badge empty: %s', async (_what, summary) => {
    const rooms = testRooms();
    await handlers(rooms)['page/report']({ summary }, page);
    expect(rooms.world.log).toEqual([['badge', 3, '']]);
  });

  it('passes over what is stored but cannot be read', async () => {
    const rooms = testRooms();
    rooms.session['page.3.1'] = { page: 7 };
    await handlers(rooms)['page/report']({ summary: pageSummary(['a']) }, page);
    expect(rooms.world.log).toEqual([['badge', 3, '1']]);
  });

  it('takes nothing from outside of tabs', async () => {
    const rooms = testRooms();
    const answer = handlers(rooms);
    expect(await answer['page/report']({ summary: pageSummary(['a']) }, popup)).toHaveProperty(
      'ok',
      false,
    );
    expect(await answer['card/load']({}, popup)).toHaveProperty('ok', false);
    expect(rooms.world.log).toEqual([]);
  });
});

describe('other messages', () => {
  it('load the card into the asking frame', async () => {
    const rooms = testRooms();
    await handlers(rooms)['card/load']({}, frame(3, URL_A, 9));
    expect(rooms.world.log).toEqual([['card', 3, 9]]);
  });

  it('open the matrix at an address', async () => {
    const rooms = testRooms();
    await handlers(rooms)['matrix/open']({ path: '/drug/E4?by=year' }, page);
    expect(rooms.world.log).toEqual([['page', '/matrix.html#/drug/E4?by=year']]);
  });

  it('open the matrix lit for all frames of the page, whose title stays out of the address', async () => {
    const rooms = testRooms();
    const answer = handlers(rooms);
    rooms.world.open = [{ id: 3, url: URL_A, title: `Bid under embargo ${'x'.repeat(500)}` }];
    await answer['page/report']({ summary: pageSummary(['a', 'b']) }, page);
    await answer['page/report']({ summary: pageSummary(['b', 'c']) }, frame(3, URL_A, 9));
    await answer['matrix/open']({ path: '/drug/E4/x?entry=drug/E4/y' }, page);
    const address = String(rooms.world.log.at(-1)?.[1]);
    expect(address).toMatch(
      /^\/matrix\.html#\/drug\/E4\/x\?entry=drug\/E4\/y&topics=a,b,c&from=[0-9a-f]{8}$/,
    );
    const origin = await rooms.origins.of(address.slice(-8));
    expect(origin).toMatchObject({
      tab: 3,
      title: expect.stringMatching(/^Bid under embargo x+$/),
    });
    expect(origin?.title).toHaveLength(120);
    expect(await rooms.origins.of('00000000')).toBeNull();
  });

  it('pass on why evidence is not to be had', async () => {
    const rooms = testRooms({ topic: async () => ({ ok: false, reason: 'gone' }) });
    expect(await handlers(rooms)['evidence/topic']({ topic: 'a' }, page)).toEqual({
      ok: false,
      reason: 'gone',
    });
  });
});
