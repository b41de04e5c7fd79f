// Reads a page: walks the DOM and gives its blocks of text in document order. The only reader of host pages.
import { type Around, aroundRoot, inherit } from './around';
import type { Look } from './look';
import { markupLook } from './markup-look';
import type { BlockKind, TextBlock, Zone } from './model';
import { LONGEST_BLOCK, Run } from './run';
import { isLeftAlone, SKIPPED, SPECIAL, zoneAfter } from './tags';

export type Root = Document | Element | ShadowRoot;

export interface WalkOptions {
  readonly look: Look;
  /** Our own host element, never read. */
  readonly isOurs?: (el: Element) => boolean;
  /** Told of each element that makes a block border; false leaves its inside as it was read before. */
  readonly enter?: (el: Element) => boolean;
  /** Told of each element whose own text was left out because it is hidden. */
  readonly onHidden?: (el: Element) => void;
  /** Told of each open shadow root that is read. */
  readonly onShadow?: (root: ShadowRoot) => void;
  /** The zone in which the walk begins. */
  readonly zone?: Zone | null;
  /** Where inside the root the walk begins; it goes on to the root's end. */
  readonly from?: Element | undefined;
}

/** Nodes between two offers to stop, where no block was found meanwhile. */
const NODES_A_PAUSE = 300;

/** All blocks of a document or of a part of it. Without `isHidden`, hidden is what the markup says. */
export function collectBlocks(
  root: Root,
  options: { readonly isHidden?: (el: Element) => boolean } = {},
): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const block of walkBlocks(root, { look: markupLook(options.isHidden) }))
    if (block) blocks.push(block);
  return blocks;
}

/**
 * Gives the blocks under a root one by one, in document order; null now and then, so that the caller can rest.
 * Returns false where the page changed under the walk between two steps: what is missing has to be read again.
 */
export function walkBlocks(
  root: Root,
  options: WalkOptions,
): Generator<TextBlock | null, boolean, undefined> {
  return new Walk(options).under(root, options.from);
}

class Walk {
  readonly #run = new Run();
  readonly #ready: TextBlock[] = [];
  #stack: Around[] = [];
  #special = new Set<Element>();
  #zone: Zone | null;
  /** The element around the text that is read, and whether its own text is hidden; null where not known. */
  #parent: Element | null = null;
  #hidden: boolean | null = null;

  readonly #options: WalkOptions;

  constructor(options: WalkOptions) {
    this.#options = options;
    this.#zone = options.zone ?? null;
  }

  *under(root: Root, from?: Element): Generator<TextBlock | null, boolean, undefined> {
    const stack = this.#stack;
    const special = this.#special;
    this.#special = new Set(root.querySelectorAll(SPECIAL));
    this.#stack = aroundRoot(from ?? root);
    let node: Node | null = from ?? root.firstChild;
    if (root.nodeType === 1) {
      node = root;
      if ((root as Element).matches(SPECIAL)) this.#special.add(root as Element);
    }
    let whole = true;
    for (let steps = 1; node && whole; steps++) {
      let inside = false;
      if (node.nodeType === 3) this.#text(node as Text);
      else if (node.nodeType === 1) {
        inside = this.#enter(node as Element);
        const shadow: ShadowRoot | null = inside ? (node as Element).shadowRoot : null;
        if (shadow) whole = yield* this.#shadow(shadow);
      }
      const next: Node | null = this.#next(node, inside, root);
      if (this.#ready.length > 0 || steps % NODES_A_PAUSE === 0) {
        for (const block of this.#ready) yield block;
        if (this.#ready.length === 0) yield null;
        this.#ready.length = 0;
        this.#setParent(null);
        whole &&= next === null || this.#stillAt(next);
      }
      node = next;
    }
    if (whole) this.#flush();
    yield* this.#ready.splice(0);
    this.#stack = stack;
    this.#special = special;
    return whole;
  }

  /** The node after this one, leaving on the way the elements that end here. */
  #next(node: Node, inside: boolean, root: Root): Node | null {
    if (inside) {
      const child = node.firstChild;
      if (child) {
        this.#setParent(node as Element);
        return child;
      }
      this.#leave(node as Element);
    }
    for (let at = node; at !== root; ) {
      const sibling = at.nextSibling;
      if (sibling) return sibling;
      const parent = at.parentNode;
      if (!parent) return null;
      at = parent;
      this.#setParent(null);
      if (at.nodeType === 1) this.#leave(at as Element);
    }
    return null;
  }

  #setParent(el: Element | null): void {
    this.#parent = el;
    this.#hidden = null;
  }

