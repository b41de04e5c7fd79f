// The shapes of a read page: blocks of text with the way back to their text nodes, and places in them.

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'cell' | 'contents' | 'reference';

/** A stretch of the page that a heading such as "References" opened; it ends at the next heading of that depth. */
export interface Zone {
  readonly kind: 'contents' | 'reference';
  readonly level: number;
}

/** A link inside a block: offsets into its text, and the absolute address. */
export interface TextLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/**
 * One run of text between block borders. Its text is the nodes' own text, unit for unit: white space in the source
 * is one space a unit, `<br>` and breaks that the reader sees are `\n`. So offsets need no table beyond `starts`.
 */
export interface TextBlock {
  readonly text: string;
  readonly kind: BlockKind;
  /** Heading depth, 1 to 6; only on headings. */
  readonly level?: number;
  readonly links?: readonly TextLink[];
  /** The nearest element that makes a block border. */
  readonly element: Element;
  readonly nodes: readonly Text[];
  /** Offset in `text` at which each node begins; negative where a long node was split over blocks. */
  readonly starts: readonly number[];
  readonly zone: Zone | null;
  /** Its number among the blocks of the page, set whenever they are read as one document. */
  order?: number;
}

/** A stretch of the page from node to node, as a StaticRange takes it. */
export interface Place {
  readonly startContainer: Text;
  readonly startOffset: number;
  readonly endContainer: Text;
  readonly endOffset: number;
}

/** What can be painted: a place, how the text speaks of it, and the element by which it is known to be near the window. */
export interface Paintable {
  readonly place: Place;
  readonly stance: 'asserted' | 'excluded' | 'other';
  readonly element: Element;
}

/** Where a stretch of a block's text (UTF-16 units) is in the page; null where the block holds no such text. */
export function placeOf(block: TextBlock, start: number, end: number): Place | null {
  const first = nodeAt(block, start);
  // The end belongs to the node of the last unit, not to the node that begins there.
  const last = nodeAt(block, Math.max(start, end - 1));
  const startContainer = block.nodes[first];
  const endContainer = block.nodes[last];
  if (!startContainer || !endContainer) return null;
  const within = (node: Text, offset: number) => Math.max(0, Math.min(offset, node.length));
  return {
    startContainer,
    startOffset: within(startContainer, start - (block.starts[first] ?? 0)),
    endContainer,
    endOffset: within(endContainer, end - (block.starts[last] ?? 0)),
  };
}

/** Index of the last node that begins at or before the offset. */
function nodeAt(block: TextBlock, offset: number): number {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The nodes of a block that a stretch of its text touches. */
export function nodesOf(block: TextBlock, start: number, end: number): readonly Text[] {
  return block.nodes.slice(nodeAt(block, start), nodeAt(block, Math.max(start, end - 1)) + 1);
}
