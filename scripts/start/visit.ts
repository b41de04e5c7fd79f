// Opens one page in the driven browser, waits until it is read, rests the pointer on a mark and takes a picture.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import * as z from 'zod/mini';
import { PageSummary } from '../../lib/messages/map';
import { type Driven, type ExtensionApi, inPage, VIEWPORT } from './browser';

export type Visit =
  | { readonly ok: false; readonly reason: string }
  | {
      readonly ok: true;
      readonly summary: PageSummary;
      /** From the start of loading to the last mark, as the extension itself measured it; null where it did not. */
      readonly milliseconds: number;
      /** Words that the pointer rested on; null where nothing is marked. */
      readonly hovered: string | null;
    };

const LONGEST_LOAD = 30_000;
const LONGEST_READ = 20_000;

export async function visit(
  driven: Driven,
  control: Page,
  url: string,
  picture: string,
): Promise<Visit> {
  const page = await driven.browser.newPage();
  try {
    await page.setViewport(VIEWPORT);
    const opened = await open(page, url);
    if (opened !== null) return { ok: false, reason: opened };
    const started = performance.now();
    const summary = await readSummary(control, url);
    if (summary === null) {
      return { ok: false, reason: 'the extension gave no answer about this page' };
    }
    const milliseconds = Math.round(performance.now() - started);
    const hovered = summary.topics.length > 0 ? await hoverFirst(page) : null;
    mkdirSync(dirname(picture), { recursive: true });
    await page.screenshot({ path: picture as `${string}.png` });
    return { ok: true, summary, milliseconds, hovered };
  } finally {
    await page.close();
  }
}

/** Null where the page opened; otherwise why not, in words. */
async function open(page: Page, url: string): Promise<string | null> {
  try {
    const response = await page.goto(url, { waitUntil: 'load', timeout: LONGEST_LOAD });
    const status = response?.status() ?? 200;
    return status >= 400 ? `the address answered with an error (${status})` : null;
  } catch (error) {
    const said = String(error);
    if (/NAME_NOT_RESOLVED|dnsNotFound/i.test(said)) return 'this address does not exist';
    if (/INTERNET_DISCONNECTED|netOffline/i.test(said)) return 'this computer is not connected';
    if (/timeout|TIMED_OUT|netTimeout/i.test(said))
      return 'the address did not answer in 30 seconds';
    if (/REFUSED|RESET|PROXY|connectionFailure/i.test(said))
      return 'nothing answers at this address';
    return `the page could not be opened (${said.split('\n', 1)[0]?.replace(/^Error: /, '')})`;
  }
}

const Answer = z.object({ ok: z.literal(true), answer: PageSummary });

/** Asks the page's content script until it has read the whole page; null where it never answers. */
async function readSummary(control: Page, url: string): Promise<PageSummary | null> {
  const until = performance.now() + LONGEST_READ;
  while (performance.now() < until) {
    const summary = await summaryNow(control, url);
    if (summary !== null && isWhole(summary)) return summary;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return null;
}

/** What the page's content script says of it at this moment; null where it does not answer. */
export async function summaryNow(control: Page, url: string): Promise<PageSummary | null> {
  const answer = Answer.safeParse(await inPage(control, askTab, url));
  return answer.success ? answer.data.answer : null;
}

/** The whole page has been read: before its first look at the page the overlay answers without a verdict. */
export const isWhole = (summary: PageSummary): boolean =>
  summary.state === 'done' && summary.relevance !== null;

/** Runs inside the extension's page. */
async function askTab(url: string): Promise<unknown> {
  const scope = globalThis as unknown as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const api = scope.browser ?? scope.chrome;
  const bare = (address: string | undefined) => address?.split('#', 1)[0];
  const all = (await api?.tabs.query({})) ?? [];
  // A redirect changes the address: then it is the tab in front.
  const tab = all.find((one) => bare(one.url) === bare(url)) ?? all.find((one) => one.active);
  if (api === undefined || tab?.id === undefined) return null;
  const message = { kind: 'page/summary', ask: {} };
  return api.tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => null);
}

/** Rests the pointer on the first good mark in the page and waits for its card. */
async function hoverFirst(page: Page): Promise<string | null> {
  const spot = await inPage(page, firstMark);
  if (spot === null) return null;
  await page.mouse.move(spot.x - 4, spot.y);
  await page.mouse.move(spot.x, spot.y);
  // The card opens after half a second; its first load takes a little longer.
  await new Promise((resolve) => setTimeout(resolve, 1800));
  return spot.words;
}

/** Runs inside the page: brings the first mark in running text into the upper half of the window; the first of all where none is. */
async function firstMark(): Promise<{ x: number; y: number; words: string } | null> {
  const ranges = [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].map((abstract) => {
      const range = document.createRange();
      range.setStart(abstract.startContainer, abstract.startOffset);
      range.setEnd(abstract.endContainer, abstract.endOffset);
      return range;
    }),
  );
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  const inText = ranges.find((range) => {
    const parent = range.startContainer.parentElement;
    if (parent === null || parent.closest('a, nav, header, footer, details') !== null) return false;
    return (parent.closest('p, li, td')?.textContent?.length ?? 0) > 120;
  });
  const first = inText ?? ranges[0];
  if (first === undefined) return null;
  const top = first.getBoundingClientRect().top + scrollY;
  scrollTo({ top: Math.max(0, top - innerHeight / 4), behavior: 'instant' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const rect = first.getClientRects()[0];
  if (rect === undefined) return null;
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, words: first.toString() };
}
