// What would be added, changed and removed, by sort.
import type { Difference, RowDifference } from '../../../lib/evidence/packs/model';
import { count } from '../../shared/words';
import { FieldChanges } from './FieldChanges';

const SORTS = [
  ['entries', 'Entries'],
  ['passages', 'Passages'],
  ['guidance', 'Newer guidance'],
  ['statements', 'What the evidence says of a topic'],
  ['topics', 'Topics and their words'],
  ['cells', 'Cells'],
] as const satisfies readonly (readonly [keyof Difference, string])[];

export function totals(difference: Difference): RowDifference['counts'] {
  const sum = (what: keyof RowDifference['counts']) =>
    SORTS.reduce((total, [sort]) => total + difference[sort].counts[what], 0);
  return { added: sum('added'), changed: sum('changed'), removed: sum('removed') };
}

export function DifferenceLists({ difference }: { difference: Difference }) {
  return (
    <>
      {SORTS.map(([sort, title]) => (
        <Sort key={sort} title={title} rows={difference[sort]} />
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
    .map((what) => `${counts[what]} ${what}`);
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
              <b>Changed</b> <span class="src">{row.title}</span>
            </p>
            <FieldChanges changes={row.changes} before="Now" after="Then" />
          </li>
        ))}
        {removed.map((row) => (
          <li key={row.id}>
            <b>Removed</b> <span class="src">{row.title}</span>
          </li>
        ))}
        {added.map((row) => (
          <li key={row.id}>
            <b>Added</b> <span class="src">{row.title}</span>
          </li>
        ))}
      </ul>
      {left > 0 && <p class="sm dim">{count(left, 'more is', 'more are')} not listed.</p>}
    </details>
  );
}
