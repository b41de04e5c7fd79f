// `npm run pages -- FOLDER`: opens every saved page of a folder in a real browser with the extension, and measures what it did.
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import sites from '../data/sites.json';
import { textTable } from '../lib/measure/table';
import { findBrowser } from './browser/find';
import { keepFigures } from './figures';
import { testBuild } from './pages/extension';
import { htmlFilesOf } from './pages/files';
import { startGuard } from './pages/guard';
import { measure } from './pages/measure';
import type { PageRow } from './pages/row';
import { Side } from './pages/side';

const USAGE = `npm run pages -- FOLDER [--browser chromium|firefox] [--site HOST] [--json]
  FOLDER     every .html and .htm file in it and in its folders
  --browser  one browser; without it Chromium, then Firefox
  --site     the host as whose pages they are shown; www.gov.uk if not said
  --json     one line of JSON a page`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string' },
    site: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (values.help || folder === undefined) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const say = (line: string) => console.error(line);
function fail(reason: string): never {
  say(reason);
  process.exit(1);
}

const BROWSERS: readonly PageRow['browser'][] = ['chromium', 'firefox'];
const wanted = BROWSERS.filter((name) => values.browser === undefined || values.browser === name);
if (wanted.length === 0) fail(`--browser takes chromium or firefox, not “${values.browser}”.`);
if (!existsSync(folder)) fail(`${folder}: no such folder`);
const files = htmlFilesOf(folder);
if (files.length === 0) fail(`${folder} holds no .html file.`);
const site = values.site ?? siteOf('gov-uk');

function siteOf(id: string): string {
  const address = sites.find((one) => one.id === id)?.hosts[0];
  if (address === undefined) throw new Error(`data/sites.json has no ${id}`);
  return new URL(address.replace('*', '')).hostname;
}

const rows: PageRow[] = [];
for (const browser of wanted) await runIn(browser, folder);
keepFigures('pages', rows);
if (!values.json) {
  console.log(textTable(HEAD(), rows.map(cells)));
  for (const { file, browser, reason } of rows)
    if (reason) console.log(`\n${file}, ${browser}: ${reason}`);
}
process.exit(0);

async function runIn(browser: PageRow['browser'], from: string): Promise<void> {
  const found = findBrowser(browser);
  if (found === null) {
    say(`${browser}: not on this machine, so no page was opened in it.`);
    return;
  }
  const extension = testBuild(browser, site);
  const guard = await startGuard();
  const withIt = new Side(found, extension, guard, true);
  const without = new Side(found, null, guard);
  try {
    for (const [i, file] of files.entries()) {
      say(`${browser} ${i + 1}/${files.length} ${file} …`);
      const row = await measure({ browser, withIt, without, guard, folder: from, site }, file);
      rows.push(row);
      if (values.json) console.log(JSON.stringify(row));
    }
  } finally {
    await Promise.all([withIt.end(), without.end()]);
    guard.close();
    rmSync(extension, { recursive: true, force: true });
  }
}

function HEAD(): string[] {
  return [
    'page',
    'browser',
    'marks',
    'topics',
    'same DOM',
    'errors',
    'shift',
    'slice ms',
    'requests',
    'pass ms',
    'read ms',
  ];
}

function cells(row: PageRow) {
  const same = row.domUnchanged === null ? null : row.domUnchanged ? 'yes' : 'NO';
  return [
    row.file,
    row.browser,
    row.marks,
    row.topics,
    same,
    row.consoleErrors,
    row.layoutShift,
    row.longestSliceMs,
    row.requests,
    row.firstPassMs,
    row.readMs,
  ];
}
