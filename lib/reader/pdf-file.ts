// Opens a PDF with pdf.js, with everything turned off that a file could do by itself. Nothing is fetched for a file.
import {
  GlobalWorkerOptions,
  getDocument,
  PasswordResponses,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { whyNotOpened } from '../documents/pdf/failures';
import { say } from '../words/words';
import type { AskPassword } from './model';

/** Pictures of more pixels than this are left out of a page: 64 million take 256 MB. */
const LARGEST_IMAGE = 64_000_000;

export type OpenedPdf =
  | { readonly ok: true; readonly pdf: PDFDocumentProxy; readonly close: () => void }
  | { readonly ok: false; readonly reason: string };

/** `data` is handed to the worker and cannot be used afterwards. */
export async function openPdf(
  data: Uint8Array<ArrayBuffer>,
  askPassword: AskPassword,
): Promise<OpenedPdf> {
  GlobalWorkerOptions.workerSrc = workerUrl;
  const task = getDocument({
    data,
    // Forms of the older, scripted kind are not run; the page as drawn shows them.
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE,
    // WebAssembly is not allowed to extensions; pictures of scanners are decoded by plain script.
    useWasm: false,
    wasmUrl: new URL('/pdf/', location.href).href,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
  });
  const close = () => void task.destroy().catch(() => undefined);
  let cancelled = false;
  task.onPassword = (answer: (password: string) => void, why: number) => {
    void askPassword(why === PasswordResponses.INCORRECT_PASSWORD).then((password) => {
      if (password !== null) answer(password);
      else {
        cancelled = true;
        close();
      }
    });
  };
  try {
    const pdf = await task.promise;
    if (pdf.numPages > 0) return { ok: true, pdf, close };
    close();
    return { ok: false, reason: say('This PDF has no pages. Nothing was changed.') };
  } catch (error) {
    close();
    return { ok: false, reason: cancelled ? NO_PASSWORD() : whyNotOpened(error) };
  }
}

const NO_PASSWORD = () =>
  say('Not opened: this file needs a password. Ask whoever sent it, then open it again.');
