// The overlay on a page as a reader meets it: marks, the card by pointer, keyboard and touch, and a page left as it was.
import { cardOf, expect, hoverMention, markedTexts, mentionBox, tabAt, test } from './fixtures';
import { command, html, marked, ownDom } from './sample-page';

test('marks what is included and, apart, what is ruled out; leaves fields and hidden text alone', async ({
  openHtml,
}) => {
  const page = await openHtml(html());
  await marked(page, 'psychosocial interventions');
  const byName = await page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, highlight]) => [
        name,
        [...highlight].map(
          (range) => range.startContainer.parentElement?.closest('[id]')?.id ?? '',
        ),
      ]),
    ),
  );
  expect(byName['evidence-overlay-excluded']).toEqual(['ruled']);
  expect(byName['evidence-overlay-asserted']).toContain('split');
  const texts = await markedTexts(page);
  expect(texts.some((text) => text.includes('residential rehabili\u00adtation'))).toBe(true);
  expect(texts.filter((text) => /rehab/i.test(text))).toHaveLength(2);
});

test('leaves the page’s own document byte for byte as it was, with and after a card', async ({
  openHtml,
}) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
  const [same, now] = await ownDom(page);
  expect(same, String(now)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toHaveCount(0);
  const [after] = await ownDom(page);
  expect(after).toBe(true);
  expect(await page.locator('evidence-overlay-card').count()).toBe(0);
});

test('opens after the pointer has rested, says what the evidence says, and can be moved into', async ({
  openHtml,
}) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  const card = cardOf(page);
  await expect(card).toHaveAccessibleName('Case management: evidence');
  await expect(card).toContainText('What the evidence says');
  await expect(card).toContainText(/\d+ entr(y|ies)/);
  await expect(card).toContainText(/revised \d+ \w+ \d{4}/);
  await expect(card.locator('.entry').first()).toContainText(
    /Seminal study|Key study|Review|Guidance/,
  );
  const mark = await mentionBox(page, 'case manager');
  const box = await card.boundingBox();
  if (!box) throw new Error('no card');
  expect(box.y >= mark.y + mark.height || box.y + box.height <= mark.y).toBe(true);
  await page.mouse.move(box.x + 100, box.y + 40, { steps: 4 });
  await page.waitForTimeout(900);
  await expect(card).toBeVisible();
  await page.mouse.move(box.x + 100, Math.max(0, box.y - 300), { steps: 2 });
  await page.mouse.move(1200, 20);
  await expect(card).toHaveCount(0);
});

test('does not open for a pointer that only passes', async ({ openHtml }) => {
  const page = await openHtml(html());
  const box = await mentionBox(page, 'case manager');
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.move(box.x + 300, box.y + 120, { steps: 3 });
  await page.waitForTimeout(1000);
  await expect(cardOf(page)).toHaveCount(0);
});

test('stays closed after Escape until the pointer has been elsewhere', async ({ openHtml }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  const box = await mentionBox(page, 'case manager');
  await page.mouse.move(box.x + 20, box.y + 8);
  await page.waitForTimeout(900);
  await expect(cardOf(page)).toHaveCount(0);
  await page.mouse.move(1200, 20);
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
});

test('says first where the page rules the topic out, and leads to where it does not', async ({
  openHtml,
}) => {
  const page = await openHtml(html());
  await hoverMention(page, 'Residential rehab');
  const card = cardOf(page);
  await expect(card).toHaveAccessibleName(/ruled out here/);
  await expect(card.locator('.ruled')).toContainText(
    '“Residential rehab is not within the scope of this lot.”',
  );
  await card.getByRole('button', { name: '1 mention' }).click();
  await expect(card).toHaveAccessibleName('Residential rehabilitation: evidence');
});

