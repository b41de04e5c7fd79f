// Which mark is under a point. Not by highlightsFromPoint: its cost grows with all ranges on the page.
import { holds, rectsOf } from './geometry';
import type { Place } from './model';

export interface Hittable {
  readonly place: Place;
}

interface CaretDocument {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots: readonly ShadowRoot[] },
  ): { readonly offsetNode: Node; readonly offset: number } | null;
}

/**
 * The mark at a point of the window (px), or null. The caret snaps to the nearest text, however far it is,
 * so the point must also lie in one of the mark's own boxes.
 */
export function markAt<M extends Hittable>(
  doc: Document,
  x: number,
  y: number,
  marksIn: (node: Text) => readonly M[] | undefined,
  shadowRoots: readonly ShadowRoot[],
): M | null {
  const caret = (doc as CaretDocument).caretPositionFromPoint?.(x, y, { shadowRoots });
  if (caret?.offsetNode.nodeType !== 3) return null;
  const node = caret.offsetNode as Text;
  for (const mark of marksIn(node) ?? []) {
    const { place } = mark;
    if (place.startContainer === node && caret.offset < place.startOffset) continue;
    if (place.endContainer === node && caret.offset > place.endOffset) continue;
    if (rectsOf(place).some((rect) => holds(rect, x, y))) return mark;
  }
  return null;
}
