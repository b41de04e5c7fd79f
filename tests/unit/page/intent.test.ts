// When a reader means a mark, told with a clock that the test turns.
import { beforeEach, describe, expect, it } from 'vitest';
import { ASK_AFTER, CLOSE_AFTER, Intent, OPEN_AFTER, REST_RADIUS } from '../../../lib/page/intent';

let now = 0;
let timers: { id: number; at: number; run: () => void }[] = [];
let log: string[] = [];
let intent: Intent<string>;

function pass(ms: number): void {
  const until = now + ms;
  for (;;) {
    const next = timers.filter((t) => t.at <= until).sort((a, b) => a.at - b.at)[0];
    if (!next) break;
    timers = timers.filter((t) => t !== next);
    now = next.at;
    next.run();
  }
  now = until;
}

beforeEach(() => {
  now = 0;
  timers = [];
  log = [];
  let id = 0;
  intent = new Intent<string>(
    {
      now: () => now,
      set: (run, after) => {
        timers.push({ id: ++id, at: now + Math.max(0, after), run });
        return id;
      },
      clear: (timer) => {
        timers = timers.filter((t) => t.id !== timer);
      },
    },
    {
      ask: (mark) => log.push(`ask ${mark} ${now}`),
      open: (mark, x, y) => {
        log.push(`open ${mark} ${now} at ${x},${y}`);
        intent.opened(mark, false);
      },
      close: () => log.push(`close ${now}`),
    },
  );
});

describe('opening', () => {
  it('asks first and opens later', () => {
    intent.move('a', 5, 5);
    pass(OPEN_AFTER);
    expect(log).toEqual([`ask a ${ASK_AFTER}`, `open a ${OPEN_AFTER} at 5,5`]);
  });
  it('does neither for a pointer that passes', () => {
    intent.move('a', 0, 0);
    pass(ASK_AFTER - 1);
    intent.move(null, 50, 0);
    pass(2000);
    expect(log).toEqual([]);
  });
  it('waits until a pointer that follows the words comes to rest', () => {
    for (let x = 0; x < 400; x += REST_RADIUS + 1) {
      intent.move('a', x, 0);
      pass(100);
    }
    expect(log).toEqual([]);
    pass(OPEN_AFTER);
    expect(log.at(-1)).toMatch(/^open a/);
  });
  it('lets a hand tremble', () => {
    for (let t = 0; t < OPEN_AFTER; t += 20) {
      intent.move('a', (t / 20) % 2 === 0 ? 0 : REST_RADIUS - 2, 0);
      pass(20);
    }
    expect(log.at(-1)).toMatch(/^open a 500/);
  });
  it('goes over to another mark with a wait of its own', () => {
    intent.move('a', 0, 0);
    pass(400);
    intent.move('b', 40, 0);
    pass(OPEN_AFTER);
    expect(log).toEqual([
      `ask a ${ASK_AFTER}`,
      `ask b ${400 + ASK_AFTER}`,
      `open b ${400 + OPEN_AFTER} at 40,0`,
    ]);
  });
  it('counts the rest from its beginning where it is told of it late', () => {
    pass(1000);
    intent.move('a', 5, 5, 1000 - 200);
    pass(OPEN_AFTER);
    expect(log).toEqual(['ask a 1000', `open a ${800 + OPEN_AFTER} at 5,5`]);
  });
  it('does nothing while the reader types or presses', () => {
    intent.move('a', 0, 0);
    pass(300);
    intent.cancel();
    pass(1000);
    expect(log).toEqual([`ask a ${ASK_AFTER}`]);
  });
});

describe('closing', () => {
  beforeEach(() => {
    intent.move('a', 0, 0);
    pass(OPEN_AFTER);
    log = [];
  });
  it('closes a while after the pointer has left mark and card', () => {
    intent.move(null, 0, 90);
    pass(CLOSE_AFTER - 1);
    expect(log).toEqual([]);
    pass(1);
    expect(log).toEqual([`close ${OPEN_AFTER + CLOSE_AFTER}`]);
  });
  it('stays while the pointer travels into the card, and as long as it is there', () => {
    intent.move(null, 0, 20);
    pass(CLOSE_AFTER - 50);
    intent.moveInCard();
    pass(60_000);
    expect(log).toEqual([]);
    intent.move(null, 0, 500);
    pass(CLOSE_AFTER);
    expect(log).toHaveLength(1);
  });
  it('stays when the pointer comes back to the mark in time', () => {
    intent.move(null, 0, 20);
    pass(CLOSE_AFTER - 50);
    intent.move('a', 0, 0);
    pass(5000);
    expect(log).toEqual([]);
  });
  it('after Escape opens again only once the pointer has been elsewhere', () => {
    intent.closed();
    intent.move('a', 1, 1);
    pass(2000);
    expect(log).toEqual([]);
    intent.move(null, 0, 90);
    intent.move('a', 1, 1);
    pass(OPEN_AFTER);
    expect(log.at(-1)).toMatch(/^open a/);
  });
});

describe('held', () => {
  it('neither closes nor makes way for another mark', () => {
    intent.opened('a', true);
    intent.move(null, 0, 90);
    pass(2000);
    intent.move('b', 0, 0);
    pass(2000);
    expect(log).toEqual([]);
  });
  it('closes once it is let go and the pointer is elsewhere', () => {
    intent.opened('a', false);
    intent.hold(true);
    intent.move(null, 0, 90);
    pass(2000);
    intent.hold(false);
    pass(CLOSE_AFTER);
    expect(log).toEqual([`close ${2000 + CLOSE_AFTER}`]);
  });
});