test('by keyboard: next mark, focus inside, Tab through, Escape back', async ({
  openHtml,
  extension,
}) => {
  const page = await openHtml(html());
  await marked(page, 'psychosocial interventions');
  await page.locator('#field').focus();
  expect(await command(page, extension)).toEqual({ ok: true, answer: { ok: true } });
  const card = cardOf(page);
  await expect(card).toContainText('mark 1 of');
  const inside = () =>
    page.evaluate(
      () => document.querySelector('evidence-overlay-card')?.shadowRoot?.activeElement?.textContent,
    );
  expect(await inside()).toBeTruthy();
  await page.keyboard.press('Tab');
  expect(await inside()).toBe('×');
  await command(page, extension);
  await expect(card).toContainText('mark 2 of');
  await command(page, extension, true);
  await expect(card).toContainText('mark 1 of');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
  await command(page, extension);
  await expect(card).toContainText('mark 2 of');
  await page.keyboard.press('Escape');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await command(page, extension);
  await expect(card).toHaveAccessibleName(/Aftercare/i);
});

test('by keyboard: Tab past the last control leaves the card', async ({ openHtml, extension }) => {
  const page = await openHtml(html());
  await marked(page, 'psychosocial interventions');
  await command(page, extension);
  await expect(cardOf(page)).toBeVisible();
  for (let i = 0; i < 40 && (await cardOf(page).count()) > 0; i++) await page.keyboard.press('Tab');
  await expect(cardOf(page)).toHaveCount(0);
  const anchor = await page.evaluate(() => getSelection()?.anchorNode?.textContent ?? '');
  expect(anchor).toContain('psychosocial');
});

test('kept open, it stays while the pointer leaves and the page scrolls', async ({ openHtml }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  const keep = cardOf(page).getByRole('button', { name: 'Keep open' });
  await keep.click();
  await expect(keep).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.move(1200, 20);
  await page.mouse.wheel(0, 1500);
  await page.waitForTimeout(700);
  await expect(cardOf(page)).toBeVisible();
  await cardOf(page).getByRole('button', { name: 'Close' }).click();
  await expect(cardOf(page)).toHaveCount(0);
});

test('copies a paragraph with its citations', async ({ openHtml, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  await cardOf(page).getByRole('button', { name: 'Copy with citation' }).click();
  await expect(cardOf(page)).toContainText(/Copied with \d+ citations?/);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Case management: /);
  expect(text).toContain('1. ');
});

test('opens an entry on the extension’s own page', async ({ openHtml, context, extension }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  const title = cardOf(page).locator('.title').first();
  const href = await title.getAttribute('href');
  await title.click();
  const matrix = await tabAt(context, /matrix\.html#/);
  // The address goes on with what the reader came from.
  await expect.poll(() => matrix.url().split('?')[0]).toBe(href);
  expect(href).toMatch(new RegExp(`^${extension.own}matrix.html#/(drug|alcohol)/[A-E][1-5]/`));
  await matrix.close();
});

test('takes a mark away as another sense, and back', async ({ openHtml, extension }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'Contingency management');
  const card = cardOf(page);
  for (const choice of ['Remove this mark here', /on www.find-tender.service.gov.uk/, /anywhere/]) {
    await card.getByRole('button', { name: 'Not this sense…' }).click();
    await card.getByRole('button', { name: choice }).click();
    await expect(card.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expect.poll(() => markedTexts(page)).not.toContain('contingency management');
    expect(
      (await markedTexts(page)).filter((text) => text === 'Contingency management'),
    ).toHaveLength(1);
    await card.getByRole('button', { name: 'Undo' }).click();
    await expect(card).toContainText('Marked again.');
  }
  await card.getByRole('button', { name: 'Not this sense…' }).click();
  await card.getByRole('button', { name: /on www.find-tender/ }).click();
  await card.getByRole('button', { name: 'Undo' }).waitFor();
  await page.reload();
  await marked(page, 'psychosocial interventions');
  expect(await markedTexts(page)).not.toContain('Contingency management');
  await extension.inPage(
    () =>
      (
        globalThis as never as { chrome: typeof import('webextension-polyfill') }
      ).chrome.storage.local.clear(),
    null,
  );
});

test('says why a mark is there', async ({ openHtml }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  await cardOf(page).getByRole('button', { name: 'Why is this marked?' }).click();
  await expect(cardOf(page).locator('.why')).toContainText('“case manager”');
});
