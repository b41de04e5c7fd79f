// What the reader's own import adds to a shipped row: only what the shipped row does not have, and said of each field.
import { phrase, say } from '../../words/words';
import type { HeldCell, HeldEntry } from '../views';

const ENTRY_FIELDS = [
  'kind',
  'year',
  'country',
  'nation',
  'publisher',
  'links',
  'citation',
] as const satisfies readonly (keyof HeldEntry)[];
/** Go together: an entry known by its title only says none of these. */
const READ_FIELDS = [
  'summary',
  'findings',
  'caution',
  'completeness',
] as const satisfies readonly (keyof HeldEntry)[];
/** Said with care in a line of the list; a difference is worth telling. */
const TOLD = ['kind', 'title', 'year', 'publisher'] as const satisfies readonly (keyof HeldEntry)[];

const FIELD_WORDS: Readonly<Record<(typeof TOLD)[number], string>> = {
  kind: phrase('kind'),
  title: phrase('title'),
  year: phrase('year'),
  publisher: phrase('publisher'),
};
const KINDS: Readonly<Record<string, string>> = {
  seminal: phrase('seminal'),
  key: phrase('key'),
  review: phrase('review'),
  guidance: phrase('guidance'),
};

function valueWords(value: string | number | null): string {
  const text = String(value);
  const kind = KINDS[text];
  return kind ? say(kind) : text;
}

/** `listed`: the reader has the whole list of the cell, so its order is the better one. */
export function fillEntry(
  held: HeldEntry,
  own: HeldEntry,
  from: string,
  listed: boolean,
): { row: HeldEntry; differs: string[] } {
  const fields: string[] = [];
  const row: Record<string, unknown> = { ...held };
  const take = (field: keyof HeldEntry) => {
    row[field] = own[field];
    fields.push(field);
  };
  for (const field of ENTRY_FIELDS) if (isEmpty(held[field]) && !isEmpty(own[field])) take(field);
  if (held.completeness === 'title-only' && own.completeness === 'full')
    for (const field of READ_FIELDS) take(field);
  if (listed && own.order !== null && own.order !== held.order) take('order');
  const more = own.relations.filter(
    ({ type, to }) => !held.relations.some((one) => one.type === type && one.to === to),
  );
  if (more.length > 0) {
    row.relations = [...held.relations, ...more];
    fields.push('relations');
  }
  const differs = TOLD.filter(
    (field) => !isEmpty(held[field]) && !isEmpty(own[field]) && held[field] !== own[field],
  ).map((field) =>
    say('{field}: {held}, in your import {own}', {
      field: say(FIELD_WORDS[field]),
      held: valueWords(held[field]),
      own: valueWords(own[field]),
    }),
  );
  // Its fields come from rows of the same shape, one by one.
  const filled = row as unknown as HeldEntry;
  return { row: fields.length === 0 ? held : { ...filled, filled: { from, fields } }, differs };
}

export function fillCell(held: HeldCell, own: HeldCell, from: string): HeldCell {
  const fields: string[] = [];
  const row = { ...held };
  if (held.revised === null && own.revised !== null) {
    row.revised = own.revised;
    fields.push('revised');
  }
  if (held.biteTitle === null && own.biteTitle !== null) {
    row.biteTitle = own.biteTitle;
    fields.push('biteTitle');
  }
  if (held.questions.length === 0 && own.questions.length > 0) {
    row.questions = own.questions;
    fields.push('questions');
  }
  if (held.completeness !== 'full' && own.completeness === 'full') {
    row.completeness = 'full';
    fields.push('completeness');
  }
  return fields.length === 0 ? held : { ...row, filled: { from, fields } };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
