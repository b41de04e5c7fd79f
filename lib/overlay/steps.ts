// From mark to mark, in the order in which they stand on the page.
import type { Mark } from './marks';
import type { PageSide } from './model';

type RectsOf = PageSide['rectsOf'];

/** The next mark that is shown; from the one whose card is open, else from the top of the window. Goes round at the end. */
export function nextOf(
  marks: readonly Mark[],
  current: Mark | null,
  backwards: boolean,
  window: Window,
  rectsOf: RectsOf,
): Mark | null {
  const at = current ? marks.indexOf(current) : -1;
  const step = backwards ? -1 : 1;
  const from = at >= 0 ? at + step : start(marks, backwards, window, rectsOf);
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[(from + i * step + marks.length * 2) % marks.length];
    if (mark && rectsOf(mark.place).length > 0) return mark;
  }
  return null;
}

/** Index of the first mark below the window's top edge, or going back, of the last one above its bottom edge. */
function start(
  marks: readonly Mark[],
  backwards: boolean,
  window: Window,
  rectsOf: RectsOf,
): number {
  const height = window.innerHeight;
  if (!backwards) {
    const first = marks.findIndex((mark) => (rectsOf(mark.place)[0]?.top ?? -1) >= 0);
    return first === -1 ? 0 : first;
  }
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i];
    const top = mark ? rectsOf(mark.place)[0]?.top : undefined;
    if (top !== undefined && top < height) return i;
  }
  return marks.length - 1;
}
