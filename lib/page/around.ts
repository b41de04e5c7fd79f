// What a block inherits from the elements around it: its kind, its heading depth, and whether it is contents or references.
import type { BlockKind, Zone } from './model';
import { HOLDERS, headingLevel, kindOf, zoneOfNames, zoneOfRole } from './tags';

export interface Around {
  readonly element: Element;
  readonly kind: BlockKind;
  readonly level: number;
  /** Set by an element that holds contents or references, for all that is inside. */
  readonly fixed: Zone['kind'] | null;
}

/** `special`: the element may say more by its role. */
export function inherit(el: Element, outer: Around | undefined, special: boolean): Around {
  const name = el.nodeName;
  const fixed =
    outer?.fixed ??
    (special ? zoneOfRole(el) : null) ??
    (HOLDERS.has(name) ? zoneOfNames(el) : null);
  const heading = special || name.length === 2 ? headingLevel(el) : 0;
  if (heading > 0) return { element: el, kind: 'heading', level: heading, fixed };
  const kind = kindOf(el) ?? outer?.kind ?? 'paragraph';
  return { element: el, kind, level: kind === 'heading' ? (outer?.level ?? 2) : 0, fixed };
}

/** The elements around a root, as if the walk had come down through them. */
export function aroundRoot(root: Document | Element | ShadowRoot): Around[] {
  const above: Element[] = [];
  for (let at = outside(root); at; at = outside(at)) above.push(at);
  const stack: Around[] = [];
  for (const el of above.reverse()) stack.push(inherit(el, stack[stack.length - 1], true));
  return stack;
}

function outside(node: Node): Element | null {
  if (node.nodeType === 11) return (node as ShadowRoot).host ?? null;
  const parent = node.parentNode;
  if (!parent || parent.nodeType === 9) return null;
  return parent.nodeType === 11 ? ((parent as ShadowRoot).host ?? null) : (parent as Element);
}
