// The search in another thread: questions go there with a number, answers come back with it.
import { type Catalogue, speak, spoken } from '../../words/words';
import type { Answer } from '../errors';
import type { SearchAnswer, SearchAsk } from './model';
import type { SearchRoom } from './room';

interface Question {
  readonly number: number;
  /** Null only gets the search ready. */
  readonly ask: SearchAsk | null;
  /** The language of the page where it is another one than before; null: English. */
  readonly words?: Catalogue | null;
}

type Reply =
  | { readonly number: number; readonly answer: Answer<SearchAnswer> }
  /** A fault in the code over there; it is thrown here. */
  | { readonly number: number; readonly fault: string };

/** As far as a worker, seen from either side, is used. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

/** Answers questions in the other thread. */
export function answerFrom(port: Port, room: SearchRoom): void {
  port.addEventListener('message', async ({ data }) => {
    const { number, ask, words } = data as Question;
    if (words !== undefined) speak(words);
    if (ask === null) {
      room.prepare();
      return;
    }
    try {
      const reply: Reply = { number, answer: await room.ask(ask) };
      port.postMessage(reply);
    } catch (error) {
      const reply: Reply = { number, fault: String(error) };
      port.postMessage(reply);
    }
  });
}

/** The room of another thread, used like one of this thread. */
export function askThrough(port: Port): SearchRoom {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  /** What is spoken over there. */
  let told: Catalogue | null = null;
  port.addEventListener('message', ({ data }) => {
    const reply = data as Reply;
    waiting.get(reply.number)?.(reply);
    waiting.delete(reply.number);
  });
  const send = (ask: SearchAsk | null, number: number) => {
    const words = spoken();
    const question: Question = { number, ask, ...(words === told ? {} : { words }) };
    told = words;
    port.postMessage(question);
  };
  return {
    prepare: () => send(null, 0),
    ask: (ask) =>
      new Promise((resolve, reject) => {
        last++;
        waiting.set(last, (reply) =>
          'answer' in reply ? resolve(reply.answer) : reject(new Error(reply.fault)),
        );
        send(ask, last);
      }),
  };
}
