// Keeps the panel in step with the tab in front: looks again when the browser says that something changed, and while a page is being read.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TopicEvidence } from '../../lib/evidence/views';
import type { Reach, Role } from '../../lib/settings/schema';
import { say } from '../../lib/words/words';
import { type CardTools, Tools } from '../card/context';
import { marked, mentions } from '../popup/state';
import { stepThrough } from './keys';
import { Notice } from './Notice';
import { Read, topicsAndMentions } from './Read';
import type { Got, Here, Known, PanelActions, PanelState, ReadState } from './state';

/** What the panel can do outside of itself. A promise is done when the panel should look again. */
export interface PanelDoors {
  look(): Promise<PanelState>;
  /** Calls back whenever a look may show something else, as long as the panel is there. */
  onChanged(changed: () => void): void;
  turn(reach: Reach, on: boolean): Promise<unknown>;
  markAnyway(): Promise<unknown>;
  markOnce(): Promise<unknown>;
  allow(): Promise<unknown>;
  again(): void;
  /** Why a wish was refused; null where it holds now. */
  setTiers(tiers: readonly (1 | 2)[]): Promise<string | null>;
  setRole(role: Role): Promise<string | null>;
  openMatrix(path: string, topics: readonly string[]): Promise<unknown>;
  evidence(topic: string): Promise<Got<TopicEvidence | null>>;
  readonly tools: Omit<CardTools, 'openMatrix'>;
}

/** Changes come in bursts: the panel looks this long (ms) after the first of them. */
const GATHER = 60;
/** Between two looks while a page is being read, in ms. */
const READING = 400;

