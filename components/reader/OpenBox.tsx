// Nothing open yet: where a file is dropped or chosen, and what is done with it.
import { say } from '../../lib/words/words';
import { Recent } from './Recent';
import type { ReaderActions, RecentList } from './state';

/** Endings for the browser's dialog; what a file is, is told by what is in it. */
const ENDINGS = '.pdf,.docx,.docm,.html,.htm,.md,.markdown,.txt';

interface ChooseProps {
  id: string;
  label: string;
  kind?: 'btn pri' | 'btn' | 'act';
  onFiles(files: readonly File[]): void;
}

export function ChooseFile({ id, label, kind = 'btn pri', onFiles }: ChooseProps) {
  return (
    <span class="choose">
      <input
        id={id}
        class="vh"
        type="file"
        multiple
        accept={ENDINGS}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
        }}
      />
      <label class={kind} for={id}>
        {label}
      </label>
    </span>
  );
}

interface OpenBoxProps {
  over: boolean;
  recent: RecentList | null;
  actions: ReaderActions;
}

export function OpenBox({ over, recent, actions }: OpenBoxProps) {
  return (
    <section class="sheet-box">
      <h1>{say('Open a document')}</h1>
      <p class="dim">{say('PDF, Word (.docx), HTML, Markdown or plain text.')}</p>
      <div class={over ? 'drop over' : 'drop'}>
        <p>{say('Drop one file or several here')}</p>
        <p class="btns">
          <ChooseFile id="choose" label={say('Choose files')} onFiles={actions.open} />
        </p>
      </div>
      <p class="sm dim">{say('Files are read on this computer. They are not copied or sent.')}</p>
      {recent && <Recent recent={recent} actions={actions} dialog="choose" />}
    </section>
  );
}
