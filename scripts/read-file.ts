// Turns a file into the blocks that the detector reads: text and Markdown by lines, HTML through the page's own reader.
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { JSDOM } from 'jsdom';
import type { DetectInput } from '../lib/detect/model';
import { blocksOfText } from '../lib/detect/text-blocks';
import { collectBlocks } from '../lib/page/collect';

/** A file as the detector reads it; `offsets` says where each block begins in the whole text. */
export interface FileText {
  readonly input: DetectInput;
  readonly offsets: readonly number[];
}

export type ReadFile =
  | { readonly ok: true; readonly file: FileText }
  | { readonly ok: false; readonly reason: string };

const HTML = new Set(['.html', '.htm', '.xhtml']);
const TEXT = new Set(['.txt', '.text', '.md', '.markdown', '']);
/** Formats that people try, with what they can do instead. */
const NOT_YET: Readonly<Record<string, string>> = {
  '.pdf': 'PDF files cannot be read yet; save the text as a .txt file',
  '.docx': 'Word files cannot be read yet; save it as a web page (.html) or as plain text',
  '.doc': 'Word files cannot be read yet; save it as a web page (.html) or as plain text',
  '.json': 'JSON files cannot be read yet',
  '.jsonl': 'JSON files cannot be read yet',
};

/** @param path a path, or `-` for standard input */
export function readFile(path: string): ReadFile {
  const extension = path === '-' ? '' : extname(path).toLowerCase();
  if (!HTML.has(extension) && !TEXT.has(extension)) {
    const reason = NOT_YET[extension] ?? `files of the kind “${extension}” cannot be read`;
    return { ok: false, reason };
  }
  let content: string;
  try {
    content = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    return { ok: false, reason: whyNot(error) };
  }
  if (content.includes('\u0000')) return { ok: false, reason: 'this is not a text file' };
  const html =
    HTML.has(extension) || (path === '-' && /^\s*<(!doctype html|html)\b/i.test(content));
  return { ok: true, file: html ? fromHtml(content) : fromText(content, path) };
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'this is a folder';
  if (code === 'EACCES') return 'no permission to read it';
  return String(error);
}

function fromText(content: string, path: string): FileText {
  const blocks = blocksOfText(content);
  const heading = blocks.find((block) => block.kind === 'heading')?.text;
  const title = heading?.replace(/^#+\s*/, '') ?? (path === '-' ? '' : basename(path));
  return { input: { title, host: '', blocks }, offsets: blocks.map((block) => block.offset) };
}

/** The text of an HTML file is that of its blocks with a line break after each. */
function fromHtml(content: string): FileText {
  const { document } = new JSDOM(content).window;
  const blocks = collectBlocks(document);
  const offsets: number[] = [];
  let at = 0;
  for (const block of blocks) {
    offsets.push(at);
    at += block.text.length + 1;
  }
  return { input: { title: document.title, host: '', blocks }, offsets };
}
