// Puts the entries of a topic in the order in which a reader with half a minute should meet them.
import type { Entry, Kind } from './model';

/**
 * Key studies come first: they are what the matrix's editors chose as most telling, and they hold a
 * result. Reviews weigh many studies, but most are held by subject only. Guidance says what to do and
 * not what was found. Seminal studies opened a field decades ago and are seldom the last word.
 */
const KIND_ORDER: readonly (Kind | null)[] = ['key', 'review', 'guidance', 'seminal', null];
/** A line of its own before a document that is named beside others. */
const ROLE_ORDER: readonly Entry['role'][] = ['main', 'secondary', 'commentary'];
const SAME: ReadonlySet<string> = new Set(['same-document', 'listed-also-in']);

/** Best first. `cells` are the topic's cells, main cell first; the order is total, so it never varies. */
export function rankEntries<T extends Entry>(entries: readonly T[], cells: readonly string[]): T[] {
  const keyed = entries.map((entry) => ({ entry, key: sortKey(entry, cells) }));
  keyed.sort((a, b) => a.key - b.key || (a.entry.id < b.entry.id ? -1 : 1));
  return keyed.map(({ entry }) => entry);
}

/**
 * Keeps the first of entries that are one document, and says in its `cells` where the others stand:
 * a trial listed in both matrices is one trial, and must not look like two.
 */
export function withoutTwins<T extends Entry>(ranked: readonly T[]): T[] {
  const kept: T[] = [];
  /** Place in `kept` of the entry that stands for this one. */
  const standsFor = new Map<string, number>();
  for (const entry of ranked) {
    const at = standsFor.get(entry.id);
    const holder = at === undefined ? undefined : kept[at];
    if (at !== undefined && holder) {
      kept[at] = { ...holder, cells: [...new Set([...holder.cells, ...entry.cells])] };
    } else {
      for (const { type, to } of entry.relations)
        if (SAME.has(type)) standsFor.set(to, kept.length);
      kept.push(entry);
    }
  }
  return kept;
}

/** Lines of a list that are told apart; 2^20. */
const MOST_LINES = 1_048_576;

/** Smaller is better. Each rule is a digit of one number: comparing numbers is what makes ranking 100,000 entries quick. */
function sortKey(entry: Entry, cells: readonly string[]): number {
  let key = 0;
  const then = (value: number, of: number) => {
    key = key * of + value;
  };
  // What was read says something; a title does not.
  then(entry.completeness === 'full' ? 0 : 1, 2);
  // A result for this or that outcome before a document without one.
  then(entry.findings.some(({ direction }) => direction !== 'not-effects') ? 0 : 1, 2);
  // The topic's main cell, then its other cells, then the rest of that matrix, then the other matrix.
  let at = cells.length + 1;
  for (const cell of entry.cells) at = Math.min(at, placeIn(cells, cell));
  then(at, 64);
  then(KIND_ORDER.indexOf(entry.kind), 8);
  then(ROLE_ORDER.indexOf(entry.role), 4);
  // Still in the cell, as far as is known.
  then(entry.edition === 'latest' ? 0 : 1, 2);
  // Newest first; a year that is not known comes last. Years run from 1900 to 2100.
  then(entry.year === null ? 255 : 2100 - entry.year, 256);
  then(Math.min(Math.max(entry.order ?? MOST_LINES, 0), MOST_LINES - 1), MOST_LINES);
  return key;
}

function placeIn(cells: readonly string[], cell: string): number {
  const at = cells.indexOf(cell);
  if (at !== -1) return at;
  return cell.split('/')[0] === cells[0]?.split('/')[0] ? cells.length : cells.length + 1;
}
