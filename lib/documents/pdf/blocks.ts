// Gathers the lines of a page into blocks: paragraphs, items, headings and cells, in the order of the page's drawing.
import { continuesBlock, type Draft, metricsOf } from './joins';
import type { Line } from './lines';

/** Blocks still open for a further line: cells of one row may be drawn line by line. */
const OPEN = 10;

/** The blocks of a page from its lines in drawing order. */
export function draftsOf(lines: readonly Line[]): Draft[] {
  const metrics = metricsOf(lines);
  const drafts: Draft[] = [];
  for (const line of lines) {
    let home: Draft | null = null;
    for (let i = drafts.length - 1; i >= Math.max(0, drafts.length - OPEN) && !home; i--) {
      const draft = drafts[i] as Draft;
      if (continuesBlock(draft, line, i === drafts.length - 1, metrics)) home = draft;
    }
    if (home) home.lines.push(line);
    else drafts.push({ kind: 'paragraph', level: 0, lines: [line], at: null });
  }
  return drafts;
}
