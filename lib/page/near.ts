// Which marks of a very long page are near the window, so that only those are painted.
// Not by an IntersectionObserver: on a page with 40,000 marked blocks it costs more in each frame than the marks do.
import { innermost, rectsOf } from './geometry';
import type { Paintable, TextBlock } from './model';

/** Marks painted before and after each place that is looked at, in document order: several windows' worth. */
const AROUND = 300;
/** Least of them, where each runs over many text nodes. */
const LEAST_AROUND = 40;
/** Where the window is looked at, as shares of its width and height: columns and side bars have their own places. */
const COLUMNS = [0.15, 0.5, 0.85];
const ROWS = [0.08, 0.35, 0.65, 0.92];
/** Px further down that are tried where a place is a gap: text set in even steps can have one at every place. */
const STEPS = [0, 9, 21, 37, 60];
/** Least time between two looks while scrolling, in ms. */
const LOOK_EVERY = 100;
/** Looking at a place takes longer the more elements a page has: one that takes longer than this (ms) is the last. */
const QUICK = 4;
/** With more marks than this looking at places is not even tried: the first look alone would take 50 ms. */
const MANY = 20_000;
/** So many marks are tried for one that is shown. */
const TRIES = 20;

export interface NearMark extends Paintable {
  readonly block: TextBlock;
  readonly start: number;
  readonly end: number;
}

type BlocksOf = (el: Element) => readonly TextBlock[] | undefined;

/** Blocks at places of the window; the same may come twice. Fewer places where looking is slow. */
function* blocksAtPlaces(window: Window, blocksOf: BlocksOf): Generator<TextBlock> {
  const { document, innerWidth, innerHeight, performance } = window;
  for (const across of COLUMNS)
    for (const down of ROWS)
      for (const step of STEPS) {
        const x = innerWidth * across;
        const y = innerHeight * down + step;
        const began = performance.now();
        const elements = document.elementsFromPoint(x, y);
        const slow = performance.now() - began > QUICK;
        const el = elements.map((one) => innermost(one, x, y)).find(blocksOf);
        const block = el && partAt(blocksOf(el) ?? [], document, x, y);
        if (block) yield block;
        if (slow) return;
        if (block) break;
      }
}

/** A long text is several blocks in one element: the one at the point is told by the caret. */
function partAt(
  blocks: readonly TextBlock[],
  document: Document,
  x: number,
  y: number,
): TextBlock | undefined {
  if (blocks.length < 2) return blocks[0];
  const caret = document.caretPositionFromPoint(x, y);
  return (
    blocks.findLast((block) => {
      const node = caret ? block.nodes.indexOf(caret.offsetNode as Text) : -1;
      // The text of a block begins inside its first node where its start is below zero.
      return caret && node >= 0 && caret.offset + (block.starts[node] ?? 0) >= 0;
    }) ?? blocks[0]
  );
}

export class NearView<M extends NearMark> {
  on = false;
  #marks: readonly M[] = [];
  #shown = new Set<M>();
  #around = AROUND;
  #timer: number | undefined;
  /** Looking at places took too long on this page. */
  #slow = false;
  readonly #window: Window & typeof globalThis;
  readonly #blocksOf: BlocksOf;
  readonly #change: (come: Iterable<M>, go: Iterable<M>) => void;

  constructor(
    window: Window & typeof globalThis,
    blocksOf: BlocksOf,
    change: (come: Iterable<M>, go: Iterable<M>) => void,
  ) {
    this.#window = window;
    this.#blocksOf = blocksOf;
    this.#change = change;
  }

  /** Watches these marks, over so many text nodes each, instead of those before; in document order, their blocks numbered. */
  watch(marks: readonly M[], nodesEach: number): void {
    this.#marks = marks;
    this.#around = Math.max(LEAST_AROUND, Math.round(AROUND / nodesEach));
    if (marks.length > MANY) this.#slow = true;
    if (!this.on) {
      this.on = true;
      this.#window.addEventListener('scroll', this.#later, { capture: true, passive: true });
      this.#window.addEventListener('resize', this.#later, { passive: true });
    }
    this.#look();
  }

  stop(): void {
    if (!this.on) return;
    this.on = false;
    this.#window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#window.removeEventListener('scroll', this.#later, true);
    this.#window.removeEventListener('resize', this.#later);
    this.#marks = [];
    this.#shown = new Set();
  }

  readonly #later = (): void => {
    this.#timer ??= this.#window.setTimeout(() => {
      this.#timer = undefined;
      this.#look();
    }, LOOK_EVERY);
  };

  #look(): void {
    const wanted = new Set<M>();
    // Most pages run down the window in the order of their text; columns and side bars need looking at.
    const places = [this.#firstInWindow()];
    if (!this.#slow) {
      const began = this.#window.performance.now();
      for (const { order } of blocksAtPlaces(this.#window, this.#blocksOf))
        if (order !== undefined) places.push(this.#markFrom(order));
      this.#slow = this.#window.performance.now() - began > QUICK * ROWS.length;
    }
    for (const at of new Set(places))
      for (const mark of this.#marks.slice(Math.max(0, at - this.#around), at + this.#around))
        wanted.add(mark);
    const come = [...wanted].filter((mark) => !this.#shown.has(mark));
    const go = [...this.#shown].filter((mark) => !wanted.has(mark));
    this.#shown = wanted;
    if (come.length > 0 || go.length > 0) this.#change(come, go);
  }

  /** Index of the first mark that does not stand above the window, where marks run down the page. */
  #firstInWindow(): number {
    let low = 0;
    let high = this.#marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#isAbove(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isAbove(at: number): boolean {
    for (const mark of this.#marks.slice(at, at + TRIES)) {
      const rect = rectsOf(mark.place)[0];
      if (rect) return rect.bottom < 0;
    }
    return false;
  }

  /** Index of the first mark in or after a block. */
  #markFrom(order: number): number {
    let low = 0;
    let high = this.#marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const mark = this.#marks[middle];
      if (mark && (mark.block.order ?? 0) < order) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
