// The menu of a page, as the browser tells the extension of a choice in it.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { tabOf } from './ask';
import { type Extension, expect, markedTexts, tabAt, test } from './fixtures';

/** Chosen over these words; no driver can open the browser's own menu. */
async function choose(extension: Extension, entry: string, words: string, page: Page) {
  const tab = await tabOf(extension, page);
  const info = JSON.stringify({ menuItemId: entry, selectionText: words });
  const run = `(scope) => scope.chrome.contextMenus.onClicked.dispatch(${info}, { id: ${tab} })`;
  await extension.inBackground({ toString: () => run } as never);
}

test.beforeEach(({ browserName }) => {
  test.skip(browserName === 'firefox', 'only Chromium lets a test tell of a choice in its menu');
});

test('selected words are looked up, though nothing is marked, and stay out of the address', async ({
  extension,
  openDemo,
  context,
}) => {
  const page = await openDemo('4-care-homes');
  await choose(extension, 'look-up', ' residential  rehab ', page);
  const matrix = await tabAt(context, /matrix\.html/);
  await expect(matrix.getByRole('searchbox')).toHaveValue('residential rehab');
  await expect(matrix.getByRole('status').first()).toContainText('“residential rehab”');
  expect(matrix.url()).toMatch(/#\/search\?look=[0-9a-f]{8}$/);
  await matrix.getByRole('searchbox').press('End');
  await matrix.getByRole('searchbox').press('Backspace');
  await expect(matrix.getByRole('status').first()).toContainText('“residential reha”');
  expect(decodeURIComponent(matrix.url())).not.toContain('reha');
  await matrix.reload();
  await expect(matrix.getByRole('searchbox')).toHaveValue('residential rehab');
  await matrix.close();
});

test('a whole sentence that is found nowhere leads to the nearest topics', async ({
  extension,
  openDemo,
  context,
}) => {
  const page = await openDemo('4-care-homes');
  const words = 'Xylophone tutors zigzag past the residential quartermaster';
  await choose(extension, 'look-up', words, page);
  const matrix = await tabAt(context, /matrix\.html/);
  await expect(matrix.getByRole('heading', { name: 'Nearest topics' })).toBeVisible();
  await expect(matrix.getByRole('link', { name: 'Residential rehabilitation' })).toBeVisible();
  expect((await new AxeBuilder({ page: matrix }).analyze()).violations).toEqual([]);
  await matrix.close();
});

test('“mark this page” marks one that was left alone', async ({ extension, openDemo }) => {
  const page = await openDemo('4-care-homes');
  await page.bringToFront();
  await choose(extension, 'mark-page', '', page);
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(0);
});
