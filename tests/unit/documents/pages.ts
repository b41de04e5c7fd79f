// Pages as pdf.js would give them, written by hand: each run of glyphs with its place, so that a test can be read.

import { type PageText, textOf } from '../../../lib/documents/model';
import type {
  MarkedContent,
  PageContent,
  TextItem,
  TreeNode,
} from '../../../lib/documents/pdf/content';
import { PageFlow } from '../../../lib/documents/pdf/flow';

const WIDTH = 600;
const HEIGHT = 800;
/** Width of a letter as a share of the size, in these made-up fonts. */
const LETTER = 0.5;

export interface Run {
  readonly text: string;
  /** From the left, and of the baseline from the top. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: string;
  /** Degrees counter-clockwise, as PDF turns. */
  readonly turned?: number;
  readonly width?: number;
  /** Marked content to which it belongs: an id of the tree, or 'Artifact'. */
  readonly mark?: string;
}

export function run(text: string, x: number, y: number, more: Partial<Run> = {}): Run {
  return { text, x, y, ...more };
}

/** Lines under each other from a place, 12 apart. */
export function lines(
  texts: readonly string[],
  x: number,
  y: number,
  more: Partial<Run> = {},
): Run[] {
  return texts.map((text, i) => run(text, x, y + i * 12, more));
}

export function page(
  number: number,
  runs: readonly Run[],
  tree: TreeNode | null = null,
): PageContent {
  const items = runs.flatMap((one): (TextItem | MarkedContent)[] => {
    const item = itemOf(one);
    if (one.mark === undefined) return [item];
    const begin =
      one.mark === 'Artifact'
        ? { type: 'beginMarkedContent', tag: 'Artifact' }
        : { type: 'beginMarkedContentProps', tag: 'P', id: one.mark };
    return [begin, item, { type: 'endMarkedContent' }];
  });
  const style = { ascent: 0.8, descent: -0.2, vertical: false, fontFamily: 'serif' };
  const fonts = new Set(runs.map(({ font = 'body' }) => font));
  return {
    number,
    viewport: { width: WIDTH, height: HEIGHT, rotation: 0, transform: [1, 0, 0, -1, 0, HEIGHT] },
    items,
    styles: Object.fromEntries([...fonts].map((font) => [font, style])),
    tree,
  };
}

function itemOf({ text, x, y, size = 10, font = 'body', turned = 0, width }: Run): TextItem {
  const angle = (turned * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * size, Math.sin(angle) * size];
  return {
    str: text,
    dir: 'ltr',
    transform: [cos, sin, -sin, cos, x, HEIGHT - y],
    width: width ?? text.length * size * LETTER,
    fontName: font,
  };
}

/** The text of pages through the whole of text building. */
export function read(...pages: readonly PageContent[]): PageText[] {
  const flow = new PageFlow();
  return [...pages.flatMap((one) => flow.add(one)), ...flow.end()];
}

/** The blocks of one page as "kind: text". */
export function blocks(content: PageContent): string[] {
  return shown(read(content)[0]);
}

export function shown(text: PageText | undefined): string[] {
  return (text?.blocks ?? []).map((block) => `${block.kind}: ${textOf(block)}`);
}
