// Everything that `npm test` runs, in the order in which it runs it: the quick checks first.
import { join } from 'node:path';
import { obtainBrowser } from '../browser/obtain';
import { build, ROOT } from '../build';
import { ofCruise, ofPlaywright, ofSizes, ofVitest } from './reports';
import { check, type Outcome, sum, tool, withReport } from './run';

export interface Suite {
  readonly name: string;
  readonly run: () => Outcome;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function types(): Outcome {
  const run = tool('typescript/bin/tsc', ['--noEmit']);
  return check(run.code === 0, run.said);
}

function lint(): Outcome {
  const run = tool('@biomejs/biome/bin/biome', ['check', '--colors=off', '.']);
  const files = Number(/Checked (\d+) files/.exec(run.said)?.[1] ?? 0);
  return check(run.code === 0 && files > 0, run.said);
}

const ROOMS = ['lib', 'components', 'entrypoints', 'scripts'];
const CRUISE = 'dependency-cruiser/bin/dependency-cruise.mjs';

function cruise(rooms: readonly string[], cwd: string) {
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const types = join(ROOT, 'tsconfig.json');
  const args = ['--config', config, '--ts-config', types, '--output-type', 'json', ...rooms];
  const run = tool(CRUISE, args, { cwd });
  return { result: ofCruise(parse(run.out)), said: run.said };
}

/** Rules that the deliberately wrong sample has to set off. */
const MUST_FIRE = ['text-is-a-leaf', 'browser-only-in-platform', 'dexie-only-in-evidence'];

function imports(): Outcome {
  const own = cruise(ROOMS, ROOT);
  const broken = own.result?.broken ?? [own.said.slice(0, 2000)];
  const clean = check(broken.length === 0 && (own.result?.modules ?? 0) > 50, broken.join('\n'));
  const wrong = cruise(['lib', 'components'], join(ROOT, 'tests/fixtures/wrong-imports'));
  const fired = MUST_FIRE.map((rule) =>
    check(
      wrong.result?.broken.some((line) => line.startsWith(`${rule}: `)) ?? false,
      `The rule ${rule} does not fire on tests/fixtures/wrong-imports.`,
    ),
  );
  return sum([clean, ...fired]);
}

/** Files and packages that nothing uses. */
function unused(): Outcome {
  const run = tool('knip/bin/knip.js', ['--include', 'files,dependencies,unlisted,unresolved']);
  return check(run.code === 0, run.said);
}

/** The shipped evidence is what its sources make of it. */
function evidence(): Outcome {
  const run = tool('tsx/dist/cli.mjs', [join(ROOT, 'scripts/build-pack.ts'), '--check']);
  return check(run.code === 0, run.said);
}

function unit(): Outcome {
  const report = withReport('vitest', (path) => {
    tool('vitest/vitest.mjs', ['run', '--reporter=json', `--outputFile=${path}`]);
  });
  return ofVitest(report);
}

function builds(): Outcome {
  const built = [
    build('chrome', 'production'),
    build('chrome', 'e2e'),
    build('firefox', 'production'),
    build('firefox', 'e2e'),
  ];
  return sum(built.map(({ ok, said }) => check(ok, said)));
}

/** What Firefox's store would say to the built extension. */
function store(): Outcome {
  const source = join(ROOT, '.output/firefox-mv3');
  const args = ['lint', '-s', source, '--no-config-discovery', '--output', 'json'];
  const run = tool('web-ext/bin/web-ext.js', args);
  return check(run.code === 0, run.said);
}

function sizes(): Outcome {
  return ofSizes(parse(tool('size-limit/bin.js', ['--json']).out));
}

/** The built extension in one browser: the same list of tests for both. */
function endToEnd(family: 'chromium' | 'firefox'): Outcome {
  const browser = obtainBrowser(family);
  if (!browser.ok) return check(false, browser.reason);
  const report = withReport(`playwright-${family}`, (path) => {
    const config = join(ROOT, 'tests/e2e/playwright.config.ts');
    const args = ['test', '--config', config, '--project', family, '--reporter=json'];
    tool('@playwright/test/cli.js', args, {
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: path, BROWSER_PATH: browser.browser.path },
    });
  });
  return ofPlaywright(report);
}

export const SUITES: readonly Suite[] = [
  { name: 'types', run: types },
  { name: 'lint', run: lint },
  { name: 'imports', run: imports },
  { name: 'unused', run: unused },
  { name: 'evidence', run: evidence },
  { name: 'unit', run: unit },
  { name: 'builds', run: builds },
  { name: 'store', run: store },
  { name: 'sizes', run: sizes },
  { name: 'chromium', run: () => endToEnd('chromium') },
  { name: 'firefox', run: () => endToEnd('firefox') },
];
