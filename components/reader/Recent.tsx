// Files opened before: whether they are remembered, their names, and the way to open one again.
import { useRef, useState } from 'preact/hooks';
import type { FileKind } from '../../lib/documents/model';
import { counted, say } from '../../lib/words/words';
import { useFocusKept } from '../settings/focus';
import { momentWords } from '../shared/words';
import type { ReaderActions, RecentList } from './state';

interface RecentProps {
  recent: RecentList;
  actions: ReaderActions;
  /** Id of the field that opens the browser's dialog. */
  dialog: string;
}

export function Recent({ recent, actions, dialog }: RecentProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const { isPrivate, on, locked, files, trouble } = recent;
  const box = useRef<HTMLDivElement>(null);
  useFocusKept(box, files.map(({ hash }) => hash).join('|'));
  if (isPrivate)
    return (
      <p class="sm dim">{say('This is a private window: nothing about files is remembered.')}</p>
    );
  return (
    <div ref={box} class="recent" tabIndex={-1}>
      <label class="opt">
        <input
          type="checkbox"
          checked={on}
          disabled={locked}
          onChange={(event) => actions.setRecent(event.currentTarget.checked)}
        />
        <span>
          {say('Remember the names of files opened here')}
          <span class="sm dim hint">
            {locked
              ? say('Your organisation has set this.')
              : say(
                  'The last 20, with the place you were at, on this computer only. Turning it off clears the list at once.',
                )}
          </span>
        </span>
      </label>
      {trouble !== null && <p role="alert">{trouble}</p>}
      {files.length > 0 && <h2>{say('Opened before')}</h2>}
      <p role="status" class="sm">
        {asked !== null &&
          say(
            'Choose {name} in the window that opened: a browser does not let a page open a file again by itself.',
            { name: asked },
          )}
      </p>
      <ul>
        {files.map(({ hash, name, kind, pages, when }) => (
          <li key={hash}>
            <span>
              <button
                type="button"
                class="act"
                onClick={() => {
                  setAsked(name);
                  document.getElementById(dialog)?.click();
                }}
              >
                {name}
              </button>
              <span class="sm dim hint">
                {[
                  kindName(kind),
                  ...(pages > 0 ? [counted(pages, '{count} page', '{count} pages')] : []),
                  momentWords(when),
                ].join(' · ')}
              </span>
            </span>
            <button
              type="button"
              class="act"
              aria-label={say('Forget {name}', { name })}
              onClick={() => {
                setAsked(null);
                actions.forget(hash);
              }}
            >
              {say('Forget')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function kindName(kind: FileKind): string {
  const names = { pdf: 'PDF', docx: 'Word', html: 'HTML', markdown: 'Markdown' };
  return kind === 'text' ? say('Plain text') : names[kind];
}
