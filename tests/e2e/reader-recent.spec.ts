// Files opened before: nothing is remembered by itself, what is remembered at the reader's wish outlasts the session, and goes at once.
import { wordOf } from '../unit/documents/word-file';
import { type Extension, expect, test } from './fixtures';
import { file, isRead, openReader, SPECIFICATION } from './reader-files';

type Area = Record<'local' | 'session', Record<string, unknown>>;

const stored = (extension: Extension) =>
  extension.inPage(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: Record<'local' | 'session', { get: (key: null) => Promise<never> }> };
    };
    const { local, session } = chrome.storage;
    return { local: await local.get(null), session: await session.get(null) };
  }, null) as Promise<Area>;

/** What closing the browser does to the session's memory. */
const endSession = (extension: Extension) =>
  extension.inPage(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { clear: () => Promise<void> } } };
    };
    await chrome.storage.session.clear();
  }, null);

const NAME = 'Lot 1 draft.docx';

test('names are remembered only where the reader wants it, with place and zoom, and cleared at once', async ({
  extension,
  page,
}) => {
  const paragraphs = Array.from({ length: 40 }, () => SPECIFICATION.paragraphs).flat();
  const long = file(NAME, await wordOf({ ...SPECIFICATION, paragraphs }));
  const box = page.getByRole('checkbox', { name: 'Remember the names of files opened here' });
  const at = () => page.evaluate(() => Math.round(scrollY / 20));
  const reader = () => page.goto(`${extension.own}reader.html`);

  await openReader(extension, page, [long]);
  await isRead(page);
  expect(JSON.stringify((await stored(extension)).local)).not.toContain(NAME);
  await reader();
  await expect(box).not.toBeChecked();
  await box.check();
  await expect
    .poll(async () => (await stored(extension)).local)
    .toHaveProperty(['settings.recentFiles'], true);

  await openReader(extension, page, [long]);
  await isRead(page);
  await page.keyboard.press('+');
  await page.evaluate(() => scrollTo(0, 3000));
  const before = await at();
  expect(before).toBe(150);
  const size = () =>
    page
      .locator('.flow p')
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  const large = await size();
  const spot = async () =>
    ((await stored(extension)).local['recent.files'] as { spot: unknown }[] | undefined)?.[0]?.spot;
  await expect.poll(spot).toMatchObject({ zoom: 1.1, position: expect.stringMatching(/^[1-9]/) });

  await reader();
  await endSession(extension);
  // Not every browser tells a test of its dialog: what is seen is the click that opens it.
  const asked = page.locator('#choose').evaluate(
    (field) =>
      new Promise<string>((resolve) => {
        field.addEventListener('click', (event) => {
          event.preventDefault();
          resolve('asked');
        });
      }),
  );
  await page.getByRole('button', { name: NAME, exact: true }).click();
  expect(await asked).toBe('asked');
  await expect(page.getByRole('status').filter({ hasText: `Choose ${NAME}` })).toBeVisible();
  await page.locator('#choose').setInputFiles([long]);
  await isRead(page);
  await expect.poll(at).toBe(before);
  expect(await size()).toBe(large);

  await reader();
  await page.getByRole('button', { name: `Forget ${NAME}` }).click();
  await expect(page.getByRole('button', { name: NAME, exact: true })).toHaveCount(0);
  await openReader(extension, page, [long]);
  await isRead(page);
  await reader();
  await expect(page.getByRole('button', { name: NAME, exact: true })).toBeVisible();
  await page.goto(`${extension.own}settings.html#/data`);
  await expect(
    page.getByRole('row', { name: 'Names of files opened in the reader' }),
  ).toContainText('1 name');
  await page.getByRole('checkbox', { name: 'Remember the names of files' }).uncheck();
  await expect
    .poll(async () => (await stored(extension)).local)
    .not.toHaveProperty(['recent.files']);
  await expect(
    page.getByRole('row', { name: 'Names of files opened in the reader' }),
  ).toContainText('0 names');
  await reader();
  await expect(box).not.toBeChecked();
  await expect(page.getByRole('button', { name: NAME, exact: true })).toHaveCount(0);
});
