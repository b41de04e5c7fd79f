// Asks to be allowed to read a site, in the popup and in the side panel: the reason first, then the buttons.
import type { ComponentChildren } from 'preact';
import { say } from '../../lib/words/words';

interface AskToReadProps {
  /** The browser can be asked for the whole site; otherwise only this once. */
  mayAsk: boolean;
  actions: { readonly allow: () => void; readonly markOnce: () => void };
  busy: boolean;
  /** Why it is asked. */
  children: ComponentChildren;
}

export function AskToRead({ mayAsk, actions, busy, children }: AskToReadProps) {
  return (
    <>
      <p>{children}</p>
      <ul class="reasons">
        <li>{say('It reads the page on this computer and sends nothing anywhere.')}</li>
        <li>{say('It leaves forms and what you type alone.')}</li>
        {mayAsk && <li>{say('You can take it back at any time in the settings.')}</li>}
      </ul>
      <p class="btns">
        {mayAsk && (
          <button type="button" class="btn pri" disabled={busy} onClick={actions.allow}>
            {say('Allow on this site')}
          </button>
        )}
        <button
          type="button"
          class={mayAsk ? 'btn' : 'btn pri'}
          disabled={busy}
          onClick={actions.markOnce}
        >
          {say('Only this once')}
        </button>
      </p>
    </>
  );
}
