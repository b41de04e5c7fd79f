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

/** Sets kind, level and place of every block of a page. */
export function setKinds(drafts: readonly Draft[], body: Body, pageHeight: number): void {
  drafts.forEach((draft, i) => {
    setOne(draft, drafts[i + 1], body, pageHeight);
  });
  setCells(drafts);
  setContents(drafts);
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
    (first.pieces[0]?.size ?? first.size) <= first.size &&
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

/** Blocks side by side that begin in one line are cells of a row, unless both are columns of running text. */
function setCells(drafts: readonly Draft[]): void {
  let table = drafts.reduce((most, draft) => Math.max(most, draft.at?.table ?? -1), -1);
  let row: Draft[] = [];
  let inTable = false;
  const flush = (): void => {
    if (row.length > 1) {
      if (!inTable) table += 1;
      const number = inTable ? rowAfter(drafts, table) : 0;
      row.forEach((draft, column) => {
        draft.kind = 'cell';
        draft.level = 0;
        draft.at = { table, row: number, column };
      });
      inTable = true;
    } else inTable = false;
    row = [];
  };
  for (const draft of drafts) {
    const last = row[row.length - 1];
    if (last && beside(last, draft)) row.push(draft);
    else {
      flush();
      row = [draft];
    }
  }
  flush();
}

function rowAfter(drafts: readonly Draft[], table: number): number {
  return (
    drafts.reduce((most, { at }) => (at?.table === table ? Math.max(most, at.row) : most), -1) + 1
  );
}

function beside(a: Draft, b: Draft): boolean {
  const one = a.lines[0] as Line;
  const two = b.lines[0] as Line;
  if (one.tag || two.tag || one.angle !== two.angle || one.artifact !== two.artifact) return false;
  if (a.kind === 'contents' || b.kind === 'contents') return false;
  if (two.start < one.end || Math.abs(one.v - two.v) > one.size * 0.5) return false;
  return !(isColumn(a) && isColumn(b));
}

function isColumn(draft: Draft): boolean {
  const { lines } = draft;
  if (lines.length < 3) return false;
  const left = Math.min(...lines.map((line) => line.start));
  const right = Math.max(...lines.map((line) => line.end));
  const full = lines.slice(0, -1).filter((line) => line.end > right - (right - left) * 0.15);
  return right - left > (lines[0] as Line).size * 14 && full.length >= (lines.length - 1) * 0.7;
}

/** Lines whose page number stands far to the right without dots: four or more with rising numbers are a list of contents. */
function setContents(drafts: readonly Draft[]): void {
  const pairs: [Draft, Draft, number][] = [];
  for (let i = 0; i + 1 < drafts.length; i++) {
    const [title, number] = [drafts[i] as Draft, drafts[i + 1] as Draft];
    const said = /^\d{1,3}$/.exec(textOfLines(number));
    const at = (number.lines[0] as Line).v;
    const last = title.lines[title.lines.length - 1] as Line;
    if (said && Math.abs(at - last.v) < last.size * 0.5 && /\p{L}/u.test(textOfLines(title)))
      pairs.push([title, number, Number(said[0])]);
  }
  const edges = new Set(pairs.map(([, number]) => Math.round((number.lines[0] as Line).end / 6)));
  const rising = pairs.every(([, , page], i) => i === 0 || page >= (pairs[i - 1]?.[2] ?? 0));
  if (pairs.length < 4 || !rising || edges.size > 2) return;
  for (const [title, number] of pairs) {
    for (const draft of [title, number]) {
      draft.kind = 'contents';
      draft.level = 0;
      draft.at = null;
    }
  }
}
