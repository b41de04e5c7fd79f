// The matrix page: shows the place that the address names, and follows the address.
import { useEffect, useRef, useState } from 'preact/hooks';
import { contextOf, type Tools } from './context';
import { type EvidenceSource, type Frame, type Got, loadFrame, loadView, type Shown } from './load';
import { Loading, NotOpened } from './notices';
import { type Place, parseHash } from './route';
import { TopBar } from './TopBar';
import { titleOf } from './title';
import { View } from './View';

interface MatrixAppProps {
  source: EvidenceSource;
  tools: Tools;
}

interface Screen {
  readonly place: Place;
  readonly frame: Frame;
  readonly shown: Shown;
}

/** How often an evidence database that another tab holds back is tried again, in ms. */
const TRY_AGAIN = 3000;

export function MatrixApp({ source, tools }: MatrixAppProps) {
  const place = usePlace();
  const [screen, setScreen] = useState<Screen | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    void load(source, place).then((got) => {
      // The reader may have gone on to another place meanwhile.
      if (!current) return;
      setFailure(got.ok ? null : got.reason);
      if (got.ok) setScreen(got.value);
    });
    return () => {
      current = false;
    };
  }, [source, place, attempt]);

  useEffect(() => {
    if (failure === null) return;
    const timer = setInterval(() => setAttempt((n) => n + 1), TRY_AGAIN);
    return () => clearInterval(timer);
  }, [failure]);

  useArrival(screen);

  if (failure !== null)
    return <NotOpened reason={failure} tryAgain={() => setAttempt((n) => n + 1)} />;
  if (!screen) return <Loading />;
  const context = contextOf(screen.frame, screen.place.topics, tools);
  return (
    <>
      <TopBar context={context} shown={screen.shown} />
      <View context={context} shown={screen.shown} />
    </>
  );
}

async function load(source: EvidenceSource, place: Place): Promise<Got<Screen>> {
  const [frame, shown] = await Promise.all([loadFrame(source), loadView(source, place.route)]);
  if (!frame.ok) return frame;
  if (!shown.ok) return shown;
  return { ok: true, value: { place, frame: frame.value, shown: shown.value } };
}

function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  const [place, setPlace] = useState(() => parseHash(hash));
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => setPlace(parseHash(hash)), [hash]);
  return place;
}

/** Title, focus and scroll position when a place is reached; going back returns to where the reader was. */
function useArrival(screen: Screen | null): void {
  const first = useRef(true);
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const remember = () => history.replaceState({ y: scrollY }, '');
    addEventListener('scrollend', remember);
    return () => removeEventListener('scrollend', remember);
  }, []);
  useEffect(() => {
    if (!screen) return;
    document.title = titleOf(screen.shown, screen.frame);
    // The first page opens as any page does; later ones are read from their heading on.
    if (!first.current) document.querySelector('h1')?.focus({ preventScroll: true });
    first.current = false;
    const state: unknown = history.state;
    const y = state && typeof state === 'object' && 'y' in state ? Number(state.y) : 0;
    scrollTo(0, Number.isFinite(y) ? y : 0);
  }, [screen]);
}
