// Which marks of a very long page are near the window, so that only those are painted.
import { rectsOf } from './geometry';
import type { Paintable } from './model';

/** How far beyond the window marks are painted, as a share of its height, to be ahead of scrolling. */
const MARGIN = 1.5;
/** An element with more marks than this is too long to be near or far as a whole. */
const LONG = 400;
/** Least time between two looks at long elements while scrolling, in ms. */
const LOOK_EVERY = 100;

export class NearView<M extends Paintable> {
  private observer: IntersectionObserver | null = null;
  private byElement = new Map<Element, M[]>();
  private readonly near = new Set<Element>();
  private shown = new Set<M>();
  private timer: number | undefined;

  constructor(
    private readonly window: Window & typeof globalThis,
    private readonly change: (come: Iterable<M>, go: Iterable<M>) => void,
  ) {}

  get on(): boolean {
    return this.observer !== null;
  }

  /** Watches these marks (in document order) instead of those before. */
  watch(marks: readonly M[]): void {
    const byElement = new Map<Element, M[]>();
    for (const mark of marks) {
      const list = byElement.get(mark.element);
      if (list) list.push(mark);
      else byElement.set(mark.element, [mark]);
    }
    this.start();
    for (const element of this.byElement.keys())
      if (!byElement.has(element)) {
        this.observer?.unobserve(element);
        this.near.delete(element);
      }
    for (const element of byElement.keys())
      if (!this.byElement.has(element)) this.observer?.observe(element);
    this.byElement = byElement;
    this.look();
  }

  stop(): void {
    this.observer?.disconnect();
    this.observer = null;
    this.window.clearTimeout(this.timer);
    this.timer = undefined;
    this.window.removeEventListener('scroll', this.later, true);
    this.byElement = new Map();
    this.near.clear();
    this.shown = new Set();
  }

  private start(): void {
    if (this.observer) return;
    const margin = `${MARGIN * 100}% 0px`;
    this.observer = new this.window.IntersectionObserver(
      (entries) => {
        for (const entry of entries)
          if (entry.isIntersecting) this.near.add(entry.target);
          else this.near.delete(entry.target);
        this.look();
      },
      { rootMargin: margin },
    );
    this.window.addEventListener('scroll', this.later, { capture: true, passive: true });
  }

  /** Long elements move under the window without crossing its edge. */
  private readonly later = (): void => {
    this.timer ??= this.window.setTimeout(() => {
      this.timer = undefined;
      for (const element of this.near)
        if ((this.byElement.get(element)?.length ?? 0) > LONG) {
          this.look();
          return;
        }
    }, LOOK_EVERY);
  };

  private look(): void {
    const wanted = new Set<M>();
    for (const element of this.near) {
      const marks = this.byElement.get(element) ?? [];
      for (const mark of marks.length > LONG ? this.partNear(marks) : marks) wanted.add(mark);
    }
    const come = [...wanted].filter((mark) => !this.shown.has(mark));
    const go = [...this.shown].filter((mark) => !wanted.has(mark));
    this.shown = wanted;
    if (come.length > 0 || go.length > 0) this.change(come, go);
  }

  /** The part of a long element's marks that is near the window: its lines run from top to bottom. */
  private partNear(marks: readonly M[]): readonly M[] {
    const height = this.window.innerHeight;
    const from = this.first(marks, -height * MARGIN);
    return marks.slice(from, this.first(marks, height * (1 + MARGIN), from));
  }

  private first(marks: readonly M[], below: number, from = 0): number {
    let low = from;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const mark = marks[middle];
      const top = mark ? rectsOf(mark.place)[0]?.top : undefined;
      if (top !== undefined && top < below) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
