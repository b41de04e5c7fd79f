// Where marks are hit and cards stand: columns, zoom, right to left, scrolled boxes, bars, full screen; and one at a time.
import { cardOf, expect, hoverMention, test } from './fixtures';
import { type Box, isMarked, linesOf, nasty, restOn } from './nasty';
import { html } from './sample-page';

const apart = (a: Box, b: Box) =>
  a.y + a.height <= b.y + 1 ||
  b.y + b.height <= a.y + 1 ||
  a.x + a.width <= b.x + 1 ||
  b.x + b.width <= a.x + 1;

test('a mark broken over lines and columns is hit on each of them, and not covered there', async ({
  openHtml,
}) => {
  const page = await openHtml(nasty('columns'));
  await isMarked(page, 'residential rehabilitation', 24);
  const marks = await page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((at) => {
        const range = document.createRange();
        range.setStart(at.startContainer, at.startOffset);
        range.setEnd(at.endContainer, at.endOffset);
        return [...range.getClientRects()].map(({ x, y, width, height }) => ({
          x,
          y,
          width,
          height,
        }));
      }),
    ),
  );
  const broken = marks.filter((lines) => lines.length > 1).slice(0, 3);
  const overColumns = marks.filter((lines) => (lines.at(-1)?.y ?? 0) < (lines[0]?.y ?? 0));
  expect(broken.length).toBe(3);
  for (const lines of [...broken, ...overColumns.slice(0, 1)])
    for (const line of lines) {
      await restOn(page, line);
      await expect(cardOf(page)).toBeVisible();
      const card = await cardOf(page).boundingBox();
      expect(card && apart(card, line)).toBe(true);
      await page.keyboard.press('Escape');
      await page.mouse.move(1270, 890);
    }
});

for (const zoom of [0.5, 2, 5])
  test(`zoomed to ${zoom * 100} %, the card stands by the mark in its own size`, async ({
    openHtml,
  }) => {
    const page = await openHtml(html());
    await page.evaluate((zoom) => {
      document.body.style.zoom = String(zoom);
    }, zoom);
    await hoverMention(page, 'Contingency management');
    await expect(cardOf(page)).toBeVisible();
    const card = await cardOf(page).boundingBox();
    const [line] = await linesOf(page, 'Contingency management');
    if (!card || !line) throw new Error('no card');
    expect(card.width).toBe(420);
    expect(apart(card, line)).toBe(true);
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.y + card.height).toBeLessThanOrEqual(900);
  });

test('from right to left: English words inside are marked and hit', async ({ openHtml }) => {
  const page = await openHtml(nasty('rtl'));
  for (const words of ['case manager', 'contingency management', 'Residential rehabilitation']) {
    await hoverMention(page, words);
    await expect(cardOf(page)).toBeVisible();
    const card = await cardOf(page).boundingBox();
    expect(card && card.x >= 0 && card.x + card.width <= 1280).toBe(true);
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 895);
  }
});

test('in boxes that scroll, the card goes with its mark and leaves with it', async ({
  openHtml,
}) => {
  const page = await openHtml(nasty('scrolled'));
  await isMarked(page, 'case manager', 30);
  const box = await page.locator('.inner p').nth(1).boundingBox();
  const [line] = await linesOf(page, 'case manager');
  if (!box || !line) throw new Error('no box');
  await restOn(page, { ...line, y: box.y, height: box.height });
  await expect(cardOf(page)).toBeVisible();
  await page.evaluate(() => document.querySelector('.inner')?.scrollBy({ top: 400 }));
  await expect(cardOf(page)).toHaveCount(0);
});

test('above sticky and fixed bars and layers, and in full screen', async ({ openHtml }) => {
  const page = await openHtml(nasty('sticky'));
  await hoverMention(page, 'case manager');
  const onTop = async () => {
    const box = await cardOf(page).boundingBox();
    return (
      box &&
      page.evaluate(
        ({ x, y, width, height }) =>
          [0.1, 0.9].map(
            (share) => document.elementFromPoint(x + width / 2, y + height * share)?.nodeName,
          ),
        box,
      )
    );
  };
  await expect(cardOf(page)).toBeVisible();
  await expect.poll(onTop).toEqual(['EVIDENCE-OVERLAY-CARD', 'EVIDENCE-OVERLAY-CARD']);
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    addEventListener('click', () =>
      document.querySelector('p')?.parentElement?.requestFullscreen(),
    );
  });
  await page.mouse.click(1200, 400);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.mouse.move(1200, 20);
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
  await expect.poll(onTop).toEqual(['EVIDENCE-OVERLAY-CARD', 'EVIDENCE-OVERLAY-CARD']);
});

test('one card at a time: another mark takes it over', async ({ openHtml }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'Contingency management');
  await expect(cardOf(page)).toHaveAccessibleName(/Contingency management/);
  await hoverMention(page, 'psychosocial interventions');
  await expect(cardOf(page)).toHaveAccessibleName(/Psychosocial interventions/);
  await expect(page.locator('evidence-overlay-card')).toHaveCount(1);
});
