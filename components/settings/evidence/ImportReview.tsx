// The review of one imported cell: what was recognised, what would change, what is doubtful, and the decision.
import { useState } from 'preact/hooks';
import {
  type Choice,
  type EntryRow,
  type ImportView,
  topicsKept,
} from '../../../lib/evidence/importer/views';
import type { Kind } from '../../../lib/evidence/model';
import type { MapView } from '../../../lib/evidence/views';
import { counted, phrase, say } from '../../../lib/words/words';
import { Sentence } from '../../shared/Sentence';
import { longDate } from '../../shared/words';
import { EntryNames } from './EntryNames';
import { FieldChanges } from './FieldChanges';
import { ImportEntries } from './ImportEntries';
import { ImportPassages } from './ImportPassages';
import { importedChanges } from './imported-changes';
import { PlaceChoice } from './PlaceChoice';

interface ImportReviewProps {
  view: ImportView;
  map: MapView | null;
  /** It is being stored. */
  busy: boolean;
  /** Why it could not be stored when that was tried. */
  failed: string | null;
  place(cell: string): void;
  keep(choice: Choice): void;
  discard(): void;
}

export function ImportReview(props: ImportReviewProps) {
  const { view, map, busy, failed } = props;
  const { review, older, missing, entries, passages, cellEffect } = view;
  const [ids, setIds] = useState<ReadonlySet<string>>(() => tickedOf(view));
  const [kinds, setKinds] = useState<ReadonlyMap<string, Kind>>(new Map());
  const tick = (some: readonly string[], on: boolean) =>
    setIds((before) => {
      const next = new Set(before);
      for (const id of some) on ? next.add(id) : next.delete(id);
      return next;
    });
  const [topics, setTopics] = useState<ReadonlyMap<string, ReadonlySet<string>>>(new Map());
  const setTopic = (row: EntryRow, topic: string, on: boolean) => {
    const { id } = row.entry;
    const next = new Set(topicsKept(row, { topics }));
    if (on) next.add(topic);
    else next.delete(topic);
    setTopics(new Map([...topics, [id, next]]));
    if (on) tick([id], true);
  };
  const setKind = (id: string, kind: Kind | null) => {
    setKinds((before) => {
      const next = new Map(before);
      if (kind) next.set(id, kind);
      else next.delete(id);
      return next;
    });
    // Whoever sets a kind has looked at the entry and means to keep it.
    if (kind) tick([id], true);
  };
  const [cell, setCell] = useState(older === null);
  const canTakeCell = cellEffect === 'fills' || cellEffect === 'replaces';
  const keepable = [...entries, ...passages].filter(({ effect }) => effect !== 'none');
  const n = keepable.filter(({ difference }) => ids.has(difference.id)).length;
  const nothing = n === 0 && !(cell && canTakeCell);
  return (
    <div class="review" aria-busy={busy}>
      <Recognised view={view} map={map} place={props.place} />
      {older && (
        <p class="box">
          <Sentence
            words="<b>Your copy is the older one.</b> It was last revised on {imported}; what is held is of {held}. So nothing is ticked: tick what you want all the same. What you add is marked as seen only in an earlier revision."
            values={{ imported: longDate(older.imported), held: longDate(older.held) }}
            parts={{ b: (inner) => <b>{inner}</b> }}
          />
        </p>
      )}
      <Problems view={view} />
      <ImportEntries
        rows={entries}
        choice={{ ids, kinds, topics }}
        tick={tick}
        setKind={setKind}
        setTopic={setTopic}
      />
      <ImportPassages rows={passages} ids={ids} tick={tick} />
      {review.cellDifference.changes.length > 0 && (
        <>
          <h3>{say('The cell itself')}</h3>
          {canTakeCell && (
            <label class="opt">
              <input
                type="checkbox"
                checked={cell}
                onChange={(event) => setCell(event.currentTarget.checked)}
              />
              <span>{say('Take over what is not held of its title and date')}</span>
            </label>
          )}
          <FieldChanges
            changes={importedChanges(review.cellDifference, cellEffect)}
            before={say('Held')}
            after={say('In your copy')}
          />
        </>
      )}
      {missing.length > 0 && (
        <>
          <h3>{say('Held, but not in your copy')}</h3>
          <p class="sm dim">
            {counted(
              missing.length,
              'It stays as it is: nothing is taken away.',
              'They stay as they are: nothing is taken away.',
            )}
          </p>
          <EntryNames entries={missing} />
        </>
      )}
      <div class="decide">
        {failed && (
          <p role="alert">
            <b>{say('It could not be kept.')}</b> {failed}
          </p>
        )}
        <p class="sm dim" role="status">
          {busy ? say('Being put in place…') : said(n, keepable.length, nothing)}
        </p>
        <p class="btns">
          <button
            type="button"
            class="btn pri"
            disabled={busy || nothing}
            onClick={() => props.keep({ ids, cell: cell && cellEffect !== 'none', kinds, topics })}
          >
            {say('Keep')}
          </button>
          <button type="button" class="btn" disabled={busy} onClick={props.discard}>
            {say('Discard')}
          </button>
        </p>
      </div>
    </div>
  );
}