  *#shadow(root: ShadowRoot): Generator<TextBlock | null, boolean, undefined> {
    this.#flush();
    yield* this.#ready.splice(0);
    this.#options.onShadow?.(root);
    this.#setParent(null);
    const whole = yield* this.under(root);
    this.#setParent(null);
    return whole;
  }

  /** Is the place where the walk goes on still inside what it believes to be inside? */
  #stillAt(node: Node): boolean {
    const around = this.#stack[this.#stack.length - 1]?.element;
    return node.isConnected && (!around || around.contains(node) || around.shadowRoot !== null);
  }

  /** Text that the reader sees joins the run; its white space is one space a unit. */
  #text(node: Text): void {
    const data = node.data;
    const spaced = /[\t\n\r\f]/.test(data);
    if (!/\S/.test(data)) {
      if (this.#run.empty || data === '') return;
      this.#run.add(node, spaced ? data.replace(/[\t\n\r\f]/g, ' ') : data);
      return;
    }
    this.#parent ??= node.parentElement;
    const parent = this.#parent;
    // Asked once for all text of an element: some pages have thousands of text nodes in one.
    this.#hidden ??= parent !== null && this.#options.look.hidden(parent);
    if (this.#hidden) {
      if (parent) this.#options.onHidden?.(parent);
      return;
    }
    if (!spaced) this.#run.add(node, data);
    else if (parent && this.#options.look.keepsLines(parent))
      this.#run.add(node, data.replace(/\r/g, '\n').replace(/[\t\f]/g, ' '));
    else this.#run.add(node, data.replace(/[\t\n\r\f]/g, ' '));
  }

  /** Is the element's inside to be read? */
  #enter(el: Element): boolean {
    const name = el.nodeName;
    if (name === 'BR') {
      this.#run.lineBreak();
      if (this.#run.length > LONGEST_BLOCK / 2) this.#flush();
      return false;
    }
    if (SKIPPED.has(name) || this.#options.isOurs?.(el)) return false;
    const special = this.#special.has(el);
    if (special && isLeftAlone(el)) return false;
    const display = this.#options.look.display(el);
    if (display === 'none') {
      this.#options.onHidden?.(el);
      return false;
    }
    if (display === 'border') {
      this.#flush();
      if (this.#options.enter && !this.#options.enter(el)) return false;
      this.#stack.push(inherit(el, this.#stack[this.#stack.length - 1], special));
    } else if (name === 'A') this.#run.openLink(el as HTMLAnchorElement);
    return true;
  }

  #leave(el: Element): void {
    if (this.#stack[this.#stack.length - 1]?.element === el) {
      this.#flush();
      this.#stack.pop();
    } else if (el.nodeName === 'A') this.#run.closeLink(el);
  }

  /** Ends the run that was being read. */
  #flush(): void {
    if (this.#run.empty) return;
    const around = this.#stack[this.#stack.length - 1];
    if (!around) {
      this.#run.clear();
      return;
    }
    const { element, level, fixed } = around;
    const heading = around.kind === 'heading';
    if (heading && this.#zone && level <= this.#zone.level) this.#zone = null;
    const kind = fixed ?? (heading ? 'heading' : this.#zoned(around.kind));
    this.#run.take(
      { element, kind, ...(kind === 'heading' ? { level } : {}), zone: this.#zone },
      this.#ready,
    );
    if (kind === 'heading') this.#zone = zoneAfter(this.#run.lastText, level) ?? this.#zone;
  }

  /** Under "Contents" only the list is contents; the first real paragraph ends it. */
  #zoned(kind: BlockKind): BlockKind {
    if (this.#zone?.kind === 'contents' && kind === 'paragraph' && this.#run.length > 120)
      this.#zone = null;
    return this.#zone?.kind ?? kind;
  }
}
