// The search field: "/" goes to it from anywhere, the arrow down into what was found, Enter opens the best, Esc empties it.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../lib/words/words';

interface SearchBoxProps {
  text: string;
  type(text: string): void;
  /** Leaves the search for where the reader was before. */
  leave(): void;
  /** The reader is about to type. */
  prepare(): void;
}

export function SearchBox({ text, type, leave, prepare }: SearchBoxProps) {
  const field = useRef<HTMLInputElement>(null);
  // Before the first paint: whoever sees the page can use the key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(EDITABLE)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys belong to the input method while it composes.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      hits()[0]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (text !== '') type('');
      else leave();
    }
  };
  return (
    <search class="searchbox">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          hits()[0]?.click();
        }}
      >
        <input
          ref={field}
          type="search"
          class="field"
          value={text}
          placeholder={say('Search entries, topics and passages ( / )')}
          aria-label={say('Search entries, topics and passages')}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          onInput={(event) => type(event.currentTarget.value)}
          onFocus={prepare}
          onKeyDown={onKeyDown}
        />
      </form>
    </search>
  );
}

const EDITABLE = 'input, textarea, select, [contenteditable]';

/** Links to what was found, in their order on the page. */
function hits(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('a[data-hit]')];
}

export function focusField(): void {
  document.querySelector<HTMLElement>('.searchbox input')?.focus();
}

/** Arrow keys among what was found; up from the first, or Esc, goes back to the field. */
export function moveAmongHits(event: KeyboardEvent): void {
  const all = hits();
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  const field = document.querySelector<HTMLElement>('.searchbox input');
  const to: Readonly<Record<string, HTMLElement | null | undefined>> = {
    ArrowDown: all[at + 1],
    ArrowUp: at === 0 ? field : all[at - 1],
    Home: all[0],
    End: all.at(-1),
    Escape: field,
  };
  if (!Object.hasOwn(to, event.key)) return;
  event.preventDefault();
  to[event.key]?.focus();
}
