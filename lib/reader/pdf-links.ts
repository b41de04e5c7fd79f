// The links of a PDF page as elements over what is drawn: to other pages, to web addresses and to mail; nothing else is followed.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { say } from '../words/words';
import { targetOf } from './pdf-targets';
import { PX } from './text-layer';

/** The part of pdf.js's annotations that is used; it gives them untyped, out of the file. */
interface Annotation {
  readonly subtype?: unknown;
  readonly url?: unknown;
  readonly dest?: unknown;
  readonly rect?: unknown;
}

export interface LinkTo {
  page(page: number, top: number | null): void;
}

/** Null where the page has no link. */
export async function linkLayer(
  document: Document,
  pdf: PDFDocumentProxy,
  source: PDFPageProxy,
  to: LinkTo,
): Promise<HTMLElement | null> {
  const annotations = (await source.getAnnotations()) as Annotation[];
  const viewport = source.getViewport({ scale: PX });
  const links: HTMLElement[] = [];
  for (const { subtype, url, dest, rect } of annotations) {
    if (subtype !== 'Link' || !isBox(rect)) continue;
    const link = document.createElement('a');
    link.className = 'link';
    const address = typeof url === 'string' ? safeAddress(url) : null;
    if (address !== null) {
      link.href = address;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      link.title = address;
      link.setAttribute('aria-label', say('Link to {address}', { address }));
    } else {
      const target = await targetOf(pdf, dest);
      if (!target) continue;
      link.href = `#page=${target.page}`;
      const label = say('Link to page {page}', { page: target.page });
      link.title = label;
      link.setAttribute('aria-label', label);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        to.page(target.page, target.top);
      });
    }
    const [left, low, right, high] = rect;
    const [a, b] = viewport.convertToViewportPoint(left, low) as Point;
    const [c, d] = viewport.convertToViewportPoint(right, high) as Point;
    const { style } = link;
    style.left = `${Math.min(a, c)}px`;
    style.top = `${Math.min(b, d)}px`;
    style.width = `${Math.abs(c - a)}px`;
    style.height = `${Math.abs(d - b)}px`;
    links.push(link);
  }
  if (links.length === 0) return null;
  const layer = document.createElement('div');
  layer.className = 'links';
  layer.append(...links);
  return layer;
}

type Point = [number, number];
type Box = [number, number, number, number];

function isBox(rect: unknown): rect is Box {
  return Array.isArray(rect) && rect.length === 4 && rect.every(Number.isFinite);
}

/** Web and mail addresses only; null for anything that could run or open something else. */
export function safeAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return /^(https?|mailto):$/.test(protocol) ? href : null;
}

/**
 * Follows links that are pressed with the mouse or a finger. The links themselves lie open to the keyboard alone: over the
 * text they would hide it from selecting, and its marks from the pointer.
 */
export function watchLinks(pages: HTMLElement, signal: AbortSignal): void {
  const linkAt = (event: MouseEvent): HTMLElement | null => {
    const { target, clientX: x, clientY: y } = event;
    const page = target instanceof Element ? target.closest('.page') : null;
    const all = page?.querySelectorAll<HTMLElement>('.link') ?? [];
    return (
      [...all].find((link) => {
        const { left, top, right, bottom } = link.getBoundingClientRect();
        return x >= left && x <= right && y >= top && y <= bottom;
      }) ?? null
    );
  };
  const follow = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('.link')) return;
    if (!document.getSelection()?.isCollapsed) return;
    const link = linkAt(event);
    if (!(link instanceof HTMLAnchorElement)) return;
    if (event.type === 'click') link.click();
    else if (event.button === 1 && link.target === '_blank') link.click();
  };
  pages.addEventListener('click', follow, { signal });
  pages.addEventListener('auxclick', follow, { signal });
  let over: HTMLElement | null = null;
  pages.addEventListener(
    'mousemove',
    (event) => {
      const link = linkAt(event);
      if (link === over) return;
      over = link;
      // By a property of no account to what watches the page for changes.
      pages.dataset.over = link ? 'link' : '';
      pages.title = link?.title ?? '';
    },
    { signal, passive: true },
  );
}
