// Work in slices: gives way when the slice is over, and ends when it is stopped.
import { afterEach, expect, it, vi } from 'vitest';
import { inSlices, SLICE, Stopped, slices } from '../../../lib/overlay/slices';

afterEach(() => vi.restoreAllMocks());

function* work(steps: number, tick: () => void): Generator<void, string> {
  for (let i = 0; i < steps; i++) {
    tick();
    yield;
  }
  return 'done';
}

it('goes on at once within a slice and gives way after it', async () => {
  let time = 0;
  let turns = 0;
  const turn = slices(new AbortController().signal, () => time);
  const counted = {
    ...turn,
    breathe: () => {
      const wait = turn.breathe();
      if (wait) turns++;
      return wait;
    },
  };
  expect(
    await inSlices(
      work(10, () => {
        time += SLICE / 4;
      }),
      counted,
    ),
  ).toBe('done');
  expect(turns).toBe(2);
});
it('counts the time it worked', async () => {
  let time = 0;
  const turn = slices(new AbortController().signal, () => time);
  await inSlices(
    work(20, () => {
      time += 1;
    }),
    turn,
  );
  expect(turn.spent()).toBe(20);
  expect(turn.spent()).toBe(0);
});
it('ends where it is stopped', async () => {
  const stop = new AbortController();
  const turn = slices(stop.signal);
  let steps = 0;
  const running = inSlices(
    work(100, () => {
      if (++steps === 3) stop.abort();
    }),
    turn,
  );
  await expect(running).rejects.toBeInstanceOf(Stopped);
  expect(steps).toBe(3);
});
it('begins no slice while the page is hidden, and goes on when it is seen', async () => {
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  let time = 0;
  let steps = 0;
  const running = inSlices(
    work(4, () => {
      steps += 1;
      time += SLICE;
    }),
    slices(new AbortController().signal, () => time),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(steps).toBe(1);
  state.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await running).toBe('done');
  expect(steps).toBe(4);
});
it('ends where it is stopped while the page is hidden', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const stop = new AbortController();
  let time = 0;
  const running = inSlices(
    work(4, () => {
      time += SLICE;
    }),
    slices(stop.signal, () => time),
  );
  stop.abort();
  await expect(running).rejects.toBeInstanceOf(Stopped);
});
