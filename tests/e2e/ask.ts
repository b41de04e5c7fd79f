// Asks the built extension about a page, the way its own popup does.
import type { Page } from '@playwright/test';
import { PageSummary } from '../../lib/messages/map';
import { type Extension, expect } from './fixtures';

interface Api {
  tabs: {
    query: (query: object) => Promise<{ id?: number; url?: string }[]>;
    sendMessage: (tab: number, message: object, options: object) => Promise<unknown>;
  };
}

/** The browser's number of the tab that shows the page. */
export async function tabOf(extension: Extension, page: Page): Promise<number> {
  const id = await extension.inPage(async (url) => {
    const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
    return (await tabs.query({})).find((tab) => tab.url === url)?.id ?? null;
  }, page.url());
  if (id === null) throw new Error(`no tab shows ${page.url()}`);
  return id;
}

async function summaryNow(extension: Extension, tab: number): Promise<PageSummary | null> {
  const reply = await extension.inPage(async (id) => {
    const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
    const message = { kind: 'page/summary', ask: {} };
    return tabs.sendMessage(id, message, { frameId: 0 }).catch(() => null);
  }, tab);
  const answer = (reply as { answer?: unknown } | null)?.answer;
  const summary = PageSummary.safeParse(answer);
  return summary.success ? summary.data : null;
}

/** What the extension found, once it has read the whole page. */
export async function summaryOf(
  extension: Extension,
  page: Page,
  timeout = 10_000,
): Promise<PageSummary> {
  const tab = await tabOf(extension, page);
  let last: PageSummary | null = null;
  await expect
    .poll(
      async () => {
        last = await summaryNow(extension, tab);
        return last !== null && last.state === 'done' && last.relevance !== null;
      },
      { timeout, message: 'the page has been read' },
    )
    .toBe(true);
  if (last === null) throw new Error('the page gave no answer');
  return last;
}

export const mentionsIn = (summary: PageSummary): number =>
  summary.topics.reduce((sum, topic) => sum + topic.asserted + topic.excluded + topic.other, 0);

/** Opens the popup as a page of its own, looking at the page's tab. */
export async function openPopup(extension: Extension, page: Page): Promise<Page> {
  const tab = await tabOf(extension, page);
  const popup = await extension.context.newPage();
  await popup.goto(`${extension.own}popup.html?tab=${tab}`);
  return popup;
}
