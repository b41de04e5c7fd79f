// Gathers what a page did to itself since it was last read; cheap, since it runs inside the page's own changes.
import { elementAround } from './parent';
import { SKIPPED } from './tags';

/** More nodes than this changed at once: reading the page anew costs less than following them. */
const HUGE = 1500;

export class Changes {
  /** Parents of text that changed, came or went. */
  readonly texts = new Set<Element>();
  /** Elements that came, or that may now be seen otherwise than before. */
  readonly elements = new Set<Element>();
  /** Something was taken out. */
  removed = false;
  /** Something changed that can show or hide text. */
  looks = false;
  /** Too much changed to follow. */
  huge = false;

  readonly #isOurs: (node: Node) => boolean;

  constructor(isOurs: (node: Node) => boolean) {
    this.#isOurs = isOurs;
  }

  get any(): boolean {
    return this.huge || this.removed || this.texts.size > 0 || this.elements.size > 0;
  }

  note(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (this.huge) return;
      if (!this.#isOurs(record.target)) this.#one(record);
    }
  }

  #one(record: MutationRecord): void {
    const { target } = record;
    if (record.type === 'attributes') {
      if (record.attributeName === 'contenteditable') this.#add(this.elements, target as Element);
      else this.looks = true;
      return;
    }
    const parent = target.nodeType === 1 ? (target as Element) : elementAround(target);
    if (!parent || SKIPPED.has(parent.nodeName)) return;
    if (record.type === 'characterData') {
      this.#add(this.texts, parent);
      return;
    }
    for (const node of record.addedNodes) {
      if (this.#isOurs(node)) continue;
      if (node.nodeType === 1) {
        if (!SKIPPED.has(node.nodeName)) this.#add(this.elements, node as Element);
      } else if (node.nodeType === 3) this.#add(this.texts, parent);
    }
    for (const node of record.removedNodes) {
      if (this.#isOurs(node) || SKIPPED.has(node.nodeName)) continue;
      if (node.nodeType === 1 || node.nodeType === 3) {
        this.removed = true;
        this.#add(this.texts, parent);
      }
    }
  }

  #add(set: Set<Element>, el: Element): void {
    if (this.huge) return;
    set.add(el);
    if (set.size <= HUGE) return;
    this.huge = true;
    this.texts.clear();
    this.elements.clear();
  }
}
