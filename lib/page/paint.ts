// Paints marks as CSS highlights. No element is added round text and no text node is touched.
import { groundsOf } from './ground';
import { highlightName, type MarkStyle, markStyle, STANCES } from './mark-style';
import type { TextBlock } from './model';
import { type NearMark, NearView } from './near';

/**
 * Up to so many marks all are painted; beyond, only those near the window (10,000 cost a 55 ms frame in Chromium). A mark
 * that runs over many text nodes counts as many: Firefox lays each of them out anew.
 */
const ALL_AT_ONCE = 2000;

type IsDark = (el: Element) => boolean;

export class Painter<M extends NearMark> {
  readonly #painted = new Map<M, { range: StaticRange; into: Highlight }>();
  readonly #highlights = new Map<string, Highlight>();
  readonly #roots = new Set<Document | ShadowRoot>();
  readonly #sheet: CSSStyleSheet;
  readonly #near: NearView<M>;
  #colour = '';
  #currentMark: M | null = null;

  readonly #window: Window & typeof globalThis;

  constructor(
    window: Window & typeof globalThis,
    blocksOf: (el: Element) => readonly TextBlock[] | undefined,
    style: MarkStyle = 'both',
  ) {
    this.#window = window;
    this.#sheet = new window.CSSStyleSheet();
    this.restyle(style);
    for (const stance of STANCES)
      for (const dark of [false, true]) {
        const highlight = new window.Highlight();
        highlight.priority = stance.startsWith('current') ? 1 : 0;
        this.#highlights.set(highlightName(stance, dark), highlight);
      }
    this.#near = new NearView(window, blocksOf, (come, go) => {
      for (const mark of go) this.#unpaint(mark);
      this.#paintAll(come);
    });
    this.style(window.document);
    this.check();
  }

  /** How marks look from now on. */
  restyle(style: MarkStyle): void {
    this.#sheet.replaceSync(markStyle(style));
  }

  /** Firefox does not carry the document's highlight rules into shadow roots. */
  style(root: Document | ShadowRoot): void {
    this.#roots.add(root);
    if (!root.adoptedStyleSheets.includes(this.#sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  /** Paints exactly these marks; those that were there already stay as they are. */
  show(marks: readonly M[]): void {
    const nodes = marks.reduce((sum, mark) => sum + nodesUnder(mark), 0);
    if (nodes > ALL_AT_ONCE) {
      if (!this.#near.on) for (const mark of this.#painted.keys()) this.#unpaint(mark);
      this.#near.watch(marks, nodes / marks.length);
      return;
    }
    this.#near.stop();
    const wanted = new Set(marks);
    for (const mark of this.#painted.keys()) if (!wanted.has(mark)) this.#unpaint(mark);
    this.#paintAll(wanted);
  }

  /** Shows which mark the card speaks of. */
  current(mark: M | null): void {
    this.#currentMark = mark;
    for (const dark of [false, true])
      for (const stance of ['current', 'current-excluded'] as const)
        this.#highlights.get(highlightName(stance, dark))?.clear();
    if (!mark?.place.startContainer.isConnected) return;
    const stance = mark.stance === 'excluded' ? 'current-excluded' : 'current';
    const name = highlightName(stance, isDark(mark, groundsOf(this.#window)));
    this.#highlights.get(name)?.add(new this.#window.StaticRange(mark.place));
  }

  /** Sets again what the page took away: its own `CSS.highlights.clear()` and style sheets reach ours too. */
  check(): void {
    const registry = this.#window.CSS.highlights;
    for (const [name, highlight] of this.#highlights)
      if (registry.get(name) !== highlight) registry.set(name, highlight);
    for (const root of this.#roots) {
      if (root.nodeType === 11 && !(root as ShadowRoot).host.isConnected) this.#roots.delete(root);
      else this.style(root);
    }
  }

  /** Light and dark are judged anew where the page has changed its colours. */
  regroundIfChanged(): void {
    const now = this.#pageColour();
    const before = this.#colour;
    this.#colour = now;
    if (now === before || before === '') return;
    const marks = [...this.#painted.keys()];
    for (const mark of marks) this.#unpaint(mark);
    this.#paintAll(marks);
    this.current(this.#currentMark);
  }

  remove(): void {
    this.#near.stop();
    const registry = this.#window.CSS.highlights;
    // A newer copy of ourselves may have taken the name over.
    for (const [name, highlight] of this.#highlights)
      if (registry.get(name) === highlight) registry.delete(name);
    for (const root of this.#roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#painted.clear();
    this.#roots.clear();
  }

  #pageColour(): string {
    const { body } = this.#window.document;
    return body ? this.#window.getComputedStyle(body).color : '';
  }

  #paintAll(marks: Iterable<M>): void {
    const dark = groundsOf(this.#window);
    for (const mark of marks) if (!this.#painted.has(mark)) this.#paint(mark, dark);
  }

  #paint(mark: M, dark: IsDark): void {
    const into = this.#highlights.get(highlightName(mark.stance, isDark(mark, dark)));
    if (!into) return;
    const range = new this.#window.StaticRange(mark.place);
    into.add(range);
    this.#painted.set(mark, { range, into });
  }

  #unpaint(mark: M): void {
    const was = this.#painted.get(mark);
    if (!was) return;
    was.into.delete(was.range);
    this.#painted.delete(mark);
  }
}

/** By the words' own colour or that of the text around them: a link's usual blue says nothing of its ground. */
function isDark(mark: NearMark, dark: IsDark): boolean {
  const { parentElement } = mark.place.startContainer;
  if (parentElement !== null && dark(parentElement)) return true;
  return parentElement !== mark.element && dark(mark.element);
}

/** How many text nodes a mark runs over, about, and at least one: told by how many its block has. */
function nodesUnder({ start, end, block }: NearMark): number {
  return Math.max(1, ((end - start) * block.nodes.length) / block.text.length);
}
