// The toolbar popup: what was found on this page, or why nothing was, and what can be done.
import type { Off as Why } from '../../lib/settings/schema';
import { say } from '../../lib/words/words';
import { AskToRead } from '../shared/AskToRead';
import { offAbout, offTitle, TurnedOff } from '../shared/TurnedOff';
import { Pdf } from './Pdf';
import { Read } from './Read';
import { Said, siteName } from './Said';
import type { PopupActions, PopupState } from './state';
import { TurnOff } from './TurnOff';

interface PopupProps {
  state: PopupState;
  actions: PopupActions;
  /** The work that a click has started is still going on. */
  busy: boolean;
  /** The page is one of the site of the matrices. */
  canAddCell: boolean;
}

export function Popup({ state, actions, busy, canAddCell }: PopupProps) {
  const topics = state.is === 'read' ? state.page.topics.map((topic) => topic.id) : [];
  const hasMarks = topics.length > 0;
  return (
    <div class="pop" aria-busy={busy}>
      <header>
        <b>Evidence Overlay</b>
        {state.is === 'read' && <TurnOff host={state.host} turn={actions.turn} />}
      </header>
      <main class="body">
        <State state={state} actions={actions} busy={busy} />
        {canAddCell && <AddCell actions={actions} busy={busy} />}
      </main>
      <footer>
        <button type="button" class="act q" onClick={actions.openSettings}>
          {say('Settings')}
        </button>
        <button
          type="button"
          class="act q"
          onClick={() => actions.openMatrix(hasMarks ? '' : 'search', topics)}
        >
          {hasMarks ? say('Open the matrix') : say('Search the matrix')}
        </button>
        <button type="button" class="act q" onClick={actions.openFile}>
          {say('Open a file')}
        </button>
        {hasMarks && (
          <button type="button" class="act q end" onClick={actions.nextMark}>
            {say('Next mark')}
          </button>
        )}
      </footer>
    </div>
  );
}

function AddCell({ actions, busy }: { actions: PopupActions; busy: boolean }) {
  return (
    <div class="addcell">
      <p class="btns">
        <button type="button" class="btn" disabled={busy} onClick={actions.addCell}>
          {say('Add this cell to the evidence on this computer')}
        </button>
      </p>
      <p class="sm dim">
        {say('You see what would change before anything is kept. Nothing is sent.')}
      </p>
    </div>
  );
}

function State({ state, actions, busy }: Omit<PopupProps, 'canAddCell'>) {
  switch (state.is) {
    case 'waiting':
      return (
        <p role="status" class="dim">
          {say('Asking the page…')}
        </p>
      );
    case 'read':
      return <Read state={state} actions={actions} busy={busy} />;
    case 'not-allowed':
      return <NotAllowed state={state} actions={actions} busy={busy} />;
    case 'off':
      return <Off host={state.host} off={state.off} actions={actions} busy={busy} />;
    case 'off-page':
      return <Off host={state.host} off={null} actions={actions} busy={busy} />;
    case 'pdf':
      return <Pdf name={state.name} onOpen={actions.openInReader} busy={busy} />;
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

interface OffProps {
  host: string;
  off: Why | null;
  actions: PopupActions;
  busy: boolean;
}

function Off({ host, off, actions, busy }: OffProps) {
  return (
    <Said title={offTitle(off)} site={offAbout(off, siteName(host))}>
      <TurnedOff off={off} turn={actions.turn} busy={busy} />
    </Said>
  );
}

function NotAllowed(props: {
  state: Extract<PopupState, { is: 'not-allowed' }>;
  actions: PopupActions;
  busy: boolean;
}) {
  const { state, actions, busy } = props;
  return (
    <Said title={say('Not allowed to read this site')} site={siteName(state.host)}>
      <AskToRead mayAsk={state.mayAsk} actions={actions} busy={busy}>
        {state.mayAsk
          ? say(
              'To mark topics here, the extension must read the text of pages on this site. Your browser will ask you to confirm.',
            )
          : say(
              'This site is not among those that the extension can ask to read always. It can read this one page now, because you asked.',
            )}
      </AskToRead>
    </Said>
  );
}
