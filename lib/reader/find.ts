// Finding words in the open file, whatever its kind: over line ends and hyphens, on pages that were never drawn.
import { collectBlocks } from '../page/collect';
import { rectsOf } from '../page/geometry';
import { type Place, placeOf, type TextBlock } from '../page/model';
import type { Found } from './model';

/** Places beyond this are counted, but not gone to nor painted. */
const MOST = 5000;
/** Shorter than this nothing is looked for: one letter is found everywhere. */
const SHORTEST = 2;

/** A block's text made plain, with the place in the block of each unit of it. */
interface Plain {
  readonly block: TextBlock;
  readonly text: string;
  readonly at: Uint32Array;
}

/** Lower case, one space for any white space, no soft hyphens, curly quotes straight. */
function plain(block: TextBlock): Plain {
  const at = new Uint32Array(block.text.length + 1);
  let text = '';
  for (let i = 0; i < block.text.length; i++) {
    const unit = block.text.charAt(i);
    if (unit === '\u00ad') continue;
    const said = /\s/.test(unit) ? ' ' : straight(unit.toLowerCase());
    if (said === ' ' && text.endsWith(' ')) continue;
    // A lower case that is longer than its capital would shift all that follows.
    at[text.length] = i;
    text += said.charAt(0);
  }
  at[text.length] = block.text.length;
  return { block, text, at };
}

const straight = (unit: string): string =>
  unit === '‘' || unit === '’' ? "'" : unit === '“' || unit === '”' ? '"' : unit;

export class Finder {
  #blocks: readonly Plain[] | null = null;
  #places: Place[] = [];
  #count = 0;
  #at = 0;
  #words = '';
  readonly #all = new Highlight();
  readonly #one = new Highlight();

  readonly #root: Element;

  constructor(root: Element) {
    this.#root = root;
    this.#one.priority = 2;
    CSS.highlights.set('reader-found', this.#all);
    CSS.highlights.set('reader-found-here', this.#one);
  }

  /** Text has come since: it is looked through with the next look. */
  forget(): void {
    this.#blocks = null;
  }

  /** Null where nothing is being looked for. */
  state(more: boolean): Found | null {
    if (this.#words.length < SHORTEST) return null;
    return { words: this.#words, count: this.#count, at: this.#at, more };
  }

  /** Looks for words; those nearest below the top of the window are the first to be gone to. */
  find(words: string): void {
    this.#words = words.trim();
    this.#at = 0;
    this.#look();
  }

  /** Looks again, as text has come. */
  again(): void {
    if (this.#words.length < SHORTEST) return;
    this.#look();
  }

  /** Goes to the next place or the one before. */
  next(backwards: boolean): void {
    const of = this.#places.length;
    if (of === 0) return;
    if (this.#at === 0) this.#at = this.#fromHere(backwards);
    else this.#at = ((this.#at - 1 + (backwards ? of - 1 : 1)) % of) + 1;
    const place = this.#places[this.#at - 1];
    if (!place) return;
    this.#one.clear();
    this.#one.add(new StaticRange(place));
    const parent = place.startContainer.parentElement;
    parent?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }

  clear(): void {
    this.#words = '';
    this.#blocks = null;
    this.#look();
  }

  #look(): void {
    this.#places = [];
    this.#count = 0;
    this.#all.clear();
    this.#one.clear();
    const wanted = plain({ text: this.#words } as TextBlock).text;
    if (wanted.length < SHORTEST) return;
    this.#blocks ??= collectBlocks(this.#root).map(plain);
    for (const { block, text, at } of this.#blocks)
      for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + wanted.length)) {
        this.#count++;
        if (this.#places.length >= MOST) continue;
        const last = at[i + wanted.length - 1] ?? 0;
        const place = placeOf(block, at[i] ?? 0, last + 1);
        if (!place) continue;
        this.#places.push(place);
        this.#all.add(new StaticRange(place));
      }
    const place = this.#places[this.#at - 1];
    if (place) this.#one.add(new StaticRange(place));
  }

  /** Number of the first place in or below the window, or of the last one above its end. */
  #fromHere(backwards: boolean): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const place = this.#places[middle];
      const rect = place && rectsOf(place)[0];
      if (rect && rect.bottom < 60) low = middle + 1;
      else high = middle;
    }
    if (backwards) return low === 0 ? this.#places.length : low;
    return low >= this.#places.length ? 1 : low + 1;
  }
}