function said(n: number, of: number, nothing: boolean): string {
  if (of === 0 && nothing) return say('All of this is held already. There is nothing to keep.');
  if (nothing) return say('Nothing is ticked, so there is nothing to keep.');
  return say('{n} of {of} ticked. “Keep” adds these; “Discard” leaves everything as it was.', {
    n,
    of,
  });
}

function tickedOf({ entries, passages }: ImportView): Set<string> {
  const rows = [...entries, ...passages];
  return new Set(rows.filter(({ ticked }) => ticked).map(({ difference }) => difference.id));
}

interface RecognisedProps {
  view: ImportView;
  map: MapView | null;
  place(cell: string): void;
}

function Recognised({ view, map, place }: RecognisedProps) {
  const { review, entries, passages, legend } = view;
  const { cell } = review;
  return (
    <dl class="dl">
      <dt>{say('Recognised as')}</dt>
      <dd>
        <PlaceChoice map={map} cell={cell.id} choose={place} />
      </dd>
      <dt>{say('Last revised')}</dt>
      <dd>{cell.revised ? longDate(cell.revised) : say('no date was found in your copy')}</dd>
      <dt>{say('Found')}</dt>
      <dd>
        {counted(entries.length, '{count} entry', '{count} entries')} ({statesOf(entries)}),{' '}
        {counted(
          passages.length,
          '{count} passage of the commentary',
          '{count} passages of the commentary',
        )}
        {passages.length > 0 && ` (${statesOf(passages)})`}
      </dd>
      <dt>{say('Kind letters')}</dt>
      <dd>
        {legend
          ? say('The line that explains them was found.')
          : say(
              'The line that explains them was not found; the letters were read in their usual sense.',
            )}
      </dd>
    </dl>
  );
}

/** "3 new, 2 changed, 10 the same". */
function statesOf(rows: readonly { difference: { state: 'new' | 'same' | 'changed' } }[]): string {
  const words = {
    new: phrase('{n} new'),
    changed: phrase('{n} changed'),
    same: phrase('{n} the same'),
  } as const;
  return (['new', 'changed', 'same'] as const)
    .flatMap((state) => {
      const n = rows.filter(({ difference }) => difference.state === state).length;
      return n === 0 ? [] : [say(words[state], { n })];
    })
    .join(', ');
}

function Problems({ view }: { view: ImportView }) {
  const { problems, left } = view.review;
  if (problems.length + left.length === 0) return null;
  return (
    <details class="box" open={problems.length > 0 && problems.length <= 6}>
      <summary>
        {problems.length > 0
          ? counted(problems.length, '{count} thing to check', '{count} things to check')
          : counted(left.length, '{count} thing left out', '{count} things left out')}
      </summary>
      <ul class="dashes sm">
        {problems.map((problem) => (
          <li key={problem}>{problem.charAt(0).toUpperCase() + problem.slice(1)}</li>
        ))}
      </ul>
      {left.length > 0 && (
        <>
          {problems.length > 0 && (
            <p class="sm">{say('Left out, as there is no place for it here:')}</p>
          )}
          <ul class="dashes sm">
            {left.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      <p class="sm dim">{say('Lines are counted in your copy, from the top.')}</p>
    </details>
  );
}