export function PanelApp({ doors }: { doors: PanelDoors }) {
  const { state, report, busy, refused, actions } = useLooks(doors);
  const read = state.is === 'read' ? state : null;
  const known = useKnown(doors, read);
  const { here, said, go, step } = useSteps(read);
  const openMatrix = actions.openMatrix;
  const tools = useMemo<CardTools>(
    () => ({ ...doors.tools, openMatrix: (path) => openMatrix(path.replace(/^\//, '')) }),
    [doors, openMatrix],
  );
  return (
    <Tools.Provider value={tools}>
      <p class="vh" role="status">
        {useAnnouncement(read)}
      </p>
      <main
        class="panel"
        aria-busy={busy}
        onKeyDown={(event) => {
          if (event.key === 'Escape') void read?.document.closeCard();
          else stepThrough(event);
        }}
      >
        {refused !== null && (
          <p class="sec sm" role="alert">
            {refused}
          </p>
        )}
        {read ? (
          <Read
            key={read.key}
            state={read}
            actions={actions}
            busy={busy}
            known={known}
            report={report}
            here={here}
            said={said}
            onGo={go}
            onStep={step}
          />
        ) : (
          state.is !== 'read' && <Notice state={state} actions={actions} busy={busy} />
        )}
      </main>
    </Tools.Provider>
  );
}

interface Looks {
  readonly state: PanelState;
  /** How often something changed: what was asked of the page is asked again. */
  readonly report: number;
  readonly busy: boolean;
  /** Why the last wish does not hold, where it was refused. */
  readonly refused: string | null;
  readonly actions: PanelActions;
}

function useLooks(doors: PanelDoors): Looks {
  const [seen, setSeen] = useState<{ state: PanelState; report: number }>({
    state: { is: 'waiting' },
    report: 0,
  });
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const again = useRef<(after: number) => void>(() => undefined);
  const working = useRef(false);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looking = false;
    let missed = false;
    let due = Number.POSITIVE_INFINITY;
    const later = (after: number) => {
      if (stopped || Date.now() + after >= due) return;
      clearTimeout(timer);
      due = Date.now() + after;
      timer = setTimeout(look, after);
    };
    // One look at a time: a page that reports without end is shown as it was a moment ago, not never.
    const look = async () => {
      due = Number.POSITIVE_INFINITY;
      missed = looking;
      if (looking) return;
      looking = true;
      const state = await doors.look();
      looking = false;
      if (stopped) return;
      setSeen(({ report }) => ({ state, report: report + 1 }));
      setBusy(working.current);
      if (missed) later(GATHER);
      else if (state.is === 'read' && state.page.state === 'reading') later(READING);
    };
    again.current = later;
    doors.onChanged(() => later(GATHER));
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [doors]);

  const topics = useRef<readonly string[]>([]);
  topics.current =
    seen.state.is === 'read'
      ? marked(seen.state.page, seen.state.tiers).topics.map(({ id }) => id)
      : [];
  const actions = useMemo<PanelActions>(() => {
    const then = (work: Promise<unknown>) => {
      setBusy(true);
      working.current = true;
      void work.finally(() => {
        // Busy until the look that shows what came of it.
        working.current = false;
        again.current(0);
      });
    };
    const wish = (work: Promise<string | null>) => then(work.then(setRefused));
    return {
      turn: (reach, on) => then(doors.turn(reach, on)),
      markAnyway: () => then(doors.markAnyway()),
      markOnce: () => then(doors.markOnce()),
      allow: () => then(doors.allow()),
      tryAgain: () => {
        doors.again();
        again.current(0);
      },
      setFurther: (on) => wish(doors.setTiers(on ? [1, 2] : [1])),
      setRole: (role) => wish(doors.setRole(role)),
      openMatrix: (path) => void doors.openMatrix(path, topics.current),
    };
  }, [doors]);
  return { ...seen, busy, refused, actions };
}

/** Evidence of the page's topics, read one after the other and kept. */
function useKnown(doors: PanelDoors, read: ReadState | null): Known {
  const [known, setKnown] = useState<Known>(new Map());
  const ids = read ? read.page.topics.map(({ id }) => id).join(' ') : '';
  useEffect(() => {
    let current = true;
    const readAll = async () => {
      const got = new Map<string, TopicEvidence>();
      for (const id of ids.split(' ').filter(Boolean)) {
        const answer = await doors.evidence(id);
        if (!current) return;
        if (answer.ok && answer.value) got.set(id, answer.value);
      }
      setKnown(got);
    };
    void readAll();
    return () => {
      current = false;
    };
  }, [doors, ids]);
  return known;
}

function useSteps(read: ReadState | null) {
  const [at, setAt] = useState<{ key: string; here: Here | null; said: string | null } | null>(
    null,
  );
  const key = read?.key ?? '';
  const document = read?.document;
  const went = useCallback(
    async (work: ReturnType<ReadState['document']['go']> | undefined) => {
      const to = await work;
      if (!to) return;
      setAt((before) => {
        const kept = before?.key === key ? before.here : null;
        return { key, here: to.ok ? to : kept, said: to.ok ? null : to.reason };
      });
    },
    [key],
  );
  const mine = at?.key === key ? at : null;
  return {
    here: mine?.here ?? null,
    said: mine?.said ?? null,
    go: (id: string) => void went(document?.go(id)),
    step: (backwards: boolean) => void went(document?.step(backwards)),
  };
}

/** Said once for each page, when its reading is done. */
function useAnnouncement(read: ReadState | null): string {
  const [said, setSaid] = useState({ key: '', words: '' });
  const key = read && read.page.state === 'done' ? read.key : '';
  useEffect(() => {
    if (!read) setSaid({ key: '', words: '' });
    if (!read || key === '' || said.key === key) return;
    const { topics } = marked(read.page, read.tiers);
    const n = topics.reduce((sum, topic) => sum + mentions(topic), 0);
    const words =
      n === 0
        ? say('Nothing is marked on this page.')
        : say('{found} on this page.', { found: topicsAndMentions(topics.length, n) });
    setSaid({ key, words });
  }, [read, key, said.key]);
  return said.words;
}
