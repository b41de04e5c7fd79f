// Turns a file into the blocks that the detector reads: text by lines, HTML and Word through the page's own reader, PDF
// by its pages. What a file is, its bytes say, not its name.
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { JSDOM } from 'jsdom';
import type { DetectInput } from '../lib/detect/model';
import { blocksOfText } from '../lib/detect/text-blocks';
import { inputOfPages, titleOfPages } from '../lib/documents/blocks';
import { decodeText, fileKind } from '../lib/documents/file-kind';
import { whatIsMissing } from '../lib/documents/pdf/failures';
import { documentHtml } from '../lib/documents/to-html';
import { collectBlocks } from '../lib/page/collect';
import { readPdfFile } from './detect/pdf';

/** A file as the detector reads it; `offsets` says where each block begins in the whole text. */
export interface FileText {
  readonly input: DetectInput;
  readonly offsets: readonly number[];
  /** The page of a place in a block, from 1; null where the file has no pages. */
  readonly pageAt: ((block: number, offset: number) => number) | null;
  readonly pages: number | null;
  /** What to know of the file, in sentences. */
  readonly notes: readonly string[];
}

export type ReadFile =
  | { readonly ok: true; readonly file: FileText }
  | { readonly ok: false; readonly reason: string };

const NO_PAGES = { pageAt: null, pages: null, notes: [] } as const;

/** @param path a path, or `-` for standard input */
export async function readFile(path: string): Promise<ReadFile> {
  const name = path === '-' ? '' : basename(path);
  if (/^\.jsonl?$/i.test(extname(name)))
    return { ok: false, reason: 'JSON files cannot be read yet.' };
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    // Copied, since Node keeps small files in a buffer that they share.
    bytes = new Uint8Array(readFileSync(path === '-' ? 0 : path));
  } catch (error) {
    return { ok: false, reason: whyNot(error) };
  }
  const known = fileKind(bytes, name);
  if (!known.ok) return known;
  const notes = known.note === null ? [] : [known.note];
  const read = await byKind(bytes, known.kind, name);
  if (!read.ok) return read;
  return { ok: true, file: { ...read.file, notes: [...notes, ...read.file.notes] } };
}

async function byKind(
  bytes: Uint8Array<ArrayBuffer>,
  kind: (ReturnType<typeof fileKind> & { ok: true })['kind'],
  name: string,
): Promise<ReadFile> {
  if (kind === 'pdf') return fromPdf(bytes, name);
  if (kind === 'docx') return fromWord(bytes, name);
  const content = decodeText(bytes) ?? '';
  return { ok: true, file: kind === 'html' ? fromHtml(content) : fromText(content, name) };
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'no such file.';
  if (code === 'EISDIR') return 'this is a folder.';
  if (code === 'EACCES') return 'no permission to read it.';
  return String(error);
}

function fromText(content: string, name: string): FileText {
  const blocks = blocksOfText(content);
  const heading = blocks.find((block) => block.kind === 'heading')?.text;
  const title = heading?.replace(/^#+\s*/, '') ?? name;
  const offsets = blocks.map((block) => block.offset);
  return { input: { title, host: '', blocks }, offsets, ...NO_PAGES };
}

function fromHtml(content: string): FileText {
  const { document } = new JSDOM(content).window;
  const blocks = collectBlocks(document);
  const input = { title: document.title, host: '', blocks };
  return { input, offsets: offsetsOf(input), ...NO_PAGES };
}

async function fromWord(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<ReadFile> {
  const { window } = new JSDOM('');
  const converted = await documentHtml(bytes, 'docx', { window, pictures: false });
  if (!converted.ok) return converted;
  window.document.body.innerHTML = converted.html;
  const blocks = collectBlocks(window.document);
  const title = blocks.find((block) => block.kind === 'heading')?.text ?? name;
  const input = { title, host: '', blocks };
  const { notes } = converted;
  return { ok: true, file: { input, offsets: offsetsOf(input), ...NO_PAGES, notes } };
}

async function fromPdf(bytes: Uint8Array, name: string): Promise<ReadFile> {
  const read = await readPdfFile(bytes);
  if (!read.ok) return read;
  const missing = whatIsMissing(read.pages);
  if (missing.all) return { ok: false, reason: missing.notes.join(' ') };
  const title = read.title || (titleOfPages(read.pages) ?? name);
  const { input, pageAt } = inputOfPages(read.pages, title);
  const notes = [...read.notes, ...missing.notes];
  const file = { input, offsets: offsetsOf(input), pageAt, pages: read.pages.length, notes };
  return { ok: true, file };
}

/** The text of a file that is not text is that of its blocks with a line break after each. */
function offsetsOf({ blocks }: DetectInput): number[] {
  let at = 0;
  return blocks.map(({ text }) => {
    const here = at;
    at += text.length + 1;
    return here;
  });
}
