// The door for plain text and Markdown: raw text → lines without markup.
import { cleanText } from './clean';
import { mendText } from './decode';
import { readInline } from './markdown';
import type { Line, Source } from './model';

/** Lines that a link's words may run over. */
const MAX_LINK_LINES = 4;
const REFERENCE = /^\[[^\]]{1,40}\]:\s*\S+/;
const TABLE_RULE = /^\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/;

/** @param hints file name and the like, to tell which cell it is where the text does not */
export function readText(raw: string, hints: readonly string[]): Source {
  const { text, problems } = mendText(cleanText(raw));
  const lines: Line[] = [];
  const sources = text.split('\n');
  let gap = true;
  for (let i = 0; i < sources.length; i++) {
    const number = i + 1;
    let source = sources[i] ?? '';
    if (source.trim() === '' || TABLE_RULE.test(source) || REFERENCE.test(source)) {
      gap = true;
      continue;
    }
    for (let more = 1; more < MAX_LINK_LINES && openLink(source, sources[i + 1]); more++) {
      source = `${source.trimEnd()} ${(sources[i + 1] ?? '').trimStart()}`;
      i++;
    }
    const stripped = strip(source);
    const inline = readInline(stripped.text);
    const lead = inline.text.length - inline.text.trimStart().length;
    const text = inline.text.trim();
    const move = <T extends { start: number; end: number }>(span: T): T => ({
      ...span,
      start: Math.max(0, Math.min(text.length, span.start - lead)),
      end: Math.max(0, Math.min(text.length, span.end - lead)),
    });
    lines.push({
      number,
      text,
      links: inline.links.map(move),
      strong: inline.strong.map(move),
      anchors: [],
      gap: gap || stripped.block,
      folded: false,
    });
    gap = stripped.heading;
  }
  return { lines, hints, problems };
}

interface Stripped {
  readonly text: string;
  /** A list item, heading or row: a block of its own whatever stands before it. */
  readonly block: boolean;
  readonly heading: boolean;
}

/** Without the marks of Markdown that begin a line, and without a table's bars. */
function strip(source: string): Stripped {
  let text = source.trim();
  text = text.replace(/^(?:>\s?)+/, '').trimStart();
  const heading = /^#{1,6}\s+/.exec(text);
  if (heading)
    return { text: text.slice(heading[0].length).replace(/\s#+$/, ''), block: true, heading: true };
  if (/^\|.*\|$/.test(text))
    return {
      text: text
        .slice(1, -1)
        .replace(/(?<!\\)\|/g, ' ')
        .trim(),
      block: true,
      heading: true,
    };
  const item = /^(?:[-+*•▪●◦]|\d{1,3}[.)])\s+(?=\S)/.exec(text);
  if (item) return { text: text.slice(item[0].length), block: true, heading: false };
  return { text, block: false, heading: false };
}

/** A link's words or address that go on in the next line. */
function openLink(source: string, next: string | undefined): boolean {
  if (next === undefined || next.trim() === '' || next.length > 2000) return false;
  const tail = source.slice(-600);
  const open = tail.lastIndexOf('[');
  const inAddress = /\]\([^)\s]*$/.test(tail) && /^[^()\s]*\)/.test(next.trim());
  if (inAddress) return true;
  return open >= 0 && !tail.includes(']', open) && /^[^[\]]{0,300}\]\(/.test(next);
}
