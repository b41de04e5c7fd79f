// What every browser test starts from: Chromium with the built extension, the demonstration pages, marks and cards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BrowserContext,
  test as base,
  chromium,
  expect,
  type Locator,
  type Page,
  type Worker,
} from '@playwright/test';
import { findBrowser } from '../../scripts/browser/find';
import { type DemoServer, demoFile, serveDemo } from '../../scripts/demo/server';

/** The built extension; `EXTENSION_FOLDER` names another copy, so that a build may run meanwhile. */
export const EXTENSION =
  process.env.EXTENSION_FOLDER ??
  fileURLToPath(new URL('../../.output/chrome-mv3-e2e', import.meta.url));

export interface Extension {
  readonly context: BrowserContext;
  readonly id: string;
  /** The background at the moment of asking; waits for it where it was stopped. */
  readonly worker: () => Promise<Worker>;
  readonly close: () => Promise<void>;
}

/** Starts a browser of its own with the extension; whoever calls it closes it. */
export async function launchExtension(more: { args?: readonly string[] } = {}): Promise<Extension> {
  const found = findBrowser('chromium');
  if (found === null)
    throw new Error('no Chromium on this machine: install the package “chromium”');
  const profile = mkdtempSync(join(tmpdir(), 'evidence-overlay-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    headless: true,
    viewport: { width: 1280, height: 900 },
    args: [
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
      ...(more.args ?? []),
    ],
  });
  const worker = async () =>
    context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
  const id = new URL((await worker()).url()).host;
  return {
    context,
    id,
    worker,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface WorkerFixtures {
  extension: Extension;
  server: DemoServer;
}

interface TestFixtures {
  extensionId: string;
  /** Opens a page of tests/fixtures/demo in a new tab, on localhost or as if it stood on a named host. */
  openDemo: (name: string, options?: { host?: string }) => Promise<Page>;
  /** Opens any HTML as a page of a named host. */
  openHtml: (html: string, url?: string) => Promise<Page>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  extension: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from the pattern
    async ({}, use) => {
      const extension = await launchExtension();
      await use(extension);
      await extension.close();
    },
    { scope: 'worker' },
  ],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
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
  extensionId: async ({ extension }, use) => {
    await use(extension.id);
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

/** Answers every request to a host with the demonstration pages, so that nothing leaves the machine. */
export async function serveAs(context: BrowserContext, host: string): Promise<void> {
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
