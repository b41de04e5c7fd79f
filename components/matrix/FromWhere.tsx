// Where a row is from, where that is not the evidence that came with the extension alone.
import { longDate } from '../shared/words';
import type { Context } from './context';

interface Sourced {
  readonly from?: string | undefined;
  readonly filled?: { readonly from: string; readonly fields: readonly string[] } | undefined;
  /** Of entries and cells: where the facts come from. */
  readonly source?: string;
}

interface FromWhereProps {
  context: Context;
  row: Sourced;
  /** Day on which the reader's copy was read, where the row does not say it itself. */
  read?: string | null | undefined;
}

export function FromWhere({ context, row, read }: FromWhereProps) {
  const words = fromWords(context, row, read);
  return words ? <p class="what fromwhere">{words}</p> : null;
}

/** Null where all of the row came with the extension. */
export function fromWords({ frame }: Context, row: Sourced, read?: string | null): string | null {
  const { sources } = frame;
  const id = row.from ?? row.filled?.from;
  if (id === undefined) return null;
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (row.from === undefined) {
    const fields = row.filled?.fields.flatMap((field) => FIELDS[field] ?? []) ?? [];
    if (fields.length === 0) return null;
    return `Filled in from ${source?.role === 'organisation' ? `“${source.title}”` : 'your copy of the cell'}: ${fields.join(', ')}.`;
  }
  if (source?.role === 'organisation')
    return `From “${source.title}”, put together on ${longDate(source.revised)}.`;
  const day = read ?? dayRead(row.source);
  return day
    ? `From your copy of the cell, read on ${longDate(day)}.`
    : 'From your copy of the cell.';
}

/** Day on which an imported row was read (lib/evidence/importer/convert.ts writes it); null for any other. */
export function dayRead(source: string | undefined): string | null {
  return / on (\d{4}-\d{2}-\d{2}) by the reader$/.exec(source ?? '')?.[1] ?? null;
}

/** Fields that are worth a word; its place in the list is not. */
const FIELDS: Readonly<Record<string, string>> = {
  kind: 'kind',
  year: 'year',
  country: 'country',
  nation: 'nation',
  publisher: 'publisher',
  links: 'links',
  citation: 'citation',
  summary: 'summary',
  findings: 'findings',
  relations: 'related entries',
  revised: 'date of revision',
  biteTitle: 'heading of the commentary',
  questions: 'questions',
};
