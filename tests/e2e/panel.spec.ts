// The side panel as a page of its own, for the tab of a demonstration page: its list, what it leads to, and how it follows.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { tabOf } from './ask';
import { cardOf, type Extension, expect, markedTexts, test } from './fixtures';

const HOST = 'www.find-tender.service.gov.uk';

async function panelFor(extension: Extension, page: Page, width = 400): Promise<Page> {
  const tab = await tabOf(extension, page);
  const panel = await extension.context.newPage();
  await panel.setViewportSize({ width, height: 900 });
  await panel.goto(`${extension.own}sidepanel.html?tab=${tab}`);
  await expect(panel.locator('h1')).toBeVisible();
  return panel;
}

/** Nothing that axe objects to, and no sideways scrolling at the widths that panels have. */
async function isSound(panel: Page): Promise<void> {
  expect((await new AxeBuilder({ page: panel }).analyze()).violations).toEqual([]);
  for (const width of [320, 360, 400, 900]) {
    await panel.setViewportSize({ width, height: 900 });
    const over = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `at ${width} px`).toBeLessThanOrEqual(0);
  }
}

const topicRow = (panel: Page, name: string | RegExp) =>
  panel.getByRole('button', { name }).and(panel.locator('.topic'));

for (const scheme of ['light', 'dark'] as const) {
  test(`the list of a tender notice, ${scheme}: topics, sentences, evidence, missing topics`, async ({
    extension,
    openDemo,
  }) => {
    const page = await openDemo('1-tender-notice', { host: HOST });
    const panel = await panelFor(extension, page);
    await panel.emulateMedia({ colorScheme: scheme });
    await expect(panel.locator('h1')).toHaveText(/^\d+ topics, \d+ mentions$/);
    await expect(panel.getByRole('status')).toHaveText(/^\d+ topics, \d+ mentions on this page\.$/);
    const row = topicRow(panel, /^Residential rehabilitation/);
    await row.click();
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    const mentions = panel.locator('.mention');
    await expect(mentions.first()).toBeVisible();
    expect(await mentions.first().locator('.m').textContent()).toMatch(/rehab/i);
    await isSound(panel);
    await panel.getByRole('button', { name: /^Evidence: \d+ entr/ }).click();
    await expect(panel.locator('.entry').first()).toBeVisible();
    await panel.getByRole('button', { name: /^Filter/ }).click();
    await expect(panel.getByLabel('Find a topic')).toBeVisible();
    await isSound(panel);
    await panel.getByRole('button', { name: /^Missing/ }).click();
    await expect(panel.locator('a.topic').first()).toBeVisible();
    await isSound(panel);
  });
}

