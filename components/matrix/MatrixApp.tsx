// The matrix page: shows the place that the address names, and follows the address.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Role } from '../../lib/settings/schema';
import { contextOf, type Origin, type Tools } from './context';
import { type EvidenceSource, type Frame, type Got, loadFrame, loadView, type Shown } from './load';
import { Loading, NotOpened } from './notices';
import { usePlace, useSearchText } from './place';
import type { Place } from './route';
import { SearchBox } from './SearchBox';
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
  readonly origin: Origin | null;
}

/** How often an evidence database that another tab holds back is tried again, in ms. */
const TRY_AGAIN = 3000;

export function MatrixApp({ source, tools }: MatrixAppProps) {
  const movable = usePlace();
  const { place, replace } = movable;
  const [screen, setScreen] = useState<Screen | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [role, setRole] = useRole(tools.role);
  const box = useSearchText(movable);
  const frame = useRef<Frame | null>(null);

  useEffect(() => {
    let current = true;
    // The search asks for what it shows by itself; map and topics need not be read at every letter.
    const kept = place.route.view === 'search' ? frame.current : null;
    void load(source, tools, place, kept).then((got) => {
      // The reader may have gone on to another place meanwhile.
      if (!current) return;
      setFailure(got.ok ? null : got.reason);
      if (!got.ok) return;
      frame.current = got.value.frame;
      setScreen(got.value);
    });
    return () => {
      current = false;
    };
  }, [source, tools, place, attempt]);

  useEffect(() => {
    if (failure === null) return;
    const timer = setInterval(() => setAttempt((n) => n + 1), TRY_AGAIN);
    return () => clearInterval(timer);
  }, [failure]);

  useArrival(screen);

  if (failure !== null)
    return <NotOpened reason={failure} tryAgain={() => setAttempt((n) => n + 1)} />;
  if (!screen) return <Loading />;
  const { cite, copy } = tools;
  const { origin } = screen;
  const context = contextOf(screen.frame, screen.place, {
    role,
    setRole,
    replace,
    cite,
    copy,
    search: source.search,
    back: origin && (() => tools.toTab(origin.tab)),
  });
  return (
    <>
      <TopBar
        context={context}
        shown={screen.shown}
        search={<SearchBox {...box} prepare={tools.prepareSearch} />}
      />
      <View context={context} shown={screen.shown} text={box.text} />
    </>
  );
}

async function load(
  source: EvidenceSource,
  tools: Tools,
  place: Place,
  kept: Frame | null,
): Promise<Got<Screen>> {
  const [frame, shown, origin] = await Promise.all([
    kept ? ({ ok: true, value: kept } as const) : loadFrame(source),
    loadView(source, place.route),
    place.ticket ? tools.origin(place.ticket) : null,
  ]);
  if (!frame.ok) return frame;
  if (!shown.ok) return shown;
  const from = origin ? { ...place, page: origin.title || null } : place;
  return { ok: true, value: { place: from, frame: frame.value, shown: shown.value, origin } };
}

/** Whose work is shown first, as kept on this computer. */
function useRole(kept: Tools['role']): [Role, (role: Role) => void] {
  const [role, setRole] = useState<Role>('everyone');
  useEffect(() => {
    let chosen = false;
    void kept.read().then((before) => {
      if (!chosen) setRole(before);
    });
    return () => {
      chosen = true;
    };
  }, [kept]);
  const choose = (to: Role) => {
    setRole(to);
    void kept.save(to);
  };
  return [role, choose];
}

/** Title, focus and scroll position when a place is reached; going back returns to where the reader was. */
function useArrival(screen: Screen | null): void {
  const last = useRef<string | null>(null);
  const shownAt = useRef<string | null>(null);
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const remember = () => {
      // Until the next place is shown, a scroll is of the place before, cut short by a shorter page.
      if (location.hash !== shownAt.current) return;
      history.replaceState({ ...Object(history.state), y: scrollY }, '');
    };
    addEventListener('scrollend', remember);
    return () => removeEventListener('scrollend', remember);
  }, []);
  useEffect(() => {
    if (!screen) return;
    const { shown } = screen;
    document.title = titleOf(shown, screen.frame);
    const here = sameness(screen.place.route);
    const before = last.current;
    last.current = here;
    shownAt.current = location.hash;
    // Filters, arrangements and letters typed change the address, but not where the reader is.
    if (before === here) return;
    // The first page opens as any page does; later ones are read from their heading on. The passage
    // that the reader was led to takes the focus itself; in a search it stays in the field.
    const own = shown.view === 'search' || (shown.view === 'cell' && shown.at !== null);
    if (before !== null && !own) document.querySelector('h1')?.focus({ preventScroll: true });
    const state: unknown = history.state;
    const y = state && typeof state === 'object' && 'y' in state ? Number(state.y) : 0;
    if (shown.view !== 'cell' || shown.at === null) scrollTo(0, Number.isFinite(y) ? y : 0);
  }, [screen]);
}

/** The same for addresses that show the same place in another arrangement. */
function sameness(route: Place['route']): string {
  if (route.view === 'search') return 'search';
  if (route.view === 'cell') return route.cell;
  return JSON.stringify(route);
}
