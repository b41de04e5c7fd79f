// The reader's own pack: cells that they imported, one beside the other. Texts in it are the pages' own and stay here.
import { phrase } from '../../words/words';
import { type Cell, type Entry, PACK_SCHEMA, type Pack, type Passage } from '../model';
import { OWN_PACK } from './model';

// Stored in English, as the file may travel; said where they are shown.
const TITLE = phrase('Your imported cells');
const LICENCE = phrase(
  'For your own use on this computer: texts of the pages that you imported are by their authors.',
);

export interface ImportedRows {
  readonly cell: Cell;
  readonly entries: readonly Entry[];
  readonly passages: readonly Passage[];
}

/** The own pack with this cell as imported; what it held of the cell before is gone. `day` is `2026-11-24`. */
export function withCell(
  own: Pack | null,
  shipped: Pack,
  { cell, entries, passages }: ImportedRows,
  day: string,
): Pack {
  const others = own && withoutCell(own, cell.id, day);
  return {
    schema: PACK_SCHEMA,
    role: 'own',
    id: OWN_PACK,
    extends: [shipped.id],
    title: TITLE,
    version: nextVersion(own),
    language: shipped.language,
    licence: LICENCE,
    revised: day,
    matrices: [],
    cells: [...(others?.cells ?? []), cell],
    entries: [...(others?.entries ?? []), ...entries],
    passages: [...(others?.passages ?? []), ...passages],
    guidance: [],
    statements: [],
    vocabulary: { classes: {}, topics: [], additions: [] },
  };
}

/** The own pack without this cell. */
export function withoutCell(own: Pack, cell: string, day: string): Pack {
  const entries = own.entries.filter(({ cells: [home] }) => home !== cell);
  const left = new Set(entries.map(({ id }) => id));
  const gone = new Set(own.entries.flatMap(({ id }) => (left.has(id) ? [] : [id])));
  return {
    ...own,
    version: nextVersion(own),
    revised: day,
    cells: own.cells.filter(({ id }) => id !== cell),
    entries: entries.map((entry) => ({
      ...entry,
      cells: entry.cells.filter((id) => id !== cell),
      relations: entry.relations.filter(({ to }) => !gone.has(to)),
    })),
    passages: own.passages.filter((passage) => passage.cell !== cell),
  };
}

/** Counts on in the last place; each import is a version that can be gone back from. */
function nextVersion(own: Pack | null): string {
  const last = Number(own?.version.split('.')[2] ?? -1);
  return `1.0.${last + 1}`;
}
