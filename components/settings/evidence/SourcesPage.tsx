// The evidence on this computer: what is held and where from, adding, newer versions, going back, taking out, saving.
import { useRef, useState } from 'preact/hooks';
import type { HeldPack, SourcesView } from '../../../lib/evidence/packs/model';
import { counted, say } from '../../../lib/words/words';
import { Sentence } from '../../shared/Sentence';
import { useFocusKept } from '../focus';
import { ClashList } from './ClashList';
import type { SourceDoors } from './doors';
import { FileDrop } from './FileDrop';
import { OwnCells } from './OwnCells';
import { PackBox } from './PackBox';
import { ReviewBox } from './ReviewBox';
import { Subscriptions } from './Subscriptions';
import { DoneLine, RefusedBox, Working } from './sources-notices';
import { type Sources, useSources } from './sources-state';

export function SourcesPage({ doors }: { doors: SourceDoors }) {
  const work = useSources(doors);
  const { view, busy, review, refused, done } = work;
  const news = useRef<HTMLDivElement>(null);
  const state = [busy?.words, done?.words, refused?.name, review?.review.ticket].join('|');
  useFocusKept(news, state);
  return (
    <section>
      <h2 tabIndex={-1}>{say('Evidence')}</h2>
      <p>
        {say(
          'What marks, cards and the treatment matrix show. All of it is held on this computer; nothing changes until you say so.',
        )}
      </p>
      {/* What is said after a click stands where the reader is, at the top. */}
      <div ref={news} class="news" aria-live="polite" tabIndex={-1}>
        {busy && <Working busy={busy} />}
        {done && <DoneLine done={done} />}
      </div>
      {refused && <RefusedBox refused={refused} />}
      {review && !busy && <ReviewBox {...review} use={work.use} notNow={work.notNow} />}
      {view === null && (
        <p role="status" class="dim">
          {say('Opening the evidence on this computer…')}
        </p>
      )}
      {view && !view.ok && (
        <div class="box">
          <p role="alert">
            <b>{say('The evidence could not be opened.')}</b> {view.reason}
          </p>
          <p class="btns">
            <button type="button" class="btn" onClick={work.reload}>
              {say('Try again')}
            </button>
          </p>
        </div>
      )}
      {view?.ok && <Held work={work} view={view.value} doors={doors} />}
    </section>
  );
}

function Held({ work, view, doors }: { work: Sources; view: SourcesView; doors: SourceDoors }) {
  const { packs, clashes, clashCount, subscriptions } = view;
  const isBusy = work.busy !== null;
  return (
    <>
      {packs.map((pack) => (
        <PackBox
          key={pack.id}
          pack={pack}
          busy={isBusy}
          copy={doors.copy}
          save={() => work.save({ pack })}
          rollBack={() => work.rollBack(pack)}
          remove={() => work.remove(pack)}
        >
          {pack.role === 'own' && <OwnCells doors={doors} work={work} busy={isBusy} pack={pack} />}
        </PackBox>
      ))}
      {clashes.length > 0 && (
        <details>
          <summary>
            {counted(
              clashCount,
              '{count} place where the sets do not fit together',
              '{count} places where the sets do not fit together',
            )}
          </summary>
          <ClashList clashes={clashes} total={clashCount} />
        </details>
      )}
      <h3>{say('Add evidence')}</h3>
      <div class="adds">
        <div>
          <h4>{say('A cell of the matrix')}</h4>
          <p class="sm dim">
            {say('From your own copy: a text, a Markdown file or a saved page.')}
          </p>
          <p class="btns">
            <a class="btn" href="#/evidence/import">
              {say('Bring in a cell…')}
            </a>
          </p>
        </div>
        <div>
          <h4>{say('A set of evidence from a file')}</h4>
          <FileDrop
            label={say('Choose a file…')}
            hint={say(
              'Made by your organisation or saved from another computer (.json, .json.gz). You see what it would change first.',
            )}
            accept=".json,.gz,application/json"
            disabled={isBusy}
            onFiles={([file]) =>
              file && work.look({ kind: 'file', name: file.name, file }, file.name)
            }
          />
        </div>
      </div>
      <Subscriptions
        subscriptions={subscriptions}
        doors={doors.subscriptions}
        work={work}
        busy={isBusy}
      />
      <SaveAll packs={packs} work={work} busy={isBusy} />
    </>
  );
}

interface SaveAllProps {
  packs: readonly HeldPack[];
  work: Sources;
  busy: boolean;
}

function SaveAll({ packs, work, busy }: SaveAllProps) {
  const [own, setOwn] = useState(false);
  return (
    <>
      <h3>{say('Save all of it')}</h3>
      <p class="sm dim">
        {say(
          'One file that brings all of this back, here or on another computer. It holds evidence only: no settings, no notes, nothing of the pages that you read.',
        )}
      </p>
      {packs.some(({ role }) => role === 'own') && (
        <label class="opt">
          <input
            type="checkbox"
            checked={own}
            onChange={(event) => setOwn(event.currentTarget.checked)}
          />
          <span>
            <Sentence
              words="With your own copies of cells <dim>(their texts are by their authors; keep the file to yourself)</dim>"
              parts={{ dim: (inner) => <span class="dim">{inner}</span> }}
            />
          </span>
        </label>
      )}
      <p class="btns">
        <button type="button" class="btn" disabled={busy} onClick={() => work.save({ own })}>
          {say('Save a copy of all')}
        </button>
      </p>
    </>
  );
}
