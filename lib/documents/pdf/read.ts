// Reads the text of an open PDF page by page, for the reader page and the command line alike.
import type { PageText } from '../model';
import type { PageContent, PdfDocument, TextItem, TextStyle, TreeNode } from './content';
import { MOST_PAGES } from './failures';
import { PageFlow } from './flow';

export interface ReadPdfOptions {
  /** Ends the reading before the next page. */
  readonly signal?: AbortSignal;
}

/** So many pages in a row that cannot be read are no pages: the file claims more than it holds. */
const MOST_MISSING = 40;
/** Pages asked of the worker at a time, so that neither side waits for the other. */
const AT_ONCE = 4;

/**
 * The pages of a PDF in order, each as soon as it is known (two pages later, see PageFlow). A page that pdf.js cannot
 * read is given without text; at most MOST_PAGES are given. `pdf` is a PDFDocumentProxy.
 */
export async function* readPdfText(
  pdf: PdfDocument,
  { signal }: ReadPdfOptions = {},
): AsyncGenerator<PageText, void, undefined> {
  const flow = new PageFlow();
  const asked: Promise<PageContent>[] = [];
  const last = Math.min(pdf.numPages, MOST_PAGES);
  let missing = 0;
  for (let number = 1; number <= last && missing < MOST_MISSING; number++) {
    for (let next = number + asked.length; asked.length < AT_ONCE && next <= last; next++)
      asked.push(readPage(pdf, next));
    const content = await asked.shift();
    if (signal?.aborted || !content) return;
    missing = content.viewport === A4 ? missing + 1 : 0;
    yield* flow.add(content);
  }
  yield* flow.end();
}

async function readPage(pdf: PdfDocument, number: number): Promise<PageContent> {
  try {
    const page = await pdf.getPage(number);
    const [text, tree] = await Promise.all([
      page.getTextContent({ includeMarkedContent: true }),
      page.getStructTree().catch(() => null),
    ]);
    return {
      number,
      viewport: page.getViewport({ scale: 1 }),
      items: text.items as TextItem[],
      styles: text.styles as Record<string, TextStyle>,
      tree: tree as TreeNode | null,
    };
  } catch {
    return { number, viewport: A4, items: [], styles: {}, tree: null };
  }
}

/** The size of a page of which nothing is known. */
const A4 = { width: 595, height: 842, rotation: 0, transform: [1, 0, 0, -1, 0, 842] };
