// Whether a line goes on with a block that is open above it: by tags where the file has them, else by place, font and words.
import { isCapitals, isClosed, listMarker, numberDepth } from '../../detect/text-lines';
import type { PageBlock, PageBlockKind } from '../model';
import type { Line } from './lines';

/** A block that is being built. */
export interface Draft {
  kind: PageBlockKind;
  level: number;
  readonly lines: Line[];
  at: PageBlock['at'] | null;
}

export interface Metrics {
  /** Usual distance of baselines, as a share of the font size. */
  readonly leading: number;
  /** The same among the lines around this one, in its column. */
  leadingAt(line: Line): number;
  /** How far the lines drawn around this one, in its column, reach to the right. */
  rightEdge(line: Line): number;
}

const USUAL_LEADING = 1.25;
const CLOSEST = 0.6;
/** Lines of running text never stand closer than this. */
const CLOSEST_LINES = 0.9;
/** Distance of baselines above which no paragraph goes on, in shares of the size. */
const WIDEST = 2.1;
/** Beyond the usual distance by this share of the size: a new paragraph. */
const LOOSER = 0.3;

/** Beyond the usual distance by no more than this: a line of the same cell. */
const TIGHT = 0.1;

/** Lines of a column looked at before and after a line for how far they reach. */
const AROUND = 5;

export function metricsOf(lines: readonly Line[]): Metrics {
  const distances = new Map<number, number>();
  const order = new Map(lines.map((line, i) => [line, i]));
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (!next || next.size !== line.size || next.angle !== line.angle) return;
    const distance = Math.round(((next.v - line.v) / line.size) * 20) / 20;
    if (distance < CLOSEST_LINES || distance > 2 || !overlap(line, next)) return;
    distances.set(distance, (distances.get(distance) ?? 0) + Math.min(line.text.length, 60));
  });
  let leading = USUAL_LEADING;
  let most = 0;
  for (const [distance, count] of distances) {
    if (count <= most) continue;
    most = count;
    leading = distance;
  }
  // The lines of a column around one of them: how far they reach, and how close they stand at the closest.
  const known = new Map<Line, { edge: number; closest: number }>();
  const around = (line: Line) => {
    const before = known.get(line);
    if (before) return before;
    const found = { edge: line.end, closest: Number.POSITIVE_INFINITY };
    const at = order.get(line) ?? 0;
    for (const step of [-1, 1])
      for (let i = at; i !== at + AROUND * step; i += step) {
        const [one, next] = [lines[i] as Line, lines[i + step]];
        if (!next || (next.v - one.v) * step <= 0 || !overlap(one, next)) break;
        if (Math.max(one.size, next.size) > Math.min(one.size, next.size) * 1.12) break;
        const distance = Math.abs(next.v - one.v) / Math.max(one.size, next.size);
        if (Math.abs(next.start - one.start) > one.size * 3 || distance > WIDEST) break;
        found.edge = Math.max(found.edge, next.end);
        if (distance >= CLOSEST_LINES) found.closest = Math.min(found.closest, distance);
      }
    known.set(line, found);
    return found;
  };
  return {
    leading,
    rightEdge: (line) => around(line).edge,
    leadingAt: (line) => {
      const { closest } = around(line);
      return closest <= WIDEST ? closest : leading;
    },
  };
}

/** `adjacent`: the page drew the line straight after the block's last one. */
export function continuesBlock(
  block: Draft,
  line: Line,
  adjacent: boolean,
  metrics: Metrics,
): boolean {
  const last = block.lines[block.lines.length - 1] as Line;
  if (last.angle !== line.angle || last.artifact !== line.artifact) return false;
  if (line.tag || last.tag) return byTags(block, last, line, adjacent, metrics);
  if (!isBelow(block, last, line, metrics)) return false;
  if (adjacent && isBrokenWord(last, line)) return true;
  if (startsItem(last, line)) return false;
  if (!sameLook(last, line)) return false;
  const unfinished = !isClosed(last.text) && /^\p{Ll}/u.test(line.text);
  const full = isFull(last, line, metrics);
  if (!adjacent) {
    // Drawn across a row: the next line of this cell, or the cell below it, which stands further off.
    const near =
      (line.v - last.v) / last.size <= Math.max(metrics.leading, metrics.leadingAt(last)) + TIGHT;
    return near && full && (unfinished || isProse(last));
  }
  if (unfinished) return true;
  if (isIndented(block, line) && isClosed(last.text)) return false;
  return full;
}

