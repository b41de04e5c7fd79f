// What happens on the reader page: files on the desk, the one shown with its marks, and what the tools have done to it.
import type { PageSummary } from '../messages/map';
import { openPanel } from '../platform/panel';
import { sessionArea } from '../platform/storage';
import { ownTab } from '../platform/tabs';
import { Desk } from '../reader/desk';
import { Finder } from '../reader/find';
import type { FileView, OutlineItem, Zoom } from '../reader/model';
import { openFile } from '../reader/open';
import { marksByPart } from '../reader/outline-marks';
import type { Place } from '../reader/place';
import { stepFrom } from '../reader/zoom';
import { fetchFile, nameIn } from './reader-fetch';
import { readerMarks } from './reader-marks';
import { readerRecent } from './reader-recent';
import { readerTickets } from './reader-tickets';

/** Changes are shown together, at most once in this time (ms). */
const GATHER = 80;
/** Words are looked for this long (ms) after the last letter; text that is still coming is taken in this often. */
const TYPED_AFTER = 150;
const LOOK_AGAIN = 1000;
/** The place in the file is written down this long (ms) after the reader stopped moving. */
const KEEP_AFTER = 400;

/** `place` is where files are shown; `isTool` tells what stands round them. */
export function readerWork(place: Place, isTool: (node: Node) => boolean) {
  let changed: () => void = () => undefined;
  let waiting = false;
  let summary: PageSummary | null = null;
  let dim = false;
  let lookedAt = 0;
  /** Marks by line of the outline, until they change. */
  let counts: readonly (number | null)[] | null = null;
  const finder = new Finder(place.root);

  const soon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      changed();
    }, GATHER);
  };
  const marks = readerMarks({
    isTool,
    changed: (now) => {
      summary = now;
      counts = null;
      soon();
    },
  });
  const recent = readerRecent(soon);
  const desk = new Desk(
    {
      open: (name, data, ask) => openFile(name, data, place, ask),
      shown,
      opened(file, view) {
        const { kind, pages } = view.state();
        recent.opened({ ...file, kind, pages });
      },
      keepSpot: recent.keepSpot,
      spotOf: recent.spotOf,
    },
    () => {
      if (isComing() && performance.now() - lookedAt > LOOK_AGAIN) {
        lookedAt = performance.now();
        finder.forget();
      }
      soon();
    },
  );

  function isComing(): boolean {
    const state = desk.view?.state();
    return state !== undefined && state.read < state.pages;
  }

  function shown(view: FileView | null): void {
    marks.stop();
    summary = null;
    counts = null;
    finder.clear();
    if (!view) return;
    void view.begun.then(() => {
      if (desk.view !== view) return;
      marks.start({
        progress() {
          const { read, pages } = view.state();
          return pages === 0 ? 0 : read / pages;
        },
        whole: view.whole,
      });
    });
    void view.whole.then(() => {
      if (desk.view !== view) return;
      finder.forget();
      finder.again();
      soon();
    });
  }

  let typing: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const keepSoon = () => {
    clearTimeout(keeping);
    keeping = setTimeout(() => desk.keepSpot(), KEEP_AFTER);
  };
  addEventListener('scroll', keepSoon, { passive: true });
  // The browser would put back where the window stood when the link had been followed already.
  history.scrollRestoration = 'manual';
  addEventListener('popstate', ({ state }) => {
    const position: unknown = (state as { position?: unknown } | null)?.position;
    if (typeof position === 'string') desk.view?.goToPosition(position);
  });
  let asked: { name: string; host: string; busy: boolean; reason: string | null } | null = null;
  let address = '';
  void readerTickets(sessionArea)
    .addressIn(location.hash)
    .then((held) => {
      if (held === null || !URL.canParse(held)) return;
      address = held;
      asked = { name: nameIn(held), host: new URL(held).hostname, busy: false, reason: null };
      soon();
    });
  async function fetchAsked(): Promise<void> {
    if (!asked || asked.busy) return;
    const fetching = fetchFile(address);
    asked = { ...asked, busy: true };
    soon();
    const fetched = await fetching;
    if (fetched.ok) {
      const { name, data } = fetched;
      asked = null;
      // Each opening uses its bytes up.
      desk.add([{ name, read: async () => data.slice() }]);
    } else asked = { ...asked, busy: false, reason: fetched.reason };
    soon();
  }
  let printing: { done: number; of: number } | null = null;
  async function print(): Promise<void> {
    const view = desk.view;
    if (!view || printing) return;
    printing = { done: 0, of: Math.max(1, view.state().pages) };
    soon();
    const undo = await view.prepareToPrint((done, of) => {
      printing = { done, of };
      soon();
    });
    printing = null;
    soon();
    if (desk.view === view) {
      addEventListener('afterprint', undo, { once: true });
      window.print();
    } else undo();
  }
  const tab = ownTab();
  let tabId: number | null = null;
  void tab.then((id) => {
    tabId = id;
  });

  const outline = (): readonly OutlineItem[] => desk.view?.outline() ?? [];
  const countsNow = () => {
    counts ??= marksByPart(
      outline().map(({ level, anchor }) => ({ level, anchor: anchor() })),
      marks.shown(),
    );
    return counts;
  };
  return {
    onChange(listener: () => void) {
      changed = listener;
    },
    state: () => {
      const view = desk.view?.state() ?? null;
      return {
        fetch: asked,
        recent: recent.view(),
        files: desk.files,
        current: desk.current,
        view,
        outline:
          desk.view?.outline()?.map(({ title, level, page }, i) => ({
            title,
            level,
            page,
            marks: summary ? (countsNow()[i] ?? null) : null,
            here: i === view?.part,
          })) ?? null,
        marks: summary,
        trouble: marks.trouble(),
        found: {
          marks: marks.shown().length,
          topics: new Set(marks.shown().map(({ topic }) => topic)).size,
        },
        password: desk.password && { name: desk.password.name, again: desk.password.again },
        places: finder.state(isComing()),
        dim,
        printing,
      };
    },
    actions: {
      open: (files: readonly File[]) =>
        desk.add(
          files.map((file) => ({
            name: file.name,
            read: async () => new Uint8Array(await file.arrayBuffer()),
          })),
        ),
      fetch: () => void fetchAsked(),
      setRecent: (on: boolean) => void recent.setOn(on),
      forget: recent.forget,
      show: (id: number) => void desk.show(id),
      remove: (id: number) => desk.remove(id),
      goToPage: (page: number) => desk.view?.goToPage(page),
      setZoom(zoom: Zoom) {
        desk.view?.setZoom(zoom);
        keepSoon();
      },
      zoomStep(larger: boolean) {
        const view = desk.view;
        if (view) view.setZoom(stepFrom(view.state().scale, larger));
        keepSoon();
      },
      goToOutline: (index: number) => outline()[index]?.go(),
      find(words: string) {
        clearTimeout(typing);
        typing = setTimeout(
          () => {
            finder.find(words);
            soon();
          },
          words === '' ? 0 : TYPED_AFTER,
        );
      },
      findNext(backwards: boolean) {
        finder.next(backwards);
        soon();
      },
      setDim(on: boolean) {
        dim = on;
        soon();
      },
      print: () => void print(),
      answerPassword: (password: string | null) => desk.password?.answer(password),
      nextMark: (backwards: boolean) => void marks.next(backwards),
      markAnyway: () => void marks.markAnyway(),
      openPanel() {
        if (tabId !== null) openPanel(tabId).catch((error: unknown) => console.error(error));
      },
    },
  };
}
