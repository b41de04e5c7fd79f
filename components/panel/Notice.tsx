// The panel where there is no list to show: what is the matter, what is safe and what can be done.
import type { ComponentChildren } from 'preact';
import { say } from '../../lib/words/words';
import { siteName } from '../popup/Said';
import { AskToRead } from '../shared/AskToRead';
import { offAbout, offTitle, TurnedOff } from '../shared/TurnedOff';
import type { PanelActions, PanelState } from './state';

interface NoticeProps {
  state: Exclude<PanelState, { is: 'read' }>;
  actions: PanelActions;
  busy: boolean;
}

export function Notice({ state, actions, busy }: NoticeProps) {
  switch (state.is) {
    case 'waiting':
      return <Said title={say('Asking the page…')} />;
    case 'not-allowed':
      return <NotAllowed state={state} actions={actions} busy={busy} />;
    case 'off':
    case 'off-page': {
      const off = state.is === 'off' ? state.off : null;
      return (
        <Said title={offTitle(off)} about={offAbout(off, siteName(state.host))}>
          <TurnedOff off={off} turn={actions.turn} busy={busy} />
        </Said>
      );
    }
    case 'pdf':
      return (
        <Said title={say('This is a PDF')} about={state.name}>
          <p>
            {say(
              'The browser’s own viewer cannot be marked, so this file was left alone. If the same text is on a web page, its topics are listed here.',
            )}
          </p>
        </Said>
      );
    case 'impossible':
      return (
        <Said title={say('Not possible on this page')}>
          <p>
            {say(
              'Browsers do not let extensions read their own pages, their store or pages that could not be loaded. Nothing is wrong.',
            )}
          </p>
        </Said>
      );
    case 'unseen':
      return (
        <Said title={say('Not read')}>
          <p>
            {say(
              'The extension may not look at this page. Either its site is not allowed yet, or it is one of the browser’s own pages, which no extension may read. Nothing is wrong.',
            )}
          </p>
          <p class="dim">
            {say(
              'To allow a site, press the button of Evidence Overlay in the browser’s toolbar while its page is in front.',
            )}
          </p>
        </Said>
      );
    case 'own':
      return (
        <Said title={say('A page of this extension')}>
          <p>
            {say(
              'Go to a tender notice, a specification or guidance, and its topics are listed here.',
            )}
          </p>
        </Said>
      );
    case 'gone':
      return (
        <Said title={say('The page was closed')}>
          <p>{say('Its tab is no longer open. What you have set is safe.')}</p>
        </Said>
      );
    case 'failed':
      return (
        <Said
          title={
            state.what === 'evidence'
              ? say('The evidence could not be opened')
              : say('This page could not be read')
          }
        >
          <p role="alert">{state.reason}</p>
          <p>
            {state.what === 'evidence'
              ? say('Nothing is marked until it opens. Your settings are kept.')
              : say('The page itself was not changed. Reloading it often helps.')}
          </p>
          <p class="btns">
            <button type="button" class="btn" disabled={busy} onClick={actions.tryAgain}>
              {say('Try again')}
            </button>
          </p>
        </Said>
      );
  }
}

interface SaidProps {
  title: string;
  about?: string;
  children?: ComponentChildren;
}

export function Said({ title, about, children }: SaidProps) {
  return (
    <>
      <header>
        <h1>{title}</h1>
        {about && <p class="sm dim">{about}</p>}
      </header>
      {children && <div class="sec said">{children}</div>}
    </>
  );
}

function NotAllowed(props: {
  state: Extract<PanelState, { is: 'not-allowed' }>;
  actions: PanelActions;
  busy: boolean;
}) {
  const { state, actions, busy } = props;
  return (
    <Said title={say('Not allowed to read this site')} about={siteName(state.host)}>
      <AskToRead mayAsk={state.mayAsk} actions={actions} busy={busy}>
        {state.mayAsk
          ? say(
              'To list the topics here, the extension must read the text of pages on this site. Your browser will ask you to confirm.',
            )
          : say(
              'This site is not among those that the extension can ask to read always. It can read this one page, if you ask.',
            )}
      </AskToRead>
    </Said>
  );
}
