// Work in slices: gives way when the slice is over, and ends when it is stopped.
import { expect, it } from 'vitest';
import { inSlices, SLICE, Stopped, slices } from '../../../lib/overlay/slices';

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
