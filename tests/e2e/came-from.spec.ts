// From a mark on a tender to the commentary that discusses the entry and back, without the page's title in any address.
import { tabOf } from './ask';
import { cardOf, expect, hoverMention, tabAt, test } from './fixtures';

/** As far as the test uses it inside the browser. */
declare const chrome: { tabs: { get(id: number): Promise<{ active: boolean }> } };

const TITLE = 'Bid under embargo: Lot 3';
const page = `<!doctype html><html lang="en"><title>${TITLE}</title><body>
  <h1>Drug and alcohol treatment service: specification</h1>
  <p>The provider of this substance misuse treatment service will assess people for residential
  rehabilitation, and will link them to mutual aid groups during structured treatment.</p>
  </body></html>`;

test('mark, passage, back to the tender: three clicks', async ({
  openHtml,
  context,
  extension,
}) => {
  const tender = await openHtml(page);
  const tab = await tabOf(extension, tender);
  const isInFront = () => extension.inPage(async (id) => (await chrome.tabs.get(id)).active, tab);
  await hoverMention(tender, 'residential');
  await cardOf(tender).getByRole('link', { name: 'Passage that discusses it' }).first().click();
  const matrix = await tabAt(context, /matrix\.html#\/.*\/passage\//);
  await expect(matrix.locator('.passage.hit h3')).toBeInViewport();
  expect(new URL(matrix.url()).hash).toMatch(/&from=[0-9a-f]{8}$/);

  await matrix.getByRole('link', { name: /^Back to “/ }).click();
  await expect(matrix.getByText('Discussed in the commentary')).toBeVisible();
  await matrix.goto(`${matrix.url().split('#')[0]}#/drug?${matrix.url().split('?')[1]}`);
  await expect(matrix.locator('.intro')).toContainText(TITLE);
  const addresses = await matrix.evaluate(() => [
    location.href,
    ...[...document.querySelectorAll('a')].map(({ href }) => href),
  ]);
  expect(addresses.filter((address) => /embargo/i.test(decodeURIComponent(address)))).toEqual([]);

  await matrix.bringToFront();
  await expect.poll(isInFront).toBe(false);
  await matrix.getByRole('button', { name: 'Back to your page' }).click();
  await expect.poll(isInFront).toBe(true);
  await tender.close();
  await matrix.getByRole('button', { name: 'Back to your page' }).click();
  await expect(matrix.getByText('Its tab has been closed.')).toBeVisible();
});
