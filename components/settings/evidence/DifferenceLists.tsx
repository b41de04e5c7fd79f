// What would be added, changed and removed, by sort.
import type { Difference, RowDifference } from '../../../lib/evidence/packs/model';
import { counted, phrase, say } from '../../../lib/words/words';
import { english } from '../../shared/english';
import { FieldChanges } from './FieldChanges';

const SORTS = [
  ['entries', phrase('Entries')],
  ['passages', phrase('Passages')],
  ['guidance', phrase('Newer guidance')],
  ['statements', phrase('What the evidence says of a topic')],
  ['topics', phrase('Topics and their words')],
  ['cells', phrase('Cells')],
] as const satisfies readonly (readonly [keyof Difference, string])[];

export function totals(difference: Difference): RowDifference['counts'] {
  const sum = (what: keyof RowDifference['counts']) =>
    SORTS.reduce((total, [sort]) => total + difference[sort].counts[what], 0);
  return { added: sum('added'), changed: sum('changed'), removed: sum('removed') };
}

const COUNTS = {
  added: phrase('{n} added'),
  changed: phrase('{n} changed'),
  removed: phrase('{n} removed'),
} as const;

export function DifferenceLists({ difference }: { difference: Difference }) {
  return (
    <>
      {SORTS.map(([sort, title]) => (
        <Sort key={sort} title={say(title)} rows={difference[sort]} />
      ))}
    </>
  );
}

function Sort({ title, rows }: { title: string; rows: RowDifference }) {
  const { counts, added, changed, removed } = rows;
  const all = counts.added + counts.changed + counts.removed;
  if (all === 0) return null;
  const words = (['added', 'changed', 'removed'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => say(COUNTS[what], { n: counts[what] }));
  const left = all - added.length - changed.length - removed.length;
  return (
    <details>
      <summary>
        {title}: {words.join(', ')}
      </summary>
      <ul class="rows sm">
        {changed.map((row) => (
          <li key={row.id}>
            <p>
              <b>{say('Changed')}</b>{' '}
              <span class="src" {...english()}>
                {row.title}
              </span>
            </p>
            <FieldChanges changes={row.changes} before={say('Now')} after={say('Then')} />
          </li>
        ))}
        {removed.map((row) => (
          <li key={row.id}>
            <b>{say('Removed')}</b>{' '}
            <span class="src" {...english()}>
              {row.title}
            </span>
          </li>
        ))}
        {added.map((row) => (
          <li key={row.id}>
            <b>{say('Added')}</b>{' '}
            <span class="src" {...english()}>
              {row.title}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p class="sm dim">
          {counted(left, '{count} more is not listed.', '{count} more are not listed.')}
        </p>
      )}
    </details>
  );
}
