// A file of the reader's, as bytes, to a cell: text, Markdown or a saved page, told apart by what is in it.
import { importHtml, importText, looksLikeHtml } from './cell';
import { decodeBytes } from './decode';
import type { ImportedCell } from './model';
import type { HtmlParser } from './read-html';

const HTML_NAME = /\.(?:html?|xhtml|php)$/i;

/** `name` of the file; empty where it has none. Never throws for what the file holds. */
export function importBytes(bytes: Uint8Array, name: string, parser: HtmlParser): ImportedCell {
  const { text, problems } = decodeBytes(bytes);
  const html = looksLikeHtml(text) || (HTML_NAME.test(name) && /<\w/.test(text));
  const hints = name === '' ? [] : [name];
  const cell = html ? importHtml(text, parser, hints) : importText(text, hints);
  return { ...cell, problems: [...problems, ...cell.problems] };
}
