// Measures one saved page: a visit without the extension, one with it, and more where the page's own scripts blur the picture.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from './files';
import type { Guard } from './guard';
import type { Task } from './open';
import { domUnchanged, type PageRow, rowOf } from './row';
import type { Side } from './side';
import { type Seen, visit } from './visit';

/** Time for one visit, in ms, and as much again for each million bytes of the file. */
const LIMIT = 25_000;
const LIMIT_A_MILLION = 15_000;

export interface Bench {
  readonly browser: PageRow['browser'];
  readonly withIt: Side;
  readonly without: Side;
  readonly guard: Guard;
  readonly folder: string;
  readonly site: string;
}

export async function measure(bench: Bench, file: string): Promise<PageRow> {
  const { guard, folder, site } = bench;
  const bytes = statSync(join(folder, file)).size;
  const task: Task = {
    folder,
    site,
    url: addressOf(site, file),
    still: false,
    limit: LIMIT + (bytes / 1e6) * LIMIT_A_MILLION,
  };
  const leaks = async (side: Side, what: Task): Promise<[Seen, string[]]> => {
    const before = guard.asked.length;
    const seen = await visitIn(side, what);
    return [seen, guard.asked.slice(before)];
  };
  const [without, leakedWithout] = await leaks(bench.without, task);
  const [withIt, leakedWith] = await leaks(bench.withIt, task);
  const sides = { withIt, without };
  let unchanged = domUnchanged(sides);
  let how: string | null = null;
  if (unchanged === null && withIt.after !== null) {
    const again = await visitIn(bench.without, task);
    if (again.atRest && without.atRest && again.after === without.after) unchanged = false;
    else {
      // The page comes out otherwise each time; only without its scripts can be told who changed it.
      const still = { ...task, still: true };
      const [alone, read] = [
        await visitIn(bench.without, still),
        await visitIn(bench.withIt, still),
      ];
      unchanged = alone.after === null || read.after === null ? null : alone.after === read.after;
      how = 'its own scripts change it differently each time: compared with them off';
    }
  }
  const leaked = { withIt: leakedWith, without: leakedWithout };
  return rowOf({ file, browser: bench.browser, sides, unchanged, how, leaked });
}

/** A browser that a page broke is started again for the next. */
async function visitIn(side: Side, task: Task): Promise<Seen> {
  const seen = await visit(await side.ready(), side.firefox, task);
  if (seen.broken) await side.end();
  return seen;
}
