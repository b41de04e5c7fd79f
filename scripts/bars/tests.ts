// The bars that are tests: quick ones are run, the others are as the last `npm test` on this machine found them.
import { relative } from 'node:path';
import * as z from 'zod/mini';
import { ROOT } from '../build';
import { tool, withReport } from '../test/run';
import { atMost, type Bar } from './model';
import type { Last } from './speed';

/** What holds by the tests of some files. */
const QUICK: readonly (readonly [bar: string, files: readonly string[]])[] = [
  [
    'variants of a term found alike: tests failed',
    ['vocabulary/variants', 'vocabulary/compile', 'vocabulary/pattern', 'detect/text-blocks'],
  ],
  ['hostile packs refused whole, with place and reason: tests failed', ['evidence/packs/hostile']],
  [
    'import or migration cut off: old state or new, tests failed',
    ['evidence/packs/torn', 'evidence/database'],
  ],
];

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

const pathOf = (file: string) => `tests/unit/${file}.test.ts`;

export function quickBars(): Bar[] {
  const files = QUICK.flatMap(([, some]) => some.map(pathOf));
  const json = withReport('bars', (path) => {
    const args = ['run', ...files, '--reporter=json', `--outputFile=${path}`];
    tool('vitest/vitest.mjs', args);
  });
  const report = Report.safeParse(json);
  const results = report.success ? report.data.testResults : [];
  const failedIn = (file: string): number | null => {
    const result = results.find(({ name }) => relative(ROOT, name) === pathOf(file));
    if (result === undefined || result.assertionResults.length === 0) return null;
    const failed = result.assertionResults.filter(({ status }) => status === 'failed').length;
    return failed === 0 && result.status === 'failed' ? 1 : failed;
  };
  return QUICK.map(([bar, some]) => {
    const counts = some.map(failedIn);
    // A file that did not run says nothing, and the bar with it.
    const failed = counts.includes(null)
      ? null
      : counts.reduce<number>((sum, n) => sum + (n ?? 0), 0);
    return atMost(bar, failed, 0, `npx vitest run ${some.map(pathOf).join(' ')}`);
  });
}

const Suite = z.object({ suite: z.string(), passed: z.number(), failed: z.number() });

/** What only the browsers can say. */
export function browserBars(last: Last): Bar[] {
  const suites = (last('test') ?? []).flatMap((row) => {
    const read = Suite.safeParse(row);
    return read.success ? [read.data] : [];
  });
  const failed = (name: string) => suites.find(({ suite }) => suite === name)?.failed ?? null;
  const what =
    'background stopped, hostile pages, markup as text, no request, the same list in both browsers';
  return [
    atMost(`${what}: tests failed in Chromium`, failed('chromium'), 0, 'npm test -- chromium'),
    atMost(`${what}: tests failed in Firefox`, failed('firefox'), 0, 'npm test -- firefox'),
    atMost('all other tests: failed', failed('unit'), 0, 'npm test -- unit'),
  ];
}
