// The reader page in a real Chromium, on PDFs of 10, 100 and 300 pages printed for the run: first page, first mark, all marks, memory.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, ElementHandle } from 'puppeteer-core';
import { inPage } from '../../scripts/start/browser';
import { cannotPrint, printPdf } from '../unit/documents/print';
import { htmlOf } from './documents';
import { type Bench, type BenchRow, median, to } from './model';
import { NoBrowser, onStage } from './stage';

const PAGES = [10, 100, 300];
const RUNS = 3;
/** For one file, in ms. */
const WITHIN = 120_000;

/** In ms from the choice of the file; the longest task is that of the page's main thread. */
interface Seen {
  readonly page: number;
  readonly mark: number;
  readonly text: number;
  readonly all: number;
  readonly longest: number;
  readonly marks: number;
}

/** Runs inside the page: waits for the choice of a file, then for each thing to be seen. */
function watch(limit: number): Promise<Seen | null> {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
  return new Promise((resolve) => {
    document.addEventListener(
      'change',
      () => {
        const began = performance.now();
        const since = () => performance.now() - began;
        let page = 0;
        let mark = 0;
        let text = 0;
        const timer = setInterval(() => {
          const marked = [...CSS.highlights].some(
            ([name, { size }]) => name.startsWith('evidence-overlay') && size > 0,
          );
          const said = document.querySelector('.stat')?.textContent ?? '';
          if (document.querySelector('.page canvas')) page ||= since();
          if (marked) mark ||= since();
          if (/pages? read/.test(said) && !/ of [\d,]+ pages read/.test(said)) text ||= since();
          const done = text > 0 && mark > 0 && !/so far|Looking/.test(said);
          if (!done && since() < limit) return;
          clearInterval(timer);
          const found = document.querySelector('.stat [role=status]')?.textContent ?? '';
          const marks = Number(/([\d,]+) marks? of/.exec(found)?.[1]?.replaceAll(',', ''));
          resolve(done ? { page, mark, text, all: since(), longest, marks } : null);
        }, 20);
      },
      { capture: true, once: true },
    );
  });
}

async function once(browser: Browser, own: string, file: string) {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${own}reader.html`);
    const input = (await page.waitForSelector('#choose')) as ElementHandle<HTMLInputElement>;
    const seeing = inPage(page, watch, WITHIN);
    await input.uploadFile(file);
    const seen = await seeing;
    if (seen === null) throw new Error(`${file} was not read in time`);
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { ...seen, heap: usedSize / 1e6 };
  } finally {
    await page.close();
  }
}

async function run(): Promise<BenchRow[]> {
  if (cannotPrint !== null) throw new NoBrowser('there is no browser built on Chromium here');
  const folder = mkdtempSync(join(tmpdir(), 'evidence-overlay-reader-'));
  try {
    return await onStage(new Map(), async (stage) => {
      const { driven } = await stage.withIt.ready();
      const rows: BenchRow[] = [];
      for (const count of PAGES) {
        const file = join(folder, `${count}.pdf`);
        writeFileSync(file, printPdf(htmlOf(count), { tagged: true }));
        const all: Awaited<ReturnType<typeof once>>[] = [];
        for (let i = 0; i < RUNS; i++) all.push(await once(driven.browser, driven.own, file));
        const row = (what: string, key: keyof (typeof all)[number], unit: string): BenchRow => ({
          subject: `${count} pages: ${what}`,
          value: to(0, median(all.map((one) => one[key]))),
          unit,
          against: null,
          ratio: null,
          runs: RUNS,
        });
        rows.push(
          row('first page drawn', 'page', 'ms'),
          row('first mark', 'mark', 'ms'),
          row('text of all pages', 'text', 'ms'),
          row('all marks', 'all', 'ms'),
          row('longest task of the page', 'longest', 'ms'),
          row('marks', 'marks', 'marks'),
          row('memory of the page, without its worker', 'heap', 'MB'),
        );
      }
      return rows;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export const reading: Bench = {
  name: 'reader',
  about: 'the reader page in Chromium, from the choice of a PDF on',
  run,
};
