// What the toolbar popup shows: one state at a time, each with all that it needs.
import type { PageSummary } from '../../lib/messages/map';
import type { Off, Reach } from '../../lib/settings/schema';
import { cellCode } from '../shared/words';

export type PopupState =
  | { readonly is: 'waiting' }
  /** Read, or being read; marks or none. */
  | {
      readonly is: 'read';
      readonly host: string;
      readonly page: PageSummary;
      readonly bearing: NamedBearing;
    }
  | {
      readonly is: 'not-allowed';
      readonly host: string;
      /** The site is one that the extension may ask for. */
      readonly mayAsk: boolean;
    }
  | { readonly is: 'off'; readonly host: string; readonly off: Off }
  | { readonly is: 'off-page'; readonly host: string }
  | { readonly is: 'pdf'; readonly name: string }
  | { readonly is: 'impossible' }
  | { readonly is: 'failed'; readonly what: 'evidence' | 'page'; readonly reason: string };

export interface PopupActions {
  turn(reach: Reach, on: boolean): void;
  markAnyway(): void;
  markOnce(): void;
  /** Must be called straight from the click, or the browser does not ask. */
  allow(): void;
  nextMark(): void;
  /** Must be called straight from the click, or the browser does not open it. */
  openPanel(): void;
  /** Opens the matrix at a path such as `topic/mutual-aid`, lit for these topics. */
  openMatrix(path: string, topics: readonly string[]): void;
  /** Hands this page, a cell of the matrix, over to the import. */
  addCell(): void;
  openSettings(): void;
  /** Opens the PDF that the tab shows in our reader page. */
  openInReader(): void;
  /** Opens the reader page, where a file can be chosen. */
  openFile(): void;
  tryAgain(): void;
}

export type Topic = PageSummary['topics'][number];

export const mentions = (topic: Topic): number => topic.asserted + topic.excluded + topic.other;

/** Where in the matrices a page's topics sit. */
export interface Bearing {
  readonly lit: readonly string[];
  /** The cell on which most mentions bear; null where no topic has a cell. */
  readonly main: string | null;
}

/** The same with the main cell's name, such as "E4 Treatment systems: psychosocial therapies". */
export interface NamedBearing extends Bearing {
  readonly mainName: string;
}

/**
 * Cells of the topics that the page takes up. A topic that is only ruled out lights nothing.
 * The main cell is the one whose topics are mentioned most; a topic's first cell counts before its others.
 */
export function bearingOf(
  topics: readonly Topic[],
  cellsOf: (topic: string) => readonly string[],
): Bearing {
  const weight = new Map<string, number>();
  for (const topic of topics) {
    const n = topic.asserted + topic.other;
    if (n === 0) continue;
    cellsOf(topic.id)
      .filter((id) => cellCode(id) !== null)
      .forEach((id, i) => {
        weight.set(id, (weight.get(id) ?? 0) + (i === 0 ? n : n / 1000));
      });
  }
  const ranked = [...weight].sort((a, b) => b[1] - a[1]);
  return { lit: [...weight.keys()], main: ranked[0]?.[0] ?? null };
}

/** One summary of a page and its frames: the page's own words, everybody's topics. */
export function withFrames(page: PageSummary, frames: readonly PageSummary[]): PageSummary {
  const topics = new Map<string, Topic>();
  for (const topic of [page, ...frames].flatMap((one) => one.topics)) {
    const before = topics.get(topic.id);
    topics.set(topic.id, {
      ...topic,
      asserted: topic.asserted + (before?.asserted ?? 0),
      excluded: topic.excluded + (before?.excluded ?? 0),
      other: topic.other + (before?.other ?? 0),
    });
  }
  const reading = [page, ...frames].filter((one) => one.state === 'reading');
  return {
    ...page,
    state: reading.length > 0 ? 'reading' : page.state,
    progress: Math.min(1, ...reading.map((one) => one.progress)),
    topics: [...topics.values()].sort((a, b) => mentions(b) - mentions(a)),
    leftOut: page.leftOut ?? frames.find((one) => one.leftOut)?.leftOut ?? null,
  };
}

/** The marked topics only: those of the tiers that the reader has on. */
export function marked(page: PageSummary, tiers: readonly number[]): PageSummary {
  return { ...page, topics: page.topics.filter((topic) => tiers.includes(topic.tier)) };
}
