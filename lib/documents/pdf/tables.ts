// Finds what stands side by side on a page without tags: the cells of tables, and lists of contents with their page numbers.
import type { Draft } from './joins';
import { textOfLines } from './kinds';
import type { Line } from './lines';

/** Blocks side by side that begin in one line are cells of a row, unless both are columns of running text. */
export function setCells(drafts: readonly Draft[]): void {
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

/** Running text in a column: long lines that nearly all reach its right edge. */
export function isColumn(draft: Draft): boolean {
  const { lines } = draft;
  if (lines.length < 3) return false;
  const left = Math.min(...lines.map((line) => line.start));
  const right = Math.max(...lines.map((line) => line.end));
  const full = lines.slice(0, -1).filter((line) => line.end > right - (right - left) * 0.15);
  return right - left > (lines[0] as Line).size * 14 && full.length >= (lines.length - 1) * 0.7;
}

/** Lines whose page number stands far to the right without dots: four or more with rising numbers are a list of contents. */
export function setContents(drafts: readonly Draft[]): void {
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
