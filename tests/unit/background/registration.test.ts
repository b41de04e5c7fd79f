// Sites: what is granted is registered, open tabs join at once, revoked ones stop.
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../lib/background/commands';
import { registration } from '../../../lib/background/registration';
import { pageSummary, testRooms } from './rooms';

describe('registration', () => {
  it('registers granted hosts and starts in their open tabs', async () => {
    const { world, summaries } = testRooms();
    world.granted = ['https://www.gov.uk/*'];
    world.open = [{ id: 3, url: 'https://www.gov.uk/a', title: '' }];
    await registration(world, summaries)();
    expect(world.log).toEqual([
      ['register', 'https://www.gov.uk/*'],
      ['overlay', 3],
    ]);
  });

  it('does nothing when all is as it should be, in any order', async () => {
    const { world, summaries } = testRooms();
    world.granted = ['https://a.example/*', 'https://b.example/*'];
    world.registered = ['https://b.example/*', 'https://a.example/*'];
    await registration(world, summaries)();
    expect(world.log).toEqual([]);
  });

  it('goes on when a tab refuses', async () => {
    const { world, summaries } = testRooms();
    world.granted = ['https://a.example/*'];
    world.open = [1, 2].map((id) => ({ id, url: 'https://a.example/', title: '' }));
    const inject = world.injectOverlay;
    world.injectOverlay = async (tab) => {
      if (tab === 1) throw new Error('an error page');
      await inject(tab);
    };
    await registration(world, summaries)();
    expect(world.log).toContainEqual(['overlay', 2]);
  });

  it('stops in tabs whose site was revoked, and in no other', async () => {
    const { world, summaries } = testRooms();
    world.registered = ['https://a.example/*', 'https://b.example/*'];
    world.granted = ['https://b.example/*'];
    await summaries.put({ tab: 1, frame: 0, page: 'https://a.example/x' }, pageSummary(['t']), [1]);
    await summaries.put({ tab: 2, frame: 0, page: 'https://b.example/x' }, pageSummary(['t']), [1]);
    await registration(world, summaries)();
    expect(world.log).toEqual([
      ['register', 'https://b.example/*'],
      ['ask', 1, 'page/turn', { on: false }, 'all'],
      ['badge', 1, ''],
    ]);
    expect(await summaries.tabs()).toEqual([{ tab: 2, page: 'https://b.example/x' }]);
  });

  it('runs one at a time, so that two grants at once both count', async () => {
    const { world, summaries } = testRooms();
    const align = registration(world, summaries);
    world.granted = ['https://a.example/*'];
    const first = align();
    world.granted = ['https://a.example/*', 'https://b.example/*'];
    await Promise.all([first, align()]);
    expect(world.registered).toEqual(['https://a.example/*', 'https://b.example/*']);
  });

  it('takes no pattern that is not of pages', async () => {
    const { world, summaries } = testRooms();
    world.granted = ['chrome://favicon/*'];
    await registration(world, summaries)();
    expect(world.log).toEqual([]);
  });
});

describe('commands', () => {
  const URL_A = 'https://www.gov.uk/a';

  it('go to the next mark of the page, and back', async () => {
    const { world, summaries } = testRooms();
    world.open = [{ id: 3, url: URL_A, title: '' }];
    world.page = async () => ({ ok: true, answer: { ok: true } }) as never;
    expect(await runCommand('next-mark', world, summaries)).toBe(true);
    expect(await runCommand('previous-mark', world, summaries)).toBe(true);
    expect(world.log).toEqual([
      ['ask', 3, 'mark/next', { backwards: false }, 0],
      ['ask', 3, 'mark/next', { backwards: true }, 0],
    ]);
  });

  it('go into a frame where the page itself has no mark', async () => {
    const { world, summaries } = testRooms();
    world.open = [{ id: 3, url: URL_A, title: '' }];
    world.page = async (_tab, _kind, _ask, at) => ({ ok: true, answer: { ok: at === 9 } }) as never;
    await summaries.put({ tab: 3, frame: 9, page: URL_A }, pageSummary(['t']), [1]);
    expect(await runCommand('next-mark', world, summaries)).toBe(true);
    expect(world.log.at(-1)).toEqual(['ask', 3, 'mark/next', { backwards: false }, 9]);
  });

  it('do nothing where nobody answers, or for keys that are not ours', async () => {
    const { world, summaries } = testRooms();
    expect(await runCommand('next-mark', world, summaries)).toBe(false);
    world.open = [{ id: 3, url: URL_A, title: '' }];
    expect(await runCommand('reload', world, summaries)).toBe(false);
    expect(await runCommand('next-mark', world, summaries)).toBe(false);
  });
});
