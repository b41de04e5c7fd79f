// A file of the web that is to be opened: said in plain words what will be fetched, from where and with what leave.
import { say } from '../../lib/words/words';
import { ChooseFile } from './OpenBox';
import type { FetchQuestion, ReaderActions } from './state';

export function Fetch({ ask, actions }: { ask: FetchQuestion; actions: ReaderActions }) {
  const { name, host, busy, reason } = ask;
  return (
    <section class="sheet-box">
      <h1>{reason === null ? say('Open this file here?') : say('This file was not fetched')}</h1>
      <p class="sm dim">{name}</p>
      {reason === null ? (
        <p>
          {host === ''
            ? say('The file is on this computer. Your browser must be allowed to read it.')
            : say(
                'The file is fetched once more from {host}, as you are signed in there. Your browser may ask you to let the extension read {host}; it is used for this file and then given back.',
                { host },
              )}
        </p>
      ) : (
        <p role="alert">{reason}</p>
      )}
      <p class="btns">
        <button type="button" class="btn pri" disabled={busy} onClick={actions.fetch}>
          {busy ? say('Fetching…') : reason === null ? say('Fetch and open') : say('Try again')}
        </button>
        <ChooseFile
          id="saved"
          label={say('Choose a saved file')}
          kind="btn"
          onFiles={actions.open}
        />
      </p>
      <p class="sm dim">{say('It is read on this computer. It is not copied or sent.')}</p>
    </section>
  );
}
