// The background's end of the messages, where everything that arrives is checked: who sent it, and its shape.
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
import { open, type Reply, readReply } from '../messages/wire';
import { browser } from './browser';
import { type Handlers, hear, run, senderOf, words } from './messages';

/** Answers what content scripts and our pages send to the background. */
export function answerAsBackground(handlers: Handlers<BackgroundMap>): void {
  const border = {
    map: toBackground,
    extension: browser.runtime.id,
    ownPages: browser.runtime.getURL('/'),
    onlyFromOwnPages,
  };
  hear((raw, from) => {
    const sender = senderOf(from);
    const message = open(border, raw, sender);
    if (!message) return null;
    if ('refused' in message) return Promise.resolve({ ok: false, reason: message.refused });
    return run(handlers[message.kind as keyof BackgroundMap], message.ask, sender);
  });
}

/**
 * Asks the content script of a tab's frame (0 is the page itself; with `all` every frame hears it and the first answers).
 * The answer comes out of a web page's process, so its shape is checked. Never throws.
 */
export async function askPage<K extends keyof PageMap>(
  tab: number,
  kind: K,
  ask: Ask<PageMap, K>,
  frame: number | 'all' = 0,
): Promise<Reply<Answer<PageMap, K>>> {
  // TypeScript cannot follow a message's name through the map to its schema.
  const shape = toPage[kind].answer as unknown as z.ZodMiniType<Answer<PageMap, K>>;
  try {
    const to = frame === 'all' ? {} : { frameId: frame };
    return readReply(shape, await browser.tabs.sendMessage(tab, { kind, ask }, to));
  } catch (error) {
    // No content script there, or the tab is gone.
    return { ok: false, reason: words(error) };
  }
}
