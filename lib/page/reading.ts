// The page as read so far: its blocks in document order, kept true while the page changes by reading only what changed.
import type { Changes } from './changes';
import { walkBlocks } from './collect';
import type { Look } from './look';
import type { TextBlock, Zone } from './model';
import { indexFor, isBefore } from './order';
import { elementAround } from './parent';
import { isLeftAlone, SPECIAL, zoneAfter } from './tags';

export interface Refreshed {
  readonly added: readonly TextBlock[];
  readonly dropped: readonly TextBlock[];
}

interface Options {
  readonly look: Look;
  readonly isOurs: (el: Node) => boolean;
  /** Told of each open shadow root when it is first read. */
  readonly onShadow: (root: ShadowRoot) => void;
  /** Reading stops after so many UTF-16 units. */
  readonly cap: number;
}

export class PageText {
  blocks: TextBlock[] = [];
  /** The page held more text than the cap. */
  cut = false;
  #own = new Map<Element, TextBlock[]>();
  /** Blocks that were read before; reading the page takes them over where it comes to the same. */
  readonly #ahead = new Map<Element, TextBlock[]>();
  /** Elements that make block borders. Not a WeakSet: with hundreds of thousands of entries those slow down every collection of garbage. */
  #borders = new Set<Element>();
  #hidden = new Set<Element>();
  /** UTF-16 units read so far. */
  units = 0;

  readonly #doc: Document;
  readonly #options: Options;

  constructor(doc: Document, options: Options) {
    this.#doc = doc;
    this.#options = options;
  }

  /**
   * Reads the whole page; gives control back after each block. Returns false where the page changed meanwhile.
   * Blocks that come out as they were stay the same objects; `settle` then gives the others.
   */
  *readAll(): Generator<void, boolean, undefined> {
    for (const [el, blocks] of this.#own) this.#ahead.set(el, blocks);
    this.blocks = [];
    this.#own = new Map();
    this.#borders = new Set();
    this.#hidden = new Set();
    this.units = 0;
    this.cut = false;
    const walk = this.#walk(this.#doc, null, (el) => {
      this.#borders.add(el);
      return true;
    });
    for (let step = walk.next(); ; step = walk.next()) {
      if (step.done) return step.value;
      const block = step.value;
      if (block && !this.#keep(sameAs(block, this.#ahead.get(block.element)) ?? block)) return true;
      yield;
    }
  }

  /** Reads on from an element, up to so many units, ahead of the rest of a long page. */
  *readAhead(el: Element, units: number): Generator<void, TextBlock[], undefined> {
    let from = el;
    for (let at: Element | null = el; at; at = at.parentElement?.closest(SPECIAL) ?? null)
      if (at.matches(SPECIAL) && isLeftAlone(at)) from = at;
    const blocks: TextBlock[] = [];
    let read = 0;
    for (const block of this.#walk(this.#doc, null, () => true, from)) {
      if (block) {
        blocks.push(block);
        read += block.text.length;
      }
      if (read >= units) break;
      yield;
    }
    for (const block of blocks) {
      const others = this.#ahead.get(block.element);
      if (others) others.push(block);
      else this.#ahead.set(block.element, [block]);
    }
    return blocks;
  }

