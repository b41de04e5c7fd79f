// Document order of blocks, over the borders of open shadow roots.
import type { TextBlock } from './model';

/** Does `a` stand before `b`? A shadow tree stands where its host begins. */
export function isBefore(a: Node, b: Node): boolean {
  if (a === b) return false;
  let position = a.compareDocumentPosition(b);
  if (position & Node.DOCUMENT_POSITION_DISCONNECTED) {
    const [outerA, outerB] = inSameTree(a, b);
    if (outerA === outerB) return depth(a) > depth(b);
    position = outerA.compareDocumentPosition(outerB);
    // The host's own subtree comes after its shadow tree.
    if (position & Node.DOCUMENT_POSITION_CONTAINED_BY) return outerA !== a;
    if (position & Node.DOCUMENT_POSITION_CONTAINS) return outerB === b;
  }
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function chain(node: Node): Node[] {
  const hosts: Node[] = [node];
  for (let root = node.getRootNode(); root.nodeType === 11; ) {
    const host = (root as ShadowRoot).host;
    if (!host) break;
    hosts.push(host);
    root = host.getRootNode();
  }
  return hosts;
}

function depth(node: Node): number {
  return chain(node).length;
}

function inSameTree(a: Node, b: Node): [Node, Node] {
  const ofB = new Map(chain(b).map((node) => [node.getRootNode(), node] as const));
  for (const node of chain(a)) {
    const other = ofB.get(node.getRootNode());
    if (other) return [node, other];
  }
  return [a, b];
}

/** Index at which a node belongs among blocks in document order. */
export function indexFor(blocks: readonly TextBlock[], node: Node): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = blocks[middle]?.nodes[0];
    if (at && isBefore(at, node)) low = middle + 1;
    else high = middle;
  }
  return low;
}
