// Where places of the page are on screen.
import type { Place } from './model';

/** A live range for one look-up; not to be kept, since live ranges slow down every change of the page. */
function rangeOf(place: Place): Range | null {
  const range = place.startContainer.ownerDocument.createRange();
  try {
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
  } catch {
    // The page shortened the text since it was read; it will be read again.
    return null;
  }
  return range.collapsed || !place.startContainer.isConnected ? null : range;
}

/** The boxes of a place's lines in the window, in px; empty where it is not shown. */
export function rectsOf(place: Place): DOMRect[] {
  const range = rangeOf(place);
  if (!range) return [];
  return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
}

/** Slack round a line's box, in px: the underline hangs just below it. */
const SLACK = 2;

export function holds(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top - 1 && y <= rect.bottom + SLACK;
}

/**
 * One box for placing a card: as wide as the line at the point (or the first), as high as the lines that follow on it.
 * What stands in another column is no part of it.
 */
export function anchorBox(rects: readonly DOMRect[], x?: number, y?: number): DOMRect | null {
  const first = rects[0];
  if (!first) return null;
  const line =
    (x !== undefined && y !== undefined && rects.find((rect) => holds(rect, x, y))) || first;
  let { top, bottom } = line;
  const at = rects.indexOf(line);
  for (const rect of rects.slice(at))
    if (rect.top - bottom < rect.height && rect.bottom > top)
      bottom = Math.max(bottom, rect.bottom);
  for (const rect of rects.slice(0, at).reverse())
    if (top - rect.bottom < rect.height && rect.top < bottom) top = Math.min(top, rect.top);
  return new DOMRect(line.left, top, line.width, bottom - top + SLACK);
}

/** The innermost element at a point, inside the open shadow root of the one given. */
export function innermost(el: Element, x: number, y: number): Element {
  const inner = el.shadowRoot?.elementFromPoint(x, y);
  return inner && inner !== el ? innermost(inner, x, y) : el;
}
