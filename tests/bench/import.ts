// Large sets of evidence in a real browser: brought in beside the shipped one, as the settings page does it, then asked.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { PACK_SCHEMA, type Pack } from '../../lib/evidence/model';
import { findBrowser } from '../../scripts/browser/find';
import { launch } from '../../scripts/start/browser';
import type { ImportFigures } from './import-page';
import { type Bench, type BenchRow, to } from './model';
import { makeEntries, queries } from './search';
import { NoBrowser } from './stage';

const SIZES = [1_000, 10_000, 100_000];
/** For one size, in ms: slow machines take their time, hung ones do not end by themselves. */
const LIMIT = 600_000;
/** As in the extension's own pages: no code is made from text, which is what makes schema libraries slow there. */
const RULE = "script-src 'self'; worker-src 'self'";

/** An organisation's pack of so many entries, under the shipped topics and cells. */
export function madePack(entries: number, shipped: Pack): Pack {
  return {
    schema: PACK_SCHEMA,
    role: 'organisation',
    id: 'made',
    extends: [shipped.id],
    title: 'Generated evidence',
    version: '1.0.0',
    language: 'en',
    licence: 'None: generated for a benchmark.',
    revised: '2026-11-24',
    matrices: [],
    cells: [],
    entries: makeEntries(entries, shipped).map((entry) => ({ ...entry, relations: [] })),
    passages: [],
    guidance: [],
    statements: [],
    vocabulary: { classes: {}, topics: [], additions: [] },
  };
}

async function scripts(): Promise<Map<string, string>> {
  const files = ['import-page', 'import-worker', 'import-search'];
  const built = await build({
    entryPoints: files.map((file) => resolve(`tests/bench/${file}.ts`)),
    bundle: true,
    write: false,
    format: 'esm',
    outdir: '/',
    minify: true,
  });
  return new Map(built.outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, '/'), text]));
}

async function measured(): Promise<ImportFigures[]> {
  const found = findBrowser('chromium');
  if (found === null) throw new NoBrowser('there is no Chromium, Chrome, Edge or Brave here');
  const shipped = readFileSync(resolve('data/pack.json'), 'utf8');
  const held: Pack = JSON.parse(shipped);
  const served = await scripts();
  let made = '';
  const server = createServer((asked, answer) => {
    const file = asked.url ?? '/';
    const kind = file.endsWith('.js')
      ? 'text/javascript'
      : file === '/'
        ? 'text/html'
        : 'application/json';
    answer.setHeader('content-type', kind);
    answer.setHeader('content-security-policy', RULE);
    const bodies: Readonly<Record<string, string>> = {
      '/': '<!doctype html><title>Import</title><script type="module" src="/import-page.js"></script>',
      '/pack.json': shipped,
      '/made.json': made,
    };
    answer.end(served.get(file) ?? bodies[file] ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const launched = await launch(found, null, true);
  if (!launched.ok) throw new NoBrowser(launched.reason);
  const { browser, close } = launched.driven;
  try {
    const figures: ImportFigures[] = [];
    for (const size of SIZES) {
      made = JSON.stringify(madePack(size, held));
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${address.port}/`);
      await page.waitForFunction('"measureImport" in window', { timeout: LIMIT });
      const asked = JSON.stringify({ size, queries });
      // Asked for again and again: a single answer may take longer than the driver waits for one.
      await page.evaluate(
        `void measureImport(${asked}).then((done) => { measured = done; }, (error) => { measured = String(error); })`,
      );
      await page.waitForFunction('measured !== null', { timeout: LIMIT, polling: 200 });
      const done = await page.evaluate('measured');
      if (typeof done === 'string') throw new Error(done);
      figures.push(done as ImportFigures);
      await page.close();
    }
    return figures;
  } finally {
    await close();
    server.close();
  }
}

function rowsOf(figures: readonly ImportFigures[]): BenchRow[] {
  const [smallest] = figures;
  const row = (
    subject: string,
    value: number,
    unit: string,
    runs: number,
    compare: { against: string; ratio: number } | null = null,
  ): BenchRow => ({
    subject,
    value: to(1, value),
    unit,
    against: compare?.against ?? null,
    ratio: compare ? to(2, compare.ratio) : null,
    runs,
  });
  return figures.flatMap((one) => {
    const { size, reviewMs, applyMs, bareMs } = one;
    const whole = (size / (reviewMs + applyMs)) * 1000;
    const bare = (size / bareMs) * 1000;
    const first = smallest && one !== smallest ? smallest : null;
    const flat = (now: number, before: number | undefined) =>
      before === undefined
        ? null
        : { against: `the same at ${SIZES[0]} entries (above 1: slower)`, ratio: now / before };
    return [
      row(`import, read, checked, compared and written, ${size} entries`, whole, 'entries/s', 1, {
        against: 'bare Dexie: the same rows, already parsed, one row each with two indexes',
        ratio: whole / bare,
      }),
      row(`bare Dexie bulkAdd, ${size} entries`, bare, 'entries/s', 1),
      row(`import, review alone, ${size} entries`, reviewMs, 'ms', 1),
      row(`import, writing alone, ${size} entries`, applyMs, 'ms', 1),
      row(
        `import, longest task of the page’s own thread, ${size} entries`,
        one.longestTaskMs,
        'ms',
        1,
      ),
      row(
        `card, 95 % within, ${size} entries`,
        one.cardMs,
        'ms',
        one.cards,
        flat(one.cardMs, first?.cardMs),
      ),
      row(
        `search with its rows, 95 % within, ${size} entries`,
        one.searchMs,
        'ms',
        one.searches,
        flat(one.searchMs, first?.searchMs),
      ),
    ];
  });
}

export const importing: Bench = {
  name: 'import',
  about:
    'A file of evidence brought in, in Chromium, with as many entries; then cards and searches',
  run: async () => rowsOf(await measured()),
};
