// The way up a page, over the borders of open shadow roots.

/** The element that holds a text node, or the host of the shadow root that does. */
export function elementAround(node: Node): Element | null {
  const parent = node.parentNode;
  if (!parent) return node.nodeType === 11 ? ((node as ShadowRoot).host ?? null) : null;
  if (parent.nodeType === 1) return parent as Element;
  return parent.nodeType === 11 ? ((parent as ShadowRoot).host ?? null) : null;
}
