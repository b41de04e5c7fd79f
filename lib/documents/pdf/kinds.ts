// What each block of a page is: by tags where the file has them, else by font, numbers, marks and neighbours.
import { isClosed, isContentsLine, listMarker, numberDepth } from '../../detect/text-lines';
import type { Draft } from './joins';
import type { Line } from './lines';

/** What most of the document's text looks like. */
export interface Body {
  readonly size: number;
  readonly font: string;
}

const MOST_HEADING_CHARACTERS = 140;
const MOST_HEADING_LINES = 4;
/** Shares of the body's size from which a heading is of depth 1, 2, 3. */
const DEPTHS = [1.7, 1.35, 1.12] as const;
const FOOTNOTE_SIZE = 0.92;

/** Sets kind and level of every block of a page. */
export function setKinds(drafts: readonly Draft[], body: Body, pageHeight: number): void {
  drafts.forEach((draft, i) => {
    setOne(draft, drafts[i + 1], body, pageHeight);
  });
}

function setOne(draft: Draft, next: Draft | undefined, body: Body, pageHeight: number): void {
  const first = draft.lines[0] as Line;
  const { tag } = first;
  const text = textOfLines(draft);
  if (tag && tag.kind !== 'paragraph') {
    draft.kind = tag.kind;
    draft.level = tag.level;
    if (tag.kind === 'cell' && tag.table >= 0)
      draft.at = { table: tag.table, row: tag.row, column: tag.column };
    return;
  }
  if (isFootnote(draft, text, body, pageHeight)) draft.kind = 'reference';
  else if (draft.lines.some((line) => isContentsLine(line.text))) draft.kind = 'contents';
  else {
    draft.level = headingLevel(draft, text, next, body);
    if (draft.level > 0) draft.kind = 'heading';
    else if (startsAsItem(text)) draft.kind = 'list-item';
  }
}

export function textOfLines(draft: Draft): string {
  return draft.lines.map((line) => line.text).join(' ');
}

function startsAsItem(text: string): boolean {
  return listMarker(text) > 0 || /^(?:[\ue000-\uf8ff]|o\s)/.test(text);
}

function isFootnote(draft: Draft, text: string, body: Body, pageHeight: number): boolean {
  const first = draft.lines[0] as Line;
  return (
    first.angle === 0 &&
    first.size <= body.size * FOOTNOTE_SIZE &&
    first.v > pageHeight * 0.5 &&
    (/^(?:\d{1,3}|[*†‡])\s*\p{Lu}/u.test(text) || /^\d{1,3}\s.*(?:https?:|www\.)/.test(text)) &&
    // Its own number is raised and small.
    (first.pieces[0]?.size ?? first.size) < first.size * 0.86 &&
    text.length > 12
  );
}

/** 0 where it is no heading. */
function headingLevel(draft: Draft, text: string, next: Draft | undefined, body: Body): number {
  const first = draft.lines[0] as Line;
  if (first.angle !== 0 || draft.lines.length > MOST_HEADING_LINES) return 0;
  if (text.length > MOST_HEADING_CHARACTERS || !/\p{L}{2}/u.test(text)) return 0;
  if (/[.;,]["'”’)]*$/.test(text) && text.length > 60) return 0;
  const depth = DEPTHS.findIndex((share) => first.size >= body.size * share) + 1;
  if (depth > 0) return numbered(text, depth);
  if (first.tag || first.font === body.font || first.size < body.size * 0.95) return 0;
  // The body's size in another font: bold words over the text that they name.
  const below = next?.lines[0];
  const names =
    below !== undefined && below.font !== first.font && below.v > first.v && below.angle === 0;
  const whole = draft.lines.every((line) => line.pieces.every((p) => p.font === first.font));
  return names && whole && !isClosed(text.replace(/:\s*$/, '')) && startsAsItem(text) === false
    ? numbered(text, 4)
    : 0;
}

function numbered(text: string, otherwise: number): number {
  const depth = /^\d/.test(text) ? numberDepth(text) : 0;
  return depth > 0 ? Math.min(6, depth + 1) : otherwise;
}
