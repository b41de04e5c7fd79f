// The entries of an imported cell by what they would change, each with its tick, its doubts and its relations.
import type { ComponentChildren } from 'preact';
import type { Choice, EntryRow } from '../../../lib/evidence/importer/views';
import type { Kind } from '../../../lib/evidence/model';
import { KIND_WORDS } from '../../../lib/evidence/words';
import { say } from '../../../lib/words/words';
import { entryFacts, kindWords } from '../../shared/words';
import { EntryNames } from './EntryNames';
import { EntryTopics } from './EntryTopics';
import { FieldChanges } from './FieldChanges';
import { importedChanges } from './imported-changes';
import { TickAll } from './TickAll';

interface ImportEntriesProps {
  rows: readonly EntryRow[];
  choice: Omit<Choice, 'cell'>;
  tick(ids: readonly string[], on: boolean): void;
  setKind(id: string, kind: Kind | null): void;
  setTopic(row: EntryRow, topic: string, on: boolean): void;
}

/** Groups by what keeping an entry does, in the order in which they are to be looked at. */
const GROUPS: readonly {
  readonly title: string;
  note(): string;
  holds(row: EntryRow): boolean;
}[] = [
  {
    title: 'Changed entries',
    note: () =>
      'Ticked, what your copy says is filled in where nothing is held, or takes the place of your earlier copy.',
    holds: ({ effect }) => effect === 'fills' || effect === 'replaces',
  },
  {
    title: 'New entries',
    note: () =>
      say(
        'An entry also shows on the cards of a topic where its own title names the topic. Look at what is proposed, and untick what does not fit. The others show in the cell and in the search.',
      ),
    holds: ({ effect }) => effect === 'adds',
  },
];

export function ImportEntries({ rows, choice, tick, setKind, setTopic }: ImportEntriesProps) {
  const { ids, kinds } = choice;
  const differ = rows.filter(
    ({ effect, difference }) => effect === 'none' && difference.state === 'changed',
  );
  const same = rows.filter(({ difference }) => difference.state === 'same');
  return (
    <>
      {GROUPS.map(({ title, note, holds }) => {
        const some = rows.filter(holds);
        if (some.length === 0) return null;
        return (
          <section key={title} aria-label={title}>
            <TickAll
              title={title}
              note={note()}
              all={some.map((row) => row.entry.id)}
              ids={ids}
              tick={tick}
            />
            <ul class="rows">
              {some.map((row) => (
                <Row
                  key={row.entry.id}
                  row={row}
                  on={ids.has(row.entry.id)}
                  kind={kinds.get(row.entry.id) ?? null}
                  tick={(on) => tick([row.entry.id], on)}
                  setKind={(kind) => setKind(row.entry.id, kind)}
                  topics={
                    <EntryTopics
                      row={row}
                      choice={choice}
                      set={(topic, on) => setTopic(row, topic, on)}
                    />
                  }
                />
              ))}
            </ul>
          </section>
        );
      })}
      {differ.length > 0 && (
        <section aria-label="Where your copy says something else">
          <h3>
            Where your copy says something else <span class="dim num">{differ.length}</span>
          </h3>
          <p class="sm dim">
            The evidence that came with the extension stays as it is. Look at the page itself before
            you quote either.
          </p>
          <ul class="rows">
            {differ.map((row) => (
              <li key={row.entry.id}>
                <p class="src">{row.entry.title}</p>
                <Changes row={row} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {same.length > 0 && (
        <details>
          <summary>
            {same.length === 1 ? 'One entry is' : `${same.length} entries are`} the same as held
          </summary>
          <EntryNames entries={same.map(({ entry }) => entry)} />
        </details>
      )}
    </>
  );
}

function Changes({ row }: { row: EntryRow }) {
  return (
    <FieldChanges
      changes={importedChanges(row.difference, row.effect)}
      before="Held"
      after="In your copy"
    />
  );
}

interface RowProps {
  row: EntryRow;
  on: boolean;
  kind: Kind | null;
  tick(on: boolean): void;
  setKind(kind: Kind | null): void;
  topics: ComponentChildren;
}

function Row({ row, on, kind, tick, setKind, topics }: RowProps) {
  const { entry, doubts, kindMissing, relations, line } = row;
  const facts = entryFacts(entry);
  const role = entry.role === 'main' ? kindWords(entry) : 'Named inside another entry’s line';
  return (
    <li>
      <label class="opt">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => tick(event.currentTarget.checked)}
        />
        <span>
          <span class="src">{entry.title}</span>
          <span class="sm dim meta">
            {[
              kind ? KIND_WORDS[kind] : role,
              ...facts,
              ...(line === null ? [] : [`line ${line}`]),
            ].join(' · ')}
          </span>
        </span>
      </label>
      <div class="under sm">
        {kindMissing && (
          <p class="pair">
            <span>
              <b>Check.</b> Kind letter missing
              {kindMissing.probably && `: probably ${KIND_WORDS[kindMissing.probably]}`}.
            </span>{' '}
            <select
              class="field"
              aria-label={`Kind of ${entry.title}`}
              value={kind ?? ''}
              onChange={(event) => setKind((event.currentTarget.value || null) as Kind | null)}
            >
              <option value="">Leave it open</option>
              {(Object.keys(KIND_WORDS) as Kind[]).map((one) => (
                <option key={one} value={one}>
                  {KIND_WORDS[one]}
                </option>
              ))}
            </select>
          </p>
        )}
        {doubts.map((doubt) => (
          <p key={doubt}>
            <b>Check.</b> {doubt.charAt(0).toUpperCase() + doubt.slice(1)}
          </p>
        ))}
        <Changes row={row} />
        {topics}
        {relations.map(({ label, title }) => (
          <p key={`${label} ${title}`} class="dim">
            {label.charAt(0).toUpperCase() + label.slice(1)}: <span class="src">{title}</span>
          </p>
        ))}
      </div>
    </li>
  );
}
