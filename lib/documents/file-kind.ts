// Tells what a file is by its first bytes, whatever its name says, and says plainly what cannot be read.
import { say } from '../words/words';
import type { FileKind } from './model';
import { zipEntries } from './zip';

export type KnownFile =
  | {
      readonly ok: true;
      readonly kind: FileKind;
      /** What the reader should know where the name says something else; null where it does not. */
      readonly note: string | null;
    }
  | { readonly ok: false; readonly reason: string };

const ENDINGS: Readonly<Record<FileKind, RegExp>> = {
  pdf: /\.pdf$/i,
  docx: /\.(docx|docm|dotx|dotm)$/i,
  html: /\.(html?|xhtml)$/i,
  markdown: /\.(md|markdown)$/i,
  text: /\.(txt|text|csv|tsv|log)$/i,
};

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
/** PNG, JPEG, GIF, TIFF. */
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
];

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** @param name the file's name, '' where it has none */
export function fileKind(bytes: Uint8Array, name: string): KnownFile {
  if (bytes.length === 0) return no(say('This file is empty. Nothing was changed.'));
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return yes('pdf', name);
  if (head.startsWith('PK')) return inZip(bytes, name);
  if (begins(bytes, OLD_OFFICE)) return inOldOffice(bytes);
  if (head.startsWith('{\\rtf'))
    return no(
      say(
        'This is a rich text file (.rtf), which cannot be read here. Open it in Word, save it as .docx, and open that.',
      ),
    );
  if (PICTURES.some((mark) => begins(bytes, mark)))
    return no(
      say(
        'This is a picture, not a document: it holds no text in which anything could be found. Nothing was changed.',
      ),
    );
  const text = decodeText(bytes);
  if (text === null) {
    if (ENDINGS.pdf.test(name) || ENDINGS.docx.test(name)) return no(notWhatItSays());
    return no(
      say('This file is not text, and not of a kind that can be read. Nothing was changed.'),
    );
  }
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html)\b/is.test(text.slice(0, 4000)))
    return yes('html', name);
  if (ENDINGS.pdf.test(name) || ENDINGS.docx.test(name)) return no(notWhatItSays());
  if (ENDINGS.html.test(name)) return yes('html', name);
  return yes(ENDINGS.markdown.test(name) ? 'markdown' : 'text', name);
}

const notWhatItSays = () =>
  say(
    'This file is damaged, or it is not what its name says. Nothing was changed. Ask for the file again, or download it once more.',
  );

function no(reason: string): KnownFile {
  return { ok: false, reason };
}

function yes(kind: FileKind, name: string): KnownFile {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0];
  const known = ending !== undefined && Object.values(ENDINGS).some((of) => of.test(name));
  const note =
    ending && known && !ENDINGS[kind].test(name)
      ? say('The name ends in {ending}, but this is {kind}; it was read as that.', {
          ending,
          kind: nameOf(kind),
        })
      : null;
  return { ok: true, kind, note };
}

function nameOf(kind: FileKind): string {
  const names: Readonly<Record<FileKind, () => string>> = {
    pdf: () => say('a PDF'),
    docx: () => say('a Word file'),
    html: () => say('a web page'),
    markdown: () => say('a text file'),
    text: () => say('a text file'),
  };
  return names[kind]();
}

function inZip(bytes: Uint8Array, name: string): KnownFile {
  const names = new Set(zipEntries(bytes)?.map((entry) => entry.name));
  if (names.has('word/document.xml')) return yes('docx', name);
  const has = (folder: string) => [...names].some((entry) => entry.startsWith(folder));
  if (has('word/')) return yes('docx', name);
  if (has('xl/'))
    return no(
      say('This is an Excel workbook, which cannot be read here. Save it as a PDF and open that.'),
    );
  if (has('ppt/'))
    return no(
      say('This is a PowerPoint file, which cannot be read here. Save it as a PDF and open that.'),
    );
  if (names.has('mimetype') && names.has('content.xml'))
    return no(
      say(
        'This is an OpenDocument file (.odt), which cannot be read here. Save it as .docx or as a PDF and open that.',
      ),
    );
  if (names.size > 0)
    return no(
      say('This is a packed folder (.zip). Unpack it, and open the documents that are in it.'),
    );
  return no(notWhatItSays());
}

/** Old Office files, and new ones under a password, are kept in the same sort of box. */
function inOldOffice(bytes: Uint8Array): KnownFile {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  if (names.includes('EncryptedPackage'))
    return no(
      say(
        'This Office file is locked with a password and cannot be read here. Open it in Word, save a copy without a password, and open that.',
      ),
    );
  return no(
    say(
      'This is an Office file of the old kind (.doc, .xls, .ppt), which cannot be read here. Open it in Word, save it as .docx, and open that.',
    ),
  );
}

/** The text of a file in UTF-8, UTF-16 with its mark, or else Windows-1252; null where it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