/** Tags are believed, save where one paragraph was tagged line by line, or a whole page as one. */
function byTags(
  block: Draft,
  last: Line,
  line: Line,
  adjacent: boolean,
  metrics: Metrics,
): boolean {
  if (last.tag === line.tag) {
    if (last.tag?.kind === 'cell') return true;
    const distance = (line.v - last.v) / Math.max(line.size, last.size);
    const apart = distance > Math.max(WIDEST, metrics.leading * 1.5) && isClosed(last.text);
    return !apart && Math.max(line.size, last.size) < Math.min(line.size, last.size) * 1.4;
  }
  if (!adjacent || last.tag?.kind !== 'paragraph' || line.tag?.kind !== 'paragraph') return false;
  return (
    isBelow(block, last, line, metrics) &&
    sameLook(last, line) &&
    !isClosed(last.text) &&
    /^\p{Ll}/u.test(line.text) &&
    isFull(last, line, metrics)
  );
}

function isBelow(block: Draft, last: Line, line: Line, metrics: Metrics): boolean {
  const size = Math.max(last.size, line.size);
  const distance = (line.v - last.v) / size;
  if (distance < CLOSEST || distance > WIDEST || !overlap(last, line)) return false;
  const before = block.lines[block.lines.length - 2];
  const local = metrics.leadingAt(last);
  const usual = before ? (last.v - before.v) / last.size : local;
  // Raised figures and fonts of another height push single lines a little apart.
  return distance <= Math.max(usual, local * 0.85) + LOOSER;
}

function overlap(a: Line, b: Line): boolean {
  return b.start < a.end && b.end > a.start;
}

function isBrokenWord(last: Line, line: Line): boolean {
  return /\p{L}[-\u00ad\u2010]$/u.test(last.text) && /^\p{Ll}/u.test(line.text);
}

/** A bullet begins a block; a number does where the line before may have ended. */
function startsItem(last: Line, line: Line): boolean {
  if (/^[•▪●◦■□‣⁃·\ue000-\uf8ff]/.test(line.text)) return true;
  const numbered =
    listMarker(line.text) > 0 ||
    (numberDepth(line.text) > 0 && /^\S+\s+["'“‘(]?\p{Lu}/u.test(line.text));
  return numbered && (isClosed(last.text) || line.start <= last.start + 1);
}

function sameLook(a: Line, b: Line): boolean {
  const large = Math.max(a.size, b.size);
  if (large > Math.min(a.size, b.size) * 1.12) return false;
  // Another font over the whole line: a heading above its text, unless the line before runs on into it.
  return a.font === b.font || !isWhole(a) || !isWhole(b) || !/^\p{Lu}|^\d/u.test(b.text);
}

function isWhole(line: Line): boolean {
  return line.pieces.every((piece) => piece.font === line.font);
}

/** A capital is wider than the letters of a line by this share. */
const WIDER = 0.4;

/** Would the next line's first word not have fitted on this one? */
function isFull(last: Line, line: Line, metrics: Metrics): boolean {
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  const letter = (last.end - last.start) / Math.max(1, last.text.length);
  const capitals = isCapitals(last.text) ? 0 : (word.match(/\p{Lu}/gu)?.length ?? 0);
  const width = letter * (word.length + capitals * WIDER + 0.5);
  const edge = Math.max(last.end, line.end, metrics.rightEdge(last));
  return last.end + width > edge - last.size * 0.3;
}

/** A line as long as those of running text. */
export function isProse(line: Line): boolean {
  return line.text.length >= 35 && line.end - line.start > line.size * 14;
}

function isIndented(block: Draft, line: Line): boolean {
  const left = Math.min(...block.lines.map((other) => other.start));
  return line.start > left + line.size * 0.7;
}
