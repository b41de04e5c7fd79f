// Which of the stretches that overlap are kept: the longest from the left, one topic for one stretch.

export interface Stretch {
  readonly start: number;
  readonly stop: number;
  /** Higher goes first where two cover the same text. */
  readonly weight: number;
}

/** Keeps stretches that do not overlap: by where they begin, the longer first, the weightier where they are alike. */
export function longestFromLeft<T extends Stretch>(stretches: readonly T[]): T[] {
  const sorted = [...stretches].sort(
    (a, b) => a.start - b.start || b.stop - a.stop || b.weight - a.weight,
  );
  const kept: T[] = [];
  let free = 0;
  for (const stretch of sorted) {
    if (stretch.start < free) continue;
    kept.push(stretch);
    free = stretch.stop;
  }
  return kept;
}
