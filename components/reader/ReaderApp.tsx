// The tools of the reader page: drawn anew whenever the file, its marks or its place changed. The file itself stands beside them.
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../lib/words/words';
import { Fetch } from './Fetch';
import { onKeys } from './keys';
import { NotOpened, Opening, Password, Picture } from './Notices';
import { OpenBox } from './OpenBox';
import { Side } from './Side';
import { Status } from './Status';
import type { ReaderActions, ReaderDoors } from './state';
import { Tools, useHeightAs } from './Tools';

/** Below this width (px) the outline lies over the file and is closed at first. */
const NARROW = 860;

export function ReaderApp({ doors }: { doors: ReaderDoors }) {
  const [state, setState] = useState(doors.state);
  const [side, setSide] = useState(() => window.innerWidth >= NARROW);
  const [over, setOver] = useState(false);
  const [pictureSeen, setPictureSeen] = useState<number | null>(null);
  const { actions } = doors;
  useEffect(() => doors.onChange(() => setState(doors.state())), [doors]);
  useEffect(() => onDrop(setOver, actions.open), [actions]);
  useEffect(() => onKeys(doors, () => setSide((on) => !on)), [doors]);

  const { files, current, view, password } = state;
  const file = files.find(({ id }) => id === current);
  useEffect(() => {
    // The name alone: it is the file's title to whoever reads it, the overlay as well.
    document.title = file?.name ?? say('Evidence reader');
  }, [file?.name]);
  const hasSide = side && files.length > 0;
  useEffect(() => {
    document.documentElement.dataset.side = hasSide ? 'on' : 'off';
    document.documentElement.dataset.paper = state.dim ? 'dim' : 'white';
  }, [hasSide, state.dim]);
  const top = useHeightAs('--top');
  const foot = useHeightAs('--foot');

  return (
    <>
      <div ref={top} class="top">
        {file && (
          <Tools state={state} actions={actions} side={side} onSide={() => setSide(!side)} />
        )}
      </div>
      {hasSide && (
        <Side
          state={state}
          actions={
            window.innerWidth < NARROW ? leavingAfter(actions, () => setSide(false)) : actions
          }
        />
      )}
      <section class="front" aria-label={say('Reader')}>
        {!file && state.fetch && <Fetch ask={state.fetch} actions={actions} />}
        {!file && !state.fetch && <OpenBox over={over} recent={state.recent} actions={actions} />}
        {file && password && (
          <Password key={`${password.again}`} ask={password} actions={actions} />
        )}
        {file?.state === 'opening' && !password && <Opening file={file} />}
        {file?.state === 'failed' && <NotOpened file={file} actions={actions} />}
        {view?.isPicture && pictureSeen !== current && (
          <Picture pages={view.pages} onClose={() => setPictureSeen(current)} />
        )}
        {file && over && <p class="drop-here">{say('Drop the file to open it')}</p>}
      </section>
      <footer ref={foot} class="foot">
        <Status state={state} actions={actions} />
      </footer>
    </>
  );
}

/** In a narrow window the list goes away once something was chosen from it. */
function leavingAfter(actions: ReaderActions, leave: () => void): ReaderActions {
  return {
    ...actions,
    show(id) {
      leave();
      actions.show(id);
    },
    goToOutline(index) {
      leave();
      actions.goToOutline(index);
    },
  };
}

/** Files dropped anywhere on the page are opened; without this the browser would leave the page for them. */
function onDrop(over: (on: boolean) => void, open: (files: readonly File[]) => void): () => void {
  const stop = new AbortController();
  const listen = <K extends 'dragover' | 'dragleave' | 'drop'>(
    type: K,
    does: (event: DragEvent) => void,
  ) => document.addEventListener(type, does, stop);
  const withFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  listen('dragover', (event) => {
    if (!withFiles(event)) return;
    event.preventDefault();
    over(true);
  });
  listen('dragleave', (event) => {
    if (event.relatedTarget === null) over(false);
  });
  listen('drop', (event) => {
    over(false);
    if (!withFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) open(files);
  });
  return () => stop.abort();
}
