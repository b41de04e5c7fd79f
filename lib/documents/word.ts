// A Word file (.docx) as HTML: headings, lists, tables and notes, without layout. Nothing outside the file is asked for.
import { counted, say } from '../words/words';
import { checkZip, readText, type ZipEntry, zipEntries } from './zip';

export type Converted =
  | {
      readonly ok: true;
      /** Not yet made safe: see safe-html.ts. */
      readonly html: string;
      /** What the reader should know of the file, in sentences. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** Styles that Word's own templates and councils' templates use for headings, beside those that mammoth knows. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Heading Numbered 1'] => h1:fresh",
  "p[style-name='TOC Heading'] => h2:fresh",
  "p[style-name^='toc '] => p.toc:fresh",
  "p[style-name^='TOC '] => p.toc:fresh",
  "p[style-name='footnote text'] => p:fresh",
];

const damaged = () =>
  say(
    'This Word file is damaged and cannot be read. Nothing was changed. Open it in Word, save it again, and open that.',
  );

/** @param pictures whether pictures inside the file are kept, as data: addresses; pictures outside it never are */
export async function wordToHtml(
  bytes: Uint8Array<ArrayBuffer>,
  { pictures }: { readonly pictures: boolean },
): Promise<Converted> {
  const entries = zipEntries(bytes);
  if (!entries) return { ok: false, reason: damaged() };
  const checked = await checkZip(bytes, entries);
  if (!checked.ok) return checked;
  const xml = await textOfPart(bytes, entries, 'word/document.xml');
  // Word writes no document type; one that is there was put there to make the reading of it endless.
  if (xml === null || /<!DOCTYPE|<!ENTITY/.test(xml.slice(0, 4000)))
    return { ok: false, reason: damaged() };
  const { default: mammoth } = await import('mammoth');
  const { images, convertToHtml } = mammoth;
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  // Node's build of mammoth takes a buffer, the browsers' an ArrayBuffer.
  const source = typeof Buffer === 'undefined' ? {} : { buffer: Buffer.from(whole) };
  const convertImage = images.imgElement(async (image) => {
    if (!pictures || !/^image\/(png|jpe?g|gif|webp|bmp)$/.test(image.contentType))
      return { src: '' };
    return { src: `data:${image.contentType};base64,${await image.readAsBase64String()}` };
  });
  try {
    const { value } = await convertToHtml(
      { ...source, arrayBuffer: whole },
      { styleMap: STYLES, convertImage, externalFileAccess: false },
    );
    if (value.trim() === '') return { ok: false, reason: noText(entries) };
    return { ok: true, html: value, notes: notesOf(xml) };
  } catch {
    // Whatever is wrong inside, it is the file that is: mammoth throws on parts that are missing or not XML.
    return { ok: false, reason: damaged() };
  }
}

async function textOfPart(
  bytes: Uint8Array<ArrayBuffer>,
  entries: readonly ZipEntry[],
  name: string,
): Promise<string | null> {
  const entry = entries.find((one) => one.name === name);
  return entry ? readText(bytes, entry) : null;
}

function notesOf(xml: string): string[] {
  const notes: string[] = [];
  const changes = xml.match(/<w:(?:ins|del|moveFrom) /g)?.length ?? 0;
  if (changes > 0)
    notes.push(
      counted(
        changes,
        '{count} tracked change: it is read as accepted, with added words in and removed words left out.',
        '{count} tracked changes: they are read as accepted, with added words in and removed words left out.',
      ),
    );
  if (xml.includes('<w:commentReference')) notes.push(say('Comments are left out.'));
  return notes;
}

function noText(entries: readonly ZipEntry[]): string {
  const pictures = entries.filter((entry) => entry.name.startsWith('word/media/')).length;
  if (pictures === 0) return say('This Word file holds no text. Nothing was changed.');
  return counted(
    pictures,
    'This Word file holds {count} picture and no text, so nothing can be found in it.',
    'This Word file holds {count} pictures and no text, so nothing can be found in it.',
  );
}
