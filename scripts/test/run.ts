// Runs a tool of this project and reads what it counted.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build';

/** What a suite came to. A suite in which nothing passed and nothing failed has not run, and counts as failed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Shown where something failed, or where there is something to know. */
  readonly words: string;
}

export interface Tool {
  readonly code: number | null;
  readonly out: string;
  /** Standard output and standard error. */
  readonly said: string;
}

/** Runs the program of an installed package under this Node. @param bin path inside node_modules */
export function tool(
  bin: string,
  args: readonly string[],
  more: { cwd?: string; env?: Record<string, string>; show?: boolean } = {},
): Tool {
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules', bin), ...args], {
    cwd: more.cwd ?? ROOT,
    env: { ...process.env, ...more.env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', more.show ? 'inherit' : 'pipe'],
  });
  const out = run.stdout ?? '';
  const said = `${out}${run.stderr ?? ''}${run.error ? String(run.error) : ''}`;
  return { code: run.status, out, said };
}

/** One check, passed or failed. */
export function check(passed: boolean, words: string): Outcome {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, words: passed ? '' : words };
}

/** Adds outcomes up. */
export function sum(outcomes: readonly Outcome[]): Outcome {
  const total = (key: 'passed' | 'failed' | 'skipped') =>
    outcomes.reduce((n, outcome) => n + outcome[key], 0);
  const words = outcomes.map((outcome) => outcome.words).filter((one) => one !== '');
  return {
    passed: total('passed'),
    failed: total('failed'),
    skipped: total('skipped'),
    words: words.join('\n'),
  };
}

/** A suite that ran nothing is a failure, whatever its tool said. */
export function orNothingRan(outcome: Outcome): Outcome {
  if (outcome.passed + outcome.failed > 0) return outcome;
  return { ...outcome, failed: 1, words: `${outcome.words}\nNothing ran.`.trim() };
}

/** Lets a tool write its counts to a file and reads them; null where it wrote none. */
export function withReport(name: string, run: (path: string) => void): unknown {
  const path = join(ROOT, 'node_modules/.cache', `${name}.json`);
  rmSync(path, { force: true });
  run(path);
  if (!existsSync(path)) return null;
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  return json;
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
