// What the reader keeps of an import: ticked entries and passages, put together with what is held of them.
import type { Cell, Entry, Kind, Passage } from '../model';
import { INVERSE } from '../packs/integrity';
import type { Choice, Held, ImportView, KeptCell } from './views';

/**
 * Only what differs from what is held is kept, so that later versions of the rest are still taken up. What the copy does
 * not say (summaries, findings, topics) is taken over from what is held. Relations lead to entries that are kept or held,
 * and are told from both sides.
 */
export function keptOf({ review, held, older }: ImportView, choice: Choice): KeptCell {
  const heldEntries = new Map(held.entries.map((entry) => [entry.id, entry]));
  const same = new Set(
    review.entryDifferences.filter(({ state }) => state === 'same').map(({ id }) => id),
  );
  const taken = review.entries
    .filter(({ id }) => choice.ids.has(id) || same.has(id))
    .map((entry) => {
      const dated = older ? { ...entry, edition: 'older' as const } : entry;
      return merged(withKind(dated, choice.kinds.get(entry.id)), heldEntries.get(entry.id));
    });
  const takenIds = new Set(taken.map(({ id }) => id));
  const entries = taken
    .map((entry) => ({
      ...entry,
      relations: entry.relations.filter(
        ({ to, type }) =>
          takenIds.has(to) ||
          heldEntries
            .get(to)
            ?.relations.some((other) => other.to === entry.id && other.type === INVERSE[type]),
      ),
    }))
    .filter((entry) => !isHeld(entry, heldEntries.get(entry.id)));
  const known = new Set([...takenIds, ...heldEntries.keys()]);
  const passages = review.passages
    .filter(({ id }) => choice.ids.has(id))
    .map((passage): Passage => {
      const before = held.passages.find(({ id }) => id === passage.id);
      return {
        ...passage,
        topics: before?.topics ?? [],
        entries: passage.entries.filter((id) => known.has(id)),
      };
    });
  return { cell: cellOf(review.cell, held, choice.cell), entries, passages };
}

/** A kind that the reader set was not printed: it stays marked as inferred. */
function withKind(entry: Entry, kind: Kind | undefined): Entry {
  return kind === undefined ? entry : { ...entry, kind, kindInferred: true };
}

function merged(imported: Entry, held: Entry | undefined): Entry {
  if (!held) return imported;
  const known = new Set(held.links.map(({ url }) => url));
  const relations = imported.relations.filter(
    ({ to, type }) => !held.relations.some((other) => other.to === to && other.type === type),
  );
  return {
    ...held,
    kind: imported.kind ?? held.kind,
    kindInferred: imported.kind === null ? held.kindInferred : imported.kindInferred,
    order: imported.order ?? held.order,
    title: imported.title,
    year: imported.year ?? held.year,
    country: imported.country ?? held.country,
    ...(imported.nation === undefined ? {} : { nation: imported.nation }),
    publisher: imported.publisher ?? held.publisher,
    links: [...held.links, ...imported.links.filter(({ url }) => !known.has(url))],
    relations: [...held.relations, ...relations],
    edition: held.edition === 'latest' ? 'latest' : imported.edition,
    source: imported.source,
  };
}

function isHeld(entry: Entry, held: Entry | undefined): boolean {
  if (!held) return false;
  const said = ({ source: _source, edition: _edition, ...rest }: Entry) => JSON.stringify(rest);
  return said(entry) === said(held);
}

function cellOf(imported: Cell, held: Held, take: boolean): Cell {
  const before = held.cells.find(({ id }) => id === imported.id);
  if (!before) return imported;
  return {
    ...before,
    ...(take
      ? {
          title: imported.title,
          revised: imported.revised ?? before.revised,
          source: imported.source,
        }
      : {}),
    questions: imported.questions.length > 0 && take ? imported.questions : before.questions,
  };
}
