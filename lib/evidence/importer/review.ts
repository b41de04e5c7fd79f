// What an imported cell would change: each entry new, the same or changed field by field, for the reader to decide on.
import { say } from '../../words/words';
import { CellId, type Entry, type Passage } from '../model';
import type { HeldPassage } from '../views';
import { convertCell } from './convert';
import type { ImportedCell } from './model';
import { isOwn } from './own';
import { sameTitle } from './slugs';
import type { Difference, FieldChange, Held, ImportReview } from './views';
import { stemsOf, Weights } from './words';

export type Reviewed =
  | { readonly ok: true; readonly review: ImportReview }
  | { readonly ok: false; readonly reason: string };

export interface ReviewOptions {
  readonly file: string;
  /** Day of the import, `2026-11-24`. */
  readonly date: string;
  /** The reader's own choice of cell, where the file does not say it. */
  readonly cellId?: string;
  readonly base?: string;
}

/** Share of a title's telling words that two titles of the same year must have in common to be one entry. */
const SAME_ENTRY = 0.6;

/** Nothing is stored. Refuses only what cannot be placed: a file without entries, or without its cell. */
export function reviewImport(imported: ImportedCell, held: Held, options: ReviewOptions): Reviewed {
  const cellId = options.cellId ?? imported.id;
  if (imported.entries.length === 0)
    return {
      ok: false,
      reason: say(
        'No entries were found in this file. Nothing was changed. Check that it is a matrix cell.',
      ),
    };
  if (cellId === null || !CellId.safeParse(cellId).success)
    return {
      ok: false,
      reason: say(
        'The file does not say which cell it is. Nothing was changed. Choose the cell and try again.',
      ),
    };
  const heldEntries = held.entries.filter(({ cells }) => cells.includes(cellId));
  const heldCell = held.cells.find(({ id }) => id === cellId) ?? null;
  const match = matcher(heldEntries);
  const converted = convertCell(imported, { ...options, cellId, heldId: match, heldCell });
  const byId = new Map(heldEntries.map((entry) => [entry.id, entry]));
  const found = new Set(converted.entries.map(({ id }) => id));
  const heldPassages = held.passages.filter(({ cell }) => cell === cellId);
  const passages = converted.passages.map((passage) => passageId(passage, heldPassages));
  return {
    ok: true,
    review: {
      ...converted,
      passages,
      cellDifference: difference(cellId, converted.cell.title, heldCell, converted.cell, [
        'title',
        'revised',
      ]),
      entryDifferences: converted.entries.map((entry) =>
        entryDifference(byId.get(entry.id), entry),
      ),
      passageDifferences: passages.map((passage) =>
        passageDifference(heldPassage(passage, heldPassages), passage),
      ),
      missing: heldEntries
        .filter(({ id, role }) => role === 'main' && !found.has(id))
        .map(({ id }) => id),
      problems: imported.problems,
    },
  };
}

/** Finds the held entry that an imported line is: by its title, else by year and most of its words. */
function matcher(held: readonly Entry[]) {
  const stems = held.map(({ title }) => stemsOf(title));
  const weights = new Weights(stems);
  return ({ title, year, role }: { title: string; year: number | null; role: Entry['role'] }) => {
    const same = held.find(
      (entry) =>
        sameTitle(entry.title, title) &&
        (role === 'main') === (entry.role === 'main') &&
        (role === 'main' || entry.year === year),
    );
    if (same) return same.id;
    if (role !== 'main' || year === null) return null;
    const mine = stemsOf(title);
    const [best] = held
      .flatMap((entry, i) => {
        const theirs = stems[i] ?? new Set<string>();
        if (entry.role !== 'main' || entry.year !== year || theirs.size === 0) return [];
        const whole = Math.max(weights.shared(theirs, theirs), weights.shared(mine, mine));
        return [{ id: entry.id, share: weights.shared(mine, theirs) / whole }];
      })
      .sort((a, b) => b.share - a.share);
    return best && best.share >= SAME_ENTRY ? best.id : null;
  };
}

/**
 * The passage under the id of the reader's earlier copy of it; beside a passage of other evidence under an id of its
 * own, as both are shown.
 */
function passageId(passage: Passage, held: readonly HeldPassage[]): Passage {
  const same = heldPassage(passage, held);
  if (same && isOwn(same)) return { ...passage, id: same.id };
  return same || held.some(({ id }) => id === passage.id)
    ? { ...passage, id: `${passage.id}-in-a-copy` }
    : passage;
}

/** What is held under the same heading, the reader's own first. */
function heldPassage(passage: Passage, held: readonly HeldPassage[]): HeldPassage | null {
  const same = held.filter(({ heading }) => sameTitle(heading, passage.heading));
  return same.find(isOwn) ?? same[0] ?? null;
}

/** Not its place in the list: of most cells only a part is held, so that places differ everywhere. */
const ENTRY_FIELDS = ['kind', 'title', 'year', 'country', 'nation', 'publisher'] as const;

/** What the line does not say (a kind, a country) takes nothing away from what is held. */
function entryDifference(held: Entry | undefined, imported: Entry): Difference {
  const fields = ENTRY_FIELDS.filter(
    (field) => imported[field] !== null && imported[field] !== undefined,
  );
  const plain = difference(imported.id, imported.title, held ?? null, imported, fields);
  const known = new Set(held?.links.map(({ url }) => url));
  const links = imported.links.map(({ url }) => url).filter((url) => !known.has(url));
  if (!held || links.length === 0) return plain;
  const change = { field: 'links', held: [...known].join(' '), imported: links.join(' ') };
  return { ...plain, state: 'changed', changes: [...plain.changes, change] };
}

/** Of texts only that they differ: both are for the reader to read. */
function passageDifference(held: HeldPassage | null, imported: Passage): Difference {
  const summary = ({ heading, kind, paragraphs, more, entries }: Passage) => ({
    heading,
    kind,
    text: [...paragraphs, ...more].join('\n'),
    entries: [...entries].sort().join(' '),
  });
  const { id, heading } = imported;
  const plain = difference(id, heading, held ? summary(held) : null, summary(imported), [
    'heading',
    'kind',
    'text',
    'entries',
  ]);
  return { ...plain, heldId: held?.id ?? null };
}

function difference<K extends string>(
  id: string,
  title: string,
  held: { readonly [field in K]?: string | number | null | undefined } | null,
  imported: { readonly [field in K]?: string | number | null | undefined },
  fields: readonly K[],
): Difference {
  if (held === null) return { id, title, state: 'new', heldId: null, changes: [] };
  const changes = fields.flatMap((field): FieldChange[] => {
    const before = held[field] ?? null;
    const after = imported[field] ?? null;
    const alike =
      typeof before === 'string' && typeof after === 'string' && sameTitle(before, after);
    return before === after || alike ? [] : [{ field, held: before, imported: after }];
  });
  return { id, title, state: changes.length > 0 ? 'changed' : 'same', heldId: id, changes };
}
