// Sends and answers the messages of lib/messages over the browser's one-shot messages (ports have long-standing bugs).
import type * as z from 'zod/mini';
import {
  type Answer,
  type Ask,
  type BackgroundMap,
  onlyFromOwnPages,
  type PageMap,
  toBackground,
  toPage,
} from '../messages/map';
import {
  type Border,
  type MessageMap,
  open,
  type Reply,
  readReply,
  type Sender,
} from '../messages/wire';
import { browser } from './browser';

export type Handlers<M> = {
  readonly [K in keyof M]: (ask: Ask<M, K>, sender: Sender) => Promise<Answer<M, K>>;
};

/** Asks the background, from a content script or one of our pages. */
export async function askBackground<K extends keyof BackgroundMap>(
  kind: K,
  ask: Ask<BackgroundMap, K>,
): Promise<Reply<Answer<BackgroundMap, K>>> {
  return reply(toBackground[kind].answer as unknown as Shape<BackgroundMap, K>, () =>
    browser.runtime.sendMessage({ kind, ask }),
  );
}

/** Asks the content script of a tab's frame: 0 is the page itself; with `all` every frame hears it and the first answers. */
export async function askPage<K extends keyof PageMap>(
  tab: number,
  kind: K,
  ask: Ask<PageMap, K>,
  frame: number | 'all' = 0,
): Promise<Reply<Answer<PageMap, K>>> {
  return reply(toPage[kind].answer as unknown as Shape<PageMap, K>, () =>
    browser.tabs.sendMessage(tab, { kind, ask }, frame === 'all' ? {} : { frameId: frame }),
  );
}

/** Answers what is sent to the background, until the signal stops it. */
export function answerAsBackground(handlers: Handlers<BackgroundMap>, signal?: AbortSignal): void {
  listen({ ...border(toBackground), onlyFromOwnPages }, handlers, signal);
}

/** Answers what is sent to a content script, until the signal stops it. */
export function answerAsPage(handlers: Handlers<PageMap>, signal: AbortSignal): void {
  listen(border(toPage), handlers, signal);
}

function border(map: MessageMap): Border {
  return { map, extension: browser.runtime.id, ownPages: browser.runtime.getURL('/') };
}

/** The schema of one answer, by the message's name; TypeScript cannot follow that through an indexed map. */
type Shape<M, K extends keyof M> = z.ZodMiniType<Answer<M, K>>;

async function reply<T>(shape: z.ZodMiniType<T>, send: () => Promise<unknown>): Promise<Reply<T>> {
  try {
    return readReply(shape, await send());
  } catch (error) {
    // Nobody listens, the tab is gone, or the extension was updated under a running content script.
    return { ok: false, reason: words(error) };
  }
}

function listen<M extends MessageMap>(
  at: Border,
  handlers: Handlers<M>,
  signal: AbortSignal | undefined,
): void {
  const listener = (
    raw: unknown,
    from: { id?: string; url?: string; tab?: { id?: number; url?: string }; frameId?: number },
    sendResponse: (answer: Reply<unknown>) => void,
  ): true | undefined => {
    const sender = senderOf(from);
    const message = open(at, raw, sender);
    if (!message) return undefined;
    if ('refused' in message) {
      sendResponse({ ok: false, reason: message.refused });
      return undefined;
    }
    const handle = handlers[message.kind] as (ask: unknown, sender: Sender) => Promise<unknown>;
    handle(message.ask, sender).then(
      (answer) => sendResponse({ ok: true, answer }),
      (error: unknown) => {
        console.error(message.kind, error);
        sendResponse({ ok: false, reason: words(error) });
      },
    );
    // Keeps the channel open; a returned promise is not understood everywhere.
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal?.addEventListener('abort', () =>
    browser.runtime.onMessage.removeListener(listener as never),
  );
}

function senderOf(from: {
  id?: string;
  url?: string;
  tab?: { id?: number; url?: string };
  frameId?: number;
}): Sender {
  const tab = from.tab;
  return {
    extension: from.id,
    url: from.url,
    tab:
      tab?.id === undefined
        ? null
        : { id: tab.id, frame: from.frameId ?? 0, url: tab.url ?? from.url ?? '' },
  };
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
