// Evidence that the reader added, where they read: an organisation's words marked on a page, a copied cell on the cards.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Pack } from '../../lib/evidence/model';
import { organisationSet } from '../unit/evidence/packs/organisation-set';
import { cardOf, type Extension, expect, hoverMention, markedTexts, tabAt, test } from './fixtures';

const repository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const TENDER = 'https://www.find-tender.service.gov.uk/Notice/recovery';
const html = `<!doctype html><html lang="en"><head><title>Drug and alcohol treatment service: notice</title></head><body>
<h1>Drug and alcohol treatment and recovery service</h1>
<p>The council is commissioning drug and alcohol treatment. The provider will offer opioid substitution treatment,
residential rehabilitation, detoxification and mutual aid.</p>
<p>It will also run recovery boats with the harbour circle, for people in treatment for drug dependence.</p>
</body></html>`;

/** An organisation's set: a topic of its own with an entry and, from version 1.1.0 on, a word more for mutual aid. */
function council(version: '1.0.0' | '1.1.0'): string {
  const shipped = JSON.parse(readFileSync(repository('data/pack.json'), 'utf8')) as Pack;
  const model = shipped.entries.find(({ id }) => id.startsWith('drug/E4/'));
  const topic = shipped.vocabulary.topics.find(({ id }) => id === 'mutual-aid');
  if (!model || !topic) throw new Error('the shipped evidence is not as this test knows it');
  const set = organisationSet({
    id: 'harbour-council',
    title: 'Evidence of Harbour Council',
    version,
    entry: {
      ...model,
      id: 'drug/E4/what-our-boats-did',
      title: 'What our recovery boats did',
      topics: ['recovery-boats', 'mutual-aid'],
      relations: [],
    },
    own: 'recovery-boats',
    topic,
    moreWords: version === '1.1.0',
  });
  return `${JSON.stringify(set)}\n`;
}

async function settings(extension: Extension, hash: string): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(`${extension.own}settings.html${hash}`);
  await expect(page.locator('h2').first()).toBeVisible();
  return page;
}

