// The whole matrix in the reader's hands: search by keyboard, role, commentary and back, letters, arrangements, notes on links.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const ENTRY = 'drug/E4/determining-who-needs-residential-care';
const PASSAGE = 'drug/E4/passage/who-needs-residential-care';

/** Opens a place of the matrix page and collects what the page complains of. */
async function open(page: Page, own: string, hash: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${own}matrix.html${hash}`);
  await expect(page.locator('h1')).toBeAttached();
  return complaints;
}

const field = (page: Page) => page.getByRole('searchbox');
const status = (page: Page) => page.locator('main [role=status]').first();

const VIEWS = [
  ['search', '#/search?q=case%20manag'],
  ['search without result', '#/search?q=rehabiltation%20of%20debtors'],
  ['search before anything is typed', '#/search'],
  ['every review', '#/search?kind=review'],
  ['cell by year', '#/drug/E4?by=year'],
  ['passage with its way back', `#/${PASSAGE}?entry=${ENTRY}`],
  ['map from a page', '#/?topics=mutual-aid&page=A%20very%20long%20title%20of%20a%20notice'],
] as const;

for (const [name, hash] of VIEWS)
  for (const scheme of ['light', 'dark'] as const)
    test(`${name}, ${scheme}: no complaint, no fault of accessibility, no sideways scrolling`, async ({
      page,
      extension,
    }) => {
      await page.emulateMedia({ colorScheme: scheme });
      const complaints = await open(page, extension.own, hash);
      if (hash.startsWith('#/search')) await expect(status(page)).not.toHaveText(/Searching|ready/);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      for (const width of [1280, 900, 640, 400, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `at ${width} px`).toBeLessThanOrEqual(0);
      }
      expect(complaints).toEqual([]);
    });

test('search goes by keyboard alone', async ({ page, extension }) => {
  const complaints = await open(page, extension.own, '#/drug/E4');
  await expect(page.locator('h1')).toContainText('E4');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('rehabiltation');
  await expect(status(page)).toContainText('for “rehabiltation”');
  await expect(field(page)).toBeFocused();
  await expect(page.locator('main mark').first()).toHaveText(/rehab/i);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('a[data-hit]').first()).toBeFocused();
  await expect(page.locator('a[data-hit]').first()).toHaveText('Residential rehabilitation');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Residential rehabilitation');
  await page.goBack();
  await expect(field(page)).toHaveValue('rehabiltation');
  await field(page).focus();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.locator('h1')).toContainText('E4');
  expect(complaints).toEqual([]);
});

test('what is typed fast arrives whole, and one step back leaves the search', async ({
  page,
  extension,
}) => {
  await open(page, extension.own, '#/topic/mutual-aid');
  await field(page).pressSequentially('active referral to mutual aid', { delay: 5 });
  await expect(field(page)).toHaveValue('active referral to mutual aid');
  await expect(status(page)).toContainText('for “active referral to mutual aid”');
  await page.goBack();
  await expect(page.locator('h1')).toHaveText('Mutual aid');
  await expect(field(page)).toHaveValue('');
});

