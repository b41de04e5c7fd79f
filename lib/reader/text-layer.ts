// The text of a PDF page as elements: blocks in reading order, each line a transparent span laid over what is drawn, so
// that marking, selecting, finding and reading aloud work on it as on any page.
import type { PageBlock, PageText, Span } from '../documents/model';
import { type Fit, fitting, type Measure } from './measure';

/** CSS px to a point of the file: "100 %" shows a page as large as on paper. */
export const PX = 96 / 72;

/** Where a page's upper left corner lies, in points, seen from that of the page the text belongs to. */
export type CornerOf = (page: number) => { readonly x: number; readonly y: number };

/**
 * Spans are inline blocks without size, so that they make one run of text for the browser, and their place is only a
 * transform: absolutely placed spans would each be a block of their own, and words broken over two lines two words.
 */
export function textLayer(
  document: Document,
  page: PageText,
  corner: CornerOf,
  measure: Measure,
): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'text';
  const fitOf = fitting(
    page.blocks.flatMap((block) => block.spans),
    measure,
  );
  let parent: Element = layer;
  let before = '';
  for (const block of page.blocks) {
    const holder = holderOf(block);
    if (!holder) parent = layer;
    else if (holder.kind !== before) {
      parent = document.createElement(holder.tag);
      if (holder.role) parent.setAttribute('role', holder.role);
      layer.append(parent);
    }
    before = holder?.kind ?? '';
    const element = document.createElement(tagOf(block));
    element.className = 'b';
    if (block.kind === 'running') element.setAttribute('aria-hidden', 'true');
    for (const span of block.spans)
      element.append(spanOf(document, span, page, corner, fitOf(span)), span.after);
    rowOf(document, parent, block).append(element);
  }
  return layer;
}

/** What blocks that follow each other stand in together. */
function holderOf({ kind, at }: PageBlock): { kind: string; tag: string; role?: string } | null {
  switch (kind) {
    case 'list-item':
      return { kind, tag: 'ul' };
    case 'cell':
      return { kind: `table ${at?.table ?? 0}`, tag: 'table' };
    case 'contents':
      return { kind, tag: 'nav' };
    case 'reference':
      return { kind, tag: 'div', role: 'doc-footnote' };
    default:
      return null;
  }
}

function tagOf({ kind, level }: PageBlock): string {
  switch (kind) {
    case 'heading':
      return `h${level ?? 2}`;
    case 'list-item':
      return 'li';
    case 'cell':
      return 'td';
    case 'running':
      return 'div';
    default:
      return 'p';
  }
}

/** The row of a table's cell; for any other block what it stands in. */
function rowOf(document: Document, parent: Element, { kind, at }: PageBlock): Element {
  if (kind !== 'cell') return parent;
  const name = String(at?.row ?? 0);
  const last = parent.lastElementChild;
  if (last instanceof HTMLElement && last.dataset.row === name) return last;
  const row = document.createElement('tr');
  row.dataset.row = name;
  parent.append(row);
  return row;
}

function spanOf(
  document: Document,
  span: Span,
  page: PageText,
  corner: CornerOf,
  { stretch, gap }: Fit,
): HTMLElement {
  const element = document.createElement('span');
  element.textContent = span.text;
  if (span.direction === 'rtl') element.dir = 'rtl';
  if (span.family !== 'sans-serif') element.className = span.family === 'serif' ? 's' : 'm';
  const here = span.page === page.number;
  if (!here) element.dataset.on = String(span.page);
  const from = here ? { x: 0, y: 0 } : corner(span.page);
  const px = (points: number) => `${(points * PX).toFixed(2)}px`;
  const turn = span.angle === 0 ? '' : ` rotate(${span.angle.toFixed(2)}deg)`;
  const place = `translate(${px(span.x + from.x)},${px(span.y + from.y)})`;
  element.style.cssText =
    `font-size:${px(span.size)};line-height:${px(span.height)};` +
    (gap > 0 ? `word-spacing:${px(gap)};` : '') +
    `transform:${place}${turn} scaleX(${stretch.toFixed(4)})`;
  return element;
}

/** Height (px at 100 %) at which a block of the layer begins. */
export function topOf(block: HTMLElement): number {
  const first = block.firstElementChild;
  const place = first instanceof HTMLElement ? first.style.transform : '';
  return Number.parseFloat(/translate\([^,]+,\s*([-\d.]+)px/.exec(place)?.[1] ?? '0');
}
