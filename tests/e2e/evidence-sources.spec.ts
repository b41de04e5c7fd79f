// The reader's own copy of a cell, from the file to the matrix page and out again; sets of evidence added, left and saved.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openPopup } from './ask';
import { type Extension, expect, tabAt, test } from './fixtures';

const cellFile = (name: string) =>
  fileURLToPath(new URL(`../fixtures/cells/${name}`, import.meta.url));

/** Opens a place of the settings page and collects what it complains of. */
async function settings(extension: Extension, hash: string): Promise<[Page, string[]]> {
  const page = await extension.context.newPage();
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${extension.own}settings.html${hash}`);
  await expect(page.locator('h2').first()).toBeVisible();
  return [page, complaints];
}

async function looksWell(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  for (const width of [1280, 720, 360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

const chooser = (page: Page) => page.locator('.drop input').first();
const own = (page: Page) => page.getByRole('region', { name: 'Your imported cells', exact: true });

const whichCell = (page: Page) => page.getByRole('combobox', { name: 'Cell', exact: true });

/** Brings in one file and keeps what is ticked. */
async function keep(page: Page, file: string): Promise<void> {
  await chooser(page).setInputFiles(cellFile(file));
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.locator('.files')).toContainText('now part of the evidence');
}

/** The text of the file that a click saves, and its name. */
async function saved(
  page: Page,
  { browserName }: Extension,
  click: () => Promise<void>,
): Promise<[string, string]> {
  if (browserName === 'chromium') {
    const [download] = await Promise.all([page.waitForEvent('download'), click()]);
    return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
  }
  // Firefox tells nobody of downloads: the file is taken where the page gives it to the browser.
  await page.evaluate(() => {
    HTMLAnchorElement.prototype.click = function take(this: HTMLAnchorElement) {
      const { href, download } = this;
      const text = fetch(href).then((file) => file.text());
      Object.assign(window, { given: text.then((words) => [download, words]) });
    };
    Object.assign(window, { given: null });
  });
  await click();
  const given = () => (window as unknown as { given: Promise<[string, string]> | null }).given;
  await expect.poll(async () => (await page.evaluate(given)) !== null).toBe(true);
  return (await page.evaluate(given)) ?? ['', ''];
}

test('a saved page of a cell is reviewed, kept, shown with where it is from, saved, gone back from and taken out', async ({
  freshExtension,
}) => {
  // Two imports, a dozen changes and as many looks at accessibility, in Firefox about a minute.
  test.slow();
  const extension = await freshExtension();
  const [page, complaints] = await settings(extension, '#/evidence/import');
  await looksWell(page);
  await chooser(page).setInputFiles(cellFile('alcohol-A3.html'));
  await expect(whichCell(page)).toHaveValue('alcohol/A3');
  await expect(page.locator('.dl')).toContainText('14 February 2020');
  // One of its lines has no kind letter: it waits for the reader, who sets the kind.
  const row = page.locator('.rows > li', { hasText: 'Detoxification at home' }).first();
  await expect(row).toContainText('Kind letter missing');
  const tick = row.getByRole('checkbox', { name: /^Detoxification at home/ });
  await expect(tick).not.toBeChecked();
  await row.getByRole('combobox').selectOption('guidance');
  await expect(tick).toBeChecked();
  await looksWell(page);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  const kept = page.locator('.files li').first();
  await expect(kept).toContainText('now part of the evidence on this computer');

  await kept.getByRole('link', { name: /^Alcohol A3/ }).click();
  await expect(page.locator('h1')).toContainText('A3');
  const entry = page.locator('.entry', { hasText: 'Detoxification at home' });
  await expect(entry).toContainText(/From your copy of the cell, read on \d+ \w+ 20\d\d\./);
  await expect(entry.locator('.meta b')).toHaveText('Guidance');
  await expect(page.locator('.passage', { hasText: 'How to get pills swallowed?' })).toContainText(
    'From your copy of the cell, read on',
  );
  await expect(page.locator('.head')).toContainText('Filled in from your copy of the cell');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('searchbox').fill('detoxification at home');
  await expect(page.locator('.found .entry').first()).toContainText('From your copy of the cell');

  await page.goto(`${extension.own}settings.html#/evidence/import`);
  await keep(page, 'drug-B3.md');
  await page.getByRole('link', { name: 'Evidence', exact: true }).last().click();
  await expect(own(page)).toContainText('1.0.1');
  await expect(own(page).locator('.rows > li')).toHaveCount(2);
  await looksWell(page);

  const [name, text] = await saved(page, extension, () =>
    own(page).getByRole('button', { name: 'Save a copy' }).click(),
  );
  expect(name).toBe('own-1.0.1.json');
  await expect(
    page.getByRole('status').filter({ hasText: 'Saved as own-1.0.1.json' }),
  ).toBeVisible();
  const file = JSON.parse(text) as { cells: { id: string }[]; entries: { title: string }[] };
  expect(file.cells.map(({ id }) => id)).toEqual(['alcohol/A3', 'drug/B3']);
  expect(file.entries.map(({ title }) => title)).toContain('Detoxification at home');

  await own(page).getByRole('button', { name: 'Go back to this one…' }).click();
  await own(page).getByRole('button', { name: 'Go back to version 1.0.0' }).click();
  await expect(page.getByText('is version 1.0.0 again')).toBeVisible();
  await expect(own(page).locator('.rows > li')).toHaveCount(1);
  await own(page).getByRole('button', { name: 'Go back to this one…' }).click();
  await own(page).getByRole('button', { name: 'Go back to version 1.0.1' }).click();
  await expect(own(page).locator('.rows > li')).toHaveCount(2);

  await own(page)
    .getByRole('button', { name: /^Take this copy out.*Alcohol A3/ })
    .click();
  await expect(own(page).locator('.rows > li')).toHaveCount(1);
  await own(page)
    .getByRole('button', { name: /^Take it out…/ })
    .click();
  await own(page).getByRole('button', { name: 'Take it out', exact: true }).click();
  await expect(own(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(own(page).locator('.rows > li')).toHaveCount(1);

  // What the reader brought in is part of the whole only where they say so.
  const all = () => page.getByRole('button', { name: 'Save a copy of all' }).click();
  const [allName, without] = await saved(page, extension, all);
  expect(allName).toMatch(/^evidence-sources-20\d\d-\d\d-\d\d\.json$/);
  expect(without).not.toContain('by the reader');
  await page.getByRole('checkbox', { name: /With your own copies/ }).check();
  const [, withOwn] = await saved(page, extension, all);
  expect(withOwn).toContain('by the reader');
  expect(complaints).toEqual([]);
});

test('several files in a row: each gets its own answer, and what is discarded changes nothing', async ({
  freshExtension,
}) => {
  const extension = await freshExtension();
  const [page, complaints] = await settings(extension, '#/evidence/import');
  await chooser(page).setInputFiles(
    ['not-a-cell.txt', 'drug-C4-undated.md', 'drug-D1-pdf.txt'].map(cellFile),
  );
  const files = page.locator('.files > li');
  await expect(files.nth(0)).toContainText('was not used');
  await expect(files.nth(0).getByRole('alert')).toContainText('Nothing was changed.');
  await expect(files.nth(1)).toContainText('shown below');
  await looksWell(page);
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(files.nth(1)).toContainText('discarded; nothing was changed');
  await expect(files.nth(2)).toContainText('shown below');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('link', { name: 'Evidence on this computer' }).click();
  await expect(page.getByRole('heading', { name: 'Add evidence', exact: true })).toBeVisible();
  await expect(own(page)).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a set from a file is shown before it is used, and a faulty one is refused with its place', async ({
  freshExtension,
}) => {
  test.slow();
  const extension = await freshExtension();
  const [page, complaints] = await settings(extension, '#/evidence');
  const shipped = page.getByRole('region', { name: /Findings treatment matrices/ });
  const [name, text] = await saved(page, extension, () =>
    shipped.getByRole('button', { name: 'Save a copy' }).click(),
  );
  expect(name).toMatch(/^findings-matrices-1\.0\.0\.json$/);
  const pack = JSON.parse(text) as {
    version: string;
    revised: string;
    entries: { title: string; year: number | string | null }[];
  };
  const give = (fileName: string, content: string) =>
    chooser(page).setInputFiles({
      name: fileName,
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  const written = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

  const [first] = pack.entries;
  if (!first) throw new Error('the shipped evidence has no entry');
  await give('faulty.json', written({ ...pack, entries: [{ ...first, year: '20l2' }] }));
  const refused = page.getByRole('region', { name: 'Not used' });
  await expect(refused).toContainText('faulty.json');
  await expect(refused).toContainText(/line \d+, entries\[0\]\.year/);
  await expect(refused).toContainText('unchanged');
  await looksWell(page);

  const changed = { ...first, title: `${first.title} (second edition)` };
  const entries = [changed, ...pack.entries.slice(1)];
  const newer = written({ ...pack, version: '1.1.0', entries });
  await give('newer.json', newer);
  const review = page.getByRole('region', { name: 'What newer.json would change' });
  await expect(review).toContainText('0 added, 1 changed, 0 removed.');
  await expect(review).toContainText('newer than what is held');
  await review.getByText('Entries: 1 changed').click();
  await expect(review).toContainText('(second edition)');
  await looksWell(page);
  await review.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
  await expect(shipped).toContainText('1.0.0');

  await give('newer.json', newer);
  await review.getByRole('button', { name: 'Use it' }).click();
  await expect(shipped).toContainText('1.1.0');
  await expect(shipped).toContainText('version 1.0.0 of');
  await shipped.getByRole('button', { name: 'Go back to this one…' }).click();
  await shipped.getByRole('button', { name: 'Go back to version 1.0.0' }).click();
  await expect(shipped).toContainText('version 1.1.0 of');
  await give('same.json', text);
  await expect(page.getByText('This is held already')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a cell open in a tab goes from the toolbar to the review, and nothing is asked of the site', async ({
  extension,
  openHtml,
}) => {
  const html = readFileSync(cellFile('alcohol-A3.html'), 'utf8');
  const page = await openHtml(html, 'https://findings.org.uk/PHP/dl.php?f=Matrix/Alcohol/A3.htm');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const popup = await openPopup(extension, page);
  await popup.setViewportSize({ width: 340, height: 560 });
  const add = popup.getByRole('button', { name: 'Add this cell to the evidence on this computer' });
  await expect(add).toBeVisible();
  expect((await new AxeBuilder({ page: popup }).analyze()).violations).toEqual([]);
  await add.click();
  const tab = await tabAt(extension.context, /settings\.html#\/evidence\/import/);
  await expect(whichCell(tab)).toHaveValue('alcohol/A3');
  await expect(tab.locator('.files')).toContainText('findings.org.uk');
  await tab.reload();
  await expect(whichCell(tab)).toHaveValue('alcohol/A3');
  await tab.getByRole('button', { name: 'Discard' }).click();
  await expect(tab.getByRole('button', { name: /^Read the open tab/ })).toBeVisible();
  expect(requests).toEqual([]);
});
