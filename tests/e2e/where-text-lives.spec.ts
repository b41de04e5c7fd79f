// Where text lives: frames, shadow roots, folded parts, tables, inline elements, and what is none of our business.
import type { Page } from '@playwright/test';
import { summaryOf, tabOf } from './ask';
import { cardOf, type Extension, expect, hoverMention, test } from './fixtures';
import { isMarked, linesOf, marksIn, nasty, restOn } from './nasty';
import { html, TEXT } from './sample-page';

/** Does in the frame at an address what the keyboard's command does. */
async function nextMarkIn(extension: Extension, page: Page, address: string): Promise<void> {
  const tabId = await tabOf(extension, page);
  await extension.inPage(
    async ([tabId, address]) => {
      const { scripting, tabs } = (
        globalThis as never as { chrome: typeof import('webextension-polyfill') }
      ).chrome;
      const frames = await scripting.executeScript({
        target: { tabId, allFrames: true },
        func: () => document.URL,
      });
      const frameId = frames.find(({ result }) => result === address)?.frameId ?? -1;
      await tabs.sendMessage(tabId, { kind: 'mark/next', ask: { backwards: false } }, { frameId });
    },
    [tabId, address] as const,
  );
}

test('frames of the page’s own making are read, and open their own card', async ({ openHtml }) => {
  const page = await openHtml(nasty('iframes'));
  for (const [name, words, topic] of [
    ['srcdoc', 'case manager', /Case management/],
    ['blank', 'contingency management', /Contingency management/],
  ] as const) {
    const handle = await page.locator(`#${name}`).elementHandle();
    const frame = await handle?.contentFrame();
    if (!frame) throw new Error(`no frame ${name}`);
    await isMarked(frame, words);
    const corner = await handle?.boundingBox();
    const [line] = await linesOf(frame, words);
    if (!corner || !line) throw new Error('no line');
    await restOn(page, { ...line, x: corner.x + line.x, y: corner.y + line.y });
    const card = frame.locator('evidence-overlay-card').getByRole('dialog');
    await expect(card).toHaveAccessibleName(topic);
    await page.keyboard.press('Escape');
    await page.mouse.move(2, 2);
  }
  await expect(cardOf(page)).toHaveCount(0);
});

test('a frame of another site is read where that site is allowed, and left alone where not', async ({
  openHtml,
  context,
  extension,
  browserName,
}) => {
  const ALLOWED = 'https://www.gov.uk/inner';
  const FOREIGN = 'https://example.org/inner';
  for (const address of [ALLOWED, FOREIGN])
    await context.route(address, (route) =>
      route.fulfill({ body: html(), contentType: 'text/html; charset=utf-8' }),
    );
  const frames = [ALLOWED, FOREIGN]
    .map((src) => `<iframe src="${src}" width=800 height=380></iframe>`)
    .join('');
  const page = await openHtml(html(frames + TEXT));
  const frameAt = async (address: string) => {
    await expect.poll(() => page.frame({ url: address }) !== null).toBe(true);
    const frame = page.frame({ url: address });
    if (!frame) throw new Error(`no frame at ${address}`);
    await frame.waitForLoadState();
    return frame;
  };
  const allowed = await frameAt(ALLOWED);
  const foreign = await frameAt(FOREIGN);
  await isMarked(page, 'case manager');
  await isMarked(allowed, 'case manager');

  const card = allowed.locator('evidence-overlay-card').getByRole('dialog');
  // Firefox's driver sends its pointer to the page alone, never into a frame of another site.
  if (browserName === 'chromium') {
    const corner = await page.locator('iframe').first().boundingBox();
    const [line] = await linesOf(allowed, 'case manager');
    if (!corner || !line) throw new Error('no line');
    await restOn(page, { ...line, x: corner.x + line.x, y: corner.y + line.y });
    await expect(card).toHaveAccessibleName(/Case management/);
  }
  await nextMarkIn(extension, page, ALLOWED);
  await expect(card).toBeVisible();
  await expect(card.getByRole('link').first()).toBeVisible();
  await expect(cardOf(page)).toHaveCount(0);

  expect(await marksIn(foreign)).toEqual([]);
  const left = await foreign.evaluate(() => [
    document.adoptedStyleSheets.length,
    document.documentElement.outerHTML === (window as never as { before: string }).before,
  ]);
  expect(left).toEqual([0, true]);
});

test('open shadow roots are read and their marks can be pointed at; closed ones are left', async ({
  openHtml,
}) => {
  const page = await openHtml(nasty('shadow-roots'));
  for (const words of ['case manager', 'contingency management', 'peer mentor'])
    await isMarked(page, words);
  expect((await marksIn(page)).join()).not.toContain('aftercare');
  for (const [words, topic] of [
    ['contingency management', /Contingency management/],
    ['case manager', /Case management/],
  ] as const) {
    const [line] = await linesOf(page, words);
    if (!line) throw new Error('no line');
    await restOn(page, line);
    await expect(cardOf(page)).toHaveAccessibleName(topic);
  }
});

test('folded text is marked when it is unfolded; hidden, typed and foreign text is not', async ({
  openHtml,
}) => {
  const page = await openHtml(nasty('hidden'));
  for (const words of ['contingency management', 'peer support', 'case manager', 'detoxification'])
    await isMarked(page, words);
  expect((await marksIn(page)).filter((text) => /rehab/i.test(text))).toEqual([]);
  expect(await linesOf(page, 'contingency management')).toEqual([]);
  await page.locator('summary').click();
  await hoverMention(page, 'contingency management');
  await expect(cardOf(page)).toHaveAccessibleName(/Contingency management/);
});

test('text that cannot be selected can be pointed at', async ({ openHtml }) => {
  const page = await openHtml(nasty('hidden'));
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toHaveAccessibleName(/Case management/);
});

test('a mention is whole over inline elements and never runs over a block border', async ({
  openHtml,
}) => {
  const page = await openHtml(nasty('inline'));
  await isMarked(page, 'Placements in residential rehabili\u00adtation');
  await isMarked(page, 'contingency management');
  await isMarked(page, 'peer\u00a0support');
  await isMarked(page, 'casemanager');
  const apart = await page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].filter((at) => at.startContainer.parentElement?.closest('#apart, #cells')),
    ),
  );
  expect(apart).toHaveLength(0);
});

test('tables are read cell by cell, and a “No” beside a topic rules it out', async ({
  openHtml,
  extension,
}) => {
  const page = await openHtml(nasty('tables'));
  await isMarked(page, 'Case management');
  await isMarked(page, 'Contingency management');
  const { topics } = await summaryOf(extension, page);
  const rehab = topics.find((topic) => topic.id === 'residential-rehabilitation');
  expect(rehab).toMatchObject({ asserted: 0, excluded: 1 });
});

test('two thousand elements deep', async ({ openHtml, extension }) => {
  const page = await openHtml(nasty('deep'));
  const summary = await summaryOf(extension, page, 30_000);
  const found = summary.topics.find((topic) => topic.id === 'contingency-management');
  expect(found?.asserted).toBe(20);
  await isMarked(page, 'aftercare');
});

test('a hundred thousand text nodes', async ({ openHtml, extension }) => {
  const page = await openHtml(nasty('many-nodes'));
  const summary = await summaryOf(extension, page, 30_000);
  const found = summary.topics.find((topic) => topic.id === 'residential-rehabilitation');
  expect(found?.asserted).toBeGreaterThan(900);
  await isMarked(page, 'inpatient detoxification');
});
