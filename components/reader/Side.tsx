// At the left: the files that are open, and the parts of the one shown with the marks in each.
import { useEffect, useRef } from 'preact/hooks';
import { counted, say, written } from '../../lib/words/words';
import type { FileLine, ReaderActions, ReaderState } from './state';

export function Side({ state, actions }: { state: ReaderState; actions: ReaderActions }) {
  const { files, current, outline, view, marks } = state;
  const nav = useRef<HTMLElement>(null);
  const here = outline?.findIndex((line) => line.here) ?? -1;
  // The part that is read stays in sight, however long the list.
  useEffect(() => {
    if (here < 0) return;
    nav.current?.querySelector('.outline [aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const counts = marks !== null && outline?.some((line) => line.marks !== null);
  return (
    <nav ref={nav} id="side" class="side" aria-label={say('Files and outline')}>
      {files.length > 1 && (
        <section>
          <h2>{say('Files')}</h2>
          <ul>
            {files.map((file) => (
              <Row key={file.id} file={file} here={file.id === current} actions={actions} />
            ))}
          </ul>
        </section>
      )}
      {view && (
        <section>
          <h2>{counts ? say('Outline, with marks') : say('Outline')}</h2>
          {outline?.length === 0 && (
            <p class="none sm dim">{say('This file has no outline and no headings.')}</p>
          )}
          <ul class="outline">
            {outline?.map((line, i) => (
              <li key={i}>
                <button
                  type="button"
                  class="part"
                  style={{ paddingLeft: `${16 * Math.min(line.level, 4)}px` }}
                  aria-current={line.here ? 'true' : undefined}
                  onClick={() => actions.goToOutline(i)}
                >
                  <span>{line.title}</span>
                  {counts && <Marks count={line.marks} />}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </nav>
  );
}

function Marks({ count }: { count: number | null }) {
  if (count === 0) return null;
  return (
    <i class="num">
      <span aria-hidden="true">{count === null ? '…' : written(count)}</span>
      <span class="vh">
        {count === null ? say('not read yet') : counted(count, '{count} mark', '{count} marks')}
      </span>
    </i>
  );
}

function Row({ file, here, actions }: { file: FileLine; here: boolean; actions: ReaderActions }) {
  return (
    <li class="file">
      <button
        type="button"
        class="part"
        title={file.name}
        aria-current={here ? 'true' : undefined}
        onClick={() => actions.show(file.id)}
      >
        <span>{file.name}</span>
        {file.state === 'failed' && <span class="tag">{say('not opened')}</span>}
      </button>
      <button
        type="button"
        class="icon"
        aria-label={say('Close {name}', { name: file.name })}
        title={say('Close')}
        onClick={() => actions.remove(file.id)}
      >
        ×
      </button>
    </li>
  );
}
