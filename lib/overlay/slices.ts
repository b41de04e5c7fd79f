// Long work in short slices, so that the page stays quick under the reader's hands.

/** Longest stretch of work before the page gets its turn, in ms. */
export const SLICE = 8;

interface TaskScheduler {
  postTask?(run: () => void): Promise<void>;
}

/**
 * Lets the page run, then goes on. Not by `scheduler.yield()`, which comes back before the page's own timers:
 * those stood still while a long page was read.
 */
function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: TaskScheduler };
  return new Promise((resolve) => {
    if (scheduler?.postTask) void scheduler.postTask(resolve);
    else setTimeout(resolve);
  });
}

export interface Slices {
  /** Resolves at once while the slice lasts, else in the page's next turn. Rejects once stopped. */
  breathe(): Promise<void> | undefined;
  /** Time spent working since the last call, in ms. */
  spent(): number;
}

export class Stopped extends Error {}

/** Slices that end, by throwing `Stopped`, when the signal stops the work; while the page is hidden none begins. */
export function slices(signal: AbortSignal, now: () => number = () => performance.now()): Slices {
  let began = now();
  let worked = 0;
  return {
    breathe() {
      if (signal.aborted) throw new Stopped();
      const time = now();
      if (time - began < SLICE) return undefined;
      worked += time - began;
      return nextTurn()
        .then(() => whenSeen(document, signal))
        .then(() => {
          if (signal.aborted) throw new Stopped();
          began = now();
        });
    },
    spent() {
      const time = now();
      const all = worked + (time - began);
      worked = 0;
      began = time;
      return all;
    },
  };
}

/** Runs a generator to its end in slices and gives what it returns. */
export async function inSlices<T>(work: Generator<unknown, T>, turn: Slices): Promise<T> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    const wait = turn.breathe();
    if (wait) await wait;
  }
}

/** Resolves when the page is in front of the reader, or the signal stops the wait: pages in the background wait. */
export function whenSeen(document: Document, signal: AbortSignal): Promise<void> {
  const over = (): boolean => signal.aborted || document.visibilityState !== 'hidden';
  if (over()) return Promise.resolve();
  return new Promise((resolve) => {
    const look = (): void => {
      if (!over()) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look, { once: true });
  });
}

/** Longest wait for a frame, in ms: a window that is covered draws none. */
const FRAME_WAIT = 500;

/** Resolves after the page has drawn: its styles are then up to date, and asking for them costs us nothing. */
export function afterFrame(window: Window): Promise<void> {
  return new Promise((resolve) => {
    const late = window.setTimeout(resolve, FRAME_WAIT);
    window.requestAnimationFrame(() => {
      window.clearTimeout(late);
      window.setTimeout(resolve);
    });
  });
}
