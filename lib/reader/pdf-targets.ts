// Where a link or a line of the outline leads inside a PDF, and the outline itself.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Lines of the outline that are shown; a file that claims more is cut. */
const MOST_LINES = 2000;
const DEEPEST = 6;

export interface Target {
  /** From 1. */
  readonly page: number;
  /** Points from the upper edge of the page as seen; null for its beginning. */
  readonly top: number | null;
}

/** Null for what leads nowhere. */
export async function targetOf(pdf: PDFDocumentProxy, dest: unknown): Promise<Target | null> {
  try {
    const explicit: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    if (!Array.isArray(explicit)) return null;
    const [at, how, ...places] = explicit as [unknown, unknown, ...unknown[]];
    const index = typeof at === 'number' ? at : await pdf.getPageIndex(at as never);
    if (!Number.isInteger(index) || index < 0 || index >= pdf.numPages) return null;
    const name = (how as { name?: unknown } | null)?.name;
    const y = name === 'XYZ' ? places[1] : /^FitB?H$/.test(String(name)) ? places[0] : null;
    if (typeof y !== 'number') return { page: index + 1, top: null };
    const x = name === 'XYZ' && typeof places[0] === 'number' ? places[0] : 0;
    const viewport = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
    const top = Number(viewport.convertToViewportPoint(x, y)[1]);
    return { page: index + 1, top: Math.min(viewport.height, Math.max(0, top)) };
  } catch {
    // A damaged file may name a page that is not there.
    return null;
  }
}

export interface OutlineLine {
  readonly title: string;
  readonly level: number;
  readonly target: Target | null;
}

/** In document order; empty where the file has none. */
export async function outlineLines(pdf: PDFDocumentProxy): Promise<OutlineLine[]> {
  interface Item {
    readonly title: string;
    readonly dest: unknown;
    readonly items: readonly Item[];
  }
  const lines: OutlineLine[] = [];
  const take = async (items: readonly Item[], level: number): Promise<void> => {
    for (const { title, dest, items: inner } of items) {
      if (lines.length >= MOST_LINES) return;
      const said = title.replace(/\s+/g, ' ').trim();
      if (said !== '') lines.push({ title: said, level, target: await targetOf(pdf, dest) });
      if (level < DEEPEST && inner.length > 0) await take(inner, level + 1);
    }
  };
  try {
    await take(((await pdf.getOutline()) ?? []) as Item[], 1);
  } catch {
    // An outline that cannot be read is shown as far as it could be.
  }
  return lines;
}
