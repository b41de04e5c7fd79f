// Which labelled documents are kept aside: a third, by document, the same third on every machine.

/** FNV-1a, 32 bits, over UTF-16 code units. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * True for the third that is looked at last.
 * @param key the document's group of near-copies where one is known, otherwise its id, so that near-copies never
 *   stand on both sides of the split.
 */
export function keptAside(key: string): boolean {
  return fnv1a(key) % 3 === 0;
}
