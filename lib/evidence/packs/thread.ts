// The room of packs in another thread, so that no page waits while 100,000 entries are read and written.
import { type Catalogue, speak, spoken } from '../../words/words';
import type { PackRoom, Progress, Watch } from './model';

type Call = {
  [K in keyof PackRoom]: { readonly name: K; readonly args: readonly unknown[] };
}[keyof PackRoom];

type Sent =
  | ({ readonly number: number } & (Call | { readonly name: 'stop' }))
  /** The language of the page; null: English. */
  | { readonly name: 'speak'; readonly words: Catalogue | null };

type Said = { readonly number: number } & (
  | { readonly progress: Progress }
  | { readonly answer: unknown }
  /** A fault in the code over there; it is thrown here. */
  | { readonly fault: string }
);

/** As far as a worker, seen from either side, is used. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

/** Told not more often than this, in ms: the page draws no faster. */
const TELL = 50;

/** Answers in the other thread. */
export function servePacks(port: Port, room: PackRoom): void {
  const running = new Map<number, AbortController>();
  const say = (said: Said) => port.postMessage(said);
  port.addEventListener('message', async ({ data }) => {
    const sent = data as Sent;
    if (sent.name === 'speak') {
      speak(sent.words);
      return;
    }
    const { number } = sent;
    if (sent.name === 'stop') {
      running.get(number)?.abort();
      return;
    }
    const stop = new AbortController();
    running.set(number, stop);
    let told = Number.NEGATIVE_INFINITY;
    const watch: Watch = {
      signal: stop.signal,
      progress(progress) {
        const now = performance.now();
        // The beginning of each step is always told.
        if (progress.done > 0 && now - told < TELL) return;
        told = now;
        say({ number, progress });
      },
    };
    try {
      const method = room[sent.name] as (...args: readonly unknown[]) => Promise<unknown>;
      say({ number, answer: await method(...sent.args, watch) });
    } catch (error) {
      say({ number, fault: String(error) });
    } finally {
      running.delete(number);
    }
  });
}

interface Waiting {
  readonly watch: Watch;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** The room of another thread, used like one of this thread. */
export function packsThrough(port: Port): PackRoom {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  /** What is spoken over there. */
  let told: Catalogue | null = null;
  port.addEventListener('message', ({ data }) => {
    const said = data as Said;
    const one = waiting.get(said.number);
    if (!one) return;
    if ('progress' in said) {
      one.watch.progress?.(said.progress);
      return;
    }
    waiting.delete(said.number);
    if ('answer' in said) one.resolve(said.answer);
    else one.reject(new Error(said.fault));
  });
  const send = (sent: Sent) => port.postMessage(sent);
  const call = <T>(name: Call['name'], args: readonly unknown[], watch: Watch = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      const words = spoken();
      if (words !== told) send({ name: 'speak', words });
      told = words;
      last++;
      const number = last;
      waiting.set(number, { watch, resolve: (answer) => resolve(answer as T), reject });
      send({ number, name, args } as Sent);
      const stop = () => send({ number, name: 'stop' });
      if (watch.signal?.aborted) stop();
      else watch.signal?.addEventListener('abort', stop, { once: true });
    });
  return {
    sources: () => call('sources', []),
    review: (input, watch) => call('review', [input], watch),
    apply: (ticket, watch) => call('apply', [ticket], watch),
    rollBack: (pack, watch) => call('rollBack', [pack], watch),
    remove: (pack, watch) => call('remove', [pack], watch),
    putBack: (pack, watch) => call('putBack', [pack], watch),
    judge: (bytes) => call('judge', [bytes]),
    removeCell: (cell, watch) => call('removeCell', [cell], watch),
    exportPack: (pack) => call('exportPack', [pack]),
    exportAll: (options) => call('exportAll', [options]),
  };
}
