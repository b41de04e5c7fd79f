// Tells the wide spaces of a stretched line from the white corridors between columns and cells: a corridor goes on above or below.
import { isMarker, type Piece } from './pieces';

/** Gaps in shares of the font size: narrower ones are spaces between words. */
const NARROWEST = 0.45;
/** Where no line above or below says anything. */
const ALONE = 1.6;
/** White that two lines have in common, at least. */
const COMMON = 0.35;
/** Lines looked at above and below. */
const ROWS = 3;

interface Gap {
  readonly run: number;
  /** Index of the piece after the gap. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly v: number;
  readonly size: number;
}

interface Row {
  readonly v: number;
  readonly stretches: { from: number; to: number }[];
}

/** Cuts runs of untagged pieces at the gaps that are corridors. Keeps the order. */
export function splitAtCorridors(runs: readonly Piece[][]): Piece[][] {
  const gaps = runs.flatMap((run, i) => gapsOf(run, i));
  if (gaps.length === 0) return [...runs];
  const rows = rowsOf(runs);
  const cuts = new Map<number, number[]>();
  for (const gap of gaps) {
    if (!isCorridor(gap, rows)) continue;
    cuts.set(gap.run, [...(cuts.get(gap.run) ?? []), gap.at]);
  }
  return runs.flatMap((run, i) => {
    const at = cuts.get(i);
    if (!at) return [run];
    return [0, ...at].map((from, k) => run.slice(from, at[k] ?? run.length));
  });
}

/** The gaps of a run that may be corridors: none where the line is stretched evenly. */
function gapsOf(run: readonly Piece[], index: number): Gap[] {
  const first = run[0];
  if (!first || first.tag || first.direction === 'rtl') return [];
  const gaps: Gap[] = [];
  const widths: number[] = [];
  for (let i = 1; i < run.length; i++) {
    const before = run[i - 1] as Piece;
    const piece = run[i] as Piece;
    const from = before.u + before.width;
    const width = (piece.u - from) / piece.size;
    if (width > 0.12) widths.push(width);
    if (width <= NARROWEST || (i === 1 && isMarker(before))) continue;
    gaps.push({ run: index, at: i, from, to: piece.u, v: piece.v, size: piece.size });
  }
  const even =
    widths.length >= 3 && Math.max(...widths) < Math.min(...widths) * 1.3 && run.length < 40;
  return even ? [] : gaps;
}

function rowsOf(runs: readonly Piece[][]): Row[] {
  const rows: Row[] = [];
  const upright = runs
    .filter((run) => run[0]?.angle === 0)
    .sort((a, b) => (a[0]?.v ?? 0) - (b[0]?.v ?? 0));
  for (const run of upright) {
    const first = run[0] as Piece;
    let row = rows[rows.length - 1];
    if (!row || first.v - row.v > first.size * 0.3) {
      row = { v: first.v, stretches: [] };
      rows.push(row);
    }
    let from = first.u;
    let to = first.u + first.width;
    for (const piece of run.slice(1)) {
      if (piece.u - to > piece.size * NARROWEST) {
        row.stretches.push({ from, to });
        from = piece.u;
      }
      to = Math.max(to, piece.u + piece.width);
    }
    row.stretches.push({ from, to });
  }
  return rows;
}

function isCorridor(gap: Gap, rows: readonly Row[]): boolean {
  const at = rows.findIndex((row) => Math.abs(row.v - gap.v) <= gap.size * 0.3);
  const above = at < 0 ? 'silent' : look(gap, rows, at, -1);
  const below = at < 0 ? 'silent' : look(gap, rows, at, 1);
  if (above === 'crossed' || below === 'crossed') return false;
  if (above === 'clear' || below === 'clear') return true;
  return gap.to - gap.from > gap.size * ALONE;
}

/** What the nearest line on one side that reaches to both sides of the gap does with it. */
function look(
  gap: Gap,
  rows: readonly Row[],
  at: number,
  step: 1 | -1,
): 'crossed' | 'clear' | 'silent' {
  for (let i = 1; i <= ROWS; i++) {
    const row = rows[at + i * step];
    if (!row || Math.abs(row.v - gap.v) > gap.size * 2.2 * i) return 'silent';
    const left = row.stretches.filter((s) => s.from < gap.from);
    const right = row.stretches.filter((s) => s.to > gap.to);
    if (left.length === 0 || right.length === 0) continue;
    const from = Math.max(gap.from, ...left.map((s) => s.to));
    const to = Math.min(gap.to, ...right.map((s) => s.from));
    return to - from >= gap.size * COMMON ? 'clear' : 'crossed';
  }
  return 'silent';
}
