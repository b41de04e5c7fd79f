// A PDF in the reader page: boxes for all pages at once, their text as it comes, drawings of those near the window.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageText } from '../documents/model';
import { MOST_PAGES, whatIsMissing } from '../documents/pdf/failures';
import { readPdfText } from '../documents/pdf/read';
import { say } from '../words/words';
import { Drawing } from './drawing';
import { canvasMeasure } from './measure';
import type { FileView, OutlineItem, ViewState, Zoom } from './model';
import { linkLayer, watchLinks } from './pdf-links';
import { outlineOf } from './pdf-outline';
import { Pages, type Size } from './pdf-pages';
import { preparePrint } from './pdf-print';
import type { Target } from './pdf-targets';
import type { Place } from './place';
import { watchSelecting } from './selecting';
import { PX, textLayer } from './text-layer';
import { scaleOf } from './zoom';

/** Marking begins once so many pages have been read, or all, */
const FIRST_PAGES = 12;
/** or after so long (ms), with what there is. */
const FIRST_WAIT = 700;
/** Pages whose size is asked for at once. */
const SIZES_AT_ONCE = 50;
/** Longest stretch of work on text before the page gets its turn, in ms. */
const SLICE = 8;

export class PdfView implements FileView {
  readonly whole: Promise<void>;
  readonly begun: Promise<void>;
  readonly #stop = new AbortController();
  readonly #said: readonly string[];
  readonly #pages: Pages;
  readonly #drawing: Drawing;
  readonly #measure = canvasMeasure(document);
  readonly #links = new Set<number>();
  readonly #sizes: Promise<void>;
  /** Pages whose size is known, from the first. */
  #sized = 0;
  #zoom: Zoom = 'auto';
  #scale = 1;
  #page = 1;
  #part = -1;
  /** Where the lines of the outline begin. */
  #starts: readonly (Target | null)[] = [];
  /** Of the pages read so far. */
  readonly #legibility: Pick<PageText, 'legibility'>[] = [];
  #failed = false;
  #outline: readonly OutlineItem[] | null = null;
  #changed: () => void = () => undefined;

