// A bar that the project has set itself, and how its figure of this machine stands to it. Pure.

export interface Bar {
  /** What is measured, with its unit. */
  readonly bar: string;
  /** Null where it was not measured on this machine. */
  readonly figure: number | null;
  readonly reach: string;
  /** Null without a figure. */
  readonly reached: boolean | null;
  /** What measures it. */
  readonly command: string;
}

/** @param most the figure may be at most this */
export function atMost(bar: string, figure: number | null, most: number, command: string): Bar {
  return barOf(bar, figure, `≤ ${most}`, command, (one) => one <= most);
}

/** @param least the figure has to be at least this */
export function atLeast(bar: string, figure: number | null, least: number, command: string): Bar {
  return barOf(bar, figure, `≥ ${least}`, command, (one) => one >= least);
}

function barOf(
  bar: string,
  figure: number | null,
  reach: string,
  command: string,
  holds: (figure: number) => boolean,
): Bar {
  const known = figure !== null && Number.isFinite(figure) ? figure : null;
  return {
    bar,
    figure: known === null ? null : Number(known.toPrecision(4)),
    reach,
    reached: known === null ? null : holds(known),
    command,
  };
}

/** The worst of some figures; null where there is none. */
export const greatest = (figures: readonly number[]): number | null =>
  figures.length > 0 ? Math.max(...figures) : null;
export const least = (figures: readonly number[]): number | null =>
  figures.length > 0 ? Math.min(...figures) : null;
