// What another set of evidence, or another version, would change; nothing has yet.
import type { Review, ReviewedPack } from '../../../lib/evidence/packs/model';
import { counted, phrase, say } from '../../../lib/words/words';
import { english } from '../../shared/english';
import { drawParts } from '../../shared/Sentence';
import { momentWords } from '../../shared/words';
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
    <section class="box pack" aria-label={say('What {name} would change', { name })}>
      <h3>{same ? say('This is held already') : say('Ready to be used')}</h3>
      {packs.map((pack) => (
        <PackLine key={pack.id} pack={pack} />
      ))}
      {same ? (
        <p>{say('The file is the one in use, byte for byte. There is nothing to change.')}</p>
      ) : (
        <>
          <p>
            <b>
              {say('{added} added, {changed} changed, {removed} removed.', {
                added,
                changed,
                removed,
              })}
            </b>{' '}
            <span class="dim">{say('Nothing changes until you say so.')}</span>
          </p>
          {difference.cited.length > 0 && (
            <div class="cited">
              <p>
                {drawParts(
                  counted(
                    difference.cited.length,
                    '<b>{count} entry that you copied a reference of would not be the same.</b> Look at what you wrote from it.',
                    '<b>{count} entries that you copied a reference of would not be the same.</b> Look at what you wrote from them.',
                  ),
                  BOLD,
                )}
              </p>
              <ul class="rows">
                {difference.cited.map((one) => (
                  <li key={one.id}>
                    <p>
                      <span class="src" {...english()}>
                        {one.title}
                      </span>{' '}
                      <span class="sm dim">
                        {say('copied on {day}', { day: momentWords(one.cited) })}
                        {one.gone && ` · ${say('would be gone')}`}
                      </span>
                    </p>
                    <FieldChanges changes={one.changes} before={say('Now')} after={say('Then')} />
                  </li>
                ))}
              </ul>
            </div>
          )}
          <DifferenceLists difference={difference} />
          {clashes.length > 0 && (
            <details>
              <summary>
                {counted(
                  clashCount,
                  '{count} place where the sets would not fit together',
                  '{count} places where the sets would not fit together',
                )}
              </summary>
              <ClashList clashes={clashes} total={clashCount} />
            </details>
          )}
        </>
      )}
      <p class="btns">
        {!same && (
          <button type="button" class="btn pri" onClick={use}>
            {say('Use it')}
          </button>
        )}
        <button type="button" class="btn" onClick={notNow}>
          {same ? say('Close') : say('Not now')}
        </button>
      </p>
    </section>
  );
}

const BOLD = { b: (inner: string) => <b>{inner}</b> };

const STATES: Readonly<Record<ReviewedPack['state'], string>> = {
  new: phrase('new here'),
  same: phrase('the same as held'),
  newer: phrase('newer than what is held'),
  older: phrase('older than what is held'),
  other: phrase('of the same version as what is held, but not the same file'),
};

function PackLine({ pack }: { pack: ReviewedPack }) {
  const { next, held, state } = pack;
  return (
    <p>
      <b {...english()}>{next.title}</b>, {versionWords(next)}: {say(STATES[state])}
      {held && state !== 'same' && ` (${versionWords(held)})`}.{' '}
      <span class="sm dim">
        {countsWords(next.counts)} · <span {...english()}>{next.licence}</span>
      </span>
    </p>
  );
}
