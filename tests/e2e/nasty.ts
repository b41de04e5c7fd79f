// The hand-made pages of tests/fixtures/nasty, and where words stand on a page.
import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import { expect } from './fixtures';

export function nasty(name: string): string {
  return readFileSync(new URL(`../fixtures/nasty/${name}.html`, import.meta.url), 'utf8');
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Texts marked in a frame or page, shadow roots included. */
export function marksIn(frame: Page | Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      name.startsWith('evidence-overlay-')
        ? [...highlight].map((at) => {
            const range = document.createRange();
            range.setStart(at.startContainer, at.startOffset);
            range.setEnd(at.endContainer, at.endOffset);
            return range.toString();
          })
        : [],
    ),
  );
}

export async function isMarked(frame: Page | Frame, words: string, times = 1): Promise<void> {
  await expect
    .poll(async () => (await marksIn(frame)).filter((text) => text === words).length, {
      message: `marks on “${words}”`,
      timeout: 20_000,
    })
    .toBe(times);
}

/** The boxes of the lines of the first mark on these words, in px of the window or frame. */
export async function linesOf(page: Page | Frame, words: string): Promise<Box[]> {
  return page.evaluate((wanted) => {
    for (const highlight of CSS.highlights.values())
      for (const at of highlight) {
        const range = document.createRange();
        range.setStart(at.startContainer, at.startOffset);
        range.setEnd(at.endContainer, at.endOffset);
        if (range.toString() !== wanted) continue;
        // Firefox keeps the places of folded text.
        if (at.startContainer.parentElement?.checkVisibility() === false) return [];
        return [...range.getClientRects()].map(({ x, y, width, height }) => ({
          x,
          y,
          width,
          height,
        }));
      }
    return [];
  }, words);
}

/** Rests the pointer in the middle of a box. */
export async function restOn(page: Page, { x, y, width, height }: Box): Promise<void> {
  await page.mouse.move(x + width / 2 - 2, y + height / 2);
  await page.mouse.move(x + width / 2, y + height / 2);
}
