// Reads the structure tree of a tagged PDF: which block each piece of marked content belongs to, and what that block is.
import type { TreeContent, TreeNode } from './content';

/** A block that the tags name. Two pieces belong together where they have the same one. */
export interface Tag {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'cell' | 'contents' | 'reference';
  /** Heading depth, 1 to 6; 0 on everything else. */
  readonly level: number;
  /** Where a cell stands, each counted from 0; −1 on everything else. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Roles that stand inside a line (ISO 32000-2, 14.8.4.7), and wrappers that change nothing. */
const INLINE = new Set(
  'Span Quote Reference BibEntry Code Link Annot Em Strong Sub Ruby RB RT RP Warichu WT WP NonStruct Private Formula Lbl'.split(
    ' ',
  ),
);

const PLAIN: Tag = { kind: 'paragraph', level: 0, table: -1, row: -1, column: -1 };

/** A tree deeper than this is broken or hostile. */
const DEEPEST = 200;

/** Marked content id → its block; empty where the page is not tagged. */
export function readTags(tree: TreeNode | null): ReadonlyMap<string, Tag> {
  const tags = new Map<string, Tag>();
  let table = -1;
  let row = -1;
  const walk = (node: TreeNode, frame: Tag, block: Tag | null, depth: number): void => {
    if (depth > DEEPEST) return;
    const { role } = node;
    let inside = frameOf(role, frame);
    if (role === 'Table' && frame.kind !== 'cell') {
      table += 1;
      row = -1;
    } else if (role === 'TR' && frame.kind !== 'cell') row += 1;
    // A wrapper inside a block adds to it; the body of an item shares the line of its label.
    let own = INLINE.has(role) || role === 'LBody' ? block : null;
    let column = -1;
    for (const child of node.children) {
      if (!isNode(child)) {
        if (!child.id) continue;
        own ??= { ...inside };
        tags.set(child.id, own);
        continue;
      }
      if (role === 'TR' && inside.kind !== 'cell') {
        column += 1;
        inside = { ...inside, table, row, column };
      }
      if (INLINE.has(child.role) || role === 'LI') own ??= { ...inside };
      walk(child, inside, own, depth + 1);
    }
  };
  if (tree) walk(tree, PLAIN, null, 0);
  return tags;
}

function isNode(child: TreeNode | TreeContent): child is TreeNode {
  return 'children' in child;
}

/** What an element makes of the text in it. A cell stays a cell whatever stands in it. */
function frameOf(role: string, frame: Tag): Tag {
  if (frame.kind === 'cell') return frame;
  if (role === 'TD' || role === 'TH') return { ...frame, kind: 'cell' };
  const heading = /^H([1-6])?$/.exec(role);
  if (heading) return { ...PLAIN, kind: 'heading', level: Number(heading[1] ?? 2) };
  if (role === 'Title') return { ...PLAIN, kind: 'heading', level: 1 };
  if (role === 'TOC' || role === 'TOCI') return { ...PLAIN, kind: 'contents' };
  if (role === 'Note' || role === 'FENote') return { ...PLAIN, kind: 'reference' };
  if (role === 'LI' && frame.kind === 'paragraph') return { ...PLAIN, kind: 'list-item' };
  return frame;
}
