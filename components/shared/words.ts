// Words for dates, places and kinds in the matrix, said the same way on every page.
import type { Cell, Entry, Matrix, MatrixId } from '../../lib/evidence/model';
import { cellTitle, KIND_WORDS, localDay, MONTHS } from '../../lib/evidence/words';
import { phrase, say } from '../../lib/words/words';

/** `2018-07-17` → "17 July 2018". The date is a day, so no time zone comes into it. */
export function longDate(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${Number(date)} ${say(MONTHS[Number(month) - 1] ?? month)} ${year}`;
}

/** A moment (ISO 8601) as the day that it was where the reader is. */
export function momentWords(iso: string): string {
  return longDate(localDay(new Date(iso)));
}

export interface CellCode {
  readonly matrix: MatrixId;
  /** `E4`. */
  readonly code: string;
  /** Column, 1 to 5 for A to E. */
  readonly column: number;
  /** Row, 1 to 5. */
  readonly row: number;
}

/** `drug/E4` taken apart; null for anything else. */
export function cellCode(id: string): CellCode | null {
  const parts = /^(drug|alcohol)\/([A-E])([1-5])$/.exec(id);
  if (!parts) return null;
  const [, matrix, level = '', type = ''] = parts;
  return {
    matrix: matrix as MatrixId,
    code: level + type,
    column: 'ABCDE'.indexOf(level) + 1,
    row: Number(type),
  };
}

/** To be said where they are shown. */
export const MATRIX_WORDS: Readonly<Record<MatrixId, string>> = {
  drug: phrase('Drug'),
  alcohol: phrase('Alcohol'),
};

/** `drug/E4` → "drug E4". */
export function cellPlace(id: string): string {
  const at = cellCode(id);
  return at ? `${say(MATRIX_WORDS[at.matrix]).toLowerCase()} ${at.code}` : id;
}

/** "E4 Treatment systems: psychosocial therapies". */
export function cellName(cell: Pick<Cell, 'id' | 'title'>, matrix: Matrix | undefined): string {
  return cellTitle(cell, matrix ? [matrix] : []);
}

/** The name of a cell of a map; its id where the map does not hold it. */
export function cellNameIn(
  map: { matrices: readonly Matrix[]; cells: readonly { cell: Cell }[] },
  id: string,
): string {
  const held = map.cells.find(({ cell }) => cell.id === id);
  if (!held) return id;
  return cellName(
    held.cell,
    map.matrices.find((matrix) => id.startsWith(`${matrix.id}/`)),
  );
}

/** In the reader's language; `saying` is another way to say it, such as `phrase` for English. */
type Saying = (english: string) => string;

/** What sort of document an entry is. A kind that the source did not show is not guessed silently. */
export function kindWords(
  entry: Pick<Entry, 'kind' | 'kindInferred' | 'role'>,
  saying: Saying = say,
): string {
  if (entry.kind) return saying(KIND_WORDS[entry.kind]);
  return saying(
    entry.role === 'commentary' ? phrase('Named in the commentary') : phrase('Kind not shown'),
  );
}

/** Year, place and publisher of an entry, as far as they are known. */
export function entryFacts(
  entry: Pick<Entry, 'year' | 'country' | 'nation' | 'publisher'>,
  saying: Saying = say,
): string[] {
  return [
    entry.year === null ? saying(phrase('year not known')) : String(entry.year),
    entry.nation ?? entry.country,
    entry.publisher,
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
}
