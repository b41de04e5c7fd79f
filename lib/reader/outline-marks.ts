// How many marks stand in each part of the outline, those of its smaller parts included.

/** Where a part begins; null for one that leads nowhere or whose text has not come yet. */
export interface Part {
  readonly level: number;
  readonly anchor: Element | null;
}

/**
 * Marks by part, in the order of the parts; null where the part's beginning is not known. `marks` are the elements
 * that hold marks, in document order.
 */
export function marksByPart(
  parts: readonly Part[],
  marks: readonly { readonly element: Element }[],
): readonly (number | null)[] {
  const known = parts
    .map(({ anchor }, i) => ({ anchor, i }))
    .filter((part): part is { anchor: Element; i: number } => part.anchor?.isConnected ?? false)
    .sort((a, b) => (a.i === b.i ? 0 : isBefore(a.anchor, b.anchor) ? -1 : 1));
  const counts: (number | null)[] = parts.map((_, i) =>
    known.some((part) => part.i === i) ? 0 : null,
  );
  let at = -1;
  for (const { element } of marks) {
    for (let next = known[at + 1]; next && !isBefore(element, next.anchor); next = known[at + 1])
      at++;
    const here = known[at];
    if (!here) continue;
    // The part itself and each larger part that holds it.
    let level = Number.POSITIVE_INFINITY;
    for (let i = here.i; i >= 0; i--) {
      const part = parts[i];
      if (!part || part.level >= level) continue;
      level = part.level;
      const count = counts[i];
      if (typeof count === 'number') counts[i] = count + 1;
    }
  }
  return counts;
}

/** Does one element begin before the other? */
function isBefore(a: Element, b: Element): boolean {
  return a !== b && (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
