// On paper: the page as it prints without us, marks as lines at most, no tint and no card.
import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { cardOf, expect, hoverMention, test } from './fixtures';
import { isMarked } from './nasty';
import { html, ownDom } from './sample-page';

/** A host that is not granted: the same page there is what it is without us. */
const BARE = 'https://example.org/same';
/** Colours of the lines under included and ruled-out words, of 255. */
const LINES = ['10 107 114', '118 129 139'];

/** How many pages a print has, and how often each colour of line or ground is set in it. */
async function printed(page: Page): Promise<{ pages: number; colours: Map<string, number> }> {
  const pdf = await page.pdf({ printBackground: true });
  const colours = new Map<string, number>();
  let pages = 0;
  for (const part of partsOf(pdf)) {
    pages += part.match(/[/]Type\s*[/]Page\b/g)?.length ?? 0;
    for (const [, r, g, b] of part.matchAll(/(?:^|\s)([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b/g)) {
      const colour = [r, g, b].map((share) => Math.round(Number(share) * 255)).join(' ');
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
  }
  return { pages, colours };
}

/** The file itself, and its packed streams as text. */
function partsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const parts = [text];
  for (const { index, 0: opening } of text.matchAll(/stream\r?\n/g)) {
    const from = index + opening.length;
    const packed = pdf.subarray(from, text.indexOf('endstream', from));
    // 0x78 begins what is packed so; pictures and fonts may be otherwise.
    if (packed[0] === 0x78) parts.push(inflateSync(packed).toString('latin1'));
  }
  return parts;
}

/** Black, and links, which are seen as visited or not by what other tests of the same browser opened. */
const NOT_OURS = ['0 0 0', '0 0 238', '85 26 139'];

test('prints as it would without us but for the lines under marks, and never the card', async ({
  openHtml,
  browserName,
}) => {
  const bare = await printed(await openHtml(html(), BARE));
  const page = await openHtml(html());
  await isMarked(page, 'case manager');
  const withMarks = await printed(page);
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
  const withCard = await printed(page);

  expect(bare.pages).toBeGreaterThan(0);
  expect([withMarks.pages, withCard.pages]).toEqual([bare.pages, bare.pages]);
  expect(Object.fromEntries(withCard.colours)).toEqual(Object.fromEntries(withMarks.colours));
  // Firefox leaves highlights out of what it prints.
  const lines = browserName === 'firefox' ? [] : LINES;
  const more = [...withMarks.colours].filter(([colour, n]) => n > (bare.colours.get(colour) ?? 0));
  expect(
    more
      .map(([colour]) => colour)
      .filter((colour) => !NOT_OURS.includes(colour))
      .sort(),
  ).toEqual(lines.sort());
  await expect(cardOf(page)).toBeVisible();
  expect(await ownDom(page)).toEqual([true, expect.any(String)]);
});