  /** Ends the reading of a page: gives the blocks of before that it did not take over. */
  settle(): TextBlock[] {
    const ahead = [...this.#ahead.values()].flat();
    this.#ahead.clear();
    return ahead.filter((block) => !this.#own.get(block.element)?.includes(block));
  }

  /** The blocks whose text stands in this element itself. */
  blocksOf(el: Element): readonly TextBlock[] | undefined {
    return this.#own.get(el);
  }

  /** Elements whose text was hidden and is now seen, or the other way round for blocks that carry marks. */
  *lookAgain(marked: Iterable<TextBlock>, into: Changes): Generator<void, void, undefined> {
    const { look } = this.#options;
    for (const el of [...this.#hidden]) {
      yield;
      if (el.isConnected && (look.display(el) === 'none' || look.hidden(el))) continue;
      this.#hidden.delete(el);
      if (el.isConnected) into.elements.add(el);
    }
    for (const block of marked) {
      yield;
      if (block.nodes.some((node) => node.parentElement && look.hidden(node.parentElement)))
        into.texts.add(block.element);
    }
  }

  /**
   * Reads again what changed, giving control back after each block. Blocks that came out as they were stay the same
   * objects. What changed once more under the reading goes into `again`.
   */
  *refresh(changes: Changes, again: Changes): Generator<void, Refreshed, undefined> {
    const before = new Set(this.blocks);
    const roots: Element[] = [];
    const touched = new Set<Element>();
    for (const el of changes.texts) this.#touch(el, touched);
    for (const el of changes.elements) this.#sort(el, changes.elements, roots, touched);
    const gone = new Set<TextBlock>();
    for (const root of roots)
      if (this.#borders.has(root))
        for (const block of this.blocks) if (root.contains(block.element)) gone.add(block);
    this.blocks = this.blocks.filter((block) => {
      if (!gone.has(block) && block.element.isConnected) return true;
      this.#own.delete(block.element);
      this.units -= block.text.length;
      return false;
    });
    for (const root of roots)
      if (!(yield* this.#readUnder(root, () => true))) again.elements.add(root);
    for (const el of touched) {
      if (!el.isConnected || roots.some((root) => root.contains(el))) continue;
      const outer = (inner: Element) => inner === el || !this.#borders.has(inner);
      if (!(yield* this.#readUnder(el, outer))) again.texts.add(el);
    }
    if (changes.removed) this.#prune();
    const after = new Set(this.blocks);
    const added = this.blocks.filter((block) => !before.has(block));
    const dropped = [...before].filter((block) => !after.has(block));
    // A heading such as "References" says what all that follows is.
    if ([...added, ...dropped].some(opensZone)) again.huge = true;
    return { added, dropped };
  }

  /** Lets go of elements that left the page. */
  #prune(): void {
    for (const set of [this.#borders, this.#hidden])
      for (const el of set) if (!el.isConnected) set.delete(el);
  }

  #keep(block: TextBlock, at = this.blocks.length): boolean {
    this.units += block.text.length;
    if (this.units > this.#options.cap) {
      this.cut = true;
      return false;
    }
    if (at === this.blocks.length) this.blocks.push(block);
    else this.blocks.splice(at, 0, block);
    const own = this.#own.get(block.element);
    if (own) own.push(block);
    else this.#own.set(block.element, [block]);
    return true;
  }

  #walk(
    root: Document | Element,
    zone: Zone | null,
    enter: (el: Element) => boolean,
    from?: Element,
  ) {
    return walkBlocks(root, {
      look: this.#options.look,
      isOurs: this.#options.isOurs,
      onShadow: this.#options.onShadow,
      onHidden: (el) => this.#hidden.add(el),
      enter,
      zone,
      from,
    });
  }

  /** Marks the nearest border element, whose own runs the text belongs to. */
  #touch(el: Element, touched: Set<Element>): void {
    let at: Element | null = el;
    while (at && !this.#borders.has(at)) at = elementAround(at);
    if (at?.isConnected) touched.add(at);
  }

  /** A new block is read by itself; anything else changes the runs of the block around it. */
  #sort(el: Element, all: ReadonlySet<Element>, roots: Element[], touched: Set<Element>) {
    if (!el.isConnected) return;
    for (let at = elementAround(el); at; at = elementAround(at)) if (all.has(at)) return;
    const parent = elementAround(el);
    const border = this.#options.look.display(el) === 'border';
    if (border) roots.push(el);
    if (!parent) return;
    // Text on both sides of a new block was one run before.
    if (!border || this.#own.has(parent)) this.#touch(parent, touched);
  }

  /** Reads under a root and puts the blocks in place of those that were there; false where the page changed meanwhile. */
  *#readUnder(root: Element, into: (el: Element) => boolean): Generator<void, boolean, undefined> {
    const entered = new Set<Element>();
    const enter = (el: Element): boolean => {
      if (!into(el)) return false;
      entered.add(el);
      return true;
    };
    const read: TextBlock[] = [];
    const walk = this.#walk(root, this.#zoneAt(root), enter);
    let step = walk.next();
    for (; !step.done; step = walk.next()) {
      if (step.value) read.push(step.value);
      yield;
    }
    const fresh = read.map((block) => sameAs(block, this.#own.get(block.element)) ?? block);
    let stale = false;
    for (const el of entered) {
      this.#borders.add(el);
      stale = this.#own.delete(el) || stale;
    }
    if (stale)
      this.blocks = this.blocks.filter((block) => {
        if (!entered.has(block.element)) return true;
        this.units -= block.text.length;
        return false;
      });
    this.#insert(fresh);
    return step.value;
  }

  /** Puts blocks, in document order among themselves, where they belong. */
  #insert(fresh: readonly TextBlock[]): void {
    let last = -1;
    for (const block of fresh) {
      const node = block.nodes[0];
      if (!node) continue;
      const next = this.blocks[last + 1]?.nodes[0];
      const follows = last >= 0 && (!next || next === node || isBefore(node, next));
      last = follows ? last + 1 : indexFor(this.blocks, node);
      if (!this.#keep(block, last)) return;
    }
  }

  #zoneAt(root: Element): Zone | null {
    const own = this.#own.get(root)?.[0];
    if (own) return own.zone;
    const before = this.blocks[indexFor(this.blocks, root) - 1];
    if (!before) return null;
    return opensZone(before) ?? before.zone;
  }
}

function opensZone(block: TextBlock): Zone | null {
  return block.kind === 'heading' ? zoneAfter(block.text, block.level ?? 2) : null;
}

/** The old block that says the same by the same nodes. */
function sameAs(block: TextBlock, old: readonly TextBlock[] | undefined): TextBlock | undefined {
  return old?.find(
    (other) =>
      other.text === block.text &&
      other.kind === block.kind &&
      other.nodes.length === block.nodes.length &&
      other.nodes.every((node, i) => node === block.nodes[i]),
  );
}
