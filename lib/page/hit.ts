// Which mark is under a point. Not by highlightsFromPoint: its cost grows with all ranges on the page.
import { holds, innermost, rectsOf } from './geometry';
import type { Place } from './model';

export interface Hittable {
  readonly place: Place;
}

/** Nodes of an element that are looked at where the caret gives no answer. */
const MOST_CHILDREN = 100;

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
  const under = (mark: M) => rectsOf(mark.place).some((rect) => holds(rect, x, y));
  const caret = (doc as CaretDocument).caretPositionFromPoint?.(x, y, { shadowRoots });
  const node = caret?.offsetNode;
  if (caret && node?.nodeType === 3)
    for (const mark of marksIn(node as Text) ?? []) {
      const { place } = mark;
      if (place.startContainer === node && caret.offset < place.startOffset) continue;
      if (place.endContainer === node && caret.offset > place.endOffset) continue;
      if (under(mark)) return mark;
    }
  // The caret does not go into text that cannot be selected.
  const el = doc.elementFromPoint(x, y);
  let child = el && innermost(el, x, y).firstChild;
  for (let i = 0; child && i < MOST_CHILDREN; child = child.nextSibling, i++) {
    const mark = child.nodeType === 3 && marksIn(child as Text)?.find(under);
    if (mark) return mark;
  }
  return null;
}
