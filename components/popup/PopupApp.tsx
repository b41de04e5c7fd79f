// Keeps the popup in step with the page: looks again while it is being read and after everything the reader does.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Reach } from '../../lib/settings/schema';
import { Popup } from './Popup';
import type { PopupActions, PopupState } from './state';

/** What the popup can do outside of itself. A promise is done when the popup should look again. */
export interface PopupDoors {
  look(): Promise<PopupState>;
  turn(reach: Reach, on: boolean): Promise<unknown>;
  markAnyway(): Promise<unknown>;
  markOnce(): Promise<unknown>;
  allow(): Promise<unknown>;
  /** Leaves the popup. */
  nextMark(): Promise<unknown>;
  openPanel(): Promise<unknown>;
  openMatrix(path: string, topics: readonly string[]): Promise<unknown>;
  /** The tab last looked at shows the site of the matrices. */
  canAddCell(): boolean;
  addCell(): Promise<unknown>;
  openSettings(): Promise<unknown>;
  openInReader(): Promise<unknown>;
  openFile(): Promise<unknown>;
  /** Clears what failed before. */
  again(): void;
}

/** Between two looks, in ms: while a page is being read, and otherwise (pages go on changing). */
const SOON = 300;
const LATER = 1500;

export function PopupApp({ doors }: { doors: PopupDoors }) {
  const [state, setState] = useState<PopupState>({ is: 'waiting' });
  const [busy, setBusy] = useState(false);
  const [looks, setLooks] = useState(0);

  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => setLooks((n) => n + 1);
    void doors.look().then((seen) => {
      if (!current) return;
      setState(seen);
      const reading = seen.is === 'read' && seen.page.state === 'reading';
      timer = setTimeout(again, reading ? SOON : LATER);
    });
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [doors, looks]);

  // The button that was pressed may be gone with what it belonged to: the keyboard goes on from the new heading.
  const before = useRef(state.is);
  useEffect(() => {
    const was = before.current;
    before.current = state.is;
    if (was === state.is || was === 'waiting') return;
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('.pop h1')?.focus();
  }, [state.is]);

  const actions = useMemo<PopupActions>(() => {
    const then = (work: Promise<unknown>) => {
      setBusy(true);
      void work.finally(() => {
        setBusy(false);
        setLooks((n) => n + 1);
      });
    };
    return {
      turn: (reach, on) => then(doors.turn(reach, on)),
      markAnyway: () => then(doors.markAnyway()),
      markOnce: () => then(doors.markOnce()),
      allow: () => then(doors.allow()),
      nextMark: () => then(doors.nextMark()),
      openPanel: () => then(doors.openPanel()),
      openMatrix: (path, topics) => then(doors.openMatrix(path, topics)),
      addCell: () => then(doors.addCell()),
      openSettings: () => then(doors.openSettings()),
      openInReader: () => then(doors.openInReader()),
      openFile: () => then(doors.openFile()),
      tryAgain: () => {
        doors.again();
        setLooks((n) => n + 1);
      },
    };
  }, [doors]);

  return <Popup state={state} actions={actions} busy={busy} canAddCell={doors.canAddCell()} />;
}
