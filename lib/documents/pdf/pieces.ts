// Turns the text items of pdf.js into pieces: each with its place as seen, its font, and the block that its tag names.
import { apply, combine, type MarkedContent, type PageContent, type TextItem } from './content';
import { readTags, type Tag } from './tags';

/** A run of glyphs in one font. Lengths are CSS pixels at scale 1, as seen, y downward. */
export interface Piece {
  readonly text: string;
  /** Start of the baseline. */
  readonly x: number;
  readonly y: number;
  /** The same along and across the direction of the text, so that turned text reads like upright text. */
  readonly u: number;
  readonly v: number;
  readonly width: number;
  readonly size: number;
  readonly ascent: number;
  readonly descent: number;
  /** Degrees clockwise, rounded to whole ones. */
  readonly angle: number;
  readonly font: string;
  readonly family: 'serif' | 'sans-serif' | 'monospace';
  readonly direction: 'ltr' | 'rtl';
  /** White space was drawn before it, after the piece that the page drew before. */
  readonly spaced: boolean;
  readonly tag: Tag | null;
  /** Marked as no part of the text: running heads, rules, page numbers. */
  readonly artifact: boolean;
}

const MARKER =
  /^(?:[•▪●◦■□‣⁃·\-–—*o]|[\ue000-\uf8ff]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|[A-Z]?\d{1,2}(?:\.\d{1,3})*\.?)$/u;

/** A bullet, or the number of an item or a heading, drawn apart from its text. */
export function isMarker(piece: Piece): boolean {
  return MARKER.test(piece.text.trim());
}

/** Smaller text is no text: hidden words for machines, or dust. In pixels. */
const SMALLEST = 1;

/** The pieces of a page in the order in which the page draws them. */
export function piecesOf(page: PageContent): Piece[] {
  const tags = readTags(page.tree);
  const pieces: Piece[] = [];
  const open: (Tag | 'artifact' | null)[] = [];
  let spaced = false;
  for (const item of page.items) {
    if (!isText(item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(meaning(item, tags));
      continue;
    }
    const text = opened(item.str);
    if (!/\S/.test(text)) {
      spaced ||= text !== '';
      continue;
    }
    const piece = place(page, item, text, spaced);
    if (piece) pieces.push({ ...piece, ...around(open) });
    spaced = false;
  }
  return pieces;
}

/** Two ligatures are kept by fonts where Unicode has nothing, by the old Macintosh habit. */
function opened(text: string): string {
  if (!/[\uf001\uf002]/.test(text)) return text;
  return text.replaceAll('\uf001', 'fi').replaceAll('\uf002', 'fl');
}

function isText(item: TextItem | MarkedContent): item is TextItem {
  return 'str' in item;
}

function meaning(item: MarkedContent, tags: ReadonlyMap<string, Tag>): Tag | 'artifact' | null {
  if (item.tag === 'Artifact') return 'artifact';
  return (item.id && tags.get(item.id)) || null;
}

function around(open: readonly (Tag | 'artifact' | null)[]): Pick<Piece, 'tag' | 'artifact'> {
  for (let i = open.length - 1; i >= 0; i--) {
    const at = open[i];
    if (at === 'artifact') return { tag: null, artifact: true };
    if (at) return { tag: at, artifact: false };
  }
  return { tag: null, artifact: false };
}

function place(
  page: PageContent,
  item: TextItem,
  text: string,
  spaced: boolean,
): Omit<Piece, 'tag' | 'artifact'> | null {
  const style = page.styles[item.fontName];
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = combine(
    page.viewport.transform,
    item.transform,
  );
  // Rounded, since the same size comes out a hair different from place to place.
  const size = Math.round(Math.hypot(c, d) * 100) / 100;
  if (!(size >= SMALLEST) || !Number.isFinite(x + y)) return null;
  const turned = Math.atan2(b, a) + (style?.vertical ? Math.PI / 2 : 0);
  const angle = (Math.round((turned * 180) / Math.PI) + 360) % 360;
  const cos = Math.cos(turned);
  const sin = Math.sin(turned);
  const [ox, oy] = apply(page.viewport.transform, 0, 0);
  const [ex, ey] = apply(page.viewport.transform, item.width, 0);
  const family = style?.fontFamily;
  return {
    text,
    x,
    y,
    u: x * cos + y * sin,
    v: y * cos - x * sin,
    width: Math.hypot(ex - ox, ey - oy),
    size,
    ...extent(style?.ascent ?? 0, style?.descent ?? 0),
    angle,
    font: item.fontName,
    family: family === 'serif' || family === 'monospace' ? family : 'sans-serif',
    direction: item.dir === 'rtl' ? 'rtl' : 'ltr',
    spaced,
  };
}

/** Ascent and descent as shares of the size, both positive; what fonts say of themselves is often nonsense. */
function extent(ascent: number, descent: number): { ascent: number; descent: number } {
  const up = ascent > 0.4 && ascent < 1.3 ? ascent : 0.8;
  const down = descent < -0.05 && descent > -0.6 ? -descent : 0.2;
  return { ascent: up, descent: down };
}
