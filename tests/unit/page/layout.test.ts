// Where a card goes: never over its mark, never outside the window, for any mark and window.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE, GAP, layOut } from '../../../lib/page/layout';

const box = (left: number, top: number, width = 120, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const window = { width: 1280, height: 800 };
const card = { width: 420, wanted: 400 };

describe('sides', () => {
  it('stands below, its left edge at that of the mark', () => {
    expect(layOut(box(300, 100), card, window)).toEqual({
      side: 'below',
      left: 300,
      offset: 120 + GAP,
      maxHeight: 480,
      low: false,
    });
  });
  it('stands above where there is no room below', () => {
    const at = layOut(box(300, 700), card, window);
    expect(at.side).toBe('above');
    expect(at.offset).toBe(800 - 700 + GAP);
  });
  it('is moved to the left at the right edge', () => {
    expect(layOut(box(1200, 100), card, window).left).toBe(1280 - EDGE - 420);
  });
  it('is 8 px from the edge in the narrowest window', () => {
    expect(
      layOut(box(100, 100), { width: 304, wanted: 400 }, { width: 320, height: 520 }).left,
    ).toBe(8);
  });
  it('takes the larger side, and lets all scroll, where neither is large enough', () => {
    const at = layOut(box(10, 130), { width: 304, wanted: 500 }, { width: 320, height: 256 });
    expect([at.side, at.low, at.maxHeight]).toEqual(['above', true, 130 - GAP - EDGE]);
  });
});

it('never covers the mark or leaves the window', () => {
  const numbers = fc.record({
    width: fc.integer({ min: 320, max: 2500 }),
    height: fc.integer({ min: 200, max: 1600 }),
    left: fc.integer({ min: 0, max: 2400 }),
    top: fc.integer({ min: 0, max: 1500 }),
    wanted: fc.integer({ min: 60, max: 3000 }),
  });
  fc.assert(
    fc.property(numbers, ({ width, height, left, top, wanted }) => {
      const mark = box(Math.min(left, width), Math.min(top, height - 20));
      const size = { width: Math.min(420, width - 16), wanted };
      const at = layOut(mark, size, { width, height });
      const tall = Math.min(wanted, at.maxHeight);
      const cardTop = at.side === 'below' ? at.offset : height - at.offset - tall;
      const clear = at.side === 'below' ? cardTop >= mark.bottom : cardTop + tall <= mark.top;
      const inWindow = at.maxHeight === 0 || (cardTop >= 0 && cardTop + tall <= height);
      return clear && inWindow && at.left >= 0 && at.left + size.width <= width;
    }),
  );
});
