// Words for kinds, directions and months, apart from the schemas: what only shows evidence need not load them.
// They are to be said (lib/words) where they are shown; in references they stay English.
import { phrase } from '../words/words';

export const KIND_WORDS = {
  seminal: phrase('Seminal study'),
  key: phrase('Key study'),
  review: phrase('Review'),
  guidance: phrase('Guidance'),
} as const;

export const DIRECTION_WORDS = {
  better: phrase('better'),
  mixed: phrase('mixed'),
  same: phrase('no clear difference'),
  worse: phrase('worse'),
  'not-effects': phrase('Not a study of effects'),
} as const;

export const MONTHS = [
  phrase('January'),
  phrase('February'),
  phrase('March'),
  phrase('April'),
  phrase('May'),
  phrase('June'),
  phrase('July'),
  phrase('August'),
  phrase('September'),
  phrase('October'),
  phrase('November'),
  phrase('December'),
];

/** "E4 Treatment systems: psychosocial therapies"; the cell's own title where its place has no name. */
export function cellTitle(
  cell: { readonly id: string; readonly title: string },
  matrices: readonly MatrixNames[],
): string {
  const [id, level = '', type = ''] = /^([a-z]+)\/([A-Z])(\d)$/.exec(cell.id)?.slice(1) ?? [];
  const matrix = matrices.find((one) => one.id === id);
  const column = matrix?.levels.find(({ code }) => code === level)?.title;
  const row = matrix?.types[Number(type) - 1]?.title;
  if (!column || !row) return cell.title;
  return `${level}${type} ${column}: ${row.charAt(0).toLowerCase()}${row.slice(1)}`;
}

/** The day of a moment where the reader is, `2026-11-24`. */
export function localDay(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

interface MatrixNames {
  readonly id: string;
  readonly levels: readonly { readonly code: string; readonly title: string }[];
  readonly types: readonly { readonly title: string }[];
}