test('a synonym finds the topic and its entries, and nothing found asks what was meant', async ({
  page,
  extension,
}) => {
  await open(page, extension.own, '#/search?q=rehab');
  await expect(
    page.getByRole('link', { name: 'Residential rehabilitation', exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Determining who needs' })).toBeVisible();
  await field(page).fill('rehabiltation of debtors');
  await page.getByRole('link', { name: 'rehabilitation', exact: true }).click();
  await expect(field(page)).toHaveValue('rehabilitation');
  await expect(status(page)).toContainText(/\d+ entries/);
});

test('from the map to every entry of a kind, and to those of one cell', async ({
  page,
  extension,
}) => {
  await open(page, extension.own, '#/');
  await page.getByRole('link', { name: 'Reviews', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: /^Reviews/ })).toBeChecked();
  const kinds = page.locator('.found .entry .meta b');
  await expect(kinds.first()).toBeVisible();
  expect(new Set(await kinds.allTextContents())).toEqual(new Set(['Review']));
  await page.getByRole('link', { name: /^Drug E4,/ }).click();
  await expect(page.locator('summary').first()).toHaveText('Only drug cell E4');
  await expect(status(page)).toHaveText('5 entries');
  const metas = page.locator('.found .entry .meta');
  await expect(metas).toHaveCount(5);
  for (const meta of await metas.allTextContents()) expect(meta).toContain('drug E4');
  await page.getByRole('link', { name: 'Without filters' }).click();
  await expect(page.getByRole('checkbox', { name: /^Reviews/ })).not.toBeChecked();
});

test('the role dims and says so, and is kept', async ({ page, extension }) => {
  await open(page, extension.own, '#/');
  await page.getByRole('button', { name: 'Commissioner' }).click();
  await expect(page.getByText('nothing is hidden')).toBeVisible();
  await expect(page.locator('.map td.off a')).toHaveCount(20);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Commissioner' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.locator('.map td a')).toHaveCount(25);
  await page.getByRole('button', { name: 'Everyone' }).click();
  await expect(page.locator('.map td.off')).toHaveCount(0);
});

test('from an entry to the passage that discusses it, highlighted and in view, and back', async ({
  page,
  extension,
}) => {
  await open(page, extension.own, `#/${ENTRY}`);
  await page.getByRole('link', { name: 'Who needs residential care?' }).first().click();
  const heading = page.locator('.passage.hit h3');
  await expect(heading).toHaveText('Who needs residential care?');
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await expect(page.locator('.passage.hit')).toHaveCount(1);
  await page.getByRole('link', { name: /Back to “Determining/ }).click();
  await expect(page.locator('h1')).toHaveText('Determining who needs residential care');
});

test('entries by year and by topic stay where they are on the page', async ({
  page,
  extension,
}) => {
  await open(page, extension.own, '#/drug/E4');
  await page.evaluate(() => scrollTo(0, 60));
  // A click of the driver may scroll first.
  await page.getByRole('link', { name: 'By year' }).evaluate((link: HTMLElement) => link.click());
  await expect(page.locator('.kindhead').first()).toContainText('2012');
  expect(await page.evaluate(() => scrollY)).toBe(60);
  await page.getByRole('link', { name: 'By topic' }).click();
  await expect(page.locator('.kindhead').first()).toContainText(/[A-Z]/);
  const listed = await page.locator('section .entries > li a.title').allTextContents();
  expect(new Set(listed).size).toBe(15);
});

test('a link in the commentary shows a note on hover and on focus; Esc takes it away', async ({
  page,
  extension,
}) => {
  await open(page, extension.own, `#/${PASSAGE}`);
  const link = page.locator('.passage.hit .discusses a').first();
  await link.hover();
  const note = page.getByRole('tooltip');
  await expect(note).toContainText(/study|Review|Guidance|Named/);
  await note.hover();
  await expect(note).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await page.mouse.move(0, 0);
  await page.locator('.passage.hit h3').focus();
  await page.keyboard.press('Tab');
  while (!(await link.evaluate((a) => a === document.activeElement)))
    await page.keyboard.press('Tab');
  await expect(note).toBeVisible();
  const box = await note.boundingBox();
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 1280).toBe(true);
});

test('letters are ready to send and to copy, without an address that nobody gave', async ({
  page,
  extension,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, extension.own, `#/${ENTRY}`);
  await page.getByText('Comment on this entry', { exact: true }).click();
  const letter = page.locator('.letter[open]');
  const href =
    (await letter.getByRole('link', { name: 'Open in e-mail' }).getAttribute('href')) ?? '';
  const url = new URL(href);
  expect(url.protocol).toBe('mailto:');
  expect(url.pathname).toBe('');
  expect(url.searchParams.get('subject')).toContain('Determining who needs residential care');
  expect(url.searchParams.get('body')).toContain('cell E4');
  await letter.getByRole('button', { name: 'Copy text' }).click();
  await expect(letter.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('My comment:');
  await page.getByRole('button', { name: 'Copy title and link' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Determining who needs residential care \(2001\)\nhttps:/,
  );
});

test('the map names the page that the reader came from', async ({ page, extension }) => {
  await open(page, extension.own, '#/?topics=mutual-aid&page=%3Cb%3ENotice%3C%2Fb%3E');
  await expect(page.getByText('<b>Notice</b>')).toBeVisible();
  await page.getByRole('link', { name: /^E4/ }).click();
  await expect(page).toHaveURL(/topics=mutual-aid&page=/);
  await page.goBack();
  await page.getByRole('link', { name: 'Show all alike' }).click();
  await expect(page.locator('.map .lit')).toHaveCount(0);
});
