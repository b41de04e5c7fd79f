// What the reader keeps of an import: ticked entries and passages, and of the same cell what they kept before.
import type { Cell, Entry, Kind, Passage } from '../model';
import { INVERSE } from '../packs/integrity';
import type { HeldEntry } from '../views';
import { asLine, bare, hasOwn, isOwn } from './own';
import { type Choice, type Held, type ImportView, type KeptCell, topicsKept } from './views';

/**
 * The whole of the cell in the reader's own evidence, which this takes the place of. Relations lead to entries that are
 * kept or held, and among the kept are told from both sides.
 */
export function keptOf(
  { review, held, older, entries: rows }: ImportView,
  choice: Choice,
): KeptCell {
  const heldEntries = new Map(held.entries.map((entry) => [entry.id, entry]));
  const topics = new Map(rows.map((row) => [row.entry.id, topicsKept(row, choice)]));
  const taken = review.entries
    .filter(({ id }) => choice.ids.has(id))
    .map((entry) => {
      const dated = older ? { ...entry, edition: 'older' as const } : entry;
      const kept = { ...dated, topics: topics.get(entry.id) ?? [] };
      return merged(withKind(kept, choice.kinds.get(entry.id)), heldEntries.get(entry.id));
    });
  const takenIds = new Set(taken.map(({ id }) => id));
  const orders = new Map(older ? [] : review.entries.map(({ id, order }) => [id, order]));
  // Lines that are held are kept for their place in the list alone, unless they are the reader's own.
  const lines = held.entries
    .filter((entry) => !takenIds.has(entry.id) && (hasOwn(entry) || orders.has(entry.id)))
    .map((entry) => ({ ...asLine(entry), order: orders.get(entry.id) ?? entry.order }));
  const passages = review.passages.filter(({ id }) => choice.ids.has(id));
  const passageIds = new Set(passages.map(({ id }) => id));
  const passagesBefore = held.passages.filter((one) => isOwn(one) && !passageIds.has(one.id));
  const entries = related([...taken, ...lines], heldEntries);
  const known = new Set([...heldEntries.keys(), ...takenIds]);
  const whole = !older && review.entries.every(({ id }) => known.has(id));
  return {
    cell: {
      ...cellOf(review.cell, held, choice.cell),
      completeness: whole ? review.cell.completeness : 'part',
    },
    entries,
    passages: [...passages, ...passagesBefore.map(bare)].map(
      (passage): Passage => ({
        ...passage,
        entries: passage.entries.filter((id) => known.has(id)),
      }),
    ),
  };
}

/** A kind that the reader set was not printed: it stays marked as inferred. */
function withKind(entry: Entry, kind: Kind | undefined): Entry {
  return kind === undefined ? entry : { ...entry, kind, kindInferred: true };
}

/** What an earlier copy said and this one does not say stays. Other evidence is no part of it: it is held by itself. */
function merged(imported: Entry, held: HeldEntry | undefined): Entry {
  if (!held || !hasOwn(held)) return imported;
  const line = asLine(held);
  const nation = imported.nation ?? line.nation;
  const known = new Set(line.links.map(({ url }) => url));
  return {
    ...imported,
    ...(imported.kind === null ? { kind: line.kind, kindInferred: line.kindInferred } : {}),
    year: imported.year ?? line.year,
    country: imported.country ?? line.country,
    ...(nation === undefined ? {} : { nation }),
    publisher: imported.publisher ?? line.publisher,
    links: [...line.links, ...imported.links.filter(({ url }) => !known.has(url))],
  };
}

function related(entries: readonly Entry[], held: ReadonlyMap<string, HeldEntry>): Entry[] {
  const kept = new Map(entries.map((entry) => [entry.id, entry]));
  return entries.map((entry) => ({
    ...entry,
    relations: entry.relations.filter(({ to, type }) => {
      const other = kept.get(to);
      if (!other) return held.has(to);
      return other.relations.some((back) => back.to === entry.id && back.type === INVERSE[type]);
    }),
  }));
}

/** Without the reader's tick the title and date that are held stay. */
function cellOf(imported: Cell, held: Held, take: boolean): Cell {
  const before = held.cells.find(({ id }) => id === imported.id);
  if (!before || take) return imported;
  const { title, revised, questions } = before;
  return { ...imported, title, revised, questions };
}
