// The overlay on the reader page: the same as on a web page, save that the extension's own page needs no script put into it.
import { detectorInSteps } from '../detect/detect';
import type { PageSummary } from '../messages/map';
import { answersOf } from '../overlay/answers';
import type { Ports } from '../overlay/model';
import { Overlay } from '../overlay/overlay';
import { answerAsPage, askBackground } from '../platform/messages';
import { isExtensionAlive } from '../platform/runtime';
import { speak } from '../words/words';
import { loadOwnCard } from './own-card';

/** Share of the time that reading newly come pages may take. */
const SHARE = 0.5;
/** What the background said of the reader's wishes holds this long (ms). */
const FRESH = 60_000;
/** How often (ms) it is looked whether all has been read. */
const LOOK_EVERY = 100;

/** How much of the file has come into the page so far. */
interface Coming {
  /** 0 to 1. */
  progress(): number;
  readonly whole: Promise<void>;
}

export interface ReaderMarks {
  /** Begins with the file that the page shows now. */
  start(coming: Coming): void;
  stop(): void;
  /** Marks that are shown, in document order. */
  shown(): readonly { readonly element: Element; readonly topic: string }[];
  /** Why marking could not begin; null where it could. */
  trouble(): string | null;
  markAnyway(): Promise<unknown>;
  next(backwards: boolean): Promise<unknown>;
}

export interface MarksOptions {
  readonly isTool: (node: Node) => boolean;
  readonly changed: (summary: PageSummary) => void;
}

export function readerMarks({ isTool, changed }: MarksOptions): ReaderMarks {
  let overlay: Overlay | null = null;
  let coming: Coming = { progress: () => 0, whole: Promise.resolve() };
  /** All of the file has come, and all of it has been read. */
  let settled = false;
  let trouble: string | null = null;
  // Asked for before a file is chosen: the vocabulary is then there when its first page is. Only once, since wishes change.
  let first: ReturnType<Ports['start']> | null = askBackground('page/start', {});
  setTimeout(() => {
    first = null;
  }, FRESH);

  /** While pages are still coming the file is being read, whatever has been found so far. */
  const whole = (summary: PageSummary): PageSummary =>
    settled || summary.state === 'off'
      ? summary
      : { ...summary, state: 'reading', progress: Math.min(0.99, coming.progress()) };
  function report(summary: PageSummary): void {
    const said = whole(summary);
    if (import.meta.env.MODE === 'e2e') performance.mark(`evidence-overlay:${said.state}`);
    void askBackground('page/report', { summary: said });
    changed(said);
  }

  async function settle(mine: Overlay, begun: Promise<void>): Promise<void> {
    await coming.whole;
    await begun;
    // Turned off, nothing is ever read.
    while (overlay === mine && mine.behind && mine.summary().state !== 'off')
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    if (overlay !== mine) return;
    settled = true;
    report(mine.summary());
  }

  const ports: Ports = {
    own: { isTool, share: SHARE },
    async start() {
      const reply = await (first ?? askBackground('page/start', {}));
      first = null;
      trouble = reply.ok ? null : reply.reason;
      if (reply.ok && reply.answer.on) speak(reply.answer.words);
      return reply;
    },
    report,
    loadCard: loadOwnCard,
    alive: isExtensionAlive,
  };
  let answering = new AbortController();

  return {
    start(now) {
      coming = now;
      settled = false;
      const mine = new Overlay(window, ports, ({ matcher, citables }) =>
        detectorInSteps(matcher, citables),
      );
      overlay = mine;
      const answers = answersOf(mine);
      answering = new AbortController();
      answerAsPage(
        { ...answers, 'page/summary': async () => whole(await answers['page/summary']()) },
        answering.signal,
      );
      trouble = null;
      void settle(mine, mine.start());
    },
    stop() {
      overlay?.stop();
      overlay = null;
      answering.abort();
    },
    shown: () => overlay?.shown ?? [],
    trouble: () => trouble,
    markAnyway: async () => overlay?.markAnyway(),
    next: async (backwards) => overlay?.next(backwards),
  };
}
