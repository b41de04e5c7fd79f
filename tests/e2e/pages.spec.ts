// The extension's own pages as built: matrix, popup, welcome, and what the background does for them.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from './fixtures';

const ENTRY = 'drug/E4/active-referral-promotes-na-aa-attendance-in-uk';

const VIEWS = [
  ['map', 'matrix.html#/?topics=residential-rehabilitation,mutual-aid'],
  ['cell', 'matrix.html#/drug/E4?topics=mutual-aid'],
  ['empty cell', 'matrix.html#/drug/A5'],
  ['entry', `matrix.html#/${ENTRY}`],
  ['passage', 'matrix.html#/drug/E4/passage/who-needs-residential-care'],
  ['topic', 'matrix.html#/topic/residential-rehabilitation'],
  ['unknown address', 'matrix.html#/drug/Z9'],
  ['welcome', 'welcome.html'],
] as const;

/** Opens one of our pages and collects what it complains of. */
async function open(page: Page, own: string, path: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${own}${path}`);
  await expect(page.locator('h1')).toBeAttached();
  return complaints;
}

/** As far as the tests use it inside the browser. */
declare const chrome: {
  tabs: { query(how: object): Promise<{ id?: number; url?: string; active: boolean }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};

/** The tab that shows a page; the browser's own pages have no address that an extension may know. */
async function tabOf(extension: Extension, page: Page): Promise<number> {
  const id = await extension.inPage(async (url) => {
    const tabs = await chrome.tabs.query({});
    return (tabs.find((tab) => tab.url === url) ?? tabs.findLast((tab) => tab.active))?.id;
  }, page.url());
  if (id === undefined) throw new Error(`no tab shows ${page.url()}`);
  return id;
}

/** The popup as a page of its own, for the tab of `page`. */
async function popupFor(extension: Extension, page: Page): Promise<{ popup: Page; tab: number }> {
  const tab = await tabOf(extension, page);
  const popup = await extension.context.newPage();
  await popup.setViewportSize({ width: 340, height: 560 });
  await popup.goto(`${extension.own}popup.html?tab=${tab}`);
  await expect(popup.locator('h1')).toBeVisible();
  return { popup, tab };
}

const badge = (extension: Extension, tab: number) =>
  extension.inPage((tabId) => chrome.action.getBadgeText({ tabId }), tab);

for (const [name, path] of VIEWS) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`${name}, ${scheme}: no complaint, no fault of accessibility, no sideways scrolling`, async ({
      page,
      extension,
    }) => {
      await page.emulateMedia({ colorScheme: scheme });
      const complaints = await open(page, extension.own, path);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      for (const width of [1280, 900, 400, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `at ${width} px`).toBeLessThanOrEqual(0);
      }
      expect(complaints).toEqual([]);
    });
  }
}

test('the matrix is walked by links, and back returns to the place', async ({
  page,
  extension,
}) => {
  await open(page, extension.own, 'matrix.html#/');
  await page.getByRole('link', { name: /^E4/ }).click();
  await expect(page.locator('h1')).toHaveText('E4 Treatment systems: psychosocial therapies');
  await expect(page.locator('h1')).toBeFocused();
  await page.evaluate(() => scrollTo(0, 400));
  await page.waitForFunction(() => history.state?.y === 400);
  // A click of the driver may scroll first.
  await page
    .getByRole('link', { name: 'Coordinating services to meet individual needs' })
    .evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveTitle(
    'Coordinating services to meet individual needs – Treatment matrix',
  );
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(page.locator('h1')).toContainText('E4');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(400);
});

test('a reference is copied', async ({ page, extension, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, extension.own, `matrix.html#/${ENTRY}`);
  await page.getByRole('button', { name: 'Copy reference' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('(2012)');
});

test('the popup counts what is marked, and turns the site off and on', async ({
  extension,
  openDemo,
}) => {
  const host = 'www.find-tender.service.gov.uk';
  const page = await openDemo('1-tender-notice', { host });
  const { popup, tab } = await popupFor(extension, page);
  await expect(popup.locator('h1')).toHaveText(/^\d+ topics, \d+ mentions$/);
  const topics = /^\d+/.exec((await popup.locator('h1').textContent()) ?? '')?.[0];
  await expect.poll(() => badge(extension, tab)).toBe(topics);
  expect((await new AxeBuilder({ page: popup }).analyze()).violations).toEqual([]);

  await popup.getByRole('button', { name: 'Turn off…' }).click();
  expect((await new AxeBuilder({ page: popup }).analyze()).violations).toEqual([]);
  await popup.getByRole('button', { name: /^On www/ }).click();
  await expect(popup.locator('h1')).toHaveText('Turned off on this site');
  await expect.poll(() => badge(extension, tab)).toBe('');
  await page.reload();
  await expect.poll(() => page.evaluate(() => [...CSS.highlights.values()].length)).toBe(0);
  await popup.getByRole('button', { name: 'Turn on here' }).click();
  await expect(popup.locator('h1')).toHaveText(/^\d+ topics, \d+ mentions$/);
  await expect.poll(() => badge(extension, tab)).toBe(topics);
});

test('the popup says why nothing is marked, and marks anyway', async ({ extension, openHtml }) => {
  const page = await openHtml(
    '<!doctype html><html lang="en"><title>Roofs</title><h1>Roofs</h1><p>Key workers met at the mutual aid group of the roofers.</p>',
  );
  const { popup } = await popupFor(extension, page);
  await expect(popup.locator('h1')).toHaveText('Nothing marked');
  await expect(popup.locator('main')).toContainText('does not look like one about');
  await popup.getByRole('button', { name: 'Mark anyway' }).click();
  await expect(popup.getByRole('button', { name: 'Mark anyway' })).toHaveCount(0);
});

test('the popup on a page of the browser says that it is not possible', async ({
  extension,
  page,
}) => {
  const own = extension.browserName === 'firefox' ? 'about:license' : 'chrome://version';
  // Firefox tells its driver nothing of such a page but that it came.
  await page.goto(own, { waitUntil: 'commit' });
  const { popup } = await popupFor(extension, page);
  await expect(popup.locator('h1')).toHaveText('Not possible on this page');
  expect((await new AxeBuilder({ page: popup }).analyze()).violations).toEqual([]);
});

test('the welcome page shows a real mark with its real card', async ({ page, extension }) => {
  await open(page, extension.own, 'welcome.html');
  await expect(page.locator('.stage')).toBeVisible();
  const box = await page.waitForFunction(() => {
    for (const highlight of CSS.highlights.values())
      for (const range of highlight) {
        if (range.startContainer.parentElement?.closest('blockquote') === null) continue;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { x, y } = live.getClientRects()[0] ?? { x: 0, y: 0 };
        return { x, y };
      }
    return null;
  });
  const at = await box.jsonValue();
  if (!at) throw new Error('nothing is marked in the example');
  await page.mouse.move(at.x + 10, at.y + 10);
  const card = page.locator('evidence-overlay-card').getByRole('dialog');
  await expect(card).toContainText('What the evidence says');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('an answer comes after the background was stopped', async ({ page, extension }) => {
  await open(page, extension.own, 'matrix.html#/');
  await extension.stopBackground();
  const reply = await page.evaluate(() =>
    chrome.runtime.sendMessage({ kind: 'evidence/topic', ask: { topic: 'mutual-aid' } }),
  );
  expect(reply).toMatchObject({ ok: true, answer: { ok: true } });
});

test('evidence that cannot be opened is said on the page, which opens once it can', async ({
  page,
  extension,
}) => {
  await open(page, extension.own, 'matrix.html#/drug/E4');
  /** Puts a database of another making in place of ours; null takes it away again. */
  const replace = (version: number | null) =>
    page.evaluate(async (wanted) => {
      const done = (request: IDBRequest) =>
        new Promise((resolve, reject) => {
          request.onsuccess = resolve;
          request.onerror = () => reject(request.error);
        });
      await done(indexedDB.deleteDatabase('evidence-overlay'));
      if (wanted === null) return;
      const request = indexedDB.open('evidence-overlay', wanted);
      await done(request);
      request.result.close();
    }, version);
  await replace(999);
  await page.reload();
  await expect(page.locator('h1')).toHaveText('The evidence could not be opened');
  await expect(page.getByRole('alert')).toContainText(/\w+\./);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await replace(null);
  await expect(page.locator('h1')).toContainText('E4');
});
