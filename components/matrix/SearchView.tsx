// What the search found, with filters by kind and cell beside it.
import { useEffect, useState } from 'preact/hooks';
import type { Found, SearchAsk } from '../../lib/evidence/search/model';
import { say } from '../../lib/words/words';
import { count } from '../shared/words';
import type { Context } from './context';
import { FoundLists } from './FoundLists';
import { useFound } from './found';
import type { Asked } from './route';
import { focusField, moveAmongHits } from './SearchBox';
import { SearchFilters } from './SearchFilters';
import { Nothing } from './SearchNothing';

const LIMITS: SearchAsk['limits'] = { topic: 6, cell: 5, entry: 20, passage: 6, guidance: 6 };
const MORE = 100;

export function SearchView({ context, ask }: { context: Context; ask: Asked }) {
  const { text, kinds, cell } = ask;
  const key = JSON.stringify([text, kinds, cell]);
  const [more, setMore] = useState({ key, entries: LIMITS.entry });
  const entries = more.key === key ? more.entries : LIMITS.entry;
  const filtered = kinds.length > 0 || cell !== null;
  const { answer, of, preparing, failed } = useFound(context.search, {
    text,
    kinds,
    cell,
    limits: { ...LIMITS, entry: entries },
  });
  useEffect(() => {
    // What had the focus was found before and is no longer: typing goes on in the field.
    if (answer && document.activeElement === document.body) focusField();
  }, [answer]);
  const found = answer?.found ?? null;
  const blank = text.trim() === '' && !filtered;
  return (
    <div class="split">
      <SearchFilters context={context} ask={ask} found={blank ? null : found} />
      <main class="view single" onKeyDown={moveAmongHits}>
        <h1 class="vh" tabIndex={-1}>
          {say('Search')}
        </h1>
        <p class="dim" role="status">
          {statusOf({ blank, text: of?.text ?? text, found, failed, preparing })}
        </p>
        {blank && <Hints />}
        {!blank && answer && of && (
          <>
            <FoundLists context={context} answer={answer} text={of.text} />
            {answer.entries.length < answer.found.groups.entry.total && (
              <p>
                <button
                  type="button"
                  class="btn"
                  onClick={() => setMore({ key, entries: entries + MORE })}
                >
                  Show {Math.min(MORE, answer.found.groups.entry.total - answer.entries.length)}{' '}
                  more entries
                </button>
              </p>
            )}
            {sum(answer.found) === 0 && (
              <Nothing context={context} ask={ask} found={answer.found} />
            )}
          </>
        )}
      </main>
    </div>
  );
}

interface Status {
  readonly blank: boolean;
  readonly text: string;
  readonly found: Found | null;
  readonly failed: string | null;
  readonly preparing: { readonly done: number; readonly of: number } | null;
}

function statusOf({ blank, text, found, failed, preparing }: Status): string {
  if (failed) return `The search could not be done. ${failed}`;
  if (preparing)
    return `Getting the search ready: ${preparing.done} of ${preparing.of} entries read. It goes on by itself.`;
  if (blank) return 'Only what is held on this computer is searched. Nothing is sent anywhere.';
  if (!found) return 'Searching…';
  if (sum(found) === 0) return `Nothing found for “${text.trim()}”.`;
  const { topic, cell, entry, passage, guidance } = found.groups;
  const parts = [
    topic.total > 0 && count(topic.total, 'topic', 'topics'),
    cell.total > 0 && count(cell.total, 'cell', 'cells'),
    count(entry.total, 'entry', 'entries'),
    passage.total > 0 && count(passage.total, 'passage', 'passages'),
    guidance.total > 0 && `${guidance.total} newer guidance`,
  ].filter(Boolean);
  return `${parts.join(', ')}${text.trim() && ` for “${text.trim()}”`}`;
}

const sum = ({ groups }: Found) => Object.values(groups).reduce((n, { total }) => n + total, 0);

function Hints() {
  return (
    <ul class="plainlist hints">
      <li>{say('Words may be unfinished or mistyped: “rehabiltation”, “case manag”.')}</li>
      <li>{say('Other words for a topic find it too: “rehab”, “fellowship meetings”.')}</li>
      <li>{say('Years, countries, publishers and authors are searched with the titles.')}</li>
      <li>
        Keys: <kbd>/</kbd> to the field, <kbd>↓</kbd> <kbd>↑</kbd> through what is found,{' '}
        <kbd>{say('Enter')}</kbd> to open, <kbd>{say('Esc')}</kbd> to empty the field.
      </li>
    </ul>
  );
}
