// Fields that differ, what is held and what would take its place beside each other.
import type { Kind } from '../../../lib/evidence/model';
import { KIND_WORDS } from '../../../lib/evidence/words';
import { longDate } from '../../shared/words';

export interface ShownChange {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
  /** What comes of it, where that does not go without saying. */
  readonly note?: string;
}

interface FieldChangesProps {
  changes: readonly ShownChange[];
  /** Headings of the two columns. */
  before: string;
  after: string;
}

export function FieldChanges({ changes, before, after }: FieldChangesProps) {
  if (changes.length === 0) return null;
  return (
    <table class="changes sm">
      <thead>
        <tr>
          <td />
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <th scope="row">{fieldWords(change.field)}</th>
            <td data-label={before}>
              <Value field={change.field} value={change.before} />
            </td>
            <td data-label={after}>
              <Value field={change.field} value={change.after} />
              {change.note && <span class="tag">{change.note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** UTF-16 units of a long text that are in view; the rest is one click away. */
const IN_VIEW = 240;

function Value({ field, value }: { field: string; value: string | number | null }) {
  if (value === null || value === '') return <span class="faint">not given</span>;
  const text = valueWords(field, value);
  if (text.length <= IN_VIEW) return text;
  return (
    <details class="tight">
      <summary>
        <span class="plain">{text.slice(0, IN_VIEW)}… </span>
        <span class="more">All of it</span>
      </summary>
      {text.slice(IN_VIEW)}
    </details>
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  kind: 'Kind',
  kindInferred: 'Kind inferred',
  biteTitle: 'Heading of the commentary',
  order: 'Place in the list',
  heading: 'Heading',
  text: 'Text',
  entries: 'Entries discussed',
  revised: 'Last revised',
  urlDerived: 'Address not checked',
};

/** `publisher` → "Publisher"; fields whose name says little have words of their own. */
function fieldWords(field: string): string {
  const words = FIELDS[field] ?? field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueWords(field: string, value: string | number): string {
  const text = String(value);
  if (field === 'kind') return KIND_WORDS[text as Kind] ?? text;
  if (field === 'revised' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return longDate(text);
  return text;
}
