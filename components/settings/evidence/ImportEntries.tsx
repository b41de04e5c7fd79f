// The entries of an imported cell by what they would change, each with its tick, its doubts and its relations.
import type { ComponentChildren } from 'preact';
import type { Choice, EntryRow } from '../../../lib/evidence/importer/views';
import type { Kind } from '../../../lib/evidence/model';
import { KIND_WORDS } from '../../../lib/evidence/words';
import { counted, phrase, say } from '../../../lib/words/words';
import { english } from '../../shared/english';
import { Sentence } from '../../shared/Sentence';
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
  readonly note: string;
  holds(row: EntryRow): boolean;
}[] = [
  {
    title: phrase('Changed entries'),
    note: phrase(
      'Ticked, what your copy says is filled in where nothing is held, or takes the place of your earlier copy.',
    ),
    holds: ({ effect }) => effect === 'fills' || effect === 'replaces',
  },
  {
    title: phrase('New entries'),
    note: phrase(
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
          <section key={title} aria-label={say(title)}>
            <TickAll
              title={say(title)}
              note={say(note)}
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
        <section aria-label={say('Where your copy says something else')}>
          <h3>
            {say('Where your copy says something else')}{' '}
            <span class="dim num">{differ.length}</span>
          </h3>
          <p class="sm dim">
            {say(
              'The evidence that came with the extension stays as it is. Look at the page itself before you quote either.',
            )}
          </p>
          <ul class="rows">
            {differ.map((row) => (
              <li key={row.entry.id}>
                <p class="src" {...english()}>
                  {row.entry.title}
                </p>
                <Changes row={row} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {same.length > 0 && (
        <details>
          <summary>
            {counted(
              same.length,
              'One entry is the same as held',
              '{count} entries are the same as held',
            )}
          </summary>
          <EntryNames entries={same.map(({ entry }) => entry)} />
        </details>
      )}
    </>
  );
}

const BOLD = { b: (inner: string) => <b>{inner}</b> };

function Changes({ row }: { row: EntryRow }) {
  return (
    <FieldChanges
      changes={importedChanges(row.difference, row.effect)}
      before={say('Held')}
      after={say('In your copy')}
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
  const role = entry.role === 'main' ? kindWords(entry) : say('Named inside another entry’s line');
  return (
    <li>
      <label class="opt">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => tick(event.currentTarget.checked)}
        />
        <span>
          <span class="src" {...english()}>
            {entry.title}
          </span>
          <span class="sm dim meta">
            {[
              kind ? say(KIND_WORDS[kind]) : role,
              ...facts,
              ...(line === null ? [] : [say('line {line}', { line: String(line) })]),
            ].join(' · ')}
          </span>
        </span>
      </label>
      <div class="under sm">
        {kindMissing && (
          <p class="pair">
            <span>
              {kindMissing.probably ? (
                <Sentence
                  words="<b>Check.</b> Kind letter missing: probably {kind}."
                  values={{ kind: say(KIND_WORDS[kindMissing.probably]) }}
                  parts={BOLD}
                />
              ) : (
                <Sentence words="<b>Check.</b> Kind letter missing." parts={BOLD} />
              )}
            </span>{' '}
            <select
              class="field"
              aria-label={say('Kind of {title}', { title: entry.title })}
              value={kind ?? ''}
              onChange={(event) => setKind((event.currentTarget.value || null) as Kind | null)}
            >
              <option value="">{say('Leave it open')}</option>
              {(Object.keys(KIND_WORDS) as Kind[]).map((one) => (
                <option key={one} value={one}>
                  {say(KIND_WORDS[one])}
                </option>
              ))}
            </select>
          </p>
        )}
        {doubts.map((doubt) => (
          <p key={doubt}>
            <b>{say('Check.')}</b> {doubt.charAt(0).toUpperCase() + doubt.slice(1)}
          </p>
        ))}
        <Changes row={row} />
        {topics}
        {relations.map(({ label, title }) => (
          <p key={`${label} ${title}`} class="dim" {...english()}>
            {label.charAt(0).toUpperCase() + label.slice(1)}: <span class="src">{title}</span>
          </p>
        ))}
      </div>
    </li>
  );
}
