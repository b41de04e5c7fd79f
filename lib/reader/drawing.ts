// Draws the pages of a PDF near the window, one at a time, the nearest first, and lets go of those far away.
import type { PDFPageProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A drawing has at most so many pixels (64 MB); larger pages are drawn coarser and stretched. */
const MOST_PIXELS = 16_000_000;
/** Pages within so many heights of the window are drawn ahead. */
const AHEAD = 1;
/** Drawings are kept up to so many heights of the window away: going back and forth draws nothing anew. */
const KEPT = 4;
/** Together they have at most so many pixels (256 MB), whatever the zoom. */
const ALL_PIXELS = 64_000_000;

/** Other work waits for a drawing this long (ms) at most. */
const PATIENCE = 1500;

export interface DrawablePage {
  readonly number: number;
  readonly element: HTMLElement;
  /** Size in points; null while it is not known. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

interface Drawn {
  readonly canvas: HTMLCanvasElement;
  readonly scale: number;
}

export class Drawing {
  readonly #drawn = new Map<DrawablePage, Drawn>();
  readonly #near = new Set<DrawablePage>();
  readonly #byElement = new Map<Element, DrawablePage>();
  readonly #watch: IntersectionObserver;
  #task: RenderTask | null = null;
  #at: DrawablePage | null = null;
  #busy = false;
  #stopped = false;

  readonly #get: (number: number) => Promise<PDFPageProxy>;
  /** Device pixels to a point at the present zoom. */
  readonly #scale: () => number;

  constructor(
    pages: readonly DrawablePage[],
    get: (number: number) => Promise<PDFPageProxy>,
    scale: () => number,
  ) {
    this.#get = get;
    this.#scale = scale;
    this.#watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const page = this.#byElement.get(target);
          if (!page) continue;
          if (isIntersecting) this.#near.add(page);
          else this.#near.delete(page);
        }
        this.#next();
      },
      { rootMargin: `${AHEAD * 100}% 0px` },
    );
    for (const page of pages) {
      this.#byElement.set(page.element, page);
      this.#watch.observe(page.element);
    }
  }

  /** The zoom changed, or a page's size became known: what is near is drawn again, the old drawing stretched meanwhile. */
  again(): void {
    if (this.#task && this.#at && this.#isStale(this.#at)) this.#task.cancel();
    this.#next();
  }

  /** Resolves when what is in the window has been drawn, or after a while: it comes before everything else. */
  async seen(): Promise<void> {
    for (const end = performance.now() + PATIENCE; performance.now() < end; ) {
      const inView = [...this.#near].some(
        (page) => page.size && this.#isStale(page) && isInWindow(page),
      );
      if (!inView || this.#stopped) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#watch.disconnect();
    this.#task?.cancel();
    for (const page of this.#drawn.keys()) this.#drop(page);
  }

  #isStale(page: DrawablePage): boolean {
    return this.#drawn.get(page)?.scale !== this.#scaleFor(page);
  }

  /** Device pixels to a point for this page, within what a drawing may take. */
  #scaleFor({ size }: DrawablePage): number {
    const wanted = this.#scale();
    if (!size) return wanted;
    return Math.min(wanted, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
  }

  #next(): void {
    if (this.#busy || this.#stopped) return;
    this.#letGo();
    const wanted = [...this.#near].filter((page) => page.size && this.#isStale(page));
    const page = wanted.sort((a, b) => distance(a) - distance(b))[0];
    if (!page) return;
    this.#busy = true;
    void this.#draw(page).finally(() => {
      this.#busy = false;
      this.#next();
    });
  }

  async #draw(page: DrawablePage): Promise<void> {
    const scale = this.#scaleFor(page);
    this.#at = page;
    const canvas = page.element.ownerDocument.createElement('canvas');
    try {
      const source = await this.#get(page.number);
      if (this.#stopped) return;
      const viewport = source.getViewport({ scale });
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      this.#task = source.render({ canvas, viewport });
      await this.#task.promise;
      const before = this.#drawn.get(page);
      if (before) before.canvas.replaceWith(canvas);
      else page.element.prepend(canvas);
      if (before) empty(before.canvas);
      this.#drawn.set(page, { canvas, scale });
    } catch (error) {
      empty(canvas);
      if (isCancelled(error) || this.#stopped) return;
      // A page that cannot be drawn keeps its text; it is not tried again at this zoom.
      console.error(`page ${page.number} could not be drawn:`, error);
      this.#drawn.set(page, { canvas, scale });
    } finally {
      this.#task = null;
      this.#at = null;
    }
  }

  #letGo(): void {
    let pixels = 0;
    const kept = [...this.#drawn].sort((a, b) => distance(a[0]) - distance(b[0]));
    for (const [page, { canvas }] of kept) {
      pixels += canvas.width * canvas.height;
      const far = distance(page) > KEPT * window.innerHeight;
      if (!this.#near.has(page) && (far || pixels > ALL_PIXELS)) this.#drop(page);
    }
  }

  #drop(page: DrawablePage): void {
    const drawn = this.#drawn.get(page);
    if (!drawn) return;
    this.#drawn.delete(page);
    drawn.canvas.remove();
    empty(drawn.canvas);
    // Fonts and pictures of the page are let go of too; they come again with the next drawing.
    void this.#get(page.number).then(
      (source) => source.cleanup(),
      () => undefined,
    );
  }
}

/** Px between the page and the middle of the window. */
function distance({ element }: DrawablePage): number {
  const { top, bottom } = element.getBoundingClientRect();
  const middle = window.innerHeight / 2;
  return top > middle ? top - middle : bottom < middle ? middle - bottom : 0;
}

function isInWindow({ element }: DrawablePage): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

/** Frees a drawing at once instead of at the next collection of garbage. */
function empty(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'RenderingCancelledException';
}
