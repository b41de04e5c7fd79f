// A row's fields as text, by which two versions of it are compared and a change is shown.
import type { FieldChange } from './model';

export type Fields = Readonly<Record<string, string>>;

/** Every field that holds something; lists and groups come as one text each. `leave` are fields that are no facts. */
export function fieldsOf(row: object, leave: readonly string[] = []): Fields {
  const fields: Record<string, string> = {};
  for (const [field, value] of Object.entries(row)) {
    const text = leave.includes(field) ? '' : asText(value);
    if (text !== '') fields[field] = text;
  }
  return fields;
}

export function changesOf(before: Fields, after: Fields): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((field) => {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(asText).join('; ');
  if (typeof value === 'object')
    return Object.values(value)
      .map(asText)
      .filter((text) => text !== '')
      .join(' · ');
  return String(value);
}
