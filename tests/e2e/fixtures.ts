// What every browser test starts from: a browser with the built extension, the demonstration pages, marks and cards.
import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { type DemoServer, demoFile, serveDemo } from '../../scripts/demo/server';
import { type Extension, type LaunchOptions, launchExtension } from './extension';

export type { Extension };

interface WorkerFixtures {
  extension: Extension;
  server: DemoServer;
}

interface TestFixtures {
  /** Starts another browser with the extension, closed at the end of the test. */
  freshExtension: (options?: LaunchOptions) => Promise<Extension>;
  /** Opens a page of tests/fixtures/demo in a new tab, on localhost or as if it stood on a named host. */
  openDemo: (name: string, options?: { host?: string }) => Promise<Page>;
  /** Opens any HTML as a page of a named host. */
  openHtml: (html: string, url?: string) => Promise<Page>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  extension: [
    async ({ browserName }, use) => {
      const extension = await launchExtension(known(browserName));
      await use(extension);
      await extension.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from the pattern
    async ({}, use) => {
      const server = await serveDemo();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ extension }, use) => {
    await use(extension.context);
    for (const page of extension.context.pages().slice(1)) await page.close();
    await extension.context.unrouteAll({ behavior: 'ignoreErrors' });
  },
  page: async ({ context }, use) => {
    const page = await context.newPage();
    await use(page);
    if (!page.isClosed()) await page.close();
  },
  freshExtension: async ({ browserName }, use) => {
    const started: Extension[] = [];
    await use(async (options) => {
      const extension = await launchExtension(known(browserName), options);
      started.push(extension);
      return extension;
    });
    for (const extension of started) await extension.close();
  },
  openDemo: async ({ context, server }, use) => {
    await use(async (name, options = {}) => {
      const page = await context.newPage();
      if (options.host === undefined) {
        await page.goto(`${server.origin}/${name}.html`);
      } else {
        await serveAs(context, options.host);
        await page.goto(`https://${options.host}/${name}.html`);
      }
      return page;
    });
  },
  openHtml: async ({ context }, use) => {
    await use(async (html, url = 'https://www.find-tender.service.gov.uk/Notice/test') => {
      const page = await context.newPage();
      await page.route(url, (route) =>
        route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
      );
      await page.goto(url);
      return page;
    });
  },
});

function known(name: string): Extension['browserName'] {
  if (name === 'chromium' || name === 'firefox') return name;
  throw new Error(`the extension is not built for ${name}`);
}

/** Answers every request to a host with the demonstration pages, so that nothing leaves the machine. */
async function serveAs(context: BrowserContext, host: string): Promise<void> {
  await context.route(`https://${host}/**`, async (route) => {
    const file = await demoFile(new URL(route.request().url()).pathname);
    if (file === null) await route.fulfill({ status: 404 });
    else await route.fulfill({ body: file.body, contentType: file.type });
  });
}

/** Texts that are marked on the page at this moment (those near the window), in the page's order of marks. */
export function markedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const highlight of CSS.highlights.values()) {
      for (const abstract of highlight) {
        const range = document.createRange();
        range.setStart(abstract.startContainer, abstract.startOffset);
        range.setEnd(abstract.endContainer, abstract.endOffset);
        texts.push(range.toString());
      }
    }
    return texts;
  });
}

/** Scrolls the first place where `text` stands into the middle of the window and waits until it is marked. */
export async function mentionBox(page: Page, text: string) {
  const found = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.nodeValue?.includes(wanted) || parent === null || !parent.checkVisibility())
        continue;
      parent.scrollIntoView({ block: 'center' });
      return true;
    }
    return false;
  }, text);
  if (!found) throw new Error(`“${text}” does not stand on the page`);
  const box = await page.waitForFunction((wanted) => {
    for (const highlight of CSS.highlights.values()) {
      for (const abstract of highlight) {
        const range = document.createRange();
        range.setStart(abstract.startContainer, abstract.startOffset);
        range.setEnd(abstract.endContainer, abstract.endOffset);
        if (!range.toString().includes(wanted)) continue;
        const rect = range.getClientRects()[0];
        if (rect === undefined || rect.top < 0 || rect.bottom > innerHeight) continue;
        return { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
      }
    }
    return null;
  }, text);
  const value = await box.jsonValue();
  if (value === null) throw new Error(`“${text}” is not marked`);
  return value;
}

/** Rests the pointer on the mark whose words hold `text`; the page is scrolled there first. */
export async function hoverMention(page: Page, text: string): Promise<void> {
  const box = await mentionBox(page, text);
  await page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

/** The tab at an address, opened by what was just done; other new tabs (the first-run page) do not count. */
export async function tabAt(context: BrowserContext, address: RegExp): Promise<Page> {
  const find = () => context.pages().find((page) => address.test(page.url()));
  await expect.poll(() => find() !== undefined, { message: `a tab at ${address}` }).toBe(true);
  const tab = find();
  if (tab === undefined) throw new Error(`no tab at ${address}`);
  return tab;
}

/** The hover card; its shadow root is open in the builds for tests. */
export function cardOf(page: Page): Locator {
  return page.locator('evidence-overlay-card').getByRole('dialog');
}

export { expect };
