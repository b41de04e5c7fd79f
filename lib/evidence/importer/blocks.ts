// Which lines of a source belong together: an entry, a paragraph or a heading each, whole again where a page broke them.
import { startsEntry } from './heads';
import {
  headingOf,
  isFurniture,
  isHeading,
  isHeadingAlone,
  isLone,
  isMarkerAlone,
  issueBullet,
} from './landmarks';
import { join, wordsOf } from './lines';
import type { Line } from './model';

/** Longest line of a text that was broken to fit a page or a screen, in UTF-16 units. */
const MAX_WRAPPED = 140;
/** Lines that a title with its year may run over. */
const HEAD_LINES = 4;
/** Words and marks that no paragraph ends with. */
const UNFINISHED =
  /(?:^|\s)(?:a|an|the|of|and|or|for|to|in|on|by|with|from|not|more|than|as|at|is|are)$|[,–-]$/;

export function blocksOf(source: readonly Line[]): Line[] {
  const words = wordsOf(source);
  const lines = withoutFurniture(source);
  const wrapped = lines.every(({ text }) => text.length <= MAX_WRAPPED);
  const blocks: Line[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(join(open, words));
    open = [];
  };
  for (const [i, line] of lines.entries()) {
    const last = open.at(-1);
    const ahead = () => join(headLines(lines, i), words);
    if (!last || !continues(last, line, open.length, wrapped, ahead)) close();
    open.push(line);
  }
  close();
  return blocks;
}

function withoutFurniture(source: readonly Line[]): Line[] {
  const lines: Line[] = [];
  let gap = false;
  for (const line of source) {
    gap ||= line.gap || line.text === '';
    if (line.text === '' || isFurniture(line.text)) continue;
    lines.push(gap === line.gap ? line : { ...line, gap });
    gap = false;
  }
  return lines;
}

/** The line and those that follow it without a gap, as far as a title may reach. */
function headLines(lines: readonly Line[], at: number): Line[] {
  const head: Line[] = [];
  for (let i = at; i < at + HEAD_LINES; i++) {
    const line = lines[i];
    if (!line || (i > at && line.gap)) break;
    head.push(line);
  }
  return head;
}

function continues(
  last: Line,
  line: Line,
  lines: number,
  wrapped: boolean,
  ahead: () => Line,
): boolean {
  if (last.folded !== line.folded && line.gap) return false;
  if (isMarkerAlone(last.text) && lines === 1)
    return !isHeading(line.text) && !isMarkerAlone(line.text);
  if (isLone(last.text) || isLone(line.text) || isMarkerAlone(line.text)) return false;
  if (lines === 1 && isHeadingAlone(last.text)) return false;
  const over = ended(last.text);
  if (issueBullet(line.text) > 0) return false;
  const heading = headingOf(line.text);
  // "… our\nHighlighted study. Later": words of a broken sentence and no heading.
  const certain = heading?.heading.endsWith('?') || isHeadingAlone(line.text);
  if (heading && (line.gap || over || certain)) return false;
  if (startsEntry(line, ahead, freedom(line, over, wrapped))) return false;
  if (!line.gap) return true;
  if (isHeadingAlone(last.text) || over) return false;
  return /^[\p{Ll}\p{N}(&,;–-]/u.test(line.text) || UNFINISHED.test(last.text.slice(-12));
}

/** Whether an entry may begin here without a letter, and by what it must then be known. */
function freedom(line: Line, over: boolean, wrapped: boolean): 'free' | 'tagged' | 'none' {
  if (line.gap) return 'free';
  if (!over) return 'none';
  return !wrapped || line.links.some(({ start }) => start <= 2) ? 'free' : 'tagged';
}

/** The text ends as a sentence does. */
function ended(text: string): boolean {
  return text === '' || /[.!?…:;][)\]”’"'»]*$/.test(text.slice(-12));
}