test('a mention leads to its place and opens its card; next and previous go on from there', async ({
  extension,
  openDemo,
}) => {
  const page = await openDemo('1-tender-notice', { host: HOST });
  const panel = await panelFor(extension, page);
  await topicRow(panel, /^Mutual aid/).click();
  const mention = panel.locator('.mention').last();
  const words = (await mention.locator('.m').textContent()) ?? '';
  await mention.click();
  const card = cardOf(page);
  await expect(card).toContainText('Mutual aid');
  await expect.poll(() => markedTexts(page)).toContain(words);
  await expect(mention).toHaveAttribute('aria-current', 'true');
  const [, at, of] =
    /(\d+) of (\d+)/.exec((await panel.locator('footer').textContent()) ?? '') ?? [];
  expect(Number(at)).toBeGreaterThan(0);
  const next = (Number(at) % Number(of)) + 1;
  await panel.getByRole('button', { name: 'Next' }).click();
  await expect(panel.locator('footer')).toContainText(`${next} of ${of}`);
  await panel.getByRole('button', { name: 'Previous' }).click();
  await expect(panel.locator('footer')).toContainText(`${at} of ${of}`);
  await expect(card).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('topics of the second tier are marked by a switch, in the open page too, and no longer by another', async ({
  extension,
  openDemo,
}) => {
  const page = await openDemo('2-specification', { host: HOST });
  const panel = await panelFor(extension, page);
  await expect(panel.locator('h1')).toHaveText(/^\d+ topics, \d+ mentions$/);
  const before = (await panel.locator('h1').textContent()) ?? '';
  const further = panel.getByRole('switch', { name: /further topics/ });
  await expect(panel.getByText(/^Counted here but not marked/)).toBeVisible();
  await further.check();
  await expect(panel.locator('h1')).not.toHaveText(before);
  await expect(panel.getByText(/^Counted here but not marked/)).toHaveCount(0);
  await further.uncheck();
  await expect(panel.locator('h1')).toHaveText(before);
});

test('a cell of the grid leaves its topics only', async ({ extension, openDemo }) => {
  const page = await openDemo('1-tender-notice', { host: HOST });
  const panel = await panelFor(extension, page, 320);
  await expect(panel.locator('h1')).toHaveText(/topics/);
  const all = await panel.locator('.topic').count();
  await panel.getByRole('button', { name: /^Drug A3/ }).click();
  await expect.poll(() => panel.locator('.topic').count()).toBeLessThan(all);
  await expect(panel.locator('.chip')).toContainText('Drug A3');
  await isSound(panel);
  await panel.getByRole('button', { name: 'Clear' }).click();
  await expect(panel.locator('.topic')).toHaveCount(all);
});

test('follows the page: to another address, to silence, off and on, and to its end', async ({
  extension,
  openDemo,
  context,
}) => {
  const page = await openDemo('1-tender-notice', { host: HOST });
  const panel = await panelFor(extension, page);
  await expect(panel.locator('.about')).toContainText('Tender notice');
  await page.goto(`https://${HOST}/4-care-homes.html`);
  await expect(panel.locator('h1')).toHaveText('Nothing marked');
  await expect(panel.getByRole('status')).toHaveText('Nothing is marked on this page.');
  await isSound(panel);
  await panel.getByRole('button', { name: 'Mark anyway' }).click();
  await expect(panel.getByRole('button', { name: 'Mark anyway' })).toHaveCount(0);
  await page.goto(`https://${HOST}/2-specification.html`);
  await expect(panel.locator('h1')).toHaveText(/^\d+ topics/);

  const tab = await tabOf(extension, page);
  const turn = (on: boolean) =>
    panel.evaluate(
      ({ host, on }) =>
        (
          globalThis as never as { chrome: typeof import('webextension-polyfill') }
        ).chrome.runtime.sendMessage({
          kind: 'site/turn',
          ask: { host, on },
        }),
      { host: HOST, on },
    );
  await turn(false);
  await expect(panel.locator('h1')).toHaveText('Turned off on this site');
  await isSound(panel);
  await panel.getByRole('button', { name: 'Turn on here' }).click();
  await expect(panel.locator('h1')).toHaveText(/^\d+ topics/);

  expect(tab).toBeGreaterThan(0);
  await page.close();
  await expect(panel.locator('h1')).toHaveText('The page was closed');
  await isSound(panel);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
});

test('late content joins the list that is unfolded', async ({ extension, openDemo }) => {
  const page = await openDemo('1-tender-notice', { host: HOST });
  const panel = await panelFor(extension, page);
  await topicRow(panel, /^Mutual aid/).click();
  await expect(panel.locator('.mention').first()).toBeVisible();
  const before = await panel.locator('.mention').count();
  await page.evaluate(() => {
    const line = document.createElement('p');
    line.textContent = 'The provider will host a mutual aid group every Sunday.';
    document.querySelector('main, body')?.append(line);
  });
  await expect(panel.locator('.mention')).toHaveCount(before + 1);
  await expect(panel.locator('.mention').last()).toContainText('every Sunday');
});

test('a page of the extension, and one of which the browser tells nothing', async ({
  extension,
  page,
  openHtml,
}) => {
  await page.goto(`${extension.own}matrix.html#/`);
  const own = await panelFor(extension, page);
  await expect(own.locator('h1')).toHaveText('A page of this extension');
  await isSound(own);

  await openHtml('<title>Lots</title><p>Alcohol treatment.', 'https://portal.example/');
  const tab = await extension.inPage(async () => {
    const { tabs } = (globalThis as never as { chrome: typeof import('webextension-polyfill') })
      .chrome;
    const hidden = (await tabs.query({})).filter((one) => !one.url).map((one) => one.id ?? 0);
    return Math.max(...hidden);
  }, null);
  await own.goto(`${extension.own}sidepanel.html?tab=${tab}`);
  await expect(own.locator('h1')).toHaveText('Not read');
  await isSound(own);
});
