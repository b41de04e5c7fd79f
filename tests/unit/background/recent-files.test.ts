// Files opened before: newest first, at most 20, nothing where it is not wanted or the window is private, whatever the storage holds.
import { beforeEach, describe, expect, it } from 'vitest';
import { RECENT, type RecentWorld, recentFiles } from '../../../lib/background/recent-files';
import { memoryArea } from './rooms';

let held: Record<string, unknown>;
let session: Record<string, unknown>;
let wanted: boolean;
let minute: number;

beforeEach(() => {
  held = {};
  session = {};
  wanted = true;
  minute = 0;
});

function store(more: Partial<RecentWorld> = {}) {
  let last: Promise<unknown> = Promise.resolve();
  return recentFiles({
    local: memoryArea(held),
    session: memoryArea(session),
    isWanted: async () => wanted,
    isPrivate: async () => false,
    alone: (work) => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
    now: () => new Date(Date.UTC(2026, 10, 25, 9, minute++)),
    ...more,
  });
}

const hash = (n: number) => n.toString(16).padStart(64, '0');
const file = (n: number, name = `file ${n}.pdf`) => ({
  ...{ name, hash: hash(n), kind: 'pdf' as const, pages: n },
});
const names = async (files = store()) => (await files.list()).map(({ name }) => name);

describe('files opened before', () => {
  it('come newest first, each once, under its latest name', async () => {
    const files = store();
    await Promise.all([file(1), file(2), file(3), file(1, 'renamed.pdf')].map(files.opened));
    expect(await names()).toEqual(['renamed.pdf', 'file 3.pdf', 'file 2.pdf']);
    expect((await files.list())[0]?.when).toBe('2026-11-25T09:03:00.000Z');
  });

  it('are 20 at most', async () => {
    const files = store();
    for (let n = 1; n <= 23; n++) await files.opened(file(n));
    const all = await names();
    expect(all).toHaveLength(20);
    expect([all[0], all[19]]).toEqual(['file 23.pdf', 'file 4.pdf']);
  });

  it('keep place and zoom after the browser was closed, also when opened again', async () => {
    const files = store();
    const spot = { position: '12:0.3300', zoom: 'width' as const };
    await files.opened(file(1));
    await files.keepSpot(hash(1), spot);
    session = {};
    expect(await store().spotOf(hash(1))).toEqual(spot);
    await store().opened(file(1));
    expect(await store().spotOf(hash(1))).toEqual(spot);
    expect(await store().spotOf(hash(2))).toBeNull();
  });

  it('are forgotten one by one, and moving on in one does not bring it back', async () => {
    const files = store();
    await files.opened(file(1));
    await files.opened(file(2));
    await files.forget(hash(2));
    await files.keepSpot(hash(2), { position: '1:0', zoom: 2 });
    expect(await names()).toEqual(['file 1.pdf']);
  });

  it('are read line by line where the storage is broken, and the next one is kept', async () => {
    const files = store();
    await files.opened(file(1));
    const [good] = held[RECENT] as object[];
    held[RECENT] = [null, { ...good, hash: '<script>' }, good, { ...good, spot: 7 }, 'x'];
    expect(await names()).toEqual(['file 1.pdf']);
    for (const broken of ['x', 7, { length: 3 }]) {
      held[RECENT] = broken;
      expect(await names()).toEqual([]);
    }
    await files.opened(file(2));
    expect(await names()).toEqual(['file 2.pdf']);
  });
});

describe('not wanted', () => {
  it('clears the list, writes nothing and shows nothing', async () => {
    const files = store();
    await files.opened(file(1));
    await files.clearUnlessWanted();
    expect(await names()).toEqual(['file 1.pdf']);
    wanted = false;
    expect(await names()).toEqual([]);
    await files.clearUnlessWanted();
    expect(held).toEqual({});
    await files.opened(file(2));
    await files.keepSpot(hash(2), { position: '3:0', zoom: 'auto' });
    expect(held).toEqual({});
    // As before: until the browser is closed.
    expect(await files.spotOf(hash(2))).toEqual({ position: '3:0', zoom: 'auto' });
  });

  it('holds against a file that was just being written down', async () => {
    const files = store();
    const writing = files.opened(file(1));
    wanted = false;
    await Promise.all([writing, files.clearUnlessWanted()]);
    expect(held).toEqual({});
  });
});

describe('a private window', () => {
  it('remembers nothing outside of its page and shows nothing', async () => {
    await store().opened(file(1));
    await store().keepSpot(hash(1), { position: '5:0', zoom: 'auto' });
    const before = structuredClone([held, session]);
    const files = store({ isPrivate: async () => true });
    expect(await names(files)).toEqual([]);
    expect(await files.spotOf(hash(1))).toBeNull();
    await files.opened(file(2));
    await files.keepSpot(hash(2), { position: '2:0', zoom: 1 });
    expect([held, session]).toEqual(before);
    expect(await files.spotOf(hash(2))).toEqual({ position: '2:0', zoom: 1 });
  });
});
