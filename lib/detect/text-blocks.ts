// Turns plain text or Markdown into blocks, each with its place in the text: for files, the command line and measuring.
import type { Block, BlockKind } from './model';
import {
  isCapitals,
  isClosed,
  isContentsLine,
  isRow,
  isRule,
  type Line,
  linesOf,
  listMarker,
  looksLikeHeading,
  numberDepth,
} from './text-lines';

/** A block with the offset of its first unit in the whole text. */
export interface PlacedBlock extends Block {
  readonly offset: number;
}

/** Share of the widest line that a line must fill for the break after it to be a soft wrap before a capital. */
const FULL_LINE = 0.75;
/** A line wider than this was not wrapped by anyone. */
const WIDEST_WRAP = 130;

/** Cuts a text into blocks. Blocks hold the text as it stands, so an offset in a block plus `offset` is one in the text. */
export function blocksOfText(text: string): PlacedBlock[] {
  const out: PlacedBlock[] = [];
  let run: Line[] = [];
  let section: Section = null;
  const flush = (): void => {
    if (run.length > 0) section = addRun(text, run, out, section);
    run = [];
  };
  for (const line of linesOf(text)) {
    if (line.text.trim() === '') flush();
    else run.push(line);
  }
  flush();
  return out;
}

function sectionOf(line: string): Section {
  const bare = line
    .replace(/^[#\s]*(?:[A-Z]?\d*[.)]?\s+)?/, '')
    .replace(/[:\s*]+$/, '')
    .toLowerCase();
  if (/^(table of )?contents( page)?$/.test(bare)) return 'contents';
  if (
    /^(references|bibliography|works cited|sources|further reading|endnotes)( and .{1,20})?$/.test(
      bare,
    )
  )
    return 'references';
  return null;
}

type Section = 'contents' | 'references' | null;

/** Adds the blocks of a run of lines without blank lines; gives back the section that the next run is in. */
function addRun(text: string, run: readonly Line[], out: PlacedBlock[], section: Section): Section {
  let now = section;
  const widest = Math.max(...run.map((line) => line.text.length));
  let i = 0;
  while (i < run.length) {
    const line = run[i] as Line;
    if (isRule(line.text)) {
      i++;
      continue;
    }
    const named = sectionOf(line.text);
    if (named) {
      now = named;
      put(text, out, line.start, line.end, 'heading', 2);
      i++;
      continue;
    }
    if (isContentsLine(line.text)) {
      put(text, out, line.start, line.end, 'contents');
      i++;
      continue;
    }
    if (isRow(line.text)) {
      cells(text, out, line);
      i++;
      continue;
    }
    let last = i;
    while (
      last + 1 < run.length &&
      joins(run[last] as Line, run[last + 1] as Line, widest, run.length)
    )
      last++;
    const end = (run[last] as Line).end;
    const level = headingLevel(
      text.slice(line.start, end),
      i === 0,
      last + 1 >= run.length,
      run,
      last,
    );
    if (level > 0) {
      if (now === 'references' || (now === 'contents' && i === 0)) now = null;
      put(text, out, line.start, end, 'heading', level);
    } else if (now === 'references') put(text, out, line.start, end, 'reference');
    else if (now === 'contents' && /\s\d{1,3}\s*$/.test(line.text))
      put(text, out, line.start, end, 'contents');
    else {
      if (now === 'contents') now = null;
      put(text, out, line.start, end, listMarker(line.text) > 0 ? 'list-item' : 'paragraph');
    }
    i = last + 1;
  }
  return now;
}

function put(
  text: string,
  out: PlacedBlock[],
  start: number,
  end: number,
  kind: BlockKind,
  level?: number,
): void {
  const block = { text: text.slice(start, end), kind, offset: start };
  out.push(level === undefined ? block : { ...block, level });
}

function cells(text: string, out: PlacedBlock[], line: Line): void {
  let start = line.start;
  for (let i = line.start; i <= line.end; i++) {
    const unit = text.charAt(i);
    if (i < line.end && unit !== '|' && unit !== '\t') continue;
    if (text.slice(start, i).trim() !== '') put(text, out, start, i, 'cell');
    start = i + 1;
  }
}

/** Whether the break between two lines is a soft wrap, so that a sentence runs on over it. */
function joins(line: Line, next: Line, widest: number, lines: number): boolean {
  const before = line.text.trimEnd();
  const after = next.text.trimStart();
  if (
    /^#{1,6}\s/.test(before) ||
    isRule(next.text) ||
    isRow(next.text) ||
    isContentsLine(next.text)
  )
    return false;
  if (sectionOf(next.text) || /^#{1,6}\s/.test(after)) return false;
  // A word broken at the end of the line.
  if (/\p{L}[-\u00ad\u2010]$/u.test(before) && /^\p{L}/u.test(after)) return true;
  if (listMarker(after) > 0) return false;
  if (isCapitals(before) !== isCapitals(after) && (isCapitals(before) || after.length > 12))
    return false;
  if (/^\p{Ll}/u.test(after)) {
    if (/^\w+:/.test(after)) return false;
    // A short line is wrapped only in a narrow column; a closed one hardly ever.
    return !/[.!?:;]$/.test(before);
  }
  if (isClosed(before)) return false;
  if (/[,&(]$|\b(?:and|or|of|the|for|to|in|with|by|a|an)$/i.test(before)) return true;
  if (numberDepth(after) > 0) return false;
  if (isCapitals(before) && isCapitals(after)) return true;
  const word = /^\S+/.exec(after)?.[0].length ?? 0;
  return (
    lines >= 3 &&
    widest <= WIDEST_WRAP &&
    before.length + 1 + word > widest * FULL_LINE &&
    before.length > widest * 0.6
  );
}

/** Heading depth of a stretch, 0 where it is none. */
function headingLevel(
  stretch: string,
  first: boolean,
  last: boolean,
  run: readonly Line[],
  index: number,
): number {
  const marks = /^\s*(#{1,6})\s/.exec(stretch);
  if (marks) return (marks[1] ?? '').length;
  if (/^\s*\*\*[^*]+\*\*:?\s*$/.test(stretch)) return 4;
  if (!looksLikeHeading(stretch)) return 0;
  if (isCapitals(stretch) && stretch.trim().length <= 120) return 2;
  if (listMarker(stretch) > 0 && numberDepth(stretch) === 0) return 0;
  if (/:\s*$/.test(stretch)) return stretch.trim().length <= 60 && !last ? 4 : 0;
  const depth = numberDepth(stretch);
  const follows = run[index + 1];
  // Alone between blank lines, or the first line over longer text.
  if (first && last) return stretch.length <= 80 ? 3 + Math.min(depth, 2) : 0;
  if (first && follows)
    return follows.text.length > stretch.length || listMarker(follows.text) > 0 ? 3 : 0;
  if (depth > 0 && follows && follows.text.length > stretch.length * 1.5)
    return 2 + Math.min(depth, 3);
  return 0;
}
