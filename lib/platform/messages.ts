// Messages as content scripts and pages use them: asking the background, and answering it from a page.
// What comes from the background is not checked again: it is the trusted end, it checked the evidence when it stored it,
// and the checks would take 10 kB of every page's 25 kB. What goes to the background is checked there (message-border.ts).
import type { Answer, Ask, BackgroundMap, PageMap } from '../messages/map';
import type { Reply, Sender } from '../messages/wire';
import { say } from '../words/words';
import { runtime } from './content';

export type Handlers<M> = {
  readonly [K in keyof M]: (ask: Ask<M, K>, sender: Sender) => Promise<Answer<M, K>>;
};

/** Asks the background, from a content script or one of our pages. Never throws. */
export async function askBackground<K extends keyof BackgroundMap>(
  kind: K,
  ask: Ask<BackgroundMap, K>,
): Promise<Reply<Answer<BackgroundMap, K>>> {
  try {
    const reply: unknown = await runtime().sendMessage({ kind, ask });
    const isReply = typeof reply === 'object' && reply !== null && 'ok' in reply;
    return isReply
      ? (reply as Reply<Answer<BackgroundMap, K>>)
      : { ok: false, reason: say('no answer') };
  } catch (error) {
    // Nobody listens, or the extension was updated under a running content script.
    return { ok: false, reason: words(error) };
  }
}

/** Answers what the background and the popup ask of a content script, until the signal stops it. */
export function answerAsPage(handlers: Handlers<PageMap>, signal: AbortSignal): void {
  const { id } = runtime();
  hear((raw, from) => {
    if (from.id !== id || typeof raw !== 'object' || raw === null) return null;
    const { kind, ask } = raw as { kind?: unknown; ask?: unknown };
    if (typeof kind !== 'string' || !Object.hasOwn(handlers, kind)) return null;
    return run(handlers[kind as keyof PageMap], ask, senderOf(from));
  }, signal);
}

export interface RawSender {
  readonly id?: string;
  readonly url?: string;
  readonly tab?: { readonly id?: number; readonly url?: string };
  readonly frameId?: number;
}

/** Listens for messages; `answer` gives null for one that it passes over. */
export function hear(
  answer: (raw: unknown, from: RawSender) => Promise<Reply<unknown>> | null,
  signal?: AbortSignal,
): void {
  const listener = (raw: unknown, from: RawSender, respond: (reply: Reply<unknown>) => void) => {
    const reply = answer(raw, from);
    if (!reply) return undefined;
    void reply.then(respond);
    // Keeps the channel open; a returned promise is not understood everywhere.
    return true;
  };
  const { onMessage } = runtime();
  onMessage.addListener(listener as never);
  signal?.addEventListener('abort', () => onMessage.removeListener(listener as never));
}

/** Runs a handler; what it throws becomes a reason. */
export async function run(handler: unknown, ask: unknown, sender: Sender): Promise<Reply<unknown>> {
  try {
    const handle = handler as (ask: unknown, sender: Sender) => Promise<unknown>;
    return { ok: true, answer: await handle(ask, sender) };
  } catch (error) {
    console.error(error);
    return { ok: false, reason: words(error) };
  }
}

export function senderOf({ id, url, tab, frameId }: RawSender): Sender {
  const at =
    tab?.id === undefined ? null : { id: tab.id, frame: frameId ?? 0, url: tab.url ?? url ?? '' };
  return { extension: id, url, tab: at };
}

export function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
