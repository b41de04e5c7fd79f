// Reads the pages of a PDF in Node with pdf.js, with everything off that a file could do by itself.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PageText } from '../../lib/documents/model';
import { MOST_PAGES, whyNotOpened } from '../../lib/documents/pdf/failures';
import { readPdfText } from '../../lib/documents/pdf/read';
import { say } from '../../lib/words/words';

export type ReadPdf =
  | {
      readonly ok: true;
      readonly pages: readonly PageText[];
      /** The title that the file says of itself; '' where it says none. */
      readonly title: string;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** Opens a PDF; throws as pdf.js does. `bytes` are handed over and cannot be used afterwards. */
export async function openPdf(bytes: Uint8Array) {
  const { getDocument } = await pdfjs();
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: bytes,
    verbosity: 0,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: `${join(home, 'cmaps')}/`,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
  });
  const close = () => task.destroy();
  try {
    return { pdf: await task.promise, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** `bytes` are handed over and cannot be used afterwards. */
export async function readPdfFile(bytes: Uint8Array): Promise<ReadPdf> {
  let close = async (): Promise<void> => undefined;
  try {
    const opened = await openPdf(bytes);
    const { pdf } = opened;
    close = opened.close;
    const pages: PageText[] = [];
    for await (const page of readPdfText(pdf)) pages.push(page);
    const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
    const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : '';
    const notes =
      pdf.numPages > MOST_PAGES
        ? [
            say('This PDF says that it has {said} pages; the first {read} were read.', {
              said: pdf.numPages,
              read: pages.length,
            }),
          ]
        : [];
    return { ok: true, pages, title: sensible(title), notes };
  } catch (error) {
    return { ok: false, reason: whyNotOpened(error) };
  } finally {
    await close();
  }
}

/** Programs write the file's name, or their own, where a title should be. */
function sensible(title: string): string {
  const bare = title.replace(/^Microsoft (Word|PowerPoint) - /, '').trim();
  return /\.(docx?|pdf|indd|pptx?)$/i.test(bare) || /^(untitled|document\d*)$/i.test(bare)
    ? ''
    : bare;
}

/** pdf.js 6 asks for Node 22; what it needs beyond Node 20 is this one function (ECMAScript 2024). */
async function pdfjs() {
  if (!('withResolvers' in Promise))
    Object.defineProperty(Promise, 'withResolvers', { value: withResolvers });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

function withResolvers<T>(this: PromiseConstructor) {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new this<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
