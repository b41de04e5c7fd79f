// What the search found, with filters by kind and cell beside it.
import { useEffect, useState } from 'preact/hooks';
import type { Found, SearchAsk } from '../../lib/evidence/search/model';
import { counted, say } from '../../lib/words/words';
import { Sentence } from '../shared/Sentence';
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
                  {counted(
                    Math.min(MORE, answer.found.groups.entry.total - answer.entries.length),
                    'Show {count} more entry',
                    'Show {count} more entries',
                  )}
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
  if (failed) return say('The search could not be done. {reason}', { reason: failed });
  if (preparing)
    return say(
      'Getting the search ready: {done} of {of} entries read. It goes on by itself.',
      preparing,
    );
  if (blank)
    return say('Only what is held on this computer is searched. Nothing is sent anywhere.');
  if (!found) return say('Searching…');
  const asked = { text: text.trim() };
  if (sum(found) === 0) return say('Nothing found for “{text}”.', asked);
  const { topic, cell, entry, passage, guidance } = found.groups;
  const parts = [
    topic.total > 0 && counted(topic.total, '{count} topic', '{count} topics'),
    cell.total > 0 && counted(cell.total, '{count} cell', '{count} cells'),
    counted(entry.total, '{count} entry', '{count} entries'),
    passage.total > 0 && counted(passage.total, '{count} passage', '{count} passages'),
    guidance.total > 0 &&
      counted(guidance.total, '{count} newer guidance', '{count} newer guidance'),
  ].filter(Boolean);
  const all = parts.join(', ');
  return asked.text ? say('{found} for “{text}”', { ...asked, found: all }) : all;
}

const sum = ({ groups }: Found) => Object.values(groups).reduce((n, { total }) => n + total, 0);

function Hints() {
  return (
    <ul class="plainlist hints">
      <li>{say('Words may be unfinished or mistyped: “rehabiltation”, “case manag”.')}</li>
      <li>{say('Other words for a topic find it too: “rehab”, “fellowship meetings”.')}</li>
      <li>{say('Years, countries, publishers and authors are searched with the titles.')}</li>
      <li>
        <Sentence
          words="Keys: <key>/</key> to the field, <key>↓</key> <key>↑</key> through what is found, <key>Enter</key> to open, <key>Esc</key> to empty the field."
          parts={{ key: (key) => <kbd>{key}</kbd> }}
        />
      </li>
    </ul>
  );
}
