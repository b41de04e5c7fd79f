// Starting and turning off, before and without a session: what is asked, and what is said meanwhile.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Ports } from '../../../lib/overlay/model';
import { Overlay } from '../../../lib/overlay/overlay';

let asked = 0;
let alive = true;
let answers: unknown[] = [];
const reports: unknown[] = [];
const ports = {
  start: async () => {
    asked++;
    return answers.shift() ?? { ok: false, reason: 'not yet' };
  },
  report: (summary: unknown) => reports.push(summary),
  alive: () => alive,
} as never as Ports;
const make = () =>
  new Overlay(window as never, ports, () => {
    throw new Error('no session is to begin here');
  });

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  alive = true;
  answers = [];
  reports.length = 0;
  document.title = 'A page';
});
afterEach(() => vi.useRealTimers());

it('stays silent where the site is turned off, and says so when asked', async () => {
  answers = [{ ok: true, answer: { on: false } }];
  const overlay = make();
  await overlay.start();
  expect(overlay.summary()).toMatchObject({ state: 'off', title: 'A page', topics: [] });
  expect(await overlay.next(false)).toEqual({
    ok: false,
    reason: 'There is no mark on this page.',
  });
  expect(await overlay.markAnyway()).toMatchObject({ state: 'off' });
  expect([asked, reports]).toEqual([1, []]);
});
it('asks again where the background is not ready, and gives up in the end', async () => {
  const starting = make().start();
  await vi.advanceTimersByTimeAsync(60_000);
  await starting;
  expect(asked).toBe(4);
});
it('asks no more once it is turned off or the extension is gone', async () => {
  const overlay = make();
  const starting = overlay.start();
  await vi.advanceTimersByTimeAsync(100);
  await overlay.turn(false);
  await vi.advanceTimersByTimeAsync(60_000);
  await starting;
  expect(asked).toBe(1);
  expect(reports).toMatchObject([{ state: 'off' }]);
  alive = false;
  const again = make().start();
  await vi.advanceTimersByTimeAsync(60_000);
  await again;
  expect(asked).toBe(1);
});
