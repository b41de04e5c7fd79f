// The run of text that a walk is gathering between two block borders.
import type { TextBlock, TextLink } from './model';

/** Longest block, in UTF-16 units: a page-long run is cut at a line or sentence end, so that no step takes long. */
export const LONGEST_BLOCK = 20_000;

const LETTER = /\p{L}/u;
const NO_ADDRESS = /^\s*(#|javascript:|mailto:|tel:|data:|$)/i;

type Frame = Pick<TextBlock, 'element' | 'kind' | 'zone' | 'level'>;

export class Run {
  #parts: string[] = [];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #links: TextLink[] = [];
  #open: { el: Element; href: string; start: number }[] = [];
  /** UTF-16 units so far. */
  length = 0;
  /** Text of the block that was taken last. */
  lastText = '';

  get empty(): boolean {
    return this.#nodes.length === 0;
  }

  add(node: Text, text: string): void {
    this.#nodes.push(node);
    this.#starts.push(this.length);
    this.#parts.push(text);
    this.length += text.length;
  }

  lineBreak(): void {
    if (this.empty) return;
    this.#parts.push('\n');
    this.length += 1;
  }

  openLink(el: HTMLAnchorElement): void {
    const said = el.getAttribute('href');
    if (said === null || NO_ADDRESS.test(said)) return;
    this.#open.push({ el, href: el.href, start: this.length });
  }

  closeLink(el: Element): void {
    if (this.#open[this.#open.length - 1]?.el !== el) return;
    const link = this.#open.pop();
    if (link && this.length > link.start)
      this.#links.push({ start: link.start, end: this.length, href: link.href });
  }

  clear(): void {
    this.#parts = [];
    this.#nodes = [];
    this.#starts = [];
    this.#links = [];
    this.length = 0;
    // A link round several blocks goes on in the next one.
    for (const link of this.#open) link.start = 0;
  }

  /** Ends the run and adds it to `out` as blocks; none where it holds no letter. */
  take(frame: Frame, out: TextBlock[]): void {
    for (const link of this.#open)
      if (this.length > link.start)
        this.#links.push({ start: link.start, end: this.length, href: link.href });
    const text = this.#parts.length === 1 ? (this.#parts[0] ?? '') : this.#parts.join('');
    // Copies take the room they need; lists that were pushed to keep room for sixteen more.
    const nodes = this.#nodes.slice();
    const starts = this.#starts.slice();
    const links = this.#links;
    this.clear();
    this.lastText = text;
    if (!LETTER.test(text)) return;
    if (text.length <= LONGEST_BLOCK) {
      out.push({ ...frame, text, nodes, starts, ...(links.length > 0 ? { links } : {}) });
      return;
    }
    let first = 0;
    for (let from = 0; from < text.length; ) {
      const to = cutAt(text, from);
      while ((starts[first + 1] ?? text.length) <= from) first += 1;
      let after = first + 1;
      while ((starts[after] ?? text.length) < to) after += 1;
      const part = {
        text: text.slice(from, to),
        nodes: nodes.slice(first, after),
        starts: starts.slice(first, after).map((start) => start - from),
      };
      if (LETTER.test(part.text)) out.push({ ...frame, ...part });
      from = to;
    }
  }
}

/** Where to cut a long text: after the last line break, sentence end or space in reach. */
function cutAt(text: string, from: number): number {
  const limit = from + LONGEST_BLOCK;
  if (limit >= text.length) return text.length;
  const least = from + LONGEST_BLOCK / 2;
  for (const stop of ['\n', '. ', ' ']) {
    const at = text.lastIndexOf(stop, limit - stop.length);
    if (at > least) return at + stop.length;
  }
  return limit;
}
