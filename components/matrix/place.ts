// Where the reader is, as the address says, and what stands in the search field.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Place, parseHash, searchHref } from './route';

/** The place of the address, and a way to change it without a step in the browser's history. */
export function usePlace(): [Place, (href: string) => void] {
  const [hash, setHash] = useState(location.hash);
  const [place, setPlace] = useState(() => parseHash(hash));
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => setPlace(parseHash(hash)), [hash]);
  const replace = useCallback((href: string) => {
    history.replaceState(history.state, '', href);
    setHash(href);
  }, []);
  return [place, replace];
}

interface SearchText {
  /** May be ahead of the address by a moment: what is typed must never jump. */
  readonly text: string;
  type(text: string): void;
  leave(): void;
}

export function useSearchText(place: Place, replace: (href: string) => void): SearchText {
  const { route } = place;
  const asked = route.view === 'search' ? route.text : '';
  const [text, setText] = useState(asked);
  const sent = useRef(asked);
  const before = useRef('#/');
  useEffect(() => {
    if (route.view !== 'search') before.current = location.hash || '#/';
    // Came by a link, or by going back, and not by typing.
    if (asked === sent.current) return;
    sent.current = asked;
    setText(asked);
  }, [route, asked]);
  return {
    text,
    type(typed) {
      setText(typed);
      sent.current = typed;
      if (route.view === 'search') replace(searchHref({ ...route, text: typed }, place));
      else location.hash = searchHref({ text: typed }, place);
    },
    leave() {
      if (route.view === 'search') location.hash = before.current;
    },
  };
}
