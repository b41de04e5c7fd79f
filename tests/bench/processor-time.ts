// Processor time of ways of doing the same: holds its ratios on a machine that has other work, where the clock does not.

/** Milliseconds of processor time of each subject, the least of `runs` rounds in which all subjects take turns. */
export function processorTimes(
  subjects: ReadonlyMap<string, () => unknown>,
  runs: number,
): Map<string, number> {
  const least = new Map<string, number>();
  // The first two rounds warm up and are not counted.
  for (let round = -2; round < runs; round += 1) {
    for (const [name, subject] of subjects) {
      const before = process.cpuUsage();
      subject();
      const { user, system } = process.cpuUsage(before);
      const took = (user + system) / 1000;
      if (round >= 0) least.set(name, Math.min(took, least.get(name) ?? took));
    }
  }
  return least;
}
