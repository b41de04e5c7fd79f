// Gathers pieces into lines: stretches of one line that belong to one column or cell, in the order of the page's drawing.
import { splitAtCorridors } from './corridors';
import { isMarker, type Piece } from './pieces';
import type { Tag } from './tags';

/** Lengths in CSS pixels at scale 1; `u` runs along the text, `v` across it. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Baseline. */
  readonly v: number;
  /** Of most of its letters. */
  readonly size: number;
  readonly font: string;
  readonly angle: number;
  readonly tag: Tag | null;
  readonly artifact: boolean;
}

/** Gaps in shares of the font size. A gap beyond this parts columns or cells, unless the line is stretched evenly. */
const WIDEST_GAP = 2.6;
/** From a bullet or a section number to its text. */
const MARKER_GAP = 7;
const OVERLAP = 0.6;
const WORD_GAP = 0.15;

/** The lines of a page from its pieces, both in drawing order. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  for (const piece of pieces) {
    const last = run[run.length - 1];
    if (last && isTwin(run, piece)) continue;
    if (last && followsOn(run, last, piece)) run.push(piece);
    else {
      run = [piece];
      runs.push(run);
    }
  }
  return splitAtCorridors(fillHoles(runs)).map(lineOf);
}

/** Drawn twice a hair apart, to look bold or to throw a shadow. */
function isTwin(run: readonly Piece[], piece: Piece): boolean {
  return run
    .slice(-4)
    .some(
      (other) =>
        other.text === piece.text &&
        Math.abs(other.u - piece.u) < piece.size * 0.25 &&
        Math.abs(other.v - piece.v) < piece.size * 0.25,
    );
}

function followsOn(run: readonly Piece[], last: Piece, piece: Piece): boolean {
  if (!onOneLine(last, piece)) return false;
  const gap = gapBetween(last, piece) / Math.max(last.size, piece.size);
  if (gap < -OVERLAP) return false;
  if (piece.tag) return true;
  return gap <= WIDEST_GAP || (gap <= MARKER_GAP && run.length === 1 && isMarker(last));
}

/** Same direction, same block where tags say so, and baselines that agree; small raised or lowered figures are let in. */
function onOneLine(a: Piece, b: Piece): boolean {
  if (a.angle !== b.angle || a.tag !== b.tag || a.artifact !== b.artifact) return false;
  const large = Math.max(a.size, b.size);
  const off = Math.abs(a.v - b.v);
  return off <= large * 0.2 || (Math.min(a.size, b.size) <= large * 0.86 && off <= large * 0.62);
}

function gapBetween(a: Piece, b: Piece): number {
  return b.direction === 'rtl' && a.direction === 'rtl'
    ? a.u - (b.u + b.width)
    : b.u - (a.u + a.width);
}

/** Joins runs that lie in one line but were not drawn one after the other: links and bold words that are drawn last. */
function fillHoles(runs: Piece[][]): Piece[][] {
  const order = new Map(runs.map((run, i) => [run, i]));
  const byPlace = runs
    .filter((run) => run[0]?.direction === 'ltr')
    .sort((a, b) => (a[0]?.v ?? 0) - (b[0]?.v ?? 0) || (a[0]?.u ?? 0) - (b[0]?.u ?? 0));
  const gone = new Set<Piece[]>();
  for (let i = 0; i < byPlace.length; i++) {
    const run = byPlace[i] as Piece[];
    if (gone.has(run)) continue;
    for (let k = i + 1; k < byPlace.length && k < i + 40; k++) {
      const other = byPlace[k] as Piece[];
      const first = other[0] as Piece;
      const last = run[run.length - 1] as Piece;
      if (first.v - (run[0] as Piece).v > last.size * 0.7) break;
      if (gone.has(other) || !onOneLine(last, first)) continue;
      const gap = gapBetween(last, first) / Math.max(last.size, first.size);
      if (gap < -0.15 || gap > 0.4) continue;
      run.push(...other);
      gone.add(other);
      order.set(run, Math.min(order.get(run) ?? 0, order.get(other) ?? 0));
      k = i;
    }
  }
  return runs
    .filter((run) => !gone.has(run))
    .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function lineOf(pieces: readonly Piece[]): Line {
  const first = pieces[0] as Piece;
  let most = first;
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  let text = '';
  const letters = new Map<string, number>();
  pieces.forEach((piece, i) => {
    const key = `${piece.font} ${piece.size}`;
    const count = (letters.get(key) ?? 0) + piece.text.length;
    letters.set(key, count);
    if (count > (letters.get(`${most.font} ${most.size}`) ?? 0)) most = piece;
    start = Math.min(start, piece.u);
    end = Math.max(end, piece.u + piece.width);
    const next = pieces[i + 1];
    text += piece.text + (next ? joinInLine(piece, next) : '');
  });
  const { v, size, font } = most;
  const { angle, tag, artifact } = first;
  return { pieces, text: text.trim(), start, end, v, size, font, angle, tag, artifact };
}

/** What stands between two pieces of one line: a space by the gap, or nothing where a word is drawn in parts. */
export function joinInLine(a: Piece, b: Piece): '' | ' ' {
  if (/\s$/.test(a.text) || /^\s/.test(b.text)) return '';
  if (b.spaced) return ' ';
  const large = Math.max(a.size, b.size);
  if (gapBetween(a, b) > large * WORD_GAP) return ' ';
  // The figure of a footnote is no part of the word that it hangs on.
  const raised = Math.min(a.size, b.size) <= large * 0.86 && Math.abs(a.v - b.v) > large * 0.1;
  const figure = (text: string) => /^[\d,*†‡]+$/.test(text);
  const hangs = figure(b.text) || (figure(a.text) && /^[\p{L}\p{N}]/u.test(b.text));
  return raised && hangs ? ' ' : '';
}
