// Bytes of the scripts that a page gets, compressed as a store compresses them, against their budgets.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../../scripts/build';
import type { Bench, BenchRow } from './model';

/** kB of 1,000 bytes. */
const BUDGETS = [
  { subject: 'page script, before the first hover', files: ['overlay.js'], budget: 25 },
  { subject: 'page script and card', files: ['overlay.js', 'card.js'], budget: 45 },
];

function run(): BenchRow[] {
  const { ok, folder, said } = build('chrome', 'production');
  if (!ok) throw new Error(`${said}\nThe extension could not be built.`);
  const size = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  return BUDGETS.map(({ subject, files, budget }) => {
    const bytes = files.reduce((sum, file) => sum + size(file), 0);
    return {
      subject,
      value: bytes / 1000,
      unit: 'kB (gzip)',
      against: `the budget of ${budget} kB`,
      ratio: Number(((budget * 1000) / bytes).toFixed(2)),
      runs: 1,
    };
  });
}

export const bytes: Bench = {
  name: 'bytes',
  about: 'Scripts of the extension as people install it',
  run,
};
