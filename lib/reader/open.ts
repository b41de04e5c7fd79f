// Opens a file in the reader page, whatever it is; a file that cannot be opened is said so, with what to do next.
import { fileKind } from '../documents/file-kind';
import { documentHtml } from '../documents/to-html';
import { say } from '../words/words';
import { FlowView } from './flow-view';
import type { AskPassword, Opened } from './model';
import { openPdf } from './pdf-file';
import { PdfView } from './pdf-view';
import type { Place } from './place';

/** Files larger than this (bytes) are not read: the browser would run out of memory over them. */
const LARGEST = 500_000_000;

/** `data` cannot be used afterwards. Never throws for what a file holds. */
export async function openFile(
  name: string,
  data: Uint8Array<ArrayBuffer>,
  place: Place,
  ask: AskPassword,
): Promise<Opened> {
  if (data.length > LARGEST)
    return {
      ok: false,
      reason: say(
        'This file is larger than 500 MB, which is more than can be read here. Nothing was changed. Ask for it in parts.',
      ),
    };
  const known = fileKind(data, name);
  if (!known.ok) return known;
  const { kind } = known;
  const said = known.note === null ? [] : [known.note];
  if (kind === 'pdf') return pdfView(name, data, said, place, ask);
  const converted = await documentHtml(data, kind, { window, pictures: true });
  if (!converted.ok) return converted;
  return {
    ok: true,
    view: new FlowView(converted.html, kind, [...said, ...converted.notes], place),
  };
}

async function pdfView(
  name: string,
  data: Uint8Array<ArrayBuffer>,
  said: readonly string[],
  place: Place,
  ask: AskPassword,
): Promise<Opened> {
  const opened = await openPdf(data, ask);
  if (!opened.ok) return opened;
  try {
    const first = await opened.pdf.getPage(1);
    return { ok: true, view: new PdfView(opened.pdf, first, said, place, opened.close) };
  } catch (error) {
    opened.close();
    console.error('first page:', error);
    return {
      ok: false,
      reason: say(
        'The first page of {name} is damaged, so the file cannot be shown. Nothing was changed. Ask for the file again, or open it in another program and save it from there.',
        { name },
      ),
    };
  }
}
