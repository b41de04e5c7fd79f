// Where the reader is, as the address says, and what stands in the search field.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Place, parseHash, searchHref } from './route';

export interface Movable {
  readonly place: Place;
  /** Changes the address without a step in the browser's history. */
  replace(href: string): void;
  /** Goes to an address that the reader may leave by going back, and remembers in it where that was. */
  push(href: string): void;
}

export function usePlace(): Movable {
  const [hash, setHash] = useState(location.hash);
  const place = useMemo(() => parseHash(hash), [hash]);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    // Steps to and from what was pushed.
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);
  const replace = useCallback((href: string) => {
    history.replaceState(history.state, '', href);
    setHash(href);
  }, []);
  const push = useCallback((href: string) => {
    history.pushState({ before: location.hash }, '', href);
    setHash(href);
  }, []);
  return { place, replace, push };
}

interface SearchText {
  /** May be ahead of what is shown by a moment: what is typed must never jump. */
  readonly text: string;
  type(text: string): void;
  leave(): void;
}

export function useSearchText({ place, replace, push }: Movable): SearchText {
  const [text, setText] = useState(() => textOf(place));
  const typed = useRef(text);
  useEffect(() => {
    // Of the address as it is by now: letters typed meanwhile stand in it already.
    const asked = textOf(parseHash(location.hash));
    if (asked === typed.current) return;
    typed.current = asked;
    setText(asked);
  }, [place]);
  return {
    text,
    type(next) {
      typed.current = next;
      setText(next);
      const { route } = parseHash(location.hash);
      if (route.view === 'search') replace(searchHref({ ...route, text: next }, place));
      else push(searchHref({ text: next }, place));
    },
    leave() {
      if (parseHash(location.hash).route.view !== 'search') return;
      const state: unknown = history.state;
      const before = state && typeof state === 'object' && 'before' in state ? state.before : '';
      location.hash = typeof before === 'string' ? before : '';
    },
  };
}

function textOf({ route }: Place): string {
  return route.view === 'search' ? route.text : '';
}
