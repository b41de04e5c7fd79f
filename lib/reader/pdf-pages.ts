// The pages of a PDF as sized boxes, one under the other: all there at once, whatever of them has been read or drawn.
import { say } from '../words/words';
import type { DrawablePage } from './drawing';
import { PX } from './text-layer';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Points between two pages, so that the gap grows with the zoom and text that runs on over it stays in place. */
const GAP = 12;

export class PageBox implements DrawablePage {
  readonly element: HTMLElement;
  size: Size | null = null;
  text: HTMLElement | null = null;

  constructor(
    document: Document,
    readonly number: number,
    of: number,
  ) {
    this.element = document.createElement('div');
    this.element.className = 'page';
    this.element.dataset.page = String(number);
    // Text that runs on over the border lies over the page after it.
    this.element.style.zIndex = String(of - number);
    this.element.setAttribute('role', 'group');
    this.element.setAttribute(
      'aria-label',
      say('Page {page} of {pages}', { page: number, pages: of }),
    );
  }
}

export class Pages {
  readonly element: HTMLElement;
  readonly all: readonly PageBox[];
  /** Taken for pages whose own size is not known yet. */
  #usual: Size;

  constructor(document: Document, count: number, usual: Size) {
    this.#usual = usual;
    this.element = document.createElement('div');
    this.element.className = 'pages';
    this.all = Array.from({ length: count }, (_, i) => new PageBox(document, i + 1, count));
    this.#show(this.element, usual);
    this.element.style.setProperty('--gap', `${(GAP * PX).toFixed(2)}`);
    this.element.append(...this.all.map((page) => page.element));
  }

  at(number: number): PageBox | undefined {
    return this.all[number - 1];
  }

  sizeOf(number: number): Size {
    return this.at(number)?.size ?? this.#usual;
  }

  /** True where the page turns out to have another size than was taken for it. */
  setSize(number: number, size: Size): boolean {
    const page = this.at(number);
    if (!page || page.size) return false;
    page.size = size;
    if (same(size, this.#usual)) return false;
    this.#show(page.element, size);
    return true;
  }

  /** The upper left corner of one page seen from that of another, in points; pages are centred. */
  corner(from: number, to: number): { x: number; y: number } {
    let y = 0;
    for (let page = from; page < to; page++) y += this.sizeOf(page).height + GAP;
    for (let page = to; page < from; page++) y -= this.sizeOf(page).height + GAP;
    return { x: (this.sizeOf(from).width - this.sizeOf(to).width) / 2, y };
  }

  /** The page at a height of the window (px), and the share of it above that height. */
  pageAt(top: number): { page: number; share: number } {
    let low = 0;
    let high = this.all.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const box = this.all[middle]?.element.getBoundingClientRect();
      if (box && box.top <= top) low = middle;
      else high = middle - 1;
    }
    const box = this.all[low]?.element.getBoundingClientRect();
    return { page: low + 1, share: box ? (top - box.top) / Math.max(1, box.height) : 0 };
  }

  #show({ style }: HTMLElement, { width, height }: Size): void {
    style.setProperty('--w', (width * PX).toFixed(2));
    style.setProperty('--h', (height * PX).toFixed(2));
  }
}

const same = (a: Size, b: Size) =>
  Math.abs(a.width - b.width) < 0.5 && Math.abs(a.height - b.height) < 0.5;
