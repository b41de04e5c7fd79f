// What stands in place of a file that is being opened, needs a password, could not be opened, or is a picture of pages.
import { useState } from 'preact/hooks';
import { say } from '../../lib/words/words';
import { ChooseFile } from './OpenBox';
import type { FileLine, PasswordQuestion, ReaderActions } from './state';

export function Opening({ file }: { file: FileLine }) {
  return (
    <section class="sheet-box">
      <h1>{say('Opening')}</h1>
      <p class="sm dim">{file.name}</p>
      <p role="status">{say('Reading the file…')}</p>
    </section>
  );
}

export function NotOpened({ file, actions }: { file: FileLine; actions: ReaderActions }) {
  return (
    <section class="sheet-box">
      <h1>{say('This file was not opened')}</h1>
      <p class="sm dim">{file.name}</p>
      <p role="alert">{file.reason}</p>
      <p class="btns">
        <ChooseFile id="instead" label={say('Choose another file')} onFiles={actions.open} />
        <button type="button" class="btn" onClick={() => actions.remove(file.id)}>
          {say('Close')}
        </button>
      </p>
    </section>
  );
}

export function Password({ ask, actions }: { ask: PasswordQuestion; actions: ReaderActions }) {
  const [password, setPassword] = useState('');
  return (
    <form
      class="sheet-box"
      onSubmit={(event) => {
        event.preventDefault();
        actions.answerPassword(password);
        setPassword('');
      }}
    >
      <h1>{say('This file needs a password')}</h1>
      <p class="sm dim">{ask.name}</p>
      <label for="password">
        <b>{say('Password')}</b>
      </label>
      <input
        id="password"
        class="field"
        type="password"
        autocomplete="off"
        autofocus
        aria-invalid={ask.again}
        aria-describedby={ask.again ? 'password-said' : undefined}
        value={password}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      {ask.again && (
        <p id="password-said" class="sm bad" role="alert">
          <b>{say('Not opened.')}</b> {say('That password does not fit. Nothing was changed.')}
        </p>
      )}
      <p class="btns">
        <button type="submit" class="btn pri">
          {say('Open')}
        </button>
        <button type="button" class="btn" onClick={() => actions.answerPassword(null)}>
          {say('Cancel')}
        </button>
      </p>
    </form>
  );
}

/** Over a file that can be seen but not read. */
export function Picture({ pages, onClose }: { pages: number; onClose: () => void }) {
  return (
    <section class="picture" role="status">
      <div>
        <h2>{say('This PDF is a picture of pages')}</h2>
        <p class="sm">
          {pages === 1
            ? say(
                'Its page holds no text that can be read, so nothing can be found in it. You can still look at it here.',
              )
            : say(
                'None of its {pages} pages holds text that can be read, so nothing can be found in it. You can still look at it here.',
                { pages },
              )}{' '}
          {say('Ask for the Word file, or run it through text recognition, then open it again.')}
        </p>
      </div>
      <button type="button" class="icon" aria-label={say('Close this notice')} onClick={onClose}>
        ×
      </button>
    </section>
  );
}
