// Tabs behind others wait. Driven by Puppeteer: Playwright tells every tab that it is in front.
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browser/find';
import { type Driven, inPage, launch, openControl } from '../../scripts/start/browser';
import { builtFor } from './extension';
import { expect, test } from './fixtures';

/** Longer than a tab in front takes to read a page, in ms. */
const A_WHILE = 2_500;

const still = () => new Promise((resolve) => setTimeout(resolve, A_WHILE));

/** Runs inside the page: how often the words are marked. */
function marksOn(words: string): number {
  return [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].filter(
      ({ startContainer, startOffset, endOffset }) =>
        startContainer.textContent?.slice(startOffset, endOffset).toLowerCase() === words,
    ),
  ).length;
}

const readings = () => performance.getEntriesByName('evidence-overlay:done').length;
const state = () => document.visibilityState;

let driven: Driven | null = null;

test.beforeEach(async ({ browserName }) => {
  const name = browserName === 'firefox' ? 'firefox' : 'chromium';
  const found = findBrowser(name);
  if (found === null) throw new Error(`no ${name} on this machine`);
  const launched = await launch(found, builtFor(name), true);
  if (!launched.ok) throw new Error(launched.reason);
  driven = launched.driven;
  await openControl(driven);
});

test.afterEach(async () => {
  await driven?.close();
  driven = null;
});

async function tab(): Promise<Page> {
  if (driven === null) throw new Error('the browser is not started');
  return driven.browser.newPage();
}

/** A tab at the address, opened behind another one, which is given too. */
async function openedBehind(address: string): Promise<[page: Page, front: Page]> {
  const page = await tab();
  const front = await tab();
  await front.bringToFront();
  await page.goto(address);
  await expect.poll(() => inPage(page, state)).toBe('hidden');
  return [page, front];
}

test('a tab opened behind others is read when it is looked at, not before', async ({ server }) => {
  const [page] = await openedBehind(`${server.origin}/1-tender-notice.html`);
  await still();
  expect(await inPage(page, readings)).toBe(0);
  expect(await inPage(page, () => CSS.highlights.size)).toBe(0);
  await page.bringToFront();
  await expect.poll(() => inPage(page, readings)).toBe(1);
  expect(await inPage(page, () => CSS.highlights.size)).toBeGreaterThan(0);
});

test('what changes in a tab behind others is marked when it comes to the front again', async ({
  server,
}) => {
  const [page, front] = await openedBehind(`${server.origin}/1-tender-notice.html`);
  await page.bringToFront();
  await expect.poll(() => inPage(page, readings)).toBe(1);
  const before = await inPage(page, marksOn, 'contingency management');
  await front.bringToFront();
  await expect.poll(() => inPage(page, state)).toBe('hidden');
  await inPage(page, () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p>People in drug treatment are offered contingency management.</p>',
    );
  });
  await still();
  expect(await inPage(page, marksOn, 'contingency management')).toBe(before);
  expect(await inPage(page, readings)).toBe(1);
  await page.bringToFront();
  await expect.poll(() => inPage(page, marksOn, 'contingency management')).toBe(before + 1);
});

test('a long page whose tab goes behind others half-way is read on when it comes back', async ({
  server,
}) => {
  const [page, front] = await openedBehind(`${server.origin}/1-tender-notice.html`);
  await inPage(page, () => {
    const line = '<p>The drug and alcohol treatment service offers aftercare to everyone.</p>';
    document.body.insertAdjacentHTML('beforeend', line.repeat(40_000));
  });
  const began = () => performance.getEntriesByName('evidence-overlay:reading').length;
  await page.bringToFront();
  await page.waitForFunction(
    "performance.getEntriesByName('evidence-overlay:reading').length > 0",
    { polling: 10 },
  );
  await front.bringToFront();
  await expect.poll(() => inPage(page, state)).toBe('hidden');
  await still();
  await still();
  expect([await inPage(page, began), await inPage(page, readings)]).toEqual([1, 0]);
  await page.bringToFront();
  await expect.poll(() => inPage(page, readings), { timeout: 40_000 }).toBe(1);
});
