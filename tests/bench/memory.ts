// Memory of a tab: the JavaScript heap of the page and of the extension's world in it, which are one heap, after a collection.
import type { Page } from 'puppeteer-core';
import { madePage, realPages } from './field-pages';
import { type Bench, type BenchRow, median, to } from './model';
import { onStage, type Stage } from './stage';

const RUNS = 3;

/** Bytes of live objects, and of DOM nodes and what else the engine counts for the page. */
async function heap(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const used = metrics.find(({ name }) => name === 'JSHeapUsedSize');
  if (used === undefined) throw new Error('the browser does not tell the size of its heap');
  return used.value;
}

async function heapOf(stage: Stage, side: Stage['withIt'], name: string): Promise<number> {
  const { page, recorded, close } = await stage.load(side, name);
  await recorded();
  const bytes = await heap(page);
  await close();
  return bytes;
}

async function run(): Promise<BenchRow[]> {
  const [real] = realPages();
  if (real === undefined) throw new Error('there is no page');
  const pages = new Map([real, ['1 MB', madePage(1_000_000)] as const]);
  return onStage(pages, async (stage) => {
    const rows: BenchRow[] = [];
    for (const name of pages.keys()) {
      const both: number[] = [];
      const alone: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        alone.push(await heapOf(stage, stage.without, name));
        both.push(await heapOf(stage, stage.withIt, name));
      }
      const mb = (list: readonly number[]) => median(list) / 1e6;
      const row = (subject: string, value: number, against: string | null, ratio: number | null) =>
        rows.push({
          subject: `${subject}, ${name}`,
          value: to(2, value),
          unit: 'MB',
          against,
          ratio: ratio === null ? null : to(2, ratio),
          runs: RUNS,
        });
      row('heap with the extension', mb(both), 'without it (above 1: more)', mb(both) / mb(alone));
      row('heap without the extension', mb(alone), null, null);
    }
    return rows;
  });
}

export const memory: Bench = {
  name: 'memory',
  about:
    'JavaScript heap of a tab in Chromium (JSHeapUsedSize: page and extension together), garbage collected, page read',
  run,
};
