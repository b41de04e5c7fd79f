// Printing a PDF with its marks: every page drawn once as a picture, each on paper of its own size.
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageBox, Size } from './pdf-pages';
import { PX } from './text-layer';

/** Dots to an inch: enough for small print, and some 100 kB a page. */
const DPI = 150;

export interface Printing {
  readonly pages: readonly PageBox[];
  readonly get: (number: number) => Promise<PDFPageProxy>;
  readonly progress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** Puts the pictures into the pages, where only paper shows them. The function that it gives takes them out again. */
export async function preparePrint({
  pages,
  get,
  progress,
  signal,
}: Printing): Promise<() => void> {
  const images: HTMLImageElement[] = [];
  const sheet = document.createElement('style');
  const undo = () => {
    sheet.remove();
    for (const image of images) {
      URL.revokeObjectURL(image.src);
      image.remove();
    }
    for (const { element } of pages) element.style.removeProperty('page');
  };
  const sizes = new Map<string, Size>();
  for (const page of pages) {
    if (signal.aborted) break;
    progress(page.number - 1, pages.length);
    const image = await pictureOf(page, get);
    if (image) {
      images.push(image);
      page.element.prepend(image);
    }
    if (!page.size) continue;
    const name = `s${Math.round(page.size.width)}x${Math.round(page.size.height)}`;
    sizes.set(name, page.size);
    page.element.style.setProperty('page', name);
  }
  sheet.textContent = [...sizes]
    .map(
      ([name, { width, height }]) =>
        `@page ${name}{size:${width * PX}px ${height * PX}px;margin:0}`,
    )
    .join('');
  document.head.append(sheet);
  return undo;
}

/** Null where the page cannot be drawn: it is printed with its marks alone. */
async function pictureOf(
  page: PageBox,
  get: (number: number) => Promise<PDFPageProxy>,
): Promise<HTMLImageElement | null> {
  const canvas = document.createElement('canvas');
  try {
    const source = await get(page.number);
    const viewport = source.getViewport({ scale: DPI / 72 });
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    await source.render({ canvas, viewport, intent: 'print' }).promise;
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', 0.9);
    });
    if (!blob) return null;
    const image = document.createElement('img');
    image.className = 'print';
    image.alt = '';
    image.src = URL.createObjectURL(blob);
    await image.decode();
    return image;
  } catch (error) {
    console.error(`page ${page.number} could not be drawn for printing:`, error);
    return null;
  } finally {
    canvas.width = 0;
    canvas.height = 0;
  }
}
