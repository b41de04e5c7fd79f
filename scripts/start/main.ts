// `npm start`: builds the extension and shows it at work, in a window where there is a display, in pictures where not.
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { textTable } from '../../lib/measure/table';
import { obtainBrowser } from '../browser/obtain';
import { build, grantHosts, ROOT } from '../build';
import { demoPages, serveDemo } from '../demo/server';
import { type Driven, launch, openControl } from './browser';
import { type StartTarget, targetOf } from './targets';
import { type Visit, visit } from './visit';

const USAGE = `npm start -- [--browser chromium|firefox] [--headless] [URL-or-file …]
  Without URL or file it shows the demonstration pages.`;
const SCREENS = join(ROOT, 'screens/start');

const say = (line: string) => console.error(line);

function fail(reason: string): never {
  say(reason);
  process.exit(1);
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const family = values.browser;
if (family !== 'chromium' && family !== 'firefox') {
  fail(`--browser takes chromium (also for Chrome, Edge and Brave) or firefox, not “${family}”.`);
}

const obtained = obtainBrowser(family);
if (!obtained.ok) fail(obtained.reason);
say(`Browser: ${obtained.browser.path}`);
say('Building the extension …');
const built = build(family === 'firefox' ? 'firefox' : 'chrome', 'start');
if (!built.ok) fail(`${built.said}\nThe extension could not be built; the lines above say why.`);

const server = await serveDemo();
const targets: StartTarget[] =
  positionals.length > 0
    ? positionals.map(targetOf)
    : demoPages().map((name) => ({ name, url: `${server.origin}/${name}.html` }));
const urls = targets.flatMap((target) => ('url' in target ? [target.url] : []));
grantHosts(built.folder, urls);

const headless = values.headless || !hasDisplay();
const launched = await launch(obtained.browser, built.folder, headless);
if (!launched.ok) fail(launched.reason);
const { driven } = launched;
if (headless) await showPictures(driven);
else await showWindow(driven);
await server.close();
process.exit(0);

async function showPictures(driven: Driven): Promise<void> {
  const control = await openControl(driven);
  const rows: (string | number)[][] = [];
  for (const [index, target] of targets.entries()) {
    if ('reason' in target) {
      rows.push([target.name, target.reason, 0, 0, '–', '–']);
      continue;
    }
    say(`Opening ${target.name} …`);
    const file = `${index + 1}-${target.name.replace(/^\d+-/, '').replace(/[^\w-]+/g, '-')}`.slice(
      0,
      80,
    );
    const picture = join(SCREENS, `${file}.png`);
    const result = await visit(driven, control, target.url, picture);
    rows.push(rowOf(target.name, result, relative(ROOT, picture)));
  }
  console.log(
    textTable(
      ['page', 'kind of page', 'topics marked', 'mentions', 'milliseconds', 'screenshot'],
      rows,
    ),
  );
  await driven.close();
}

function rowOf(name: string, result: Visit, picture: string): (string | number)[] {
  if (!result.ok) return [name, result.reason, 0, 0, '–', '–'];
  const { summary, milliseconds } = result;
  const off = summary.relevance?.pass === false;
  const kind = off ? `${summary.kind}, on another subject` : summary.kind;
  // Topics of the second tier are counted, and marked only where the reader turns them on.
  const marked = summary.topics.filter((topic) => topic.tier === 1);
  const mentions = marked.reduce((n, t) => n + t.asserted + t.excluded + t.other, 0);
  return [name, kind, marked.length, mentions, milliseconds, picture];
}

async function showWindow(driven: Driven): Promise<void> {
  let first: Page | null = null;
  for (const target of targets) {
    if ('reason' in target) {
      say(`${target.name}: ${target.reason}`);
      continue;
    }
    const page = await driven.browser.newPage();
    first ??= page;
    await page.goto(target.url).catch(() => say(`${target.name}: nothing answers at this address`));
  }
  await first?.bringToFront();
  say(
    'The browser stays open: rest the pointer on an underlined phrase. Close the browser or press Ctrl+C to end.',
  );
  await new Promise<void>((resolve) => {
    driven.browser.once('disconnected', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await driven.close().catch(() => undefined);
}
