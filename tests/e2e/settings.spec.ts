// The settings page as built: every section is sound, and what is set there holds in open pages at once.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { cardOf, type Extension, expect, markedTexts, mentionBox, test } from './fixtures';

const SECTIONS = [
  'sites',
  'marks',
  'cards',
  'role',
  'language',
  'data',
  'organisation',
  'about',
] as const;

async function settings(extension: Extension, section: string): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(`${extension.own}settings.html#/${section}`);
  await expect(page.locator('main h2')).toBeVisible();
  await expect(page.getByText(/Reading your settings|Opening the evidence/)).toHaveCount(0);
  return page;
}

/** The words of our own style sheet in a page. */
const styleOf = (page: Page) =>
  page.evaluate(() =>
    [...document.adoptedStyleSheets].flatMap((sheet) =>
      [...sheet.cssRules].map((rule) => rule.cssText),
    ),
  );

async function isSound(page: Page, about: string): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations, about).toEqual([]);
  for (const width of [1280, 640, 360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${about} at ${width} px`).toBeLessThanOrEqual(0);
  }
}

test.afterEach(async ({ extension }) => {
  await extension.inPage(async () => {
    const { chrome } = globalThis as never as {
      chrome: {
        storage: {
          local: { get(all: null): Promise<object>; remove(keys: string[]): Promise<void> };
        };
      };
    };
    const { local } = chrome.storage;
    await local.remove(
      Object.keys(await local.get(null)).filter((key) => !key.startsWith('evidence.')),
    );
  }, null);
});

for (const scheme of ['light', 'dark'] as const)
  test(`every section, ${scheme}: no fault of accessibility, no sideways scrolling`, async ({
    extension,
  }) => {
    for (const section of SECTIONS) {
      const page = await settings(extension, section);
      await page.emulateMedia({ colorScheme: scheme });
      await isSound(page, section);
      await page.close();
    }
  });

test('how marks look, topics and what is ruled out change in the open page at once', async ({
  extension,
  openDemo,
}) => {
  const page = await openDemo('1-tender-notice');
  await mentionBox(page, 'case management');
  const before = await markedTexts(page);
  expect(before.join()).toMatch(/case manage/i);
  const own = await settings(extension, 'marks');
  await own.getByLabel('Dotted underline').check();
  await expect.poll(async () => (await styleOf(page)).join()).toMatch(/2px dotted/);
  await own.getByLabel('Find a topic').fill('case');
  await own.getByRole('checkbox', { name: 'Case management' }).uncheck();
  await expect.poll(async () => (await markedTexts(page)).length).toBeLessThan(before.length);
  await own.getByRole('button', { name: 'Mark all topics' }).click();
  await expect.poll(async () => (await markedTexts(page)).length).toBe(before.length);
  await own.getByLabel('No marks: the side panel alone lists them').check();
  await expect.poll(async () => (await styleOf(page)).join()).not.toMatch(/underline 2px/);
});

test('a card opens only on a click, or only with Alt held, where the reader wishes so', async ({
  extension,
  openDemo,
}) => {
  const page = await openDemo('1-tender-notice');
  const own = await settings(extension, 'cards');
  await own.getByLabel('only on a click').check();
  await page.bringToFront();
  const box = await mentionBox(page, 'case management');
  const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
  const card = cardOf(page);
  await page.mouse.move(at[0] + 1, at[1]);
  await page.mouse.move(...at);
  // Longer than any card takes to open by itself.
  await page.waitForTimeout(1200);
  await expect(card).toBeHidden();
  await page.mouse.click(...at);
  await expect(card).toContainText('Case management');
  await page.mouse.move(5, 5);
  await page.waitForTimeout(600);
  await expect(card).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(card).toBeHidden();

  await own.getByLabel(/while the Alt key is held/).check();
  await page.bringToFront();
  await page.mouse.move(at[0] + 1, at[1]);
  await page.mouse.move(...at);
  await page.waitForTimeout(1200);
  await expect(card).toBeHidden();
  await page.keyboard.down('Alt');
  await expect(card).toContainText('Case management');
  await page.keyboard.up('Alt');
  await page.mouse.move(at[0] + 2, at[1]);
  await page.waitForTimeout(600);
  await expect(card).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(card).toBeHidden();
});

test('a site, and everything, are turned off and on from the list, by keyboard alone', async ({
  extension,
  openDemo,
}) => {
  const page = await openDemo('1-tender-notice');
  await mentionBox(page, 'case management');
  const own = await settings(extension, 'sites');
  const marks = () => page.evaluate(() => CSS.highlights.size);
  await own.getByRole('button', { name: 'Turn off: localhost' }).focus();
  await own.keyboard.press('Enter');
  await expect.poll(marks).toBe(0);
  await expect(own.getByText('Marks are off for localhost.')).toBeVisible();
  await own.getByRole('button', { name: 'Undo' }).focus();
  await own.keyboard.press('Enter');
  await page.bringToFront();
  await expect.poll(marks).toBeGreaterThan(0);
  await own.getByRole('button', { name: 'Turn marking off everywhere' }).click();
  await expect.poll(marks).toBe(0);
  await isSound(own, 'off everywhere');
  await own.getByRole('button', { name: 'Turn on again' }).click();
  await page.bringToFront();
  await expect.poll(marks).toBeGreaterThan(0);
});

test('every command that suggests keys has them', async ({ extension }) => {
  const without = await extension.inPage(async () => {
    const { chrome } = globalThis as never as {
      chrome: {
        commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
        runtime: { getManifest(): { commands: Record<string, { suggested_key?: object }> } };
      };
    };
    const { commands } = chrome.runtime.getManifest();
    return (await chrome.commands.getAll())
      .filter(({ name, shortcut }) => commands[name]?.suggested_key && !shortcut)
      .map(({ name }) => name);
  }, null);
  expect(without).toEqual([]);
});

test('the language changes at once, in the settings and in a page of ours that is open', async ({
  extension,
}) => {
  const other = await extension.context.newPage();
  await other.goto(`${extension.own}popup.html?tab=999999`);
  const own = await settings(extension, 'language');
  await own.getByLabel('Cymraeg').check();
  await expect(own.locator('html')).toHaveAttribute('lang', 'cy');
  await expect(own.getByRole('link', { name: 'Gwefannau' })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Gosodiadau' })).toBeVisible();
  await isSound(own, 'Welsh');
  await own.getByLabel('English').check();
  await expect(own.getByRole('link', { name: 'Sites', exact: true })).toBeVisible();
});

test('everything is saved to a file, deleted, and brought back from it; a cut file changes nothing', async ({
  extension,
}) => {
  const marks = await settings(extension, 'marks');
  await marks.getByLabel('Dotted underline').check();
  await expect(marks.getByLabel('Dotted underline')).toBeChecked();
  const own = await settings(extension, 'data');
  const download = own.waitForEvent('download');
  await own.getByRole('button', { name: 'Save a backup' }).click();
  const saved = readFileSync(await (await download).path());
  await expect(own.getByText(/^Saved as “evidence-overlay-/)).toBeVisible();

  await own.getByRole('button', { name: 'Delete everything…' }).click();
  await isSound(own, 'before deleting');
  await own.getByRole('button', { name: 'Delete it all' }).click();
  await expect(own.getByText('Everything was deleted.')).toBeVisible();
  await expect(marks.getByLabel('Underline and tint')).toBeChecked();

  const field = own.locator('input[type=file]');
  const name = 'mine.backup';
  const half = saved.subarray(0, saved.length / 2);
  await field.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: half });
  await expect(own.getByRole('alert')).toContainText('This backup ends early');
  await isSound(own, 'a cut backup');
  await field.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: saved });
  await expect(own.getByText('This backup is whole: mine.backup')).toBeVisible();
  await isSound(own, 'a backup that is whole');
  await own.getByRole('button', { name: 'Put it in place' }).click();
  await expect(own.getByText('Everything is as it was when the backup was saved.')).toBeVisible();
  await expect(marks.getByLabel('Dotted underline')).toBeChecked();
});
