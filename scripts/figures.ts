// The figures of the last run of each measurement on this machine, for `npm run bars`; in .cache/, so in no commit.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { ROOT } from './build';

const PATH = join(ROOT, '.cache/bench/last.json');

const Kept = z.record(z.string(), z.object({ date: z.string(), rows: z.array(z.unknown()) }));

function read(path: string): z.infer<typeof Kept> {
  if (!existsSync(path)) return {};
  try {
    const kept = Kept.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return kept.success ? kept.data : {};
  } catch {
    // Cut off while it was written: the next runs fill it again.
    return {};
  }
}

/** Keeps the rows of a measurement in place of those of its run before. */
export function keepFigures(name: string, rows: readonly unknown[], path = PATH): void {
  mkdirSync(dirname(path), { recursive: true });
  const kept = { ...read(path), [name]: { date: new Date().toISOString(), rows } };
  writeFileSync(path, JSON.stringify(kept, null, 1));
}

/** The rows of the last run of a measurement and its moment (ISO date and time); null where it never ran here. */
export function lastFigures(name: string, path = PATH): { date: string; rows: unknown[] } | null {
  return read(path)[name] ?? null;
}
