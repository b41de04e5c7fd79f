// Finds running heads and feet: what is said again at the same place of neighbouring pages, and page numbers.
import type { Draft } from './joins';
import { textOfLines } from './kinds';
import type { Line } from './lines';

/** Shares of the page's height in which heads and feet stand. */
const HEAD = 0.13;
const FOOT = 0.88;
/** Places agree within this many pixels. */
const NEAR = 4;

const NUMBER =
  /^(?:[-–—|]\s*)?(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|\/|\|)\s*\d{1,4})?(?:\s*\|?\s*p\s?a\s?g\s?e)?(?:\s*[-–—|])?$/i;

/** A page as far as its edges are concerned. */
export interface Edged {
  readonly height: number;
  readonly width: number;
  readonly drafts: readonly Draft[];
}

/** Marks the running blocks of a page by its neighbours, at most two pages away on each side. */
export function markRunning(page: Edged, neighbours: readonly Edged[]): void {
  for (const draft of page.drafts) {
    const zone = zoneOf(draft, page);
    if (!zone) continue;
    const first = draft.lines[0] as Line;
    const text = textOfLines(draft).trim();
    const again = () =>
      neighbours.some((other) =>
        other.drafts.some(
          (there) => zoneOf(there, other) === zone && isSame(draft, there, page, other),
        ),
      );
    if (first.artifact || NUMBER.test(text) || again()) {
      draft.kind = 'running';
      draft.level = 0;
      draft.at = null;
    }
  }
}

/** Stands where running heads and feet stand, whatever it is. */
export function isAtEdge(line: Line, height: number): boolean {
  return line.v < height * HEAD || line.v > height * FOOT;
}

function zoneOf(draft: Draft, page: Edged): 'head' | 'foot' | null {
  const first = draft.lines[0] as Line;
  const last = draft.lines[draft.lines.length - 1] as Line;
  if (first.angle !== 0 || draft.lines.length > 4) return null;
  if (last.v < page.height * HEAD) return 'head';
  return first.v > page.height * FOOT ? 'foot' : null;
}

/** The same words, whatever the numbers in them, at the same height; left and right pages may mirror each other. */
function isSame(a: Draft, b: Draft, here: Edged, there: Edged): boolean {
  const [one, two] = [a.lines[0] as Line, b.lines[0] as Line];
  if (plain(a) !== plain(b)) return false;
  return (
    Math.abs(one.v - two.v) <= NEAR ||
    Math.abs(here.height - one.v - (there.height - two.v)) <= NEAR
  );
}

function plain(draft: Draft): string {
  return textOfLines(draft)
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\b[ivxl]+\b/g, '#')
    .replace(/\s+/g, ' ');
}
