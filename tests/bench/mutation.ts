// A page that changes without end: the share of the main thread's time that the extension takes, and whether all is marked once it rests.

import type { Page } from 'puppeteer-core';
import { pause } from '../../scripts/pages/limit';
import { inPage } from '../../scripts/start/browser';
import { madePage } from './field-pages';
import { type Bench, type BenchRow, median, to } from './model';
import { onStage, type Stage } from './stage';

/** How long is watched each time, in ms. */
const WATCHED = 5_000;
const RUNS = 3;
/** Longest wait for the last text to be marked once the page rests, in ms. */
const RESTS_WITHIN = 60_000;
const LENGTH = 100_000;

/** Changes ten paragraphs, adds one and takes one away, a hundred times a second; counts how often it came to that. */
const SCRIPT = `<script>
var turns = 0;
let next = 0;
const box = document.body.appendChild(document.createElement('div'));
const all = [...document.querySelectorAll('p')];
const timer = setInterval(() => {
  turns++;
  for (let i = 0; i < 10; i++) {
    const p = all[next++ % all.length];
    p.firstChild.data = 'Turn ' + turns + ': residential rehabilitation and aftercare for people in drug treatment.';
  }
  const p = document.createElement('p');
  p.textContent = 'People who leave inpatient detoxification, ' + turns + ', are offered mutual aid.';
  box.append(p);
  if (box.childNodes.length > 20) box.firstChild.remove();
}, 10);
function rest() {
  clearInterval(timer);
  const p = document.createElement('p');
  p.id = 'last';
  p.textContent = 'The alcohol treatment service ends with contingency management at the last.';
  document.body.prepend(p);
}
</script>`;

/** Runs inside the page. */
function turnsNow(mark: string): number {
  performance.mark(mark);
  return (globalThis as unknown as { turns: number }).turns ?? Number.NaN;
}

/** Runs inside the page. */
function isLastMarked(): boolean {
  const last = document.getElementById('last');
  return [...CSS.highlights.values()].some((highlight) =>
    [...highlight].some((range) => last?.contains(range.startContainer)),
  );
}

async function watch(stage: Stage, side: Stage['withIt']) {
  const { page, recorded, close } = await stage.load(side, 'endless');
  const before = await inPage(page, turnsNow, 'bench:from');
  await pause(WATCHED);
  const after = await inPage(page, turnsNow, 'bench:to');
  const between = (await recorded()).between('bench:from', 'bench:to');
  if (between === null) throw new Error('the page was not recorded');
  return { page, close, between, perSecond: ((after - before) / between.ms) * 1000 };
}

/** Ms from the page's rest to the mark on what it wrote last. */
async function markedAfterRest(page: Page): Promise<number> {
  await page.evaluate('rest()');
  const rested = performance.now();
  while (!(await inPage(page, isLastMarked))) {
    if (performance.now() - rested > RESTS_WITHIN)
      throw new Error('what came last was never marked');
    await pause(20);
  }
  return performance.now() - rested;
}

async function run(): Promise<BenchRow[]> {
  const pages = new Map([['endless', madePage(LENGTH, SCRIPT)]]);
  return onStage(pages, async (stage) => {
    const shares: number[] = [];
    const ofBusy: number[] = [];
    const turns: number[] = [];
    const kept: number[] = [];
    const waits: number[] = [];
    for (let i = 0; i < RUNS; i += 1) {
      const alone = await watch(stage, stage.without);
      await alone.close();
      const both = await watch(stage, stage.withIt);
      const { own, all, ms } = both.between;
      shares.push((100 * own) / ms);
      ofBusy.push(own / all);
      turns.push(both.perSecond);
      kept.push(both.perSecond / alone.perSecond);
      waits.push(await markedAfterRest(both.page));
      await both.close();
    }
    const row = (subject: string, value: number, unit: string, against: string, ratio: number) => ({
      subject,
      value: to(2, value),
      unit,
      against,
      ratio: to(2, ratio),
      runs: RUNS,
    });
    const [share, busy, turn, keep, wait] = [shares, ofBusy, turns, kept, waits].map(median) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return [
      row('share of the main thread', share, '% of the time', 'all that ran there (share)', busy),
      row('turns of the page', turn, 'a second', 'the page alone', keep),
      row('marked once it rests', wait, 'ms', 'the time watched (share)', wait / WATCHED),
    ];
  });
}

export const mutation: Bench = {
  name: 'mutation',
  about: `A page of ${LENGTH / 1000} kB that changes a hundred times a second, watched for ${WATCHED / 1000} s after it was first read`,
  run,
};
