// Passages that a reader's copy of a cell has under the same heading as our own summary of it.
import type { HeldPassage } from '../../lib/evidence/views';

/** The copy's text of a passage that came with the extension; null where there is none. */
export function copyOf(passage: HeldPassage, all: readonly HeldPassage[]): HeldPassage | null {
  if (passage.from !== undefined) return null;
  return all.find((other) => other.from !== undefined && isTwin(passage, other)) ?? null;
}

/** Each heading once: the copy's text is found under our summary of it. */
export function withoutCopies<T extends HeldPassage>(passages: readonly T[]): T[] {
  return passages.filter(
    (one) =>
      one.from === undefined ||
      !passages.some((other) => other.from === undefined && isTwin(other, one)),
  );
}

function isTwin(a: HeldPassage, b: HeldPassage): boolean {
  return a.cell === b.cell && folded(a.heading) === folded(b.heading);
}

function folded(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
