// Joins what columns and page borders cut: a paragraph that stops in the middle of a sentence and goes on at the next top.
import { isClosed } from '../../detect/text-lines';
import { type Draft, isProse } from './joins';
import type { Line } from './lines';
import { isColumn } from './tables';

/** Joins paragraphs of one page over its columns. */
export function joinColumns(drafts: Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const before = out[out.length - 1];
    const first = draft.lines[0] as Line;
    const last = before?.lines[before.lines.length - 1];
    const jumps =
      last !== undefined &&
      before !== undefined &&
      first.v < last.v - last.size * (isColumn(before) ? 1.5 : 3) &&
      first.start > Math.min(...before.lines.map((line) => line.start)) + last.size * 8;
    if (before && jumps && goesOn(before, draft)) before.lines.push(...draft.lines);
    else out.push(draft);
  }
  return out;
}

/**
 * Takes from the next page the block with which this page's last one goes on, and gives it to that one. Running heads,
 * page numbers and footnotes between the two are passed over.
 */
export function joinOverBorder(page: readonly Draft[], next: Draft[]): void {
  const last = [...page].reverse().find((draft) => inFlow(draft));
  const at = next.findIndex((draft) => inFlow(draft));
  const first = next[at];
  if (!last || !first || !goesOn(last, first)) return;
  last.lines.push(...first.lines);
  next.splice(at, 1);
}

function inFlow(draft: Draft): boolean {
  return draft.kind !== 'running' && draft.kind !== 'reference' && draft.lines[0]?.angle === 0;
}

/** Does the second block go on with the sentence of the first? */
function goesOn(a: Draft, b: Draft): boolean {
  if (a.kind !== 'paragraph' && a.kind !== 'list-item') return false;
  if (b.kind !== 'paragraph') return false;
  const last = a.lines[a.lines.length - 1] as Line;
  const first = b.lines[0] as Line;
  if (Math.max(last.size, first.size) > Math.min(last.size, first.size) * 1.06) return false;
  if (isClosed(last.text)) return false;
  if (last.text.length < 12 || first.artifact !== last.artifact) return false;
  if (/^\p{Ll}/u.test(first.text)) return true;
  if (/[-\u00ad\u2010,(&]$|\b(?:and|or|of|the|for|to|in|with|by|a|an)$/i.test(last.text))
    return true;
  // A capital after a full line: a name in the middle of a sentence, where both sides are running text.
  const right = Math.max(...a.lines.map((line) => line.end));
  const runs = a.lines.length > 1 && isProse(last) && last.end > right - last.size * 2.5;
  return runs && (b.lines.length > 1 || isClosed(first.text));
}