  constructor(
    readonly pdf: PDFDocumentProxy,
    first: PDFPageProxy,
    said: readonly string[],
    readonly place: Place,
    readonly release: () => void,
  ) {
    this.#said = said;
    const { width, height } = first.getViewport({ scale: 1 });
    const count = Math.min(pdf.numPages, MOST_PAGES);
    this.#pages = new Pages(document, count, { width, height });
    this.#pages.setSize(1, { width, height });
    place.root.replaceChildren(this.#pages.element);
    this.#applyZoom();
    this.#drawing = new Drawing(
      this.#pages.all,
      (number) => this.#source(number),
      () => this.#scale * PX * window.devicePixelRatio,
    );
    const { signal } = this.#stop;
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true, signal });
    window.addEventListener('resize', () => this.#resized(), { passive: true, signal });
    watchLinks(this.#pages.element, signal);
    watchSelecting(this.#pages.element, () => place.top(), signal);
    let begin = () => {};
    this.begun = new Promise((resolve) => {
      begin = resolve;
    });
    this.#sizes = this.#findSizes();
    this.whole = this.#readAll(begin);
    void this.#findOutline();
  }

  state(): ViewState {
    const pages = this.#pages.all.length;
    return {
      kind: 'pdf',
      pages,
      page: this.#page,
      part: this.#part,
      read: this.#legibility.length,
      zoom: this.#zoom,
      scale: this.#scale,
      notes: this.#notes(),
      isPicture: this.#isRead() && whatIsMissing(this.#legibility).all,
    };
  }

  outline(): readonly OutlineItem[] | null {
    return this.#outline;
  }

  onChange(changed: () => void): void {
    this.#changed = changed;
  }

  goToPage(page: number): void {
    this.#show(Math.min(this.#pages.all.length, Math.max(1, page)), 0);
  }

  setZoom(zoom: Zoom): void {
    this.#keepingPlace(() => {
      this.#zoom = zoom;
      this.#applyZoom();
    });
    this.#drawing.again();
    this.#changed();
  }

  position(): string {
    const { page, share } = this.#pages.pageAt(this.place.top());
    return `${page}:${share.toFixed(4)}`;
  }

  goToPosition(position: string): void {
    const [page = Number.NaN, share = Number.NaN] = position.split(':').map(Number);
    if (this.#pages.at(page) && Number.isFinite(share)) this.#show(page, share);
  }

  prepareToPrint(progress: (done: number, of: number) => void): Promise<() => void> {
    return preparePrint({
      pages: this.#pages.all,
      get: (number) => this.pdf.getPage(number),
      progress,
      signal: this.#stop.signal,
    });
  }

  close(): void {
    this.#stop.abort();
    this.#drawing.stop();
    this.place.root.replaceChildren();
    this.release();
  }

  async #source(number: number): Promise<PDFPageProxy> {
    const page = await this.pdf.getPage(number);
    if (!this.#links.has(number) && !this.#stop.signal.aborted) {
      this.#links.add(number);
      void this.#addLinks(number, page);
    }
    return page;
  }

  async #addLinks(number: number, source: PDFPageProxy): Promise<void> {
    const to = { page: (page: number, top: number | null) => this.#follow(page, top) };
    const layer = await linkLayer(document, this.pdf, source, to);
    if (layer) this.#pages.at(number)?.element.append(layer);
  }

  async #readAll(begin: () => void): Promise<void> {
    const { signal } = this.#stop;
    const late = setTimeout(begin, FIRST_WAIT);
    let since = performance.now();
    try {
      for await (const text of readPdfText(this.pdf, { signal })) {
        if (signal.aborted) return;
        // Text that runs on over a page border must know where the next pages lie.
        if (this.#sized < Math.min(text.number + 2, this.#pages.all.length)) await this.#sizes;
        this.#add(text);
        if (this.#legibility.length === FIRST_PAGES) begin();
        if (this.#legibility.length > 1) await this.#drawing.seen();
        if (performance.now() - since < SLICE) continue;
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
    } catch (error) {
      if (signal.aborted) return;
      console.error('text:', error);
      this.#failed = true;
    } finally {
      clearTimeout(late);
      begin();
      this.#changed();
    }
  }

  #add(text: PageText): void {
    const page = this.#pages.at(text.number);
    if (!page || page.text) return;
    const corner = (other: number) => this.#pages.corner(text.number, other);
    page.text = textLayer(document, text, corner, this.#measure);
    page.element.append(page.text);
    this.#legibility.push({ legibility: text.legibility });
    this.#changed();
  }

  async #findSizes(): Promise<void> {
    for (let first = 1; first <= this.#pages.all.length; first += SIZES_AT_ONCE) {
      const last = Math.min(this.#pages.all.length, first + SIZES_AT_ONCE - 1);
      const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      const sizes = await Promise.all(numbers.map((number) => this.#sizeOf(number)));
      if (this.#stop.signal.aborted) return;
      this.#keepingPlace(() => {
        for (const [i, size] of sizes.entries()) this.#pages.setSize(first + i, size);
      });
      this.#sized = last;
      this.#drawing.again();
    }
  }

  async #sizeOf(number: number): Promise<Size> {
    try {
      const { width, height } = (await this.pdf.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    } catch {
      // A page that cannot be read is shown empty, in the size of the first.
      return this.#pages.sizeOf(number);
    }
  }

  async #findOutline(): Promise<void> {
    const outline = await outlineOf(this.pdf, this.#pages, this.whole, (page, top) =>
      this.#follow(page, top),
    );
    if (this.#stop.signal.aborted) return;
    this.#starts = outline.map(({ start }) => start);
    this.#part = this.#partNow();
    this.#outline = outline;
    this.#changed();
  }

  /** Goes to a place and leaves the one before in the tab's history, so that "Back" leads there. */
  #follow(page: number, top: number | null): void {
    history.replaceState({ position: this.position() }, '');
    this.#show(page, top === null ? 0 : Math.max(0, top - 12) / this.#pages.sizeOf(page).height);
    history.pushState({ position: this.position() }, '');
  }

  #show(page: number, share: number): void {
    const box = this.#pages.at(page)?.element.getBoundingClientRect();
    if (!box) return;
    const above = share === 0 ? 8 : 0;
    window.scrollBy({
      top: box.top + share * box.height - this.place.top() - above,
      behavior: 'instant',
    });
  }

  #keepingPlace(change: () => void): void {
    const before = this.position();
    change();
    this.goToPosition(before);
  }

  #applyZoom(): void {
    const { width, height } = this.#pages.sizeOf(this.#page);
    const page = { width: width * PX, height: height * PX };
    this.#scale = scaleOf(this.#zoom, page, this.place.space());
    this.#pages.element.style.setProperty('--scale', this.#scale.toFixed(4));
  }

  #resized(): void {
    this.#keepingPlace(() => this.#applyZoom());
    this.#drawing.again();
    this.#scrolled();
  }

  #scrolled(): void {
    const { page } = this.#pages.pageAt(this.#third());
    const part = this.#partNow();
    if (page === this.#page && part === this.#part) return;
    this.#page = page;
    this.#part = part;
    this.#changed();
  }

  /** The last line of the outline that begins above the upper third of the window. */
  #partNow(): number {
    const { page, share } = this.#pages.pageAt(this.#third());
    const top = share * this.#pages.sizeOf(page).height;
    return this.#starts.findLastIndex(
      (start) =>
        start !== null && (start.page < page || (start.page === page && (start.top ?? 0) <= top)),
    );
  }

  /** Px from the top of the window at which the reader is taken to be. */
  #third(): number {
    return this.place.top() + this.place.space().height / 3;
  }

  #notes(): string[] {
    const notes = [...this.#said];
    const { numPages } = this.pdf;
    if (numPages > this.#pages.all.length)
      notes.push(
        say('The file says that it has {pages} pages; the first {shown} are shown.', {
          pages: numPages,
          shown: this.#pages.all.length,
        }),
      );
    if (this.#failed)
      notes.push(
        say('The file is damaged: text could be read on {read} of {pages} pages only.', {
          read: this.#legibility.length,
          pages: numPages,
        }),
      );
    if (this.#isRead()) notes.push(...whatIsMissing(this.#legibility).notes);
    return notes;
  }

  #isRead(): boolean {
    return this.#legibility.length === this.#pages.all.length;
  }
}
