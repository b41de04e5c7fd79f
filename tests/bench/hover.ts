// From the moment a reader means a mark to the card with its evidence: warm, at first, and with the background stopped.
import type { Page } from 'puppeteer-core';
import { OPEN_AFTER } from '../../lib/page/intent';
import { pause } from '../../scripts/pages/limit';
import { inPage } from '../../scripts/start/browser';
import { type Bench, type BenchRow, median, to } from './model';
import { type Loaded, onStage } from './stage';

const RUNS = 7;
const STOPPED_RUNS = 3;
/** Longest wait for a card, in ms. */
const CARD_WITHIN = 20_000;

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Drug and alcohol treatment service</title>
<style>p{margin:60px 20px}</style><h1>Adult drug and alcohol treatment service</h1>
<p>The council is commissioning an adult drug and alcohol treatment and recovery service.</p>
<p>It offers residential rehabilitation to people with alcohol dependence.</p>
<p>It offers contingency management to people in treatment.</p><p>Nothing is said here.</p>`;

/** Runs inside the page: the middle of the marks, in document order. */
function marks(): { x: number; y: number }[] {
  const ranges = [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].map((abstract) => {
      const range = document.createRange();
      range.setStart(abstract.startContainer, abstract.startOffset);
      range.setEnd(abstract.endContainer, abstract.endOffset);
      return range.getBoundingClientRect();
    }),
  );
  return ranges.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }));
}

/** Runs inside the page: waits for the first move, which is onto the mark, then for a frame that shows the card with its evidence. */
function timeCard(limit: number): Promise<number | null> {
  let moved = 0;
  const onMove = (event: Event): void => {
    moved ||= event.timeStamp;
  };
  addEventListener('mousemove', onMove, true);
  const began = performance.now();
  return new Promise((resolve) => {
    const look = (): void => {
      const card = document.querySelector('evidence-overlay-card');
      const root = card?.matches(':popover-open') ? card.shadowRoot : null;
      const there = root?.querySelector('[role=dialog]')?.getAttribute('aria-busy') === 'false';
      if (!there && performance.now() - began < limit) {
        requestAnimationFrame(look);
        return;
      }
      removeEventListener('mousemove', onMove, true);
      resolve(there ? performance.now() - moved : null);
    };
    look();
  });
}

async function hover(page: Page, { x, y }: { x: number; y: number }): Promise<number> {
  await page.mouse.move(5, 5);
  // The card of before closes a third of a second after the pointer left it.
  await pause(1000);
  const card = inPage(page, timeCard, CARD_WITHIN);
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  const ms = await card;
  if (ms === null) throw new Error('no card came');
  return ms - OPEN_AFTER;
}

async function stopBackground({ running }: Loaded): Promise<void> {
  const { control } = running;
  if (control === null) throw new Error('the extension is not there');
  const session = await control.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

async function run(): Promise<BenchRow[]> {
  return onStage(new Map([['hover', PAGE]]), async (stage) => {
    const loaded = await stage.load(stage.withIt, 'hover');
    const { page } = loaded;
    await loaded.recorded();
    await page.bringToFront();
    const places = await inPage(page, marks);
    const place = (turn: number) => {
      const one = places[turn % places.length];
      if (one === undefined) throw new Error('nothing is marked');
      return one;
    };
    const first = await hover(page, place(0));
    const warm: number[] = [];
    for (let i = 0; i < RUNS; i += 1) warm.push(await hover(page, place(i + 1)));
    const stopped: number[] = [];
    for (let i = 0; i < STOPPED_RUNS; i += 1) {
      await stopBackground(loaded);
      await page.bringToFront();
      stopped.push(await hover(page, place(i)));
    }
    const row = (subject: string, value: number, budget: number, runs: number): BenchRow => ({
      subject: `card with its evidence, ${subject}`,
      value: to(1, value),
      unit: 'ms after intent',
      against: `the budget of ${budget} ms`,
      ratio: value > 0 ? to(2, budget / value) : null,
      runs,
    });
    return [
      row('warm', median(warm), 50, RUNS),
      row('background stopped', median(stopped), 300, STOPPED_RUNS),
      row('first of the page', first, 300, 1),
    ];
  });
}

export const hovering: Bench = {
  name: 'hover',
  about: `A card is meant once the pointer has rested for ${OPEN_AFTER} ms; from then to the frame that shows its evidence`,
  run,
};
