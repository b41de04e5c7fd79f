// Where a row is from, where that is not the evidence that came with the extension alone.

import { phrase, say } from '../../lib/words/words';
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
    const held = row.filled?.fields.flatMap((field) => FIELDS[field] ?? []) ?? [];
    if (held.length === 0) return null;
    const fields = held.map((field) => say(field)).join(', ');
    return source?.role === 'organisation'
      ? say('Filled in from “{source}”: {fields}.', { source: source.title, fields })
      : say('Filled in from your copy of the cell: {fields}.', { fields });
  }
  if (source?.role === 'organisation')
    return say('From “{source}”, put together on {day}.', {
      source: source.title,
      day: longDate(source.revised),
    });
  const day = read ?? dayRead(row.source);
  return day
    ? say('From your copy of the cell, read on {day}.', { day: longDate(day) })
    : say('From your copy of the cell.');
}

/** Day on which an imported row was read (lib/evidence/importer/convert.ts writes it); null for any other. */
export function dayRead(source: string | undefined): string | null {
  return / on (\d{4}-\d{2}-\d{2}) by the reader$/.exec(source ?? '')?.[1] ?? null;
}

/** Fields that are worth a word; its place in the list is not. */
const FIELDS: Readonly<Record<string, string>> = {
  kind: phrase('kind'),
  year: phrase('year'),
  country: phrase('country'),
  nation: phrase('nation'),
  publisher: phrase('publisher'),
  links: phrase('links'),
  citation: phrase('citation'),
  summary: phrase('summary'),
  findings: phrase('findings'),
  relations: phrase('related entries'),
  revised: phrase('date of revision'),
  biteTitle: phrase('heading of the commentary'),
  questions: phrase('questions'),
};
