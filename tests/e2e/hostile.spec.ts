// Pages and states that nobody wants: each gets clear words, and the next page works as before.
import type { Page } from '@playwright/test';
import { openPopup, summaryOf } from './ask';
import { cardOf, type Extension, expect, hoverMention, markedTexts, test } from './fixtures';

const URL_OF_PAGE = 'https://www.gov.uk/page';

const PARAGRAPHS = [
  'The drug and alcohol treatment service offers opioid substitution treatment and needle and syringe programmes.',
  'People who leave residential rehabilitation are offered aftercare and a peer mentor.',
  'The council publishes its accounts each year; they can be seen at the town hall on weekdays.',
  'Families and carers of people in alcohol treatment are offered support in their own right.',
];

test('a page without text: nothing marked, and the popup says so', async ({
  openHtml,
  extension,
}) => {
  const page = await openHtml('<!doctype html><title></title><body></body>', URL_OF_PAGE);
  const summary = await summaryOf(extension, page);
  expect(summary.topics).toEqual([]);
  const popup = await openPopup(extension, page);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Nothing marked');
});

test('10 MB of text: read to the end, or said where it stopped, and a card opens', async ({
  openHtml,
  extension,
}) => {
  test.setTimeout(400_000);
  const block = PARAGRAPHS.map((text, i) => `<p>${i}. ${text}</p>`).join('\n');
  const rounds = Math.ceil((10 * 1024 * 1024) / block.length);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Drug and alcohol treatment service</title></head><body>${block.repeat(rounds)}</body></html>`;
  expect(html.length).toBeGreaterThan(10 * 1024 * 1024);
  const page = await openHtml(html, URL_OF_PAGE);
  await expect
    .poll(async () => (await markedTexts(page)).length, { timeout: 150_000 })
    .toBeGreaterThan(0);
  const summary = await summaryOf(extension, page, 120_000);
  expect(summary.topics.length).toBeGreaterThan(3);
  if (summary.progress < 1) expect(summary.leftOut).not.toBeNull();
  await hoverMention(page, 'residential rehabilitation');
  // A document of this size keeps the browser itself busy for a while after each change.
  await expect(cardOf(page)).toBeVisible({ timeout: 60_000 });
  await page.close();
});

const PLAIN = `<!doctype html><title>Drug and alcohol treatment</title>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('')}`;

/** The paragraphs in a browser of their own, marked. */
async function openAlone(extension: Extension): Promise<Page> {
  const page = await extension.context.newPage();
  await page.route(URL_OF_PAGE, (route) =>
    route.fulfill({ body: PLAIN, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(URL_OF_PAGE);
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(0);
  return page;
}

test('a background that was stopped wakes for the next card', async ({ freshExtension }) => {
  const extension = await freshExtension();
  const page = await openAlone(extension);
  await extension.stopBackground();
  await hoverMention(page, 'residential rehabilitation');
  const card = cardOf(page);
  await expect(card.getByRole('heading').first()).toHaveText(/residential rehabilitation/i);
  await expect(card.getByRole('heading', { name: 'What the evidence says' })).toBeVisible();
  await expect(card.getByRole('listitem').first()).toContainText(/(study|review|guidance)/i);
  await expect(card.locator('a[href*="matrix.html#/"]').first()).toBeVisible();
  await expect(card).toContainText(/\d+ entries/);
});

test('a database that cannot be opened: the card says so and what to do', async ({
  freshExtension,
}) => {
  const extension = await freshExtension();
  const page = await openAlone(extension);
  await extension.inBackground(async (scope) => {
    // From now on opening fails as it does on a damaged profile, and deleting closes what is open.
    const { indexedDB, IDBFactory } = scope;
    const names = (await indexedDB.databases()).flatMap((one) => (one.name ? [one.name] : []));
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    await Promise.all(
      names.map(
        (name) =>
          new Promise<void>((resolve) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = request.onerror = () => resolve();
          }),
      ),
    );
  });
  await hoverMention(page, 'residential rehabilitation');
  const card = cardOf(page);
  await expect(card).toBeVisible();
  await expect(card).toContainText(/could not be|cannot be/i);
  await expect(card).toContainText(/again|restart|reinstall|reload/i);
  // The page keeps its marks: what was found does not depend on the evidence.
  expect((await markedTexts(page)).length).toBeGreaterThan(0);
});
