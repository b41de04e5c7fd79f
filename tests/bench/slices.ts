// How long the extension holds the main thread at a stretch on pages of 100 kB to 10 MB, and how soon marks are in view.
import type { Page } from 'puppeteer-core';
import { inPage } from '../../scripts/start/browser';
import { madePage } from './field-pages';
import { type Bench, type BenchRow, median, to } from './model';
import { onStage, type Stage } from './stage';

const SIZES: readonly (readonly [name: string, length: number, runs: number])[] = [
  ['100 kB', 100_000, 5],
  ['1 MB', 1_000_000, 3],
  ['10 MB', 10_000_000, 1],
];
/** Longest slice that a reader does not feel, in ms (web.dev, “Optimize long tasks”). */
const BUDGET = 50;

/** Runs inside the page before its scripts: remembers when anything was first marked. */
function watchMarks(): void {
  const look = (): void => {
    const some = [...CSS.highlights.values()].some((highlight) => highlight.size > 0);
    if (some) performance.mark('bench:first-marks');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs inside the page; ms from the start of reading to the first marks and to the last. */
function markTimes(): { first: number; last: number } | null {
  const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime;
  const began = at('evidence-overlay:reading');
  const first = at('bench:first-marks');
  const last = at('evidence-overlay:done');
  if (began === undefined || first === undefined || last === undefined) return null;
  return { first: first - began, last: last - began };
}

const withWatch = (page: Page) => page.evaluateOnNewDocument(`(${watchMarks})()`);

async function measure(stage: Stage, name: string, runs: number): Promise<BenchRow[]> {
  const slices: number[] = [];
  const alone: number[] = [];
  const firsts: number[] = [];
  const lasts: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const without = await stage.load(stage.without, name);
    alone.push((await without.recorded()).longestTask);
    await without.close();
    const { page, recorded, close } = await stage.load(stage.withIt, name, withWatch);
    const times = await inPage(page, markTimes);
    slices.push((await recorded()).longestSlice);
    if (times === null) throw new Error(`${name}: nothing was marked`);
    firsts.push(times.first);
    lasts.push(times.last);
    await close();
  }
  const [slice, task, first, last] = [slices, alone, firsts, lasts].map(median) as [
    number,
    number,
    number,
    number,
  ];
  const row = (subject: string, value: number, against: string, ratio: number): BenchRow => ({
    subject: `${subject}, ${name}`,
    value: to(1, value),
    unit: 'ms',
    against,
    ratio: to(2, ratio),
    runs,
  });
  return [
    row('longest slice', slice, `the budget of ${BUDGET} ms`, BUDGET / slice),
    row('longest slice', slice, 'longest task of the page alone (above 1: longer)', slice / task),
    row('first marks in view', first, 'all marks', last / first),
  ];
}

async function run(): Promise<BenchRow[]> {
  const pages = new Map(SIZES.map(([name, length]) => [name, madePage(length)]));
  return onStage(pages, async (stage) => {
    const rows: BenchRow[] = [];
    for (const [name, , runs] of SIZES) rows.push(...(await measure(stage, name, runs)));
    return rows;
  });
}

export const slices: Bench = {
  name: 'slices',
  about:
    'Pages of prose of the field in Chromium: processor time in one task, time to the first marks',
  run,
};