async function tender(extension: Extension): Promise<Page> {
  const page = await extension.context.newPage();
  await page.route(TENDER, (route) =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(TENDER);
  return page;
}

/** Loads the page again and waits until it is marked. */
async function marks(page: Page): Promise<string[]> {
  await page.reload();
  await expect.poll(() => markedTexts(page)).toContain('mutual aid');
  return markedTexts(page);
}

test('an organisation’s words are marked, its entries named on cards, and going back takes them away', async ({
  freshExtension,
}) => {
  test.slow();
  const extension = await freshExtension();
  const page = await tender(extension);
  expect(await marks(page)).not.toContain('recovery boats');

  const sources = await settings(extension, '#/evidence');
  const use = async (version: '1.0.0' | '1.1.0', change: RegExp) => {
    const buffer = Buffer.from(council(version));
    await sources
      .locator('.drop input')
      .first()
      .setInputFiles({ name: 'harbour.json', mimeType: 'application/json', buffer });
    const review = sources.getByRole('region', { name: 'What harbour.json would change' });
    await expect(review).toContainText(change);
    await review.getByRole('button', { name: 'Use it' }).click();
    await expect(sources.getByText('“Evidence of Harbour Council” is in use now.')).toBeVisible();
  };
  await use('1.0.0', /Entries: 1 added/);
  await page.bringToFront();
  const first = await marks(page);
  expect(first).toContain('recovery boats');
  expect(first).not.toContain('the harbour circle');
  await use('1.1.0', /Topics.*1 added/);
  await page.bringToFront();
  expect(await marks(page)).toEqual(
    expect.arrayContaining(['recovery boats', 'the harbour circle']),
  );

  await hoverMention(page, 'recovery boats');
  const card = cardOf(page);
  await expect(card).toHaveAccessibleName('Recovery boats: evidence');
  await expect(card.locator('.body > .fromsource')).toHaveText(
    'From “Evidence of Harbour Council”',
  );
  const entry = card.locator('.entry', { hasText: 'What our recovery boats did' });
  await expect(entry.locator('.fromsource')).toHaveText('From “Evidence of Harbour Council”');
  await entry.getByRole('link', { name: 'What our recovery boats did' }).click();
  const matrix = await tabAt(extension.context, /matrix\.html#\/drug\/E4\/what-our-boats-did/);
  await expect(matrix.locator('.fromwhere').first()).toContainText(
    'From “Evidence of Harbour Council”, put together on 1 October 2026.',
  );

  await matrix.close();
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await hoverMention(page, 'the harbour circle');
  await expect(card).toHaveAccessibleName('Mutual aid: evidence');
  await expect(card.locator('.body > .fromsource')).toHaveText(
    'Marked with words from “Evidence of Harbour Council” as well',
  );

  const box = sources.getByRole('region', { name: 'Evidence of Harbour Council', exact: true });
  await sources.bringToFront();
  await box.getByRole('button', { name: 'Go back to this one…' }).click();
  await box.getByRole('button', { name: 'Go back to version 1.0.0' }).click();
  await expect(sources.getByText('is version 1.0.0 again')).toBeVisible();
  await page.bringToFront();
  const back = await marks(page);
  expect(back).toContain('recovery boats');
  expect(back).not.toContain('the harbour circle');

  await sources.bringToFront();
  await box.getByRole('button', { name: /^Take it out…/ }).click();
  await box.getByRole('button', { name: 'Take it out', exact: true }).click();
  await expect(box).toHaveCount(0);
  await page.bringToFront();
  expect(await marks(page)).not.toContain('recovery boats');

  // Undone, it is as it was: the version that was left is there to go to.
  await sources.bringToFront();
  await sources.getByRole('button', { name: 'Undo' }).click();
  await expect(box).toContainText('1.0.0');
  await box.getByRole('button', { name: 'Go back to this one…' }).click();
  await box.getByRole('button', { name: 'Go back to version 1.1.0' }).click();
  await expect(sources.getByText('is version 1.1.0 again')).toBeVisible();
  await page.bringToFront();
  expect(await marks(page)).toContain('the harbour circle');
});

test('entries of a copied cell stand on the cards of the topics that their titles name', async ({
  freshExtension,
}) => {
  test.slow();
  const extension = await freshExtension();
  const page = await settings(extension, '#/evidence/import');
  await page
    .locator('.drop input')
    .first()
    .setInputFiles(repository('tests/fixtures/cells/alcohol-A3.html'));
  const row = page.locator('.rows > li', { hasText: 'Detoxification at home' }).first();
  const topic = row.getByRole('group').getByRole('checkbox', { name: /^Detoxification/ });
  await expect(topic).toBeChecked();
  await expect(row.getByRole('group')).toContainText('its title says “Detoxification at home”');
  // The kind letter is missing, so the row itself waits for the reader.
  await row.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.locator('.files')).toContainText('now part of the evidence');

  await page.goto(`${extension.own}matrix.html#/topic/detoxification`);
  const listed = page.locator('.entry', { hasText: 'Detoxification at home' });
  await expect(listed).toContainText(/From your copy of the cell, read on \d+ \w+ 20\d\d\./);

  const read = await tender(extension);
  await marks(read);
  await hoverMention(read, 'detoxification');
  const card = cardOf(read);
  await card.getByRole('button', { name: /^Show all/ }).click();
  const entry = card.locator('.entry', { hasText: 'Detoxification at home' });
  await expect(entry.locator('.fromsource')).toHaveText('From your copy of the cell');
});

test('an address is looked at when asked: what is there waits, is shown, used on a yes, and a later fault changes nothing', async ({
  freshExtension,
}) => {
  const extension = await freshExtension();
  const page = await settings(extension, '#/evidence');
  // One of the sites that the build for tests may read, so that no browser asks; nothing leaves the machine.
  const address = 'https://www.gov.uk/harbour/evidence.json';
  let there = council('1.0.0');
  const asked: { [name: string]: string }[] = [];
  await page.route(address, async (route) => {
    asked.push(route.request().headers());
    await route.fulfill({ body: there, contentType: 'application/json' });
  });
  await page.locator('.add input').fill(address);
  await page.locator('.add').getByRole('button').click();
  const line = page.locator('.rows > li', { hasText: address });
  await expect(line).toContainText('a newer set is waiting');
  expect(asked.map((headers) => headers.cookie ?? headers.referer ?? null)).toEqual([null]);
  await expect(
    page.getByRole('region', { name: 'Evidence of Harbour Council', exact: true }),
  ).toHaveCount(0);
  await line.getByRole('button', { name: 'See what it would change' }).click();
  await page.getByRole('button', { name: 'Use it' }).click();
  const box = page.getByRole('region', { name: 'Evidence of Harbour Council', exact: true });
  await expect(box).toContainText('1.0.0');
  await line.getByRole('button', { name: 'Check now' }).click();
  await expect(line).toContainText('nothing newer there');
  there = council('1.1.0').replace('"findings-matrices"', '"elsewhere"');
  await line.getByRole('button', { name: 'Check now' }).click();
  await expect(line).toContainText('no evidence called “elsewhere” is held');
  await expect(box).toContainText('1.0.0');
  expect(asked).toHaveLength(3);
});
