// What text building needs of pdf.js: the shapes of its page text, structure tree and page, without the library itself.

/** A run of glyphs as pdf.js gives it: `transform` places its baseline start in the page's own space. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  /** Along the line, in the page's own space. */
  readonly width: number;
  readonly fontName: string;
}

/** Begin or end of marked content; `id` joins it to the structure tree. */
export interface MarkedContent {
  readonly type: string;
  readonly id?: string | null;
  readonly tag?: string;
}

export interface TextStyle {
  /** Shares of the font size; `descent` is negative. Fonts often say 0 or nonsense. */
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
  readonly fontFamily: string;
}

export interface TreeNode {
  readonly role: string;
  readonly children: readonly (TreeNode | TreeContent)[];
}

export interface TreeContent {
  readonly type: string;
  readonly id?: string;
}

/** A page as pdf.js sees it at scale 1: `transform` leads from the page's own space to what is seen. */
interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  readonly transform: readonly number[];
}

/** Everything about one page from which its text is built. */
export interface PageContent {
  /** Counted from 1. */
  readonly number: number;
  readonly viewport: Viewport;
  readonly items: readonly (TextItem | MarkedContent)[];
  readonly styles: Readonly<Record<string, TextStyle>>;
  readonly tree: TreeNode | null;
}

/** The part of a PDFPageProxy that is used here. */
interface PdfPage {
  getViewport(options: { scale: number }): Viewport;
  getTextContent(options: {
    includeMarkedContent: boolean;
  }): Promise<{ items: unknown[]; styles: object }>;
  getStructTree(): Promise<unknown>;
  cleanup(): boolean;
}

/** The part of a PDFDocumentProxy that is used here. */
export interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

/** Points as seen: the page's own space through a transform. */
export function apply(transform: readonly number[], x: number, y: number): [number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  return [a * x + c * y + e, b * x + d * y + f];
}

/** First `inner`, then `outer`, as one transform. */
export function combine(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}
