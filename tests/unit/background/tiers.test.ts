// Which topics are marked is changed for every page that is open, and for those to come.
import { expect, it } from 'vitest';
import { handlers } from '../../../lib/background/handlers';
import { onlyFromOwnPages } from '../../../lib/messages/map';
import { frame, pageSummary, testRooms } from './rooms';

const panel = { extension: 'ours', url: 'chrome-extension://ours/sidepanel.html', tab: null };

it('tells every page that reported, all its frames, and keeps the choice', async () => {
  const rooms = testRooms();
  const answer = handlers(rooms);
  await answer['page/report']({ summary: pageSummary(['a']) }, frame(3, 'https://a.example/'));
  await answer['page/report']({ summary: pageSummary(['a']) }, frame(5, 'https://b.example/'));
  await answer['page/report']({ summary: pageSummary(['a']) }, frame(5, 'https://b.example/', 2));
  rooms.world.log.length = 0;
  await answer['tiers/set']({ tiers: [1, 2] }, panel);
  expect(rooms.world.log).toEqual([
    ['ask', 3, 'page/tiers', { tiers: [1, 2] }, 'all'],
    ['ask', 5, 'page/tiers', { tiers: [1, 2] }, 'all'],
  ]);
  expect((await rooms.settings.read()).tiers).toEqual([1, 2]);
});

it('is not for web pages to ask', () => {
  expect(onlyFromOwnPages.has('tiers/set')).toBe(true);
});
