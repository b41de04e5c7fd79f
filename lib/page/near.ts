// Which marks of a very long page are near the window, so that only those are painted.
// Not by an IntersectionObserver: on a page with 40,000 marked blocks it costs more in each frame than the marks do.
import type { Paintable, TextBlock } from './model';

/** Marks painted before and after each place that is looked at, in document order: several windows' worth. */
const AROUND = 300;
/** Where the window is looked at, as shares of its width and height: columns and side bars have their own places. */
const COLUMNS = [0.15, 0.5, 0.85];
const ROWS = [0.08, 0.35, 0.65, 0.92];
/** Px further down that are tried where a place is a gap: text set in even steps can have one at every place. */
const STEPS = [0, 9, 21, 37, 60];
/** Least time between two looks while scrolling, in ms. */
const LOOK_EVERY = 100;

export interface NearMark extends Paintable {
  readonly block: TextBlock;
  readonly start: number;
}

type Span = readonly [first: number, last: number];

export class NearView<M extends NearMark> {
  on = false;
  #marks: readonly M[] = [];
  #blocks: readonly TextBlock[] = [];
  readonly #spans = new Map<Element, Span>();
  readonly #numbers = new Map<TextBlock, number>();
  #shown = new Set<M>();
  #timer: number | undefined;

  readonly #window: Window & typeof globalThis;
  readonly #change: (come: Iterable<M>, go: Iterable<M>) => void;

  constructor(
    window: Window & typeof globalThis,
    change: (come: Iterable<M>, go: Iterable<M>) => void,
  ) {
    this.#window = window;
    this.#change = change;
  }

  /** Watches these marks instead of those before; marks and blocks in document order. */
  watch(marks: readonly M[], blocks: readonly TextBlock[]): void {
    this.#marks = marks;
    this.#blocks = blocks;
    this.#spans.clear();
    this.#numbers.clear();
    for (const [i, block] of blocks.entries()) {
      this.#numbers.set(block, i);
      this.#spans.set(block.element, [this.#spans.get(block.element)?.[0] ?? i, i]);
    }
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
    this.#blocks = [];
    this.#spans.clear();
    this.#numbers.clear();
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
    for (const number of this.#inView()) {
      const at = this.#markFrom(number);
      for (const mark of this.#marks.slice(Math.max(0, at - AROUND), at + AROUND)) wanted.add(mark);
    }
    const come = [...wanted].filter((mark) => !this.#shown.has(mark));
    const go = [...this.#shown].filter((mark) => !wanted.has(mark));
    this.#shown = wanted;
    if (come.length > 0 || go.length > 0) this.#change(come, go);
  }

  /** Numbers of blocks that stand in the window. */
  #inView(): Set<number> {
    const { innerWidth, innerHeight } = this.#window;
    const numbers = new Set<number>();
    for (const across of COLUMNS)
      for (const down of ROWS)
        for (const step of STEPS) {
          const number = this.#blockAt(innerWidth * across, innerHeight * down + step);
          if (number === null) continue;
          numbers.add(number);
          break;
        }
    return numbers;
  }

  /** Number of the block at a point of the window; null in a gap. */
  #blockAt(x: number, y: number): number | null {
    for (const el of this.#window.document.elementsFromPoint(x, y)) {
      const span = this.#spans.get(inside(el, x, y));
      if (span) return span[0] === span[1] ? span[0] : this.#partAt(span, x, y);
    }
    return null;
  }

  /** A long text is several blocks in one element: the one at the point is told by the caret. */
  #partAt([first, last]: Span, x: number, y: number): number {
    const caret = this.#window.document.caretPositionFromPoint(x, y);
    for (let i = last; caret && i >= first; i--) {
      const block = this.#blocks[i];
      const node = block?.nodes.indexOf(caret.offsetNode as Text) ?? -1;
      // The text of a block begins inside its first node where its start is below zero.
      if (node >= 0 && caret.offset + (block?.starts[node] ?? 0) >= 0) return i;
    }
    return first;
  }

  /** Index of the first mark in or after a block. */
  #markFrom(number: number): number {
    let low = 0;
    let high = this.#marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const mark = this.#marks[middle];
      if (mark && (this.#numbers.get(mark.block) ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The innermost element at a point, inside the open shadow root of the one given. */
function inside(el: Element, x: number, y: number): Element {
  const inner = el.shadowRoot?.elementFromPoint(x, y);
  return inner && inner !== el ? inside(inner, x, y) : el;
}
