// First pass on a page (collect, detect, paint) in a real Chromium, against a bare read of its text and against mark.js.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bareRead } from '../../scripts/pages/probe';
import { type Part, readInOwnWorld } from '../../scripts/pages/record';
import { inPage } from '../../scripts/start/browser';
import { madePage, realPages } from './field-pages';
import { type Bench, type BenchRow, median, to } from './model';
import { spelledOut } from './spell';
import { onStage, type Stage } from './stage';
import { shippedVocabulary } from './vocabulary';

const RUNS = 5;
const PARTS: readonly Part[] = ['collect', 'detect', 'paint'];
/** Strings that mark.js looks for; the extension looks for all that the vocabulary stands for, some 80,000 and slots. */
const TERMS = 1000;
/** On a page of a million units mark.js takes minutes for a thousand. */
const TERMS_LONG = 200;
/** Length of HTML from which a page is long. */
const LONG = 500_000;
const require = createRequire(import.meta.url);
const MARK = require.resolve('mark.js/dist/mark.min.js');

interface MarkJs {
  new (root: Element): { mark(terms: readonly string[], options: object): void };
}

/** Runs inside the page; gives ms. */
function runMark(terms: readonly string[]): number {
  const { Mark } = window as unknown as { Mark: MarkJs };
  const options = { separateWordSearch: false, accuracy: 'exactly', caseSensitive: false };
  const started = performance.now();
  new Mark(document.body).mark(terms, options);
  return performance.now() - started;
}

async function measure(stage: Stage, name: string, terms: readonly string[]): Promise<BenchRow[]> {
  const script = readFileSync(MARK, 'utf8');
  const passes: number[] = [];
  const reads: number[] = [];
  const marks: number[] = [];
  const split: Record<Part, number[]> = { collect: [], detect: [], paint: [] };
  for (let run = 0; run < RUNS; run += 1) {
    const { page, recorded, close } = await stage.load(stage.withIt, name);
    const { firstPass, parts } = await recorded();
    if (firstPass === null || parts === null)
      throw new Error(`${name}: the first pass was not recorded`);
    passes.push(firstPass);
    for (const part of PARTS) split[part].push(parts[part]);
    reads.push(await readInOwnWorld(page, String(bareRead)));
    // The slowest by far; once is enough to see that.
    if (run === 0) {
      await page.evaluate(script);
      marks.push(await inPage(page, runMark, terms));
    }
    await close();
  }
  const [pass, read, mark] = [median(passes), median(reads), median(marks)];
  const row = (
    subject: string,
    value: number,
    against: string | null,
    ratio: number | null,
    runs = RUNS,
  ) => ({
    subject: `${subject}, ${name}`,
    value: to(2, value),
    unit: 'ms',
    against,
    ratio: ratio === null ? null : to(2, ratio),
    runs,
  });
  return [
    row('first pass', pass, 'a bare TreeWalker read (above 1: slower)', pass / read),
    ...PARTS.map((part) => {
      const took = median(split[part]);
      return row(`of it to ${part}`, took, 'a bare TreeWalker read (above 1: slower)', took / read);
    }),
    row('first pass', pass, `mark.js with ${terms.length} terms`, mark / pass),
    row('bare TreeWalker read', read, null, null),
    row(`mark.js with ${terms.length} terms`, mark, null, null, 1),
  ];
}

async function run(): Promise<BenchRow[]> {
  const terms = spelledOut(shippedVocabulary(), TERMS);
  const pages = new Map([
    ...realPages(),
    ['100 kB', madePage(100_000)] as const,
    ['1 MB', madePage(1_000_000)] as const,
  ]);
  return onStage(pages, async (stage) => {
    const rows: BenchRow[] = [];
    for (const [name, html] of pages) {
      const some = html.length > LONG ? terms.slice(0, TERMS_LONG) : terms;
      rows.push(...(await measure(stage, name, some)));
    }
    return rows;
  });
}

export const firstPass: Bench = {
  name: 'first-pass',
  about:
    'Pages opened in Chromium, each time anew: processor time from the start of reading to the last mark',
  run,
};
