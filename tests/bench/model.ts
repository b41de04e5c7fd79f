// What a benchmark is: compares ways of doing the same inside one run, so that figures hold on any machine.

export interface BenchRow {
  readonly subject: string;
  readonly value: number;
  readonly unit: string;
  /** What the ratio compares with; null for a row that is only compared with. */
  readonly against: string | null;
  /** How many times better than `against`; null where nothing is compared. */
  readonly ratio: number | null;
  readonly runs: number;
}

export interface Bench {
  readonly name: string;
  /** One line for people: what is compared, on what. */
  readonly about: string;
  readonly run: () => BenchRow[] | Promise<BenchRow[]>;
}

/** The middle one of a list of figures; NaN where there is none. */
export const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

/** A figure to so many decimals. */
export const to = (decimals: number, value: number): number => Number(value.toFixed(decimals));

/** Milliseconds of each subject, the median of `runs` rounds in which all subjects take turns. */
export function timed(
  subjects: ReadonlyMap<string, () => unknown>,
  runs: number,
): Map<string, number> {
  const times = new Map<string, number[]>();
  // The first round warms up and is not counted.
  for (let round = 0; round <= runs; round += 1) {
    for (const [name, subject] of subjects) {
      const started = performance.now();
      subject();
      const took = performance.now() - started;
      if (round > 0) times.set(name, [...(times.get(name) ?? []), took]);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}
