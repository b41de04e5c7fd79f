// The outline of a PDF in the reader page: its own, or where it has none its headings.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OutlineItem } from './model';
import type { Pages } from './pdf-pages';
import { outlineLines, type Target } from './pdf-targets';
import { PX, topOf } from './text-layer';

/** Headings that are listed where the file has no outline. */
const MOST_HEADINGS = 500;
/** Targets of outlines stand up to so many px below the text that they mean. */
const NEAR = 6;

export interface PdfOutlineItem extends OutlineItem {
  /** Null where the line leads nowhere. */
  readonly start: Target | null;
}

/** Headings are known once `whole` has come. `follow` goes to a page and a height in points on it. */
export async function outlineOf(
  pdf: PDFDocumentProxy,
  pages: Pages,
  whole: Promise<void>,
  follow: (page: number, top: number | null) => void,
): Promise<PdfOutlineItem[]> {
  const lines = await outlineLines(pdf);
  if (lines.length > 0)
    return lines.map(({ title, level, target }) => ({
      title,
      level,
      page: target?.page ?? null,
      start: target,
      go: () => target && follow(target.page, target.top),
      anchor: () => (target ? anchorOf(pages, target) : null),
    }));
  await whole;
  const headings = pages.element.querySelectorAll<HTMLElement>('.text :is(h1,h2,h3,h4,h5,h6)');
  return [...headings].slice(0, MOST_HEADINGS).map((heading) => {
    const page = Number(heading.closest<HTMLElement>('.page')?.dataset.page);
    const top = topOf(heading) / PX;
    return {
      title: heading.textContent.replaceAll('\u00ad', '').trim(),
      level: Number(heading.nodeName[1]),
      page,
      start: { page, top },
      go: () => follow(page, top),
      anchor: () => heading,
    };
  });
}

/** The first block at a place or below it; null until the page has been read. */
function anchorOf(pages: Pages, { page, top }: Target): Element | null {
  const text = pages.at(page)?.text;
  if (!text) return null;
  const from = (top ?? 0) * PX - NEAR;
  const blocks = [...text.querySelectorAll<HTMLElement>('.b')];
  return blocks.find((block) => topOf(block) >= from) ?? text;
}
