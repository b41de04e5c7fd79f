// What another set of evidence, or another version, would change; nothing has yet.
import type { Review, ReviewedPack } from '../../../lib/evidence/packs/model';
import { count, momentWords } from '../../shared/words';
import { ClashList } from './ClashList';
import { DifferenceLists, totals } from './DifferenceLists';
import { FieldChanges } from './FieldChanges';
import { countsWords, versionWords } from './PackBox';

interface ReviewBoxProps {
  name: string;
  review: Review;
  use(): void;
  notNow(): void;
}

export function ReviewBox({ name, review, use, notNow }: ReviewBoxProps) {
  const { packs, difference, clashes, clashCount } = review;
  const same = packs.every(({ state }) => state === 'same');
  const { added, changed, removed } = totals(difference);
  return (
    <section class="box pack" aria-label={`What ${name} would change`}>
      <h3>{same ? 'This is held already' : 'Ready to be used'}</h3>
      {packs.map((pack) => (
        <PackLine key={pack.id} pack={pack} />
      ))}
      {same ? (
        <p>The file is the one in use, byte for byte. There is nothing to change.</p>
      ) : (
        <>
          <p>
            <b>
              {added} added, {changed} changed, {removed} removed.
            </b>{' '}
            <span class="dim">Nothing changes until you say so.</span>
          </p>
          {difference.cited.length > 0 && (
            <div class="cited">
              <p>
                <b>
                  {count(difference.cited.length, 'entry', 'entries')} that you copied a reference
                  of would not be the same.
                </b>{' '}
                Look at what you wrote from {difference.cited.length === 1 ? 'it' : 'them'}.
              </p>
              <ul class="rows">
                {difference.cited.map((one) => (
                  <li key={one.id}>
                    <p>
                      <span class="src">{one.title}</span>{' '}
                      <span class="sm dim">
                        copied on {momentWords(one.cited)}
                        {one.gone && ' · would be gone'}
                      </span>
                    </p>
                    <FieldChanges changes={one.changes} before="Now" after="Then" />
                  </li>
                ))}
              </ul>
            </div>
          )}
          <DifferenceLists difference={difference} />
          {clashes.length > 0 && (
            <details>
              <summary>
                {count(clashCount, 'place', 'places')} where the sets would not fit together
              </summary>
              <ClashList clashes={clashes} total={clashCount} />
            </details>
          )}
        </>
      )}
      <p class="btns">
        {!same && (
          <button type="button" class="btn pri" onClick={use}>
            Use it
          </button>
        )}
        <button type="button" class="btn" onClick={notNow}>
          {same ? 'Close' : 'Not now'}
        </button>
      </p>
    </section>
  );
}

const STATES: Readonly<Record<ReviewedPack['state'], string>> = {
  new: 'new here',
  same: 'the same as held',
  newer: 'newer than what is held',
  older: 'older than what is held',
  other: 'of the same version as what is held, but not the same file',
};

function PackLine({ pack }: { pack: ReviewedPack }) {
  const { next, held, state } = pack;
  return (
    <p>
      <b>{next.title}</b>, {versionWords(next)}: {STATES[state]}
      {held && state !== 'same' && ` (${versionWords(held)})`}.{' '}
      <span class="sm dim">
        {countsWords(next.counts)} · {next.licence}
      </span>
    </p>
  );
}
