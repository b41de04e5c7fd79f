// Files without pages (Word, web page, Markdown, plain text) as one piece of safe HTML, the same for page and command line.
import type { WindowLike } from 'dompurify';
import { marked } from 'marked';
import { blocksOfText } from '../detect/text-blocks';
import { say } from '../words/words';
import { decodeText } from './file-kind';
import type { FileKind } from './model';
import { safeHtml } from './safe-html';
import { type Converted, wordToHtml } from './word';

export interface HtmlOptions {
  /** The page's own window, or jsdom's. */
  readonly window: WindowLike;
  /** Whether pictures inside a Word file are kept. */
  readonly pictures: boolean;
}

/** Safe HTML of a file whose kind `fileKind` told. */
export async function documentHtml(
  bytes: Uint8Array<ArrayBuffer>,
  kind: Exclude<FileKind, 'pdf'>,
  { window, pictures }: HtmlOptions,
): Promise<Converted> {
  const converted =
    kind === 'docx' ? await wordToHtml(bytes, { pictures }) : fromText(decodeText(bytes), kind);
  if (!converted.ok) return converted;
  const html = safeHtml(converted.html, window);
  if (!/\p{L}/u.test(html.replace(/<[^>]*>/g, '')))
    return { ok: false, reason: say('This file holds no text. Nothing was changed.') };
  return { ...converted, html };
}

function fromText(text: string | null, kind: 'html' | 'markdown' | 'text'): Converted {
  if (text === null)
    return { ok: false, reason: say('This is not a text file. Nothing was changed.') };
  const html =
    kind === 'html'
      ? text
      : kind === 'markdown'
        ? marked.parse(text, { async: false, gfm: true })
        : plainHtml(text);
  return { ok: true, html, notes: [] };
}

/** Plain text by its lines: headings, items and cells as the detector reads them from text. */
function plainHtml(text: string): string {
  return blocksOfText(text)
    .map(({ kind, level, text: words }) => {
      const inside = escaped(words);
      if (kind === 'heading') return `<h${level ?? 2}>${inside}</h${level ?? 2}>`;
      if (kind === 'list-item') return `<ul><li>${inside}</li></ul>`;
      if (kind === 'cell') return `<table><tr><td>${inside}</td></tr></table>`;
      if (kind === 'contents') return `<p class="toc">${inside}</p>`;
      return kind === 'reference' ? `<p class="references">${inside}</p>` : `<p>${inside}</p>`;
    })
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}
