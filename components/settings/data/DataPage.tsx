// Your data: how much is kept on this computer, saving all of it, bringing it back, deleting it.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { say } from '../../../lib/words/words';
import { momentWords } from '../../shared/words';
import { FileDrop } from '../evidence/FileDrop';
import { useFocusKept } from '../focus';
import type { DataDoors, KeptView } from './doors';
import { type DataState, sizeWords, useData } from './state';

/** `children`: settings of what is kept at all. */
export function DataPage({ doors, children }: { doors: DataDoors; children?: ComponentChildren }) {
  const data = useData(doors);
  const news = useRef<HTMLDivElement>(null);
  const { said, busy, kept } = data;
  useFocusKept(news, [said?.words, busy, data.checked?.name, data.deleting].join('|'));
  return (
    <section>
      <h2 tabIndex={-1}>{say('Your data')}</h2>
      <p>
        {say(
          'All of it is on this computer. Nobody else has a copy, so save one yourself now and then.',
        )}
      </p>
      <div ref={news} class="news" aria-live="polite" tabIndex={-1}>
        {busy && <p role="status">{busy}</p>}
        {said && (
          <p class={said.failed ? 'box' : undefined} role={said.failed ? 'alert' : undefined}>
            {said.words}
          </p>
        )}
      </div>
      {data.checked && <Checked data={data} checked={data.checked} />}
      {kept && !kept.ok && <p role="alert">{kept.reason}</p>}
      {kept?.ok && <KeptTable view={kept.value} data={data} />}
      {children}
      <h3>{say('Save all of it')}</h3>
      <p class="sm dim">
        {say(
          'One file with your settings, the sites and senses that you turned off, all evidence with your own copies of cells, and the references that you copied. It holds nothing of the pages that you read. Texts of your own copies are by their authors; keep the file to yourself.',
        )}
      </p>
      <p class="btns">
        <button type="button" class="btn pri" disabled={busy !== null} onClick={data.backUp}>
          {say('Save a backup')}
        </button>
      </p>
      <h3>{say('Bring a backup back')}</h3>
      <FileDrop
        label={say('Choose a backup…')}
        hint={say('It is checked whole first; you see what it holds before anything is changed.')}
        accept=".backup"
        disabled={busy !== null}
        onFiles={([file]) => file && data.check(file)}
      />
      <Delete data={data} />
    </section>
  );
}

function Checked({
  data,
  checked,
}: {
  data: DataState;
  checked: NonNullable<DataState['checked']>;
}) {
  const { made, by, holds } = checked.backup;
  return (
    <div class="box">
      <h3>{say('This backup is whole: {name}', { name: checked.name })}</h3>
      <p class="sm dim">
        {say('Saved on {day} by version {version}.', { day: momentWords(made), version: by })}
      </p>
      <ul class="list">
        {holds.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        {say(
          'It takes the place of everything that is kept now. Which sites may be read stays as your browser has it.',
        )}
      </p>
      <p class="btns">
        <button type="button" class="btn pri" disabled={data.busy !== null} onClick={data.restore}>
          {say('Put it in place')}
        </button>
        <button type="button" class="btn" disabled={data.busy !== null} onClick={data.notNow}>
          {say('Not now')}
        </button>
      </p>
    </div>
  );
}

function KeptTable({ view, data }: { view: KeptView; data: DataState }) {
  const { usage, persistent } = view.room;
  return (
    <>
      <table class="sites">
        <thead>
          <tr>
            <th scope="col">{say('Kept')}</th>
            <th scope="col">{say('How many')}</th>
            <th scope="col">{say('Size')}</th>
          </tr>
        </thead>
        <tbody>
          {view.kinds.map(({ name, count, bytes }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count}</td>
              <td class="num">{bytes === null ? '' : sizeWords(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {usage !== null && (
        <p class="sm dim">
          {say('With all that is made from it for quick look-up, the browser counts {size}.', {
            size: sizeWords(usage),
          })}
        </p>
      )}
      {persistent === true && (
        <p class="sm dim">{say('The browser keeps it until you delete it.')}</p>
      )}
      {persistent === false && (
        <>
          <p class="sm dim">
            {say('If the disk runs full, the browser may clear it without asking.')}
          </p>
          <p class="btns">
            <button
              type="button"
              class="btn"
              disabled={data.busy !== null}
              onClick={data.keepForGood}
            >
              {say('Ask the browser never to clear it')}
            </button>
          </p>
        </>
      )}
    </>
  );
}

function Delete({ data }: { data: DataState }) {
  return (
    <>
      <h3>{say('Delete everything')}</h3>
      {data.deleting ? (
        <fieldset class="box" aria-label={say('Confirm')}>
          <p>
            <b>
              {say(
                'Delete your settings, the sites and senses that you turned off, evidence that you added, your own copies of cells, the references that you copied and the names of files that you opened?',
              )}
            </b>{' '}
            {say(
              'This cannot be undone. The evidence that came with the extension is put in place again. Which sites may be read stays as your browser has it.',
            )}
          </p>
          <p class="btns">
            <button
              type="button"
              class="btn bad"
              disabled={data.busy !== null}
              onClick={data.deleteAll}
            >
              {say('Delete it all')}
            </button>
            <button type="button" class="btn" disabled={data.busy !== null} onClick={data.keep}>
              {say('Keep it')}
            </button>
          </p>
        </fieldset>
      ) : (
        <p class="btns">
          <button
            type="button"
            class="btn bad"
            disabled={data.busy !== null}
            onClick={data.askDelete}
          >
            {say('Delete everything…')}
          </button>
        </p>
      )}
    </>
  );
}
