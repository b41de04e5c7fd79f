// Finding words in the open file: on all its pages, drawn or not.

import type { Found } from '../../lib/reader/model';
import { counted, say } from '../../lib/words/words';
import type { ReaderActions } from './state';

export function FindBox({ found, actions }: { found: Found | null; actions: ReaderActions }) {
  return (
    <search class="grp">
      <input
        id="find"
        class="field find"
        type="search"
        autocomplete="off"
        placeholder={say('Find')}
        aria-label={say('Find in document')}
        onInput={(event) => actions.find(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') actions.findNext(event.shiftKey);
          if (event.key !== 'Escape') return;
          event.currentTarget.value = '';
          actions.find('');
          event.currentTarget.blur();
        }}
      />
      <span class="num sm dim" role="status">
        {found && foundWords(found)}
      </span>
      {found && found.count > 0 && (
        <>
          <button
            type="button"
            class="icon"
            aria-label={say('Previous place')}
            title={say('Previous place (Shift+Enter)')}
            onClick={() => actions.findNext(true)}
          >
            ‹
          </button>
          <button
            type="button"
            class="icon"
            aria-label={say('Next place')}
            title={say('Next place (Enter)')}
            onClick={() => actions.findNext(false)}
          >
            ›
          </button>
        </>
      )}
    </search>
  );
}

function foundWords({ count, at, more }: Found): string {
  if (count === 0) return more ? say('Not found so far') : say('Not found');
  if (at === 0) return counted(count, '{count} place', '{count} places');
  return more
    ? say('{at} of {count} so far', { at, count })
    : say('{at} of {count}', { at, count });
}
