// The popup for a tab that shows a PDF: the browser's viewer cannot be marked, the reader page can.
import { say } from '../../lib/words/words';
import { Said } from './Said';

export function Pdf({ name, onOpen, busy }: { name: string; onOpen: () => void; busy: boolean }) {
  return (
    <Said title={say('This is a PDF')} site={name}>
      <p>
        {say(
          'The browser’s own viewer cannot be marked. The evidence reader shows the same file with its topics marked; it is read on this computer.',
        )}
      </p>
      <p class="btns">
        <button type="button" class="btn pri" disabled={busy} onClick={onOpen}>
          {say('Open with evidence reader')}
        </button>
      </p>
    </Said>
  );
}
