// Sites: what is granted is registered, open tabs join at once, revoked ones stop.
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../lib/background/commands';
import { registration } from '../../../lib/background/registration';
import { pageSummary, testRooms } from './rooms';

describe('registration', () => {
  it('registers granted hosts and starts in their open tabs', async () => {
    const { world, summaries, settings } = testRooms();
    world.granted = ['https://www.gov.uk/*'];
    world.open = [{ id: 3, url: 'https://www.gov.uk/a', title: '' }];
    await registration(world, summaries, settings)();
    expect(world.log).toEqual([
      ['register', 'https://www.gov.uk/*'],
      ['overlay', 3],
    ]);
  });

  it('does nothing when all is as it should be, in any order', async () => {
    const { world, summaries, settings } = testRooms();
    world.granted = ['https://www.gov.uk/*', 'https://www.nice.org.uk/*'];
    world.registered = ['https://www.nice.org.uk/*', 'https://www.gov.uk/*'];
    await registration(world, summaries, settings)();
    expect(world.log).toEqual([]);
  });

  it('goes on when a tab refuses', async () => {
    const { world, summaries, settings } = testRooms();
    world.granted = ['https://www.gov.uk/*'];
    world.open = [1, 2].map((id) => ({ id, url: 'https://www.gov.uk/', title: '' }));
    const inject = world.injectOverlay;
    world.injectOverlay = async (tab) => {
      if (tab === 1) throw new Error('an error page');
      await inject(tab);
    };
    await registration(world, summaries, settings)();
    expect(world.log).toContainEqual(['overlay', 2]);
  });

  it('stops in tabs whose site was revoked, and in no other', async () => {
    const { world, summaries, settings } = testRooms();
    world.registered = ['https://www.gov.uk/*', 'https://www.nice.org.uk/*'];
    world.granted = ['https://www.nice.org.uk/*'];
    await summaries.put(
      { tab: 1, frame: 0, page: 'https://www.gov.uk/x' },
      pageSummary(['t']),
      [1],
    );
    await summaries.put(
      { tab: 2, frame: 0, page: 'https://www.nice.org.uk/x' },
      pageSummary(['t']),
      [1],
    );
    await registration(world, summaries, settings)();
    expect(world.log).toEqual([
      ['register', 'https://www.nice.org.uk/*'],
      ['ask', 1, 'page/turn', { on: false }, 'all'],
      ['badge', 1, ''],
    ]);
    expect(await summaries.tabs()).toEqual([{ tab: 2, page: 'https://www.nice.org.uk/x' }]);
  });

  it('registers a site beyond the list that the reader or their organisation named, once it is granted', async () => {
    const { world, summaries, settings } = testRooms({}, { policy: { sites: ['bids.example'] } });
    await settings.change('sites', () => ['https://portal.example/*', 'https://gone.example/*']);
    world.granted = [
      'https://portal.example/*',
      'https://bids.example/*',
      'https://else.example/*',
    ];
    await registration(world, summaries, settings)();
    expect(world.registered).toEqual(['https://portal.example/*', 'https://bids.example/*']);
  });

  it('writes down what is granted, so that it can be missed', async () => {
    const { world, summaries, settings } = testRooms();
    world.granted = ['https://www.gov.uk/*'];
    await registration(world, summaries, settings)();
    world.granted = [];
    await registration(world, summaries, settings)();
    expect(world.registered).toEqual([]);
    expect((await settings.read()).sites).toEqual(['https://www.gov.uk/*']);
  });

  it('leaves a site alone that may only be asked for evidence', async () => {
    const { world, summaries, settings } = testRooms();
    world.granted = ['https://evidence.example/*', 'https://www.gov.uk/*'];
    await registration(world, summaries, settings)();
    expect(world.registered).toEqual(['https://www.gov.uk/*']);
  });

  it('runs one at a time, so that two grants at once both count', async () => {
    const { world, summaries, settings } = testRooms();
    const align = registration(world, summaries, settings);
    world.granted = ['https://www.gov.uk/*'];
    const first = align();
    world.granted = ['https://www.gov.uk/*', 'https://www.nice.org.uk/*'];
    await Promise.all([first, align()]);
    expect(world.registered).toEqual(['https://www.gov.uk/*', 'https://www.nice.org.uk/*']);
  });

  it('takes no pattern that is not of pages', async () => {
    const { world, summaries, settings } = testRooms();
    world.granted = ['chrome://favicon/*'];
    await registration(world, summaries, settings)();
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
