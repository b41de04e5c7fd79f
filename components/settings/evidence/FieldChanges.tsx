// Fields that differ, what is held and what would take its place beside each other.
import type { Kind } from '../../../lib/evidence/model';
import { KIND_WORDS } from '../../../lib/evidence/words';
import { phrase, say } from '../../../lib/words/words';
import { english } from '../../shared/english';
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
  if (value === null || value === '') return <span class="faint">{say('not given')}</span>;
  const text = valueWords(field, value);
  const lang = SAID.has(field) ? {} : english();
  if (text.length <= IN_VIEW) return <span {...lang}>{text}</span>;
  return (
    <details class="tight">
      <summary>
        <span class="plain" {...lang}>
          {text.slice(0, IN_VIEW)}…{' '}
        </span>
        <span class="more">{say('All of it')}</span>
      </summary>
      <span {...lang}>{text.slice(IN_VIEW)}</span>
    </details>
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  kind: phrase('Kind'),
  kindInferred: phrase('Kind inferred'),
  biteTitle: phrase('Heading of the commentary'),
  order: phrase('Place in the list'),
  heading: phrase('Heading'),
  text: phrase('Text'),
  entries: phrase('Entries discussed'),
  revised: phrase('Last revised'),
  urlDerived: phrase('Address not checked'),
  basis: phrase('Basis'),
  broader: phrase('Broader'),
  caution: phrase('Caution'),
  cell: phrase('Cell'),
  cells: phrase('Cells'),
  citation: phrase('Citation'),
  completeness: phrase('Completeness'),
  country: phrase('Country'),
  definition: phrase('Definition'),
  edition: phrase('Edition'),
  findings: phrase('Findings'),
  label: phrase('Label'),
  lead: phrase('Lead'),
  links: phrase('Links'),
  more: phrase('More'),
  nation: phrase('Nation'),
  not: phrase('Not'),
  note: phrase('Note'),
  paragraphs: phrase('Paragraphs'),
  publisher: phrase('Publisher'),
  question: phrase('Question'),
  questions: phrase('Questions'),
  related: phrase('Related'),
  relations: phrase('Relations'),
  role: phrase('Role'),
  says: phrase('Says'),
  scope: phrase('Scope'),
  senses: phrase('Senses'),
  source: phrase('Source'),
  summary: phrase('Summary'),
  'terms added': phrase('Terms added'),
  'terms removed': phrase('Terms removed'),
  tier: phrase('Tier'),
  title: phrase('Title'),
  topics: phrase('Topics'),
  url: phrase('Url'),
  urlKind: phrase('Url kind'),
  year: phrase('Year'),
};

/** A field that a file brings under another name is called by that. */
function fieldWords(field: string): string {
  const words = FIELDS[field];
  if (words) return say(words);
  const plain = field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Their values are words of ours; those of others are evidence. */
const SAID: ReadonlySet<string> = new Set(['kind', 'revised']);

function valueWords(field: string, value: string | number): string {
  const text = String(value);
  if (field === 'kind') return say(KIND_WORDS[text as Kind] ?? text);
  if (field === 'revised' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return longDate(text);
  return text;
}
