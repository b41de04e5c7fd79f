// What is to be seen of a box that stands in scrolling parts of a page.

import { innermost } from './geometry';
import { elementAround } from './parent';

/** The part of a box (px in the window) that no element around cuts off; null where none is left to be seen. */
export function clipped(box: DOMRect | null, inside: Element): DOMRect | null {
  const part = box && cut(box, inside);
  if (!box || part) return part;
  // What is positioned can stand outside of the element that seems to cut it off.
  const { x, y, width, height } = box;
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  return top && inside.contains(innermost(top, x, y)) ? box : null;
}

function cut(box: DOMRect, inside: Element): DOMRect | null {
  let { left, top, right, bottom } = box;
  for (let at: Element | null = inside; at; at = elementAround(at)) {
    if (at === at.ownerDocument.body || at === at.ownerDocument.documentElement) break;
    const { overflowX, overflowY, position, display } = getComputedStyle(at);
    if (display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible')) {
      const edge = at.getBoundingClientRect();
      if (overflowX !== 'visible') {
        left = Math.max(left, edge.left);
        right = Math.min(right, edge.right);
      }
      if (overflowY !== 'visible') {
        top = Math.max(top, edge.top);
        bottom = Math.min(bottom, edge.bottom);
      }
      if (left >= right || top >= bottom) return null;
    }
    // What is fixed to the window is not cut off by what it stands in.
    if (position === 'fixed') break;
  }
  return new DOMRect(left, top, right - left, bottom - top);
}
