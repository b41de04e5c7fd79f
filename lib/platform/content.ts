// The content script's door to the extension, without schema library and polyfill: they would double what every page loads.
// What it sends is checked where it arrives, in the background. What arrives here can come from our own extension only,
// of the same version: after an update old content scripts are cut off from the new background.
import type { Answer, Ask, BackgroundMap, PageMap } from '../messages/map';
import type { Reply } from '../messages/wire';

interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: Listener): void;
    removeListener(listener: Listener): void;
  };
}

type Listener = (
  message: unknown,
  sender: { readonly id?: string },
  sendResponse: (reply: Reply<unknown>) => void,
) => true | undefined;

/** `browser` in Firefox, `chrome` elsewhere; both answer by promises. Null once the extension is gone. */
function runtime(): Runtime | null {
  const world = globalThis as { browser?: { runtime?: Runtime }; chrome?: { runtime?: Runtime } };
  try {
    const found = world.browser?.runtime ?? world.chrome?.runtime;
    return typeof found?.id === 'string' ? found : null;
  } catch {
    // Firefox throws on the runtime of an extension that is gone.
    return null;
  }
}

/** Is the extension still there? It is not after an update, or once it was turned off or removed. */
export function isExtensionAlive(): boolean {
  return runtime() !== null;
}

/** Asks the background. A failure is a value with its reason. */
export async function ask<K extends keyof BackgroundMap>(
  kind: K,
  what: Ask<BackgroundMap, K>,
): Promise<Reply<Answer<BackgroundMap, K>>> {
  try {
    const reply = await runtime()?.sendMessage({ kind, ask: what });
    if (isReply(reply)) return reply as Reply<Answer<BackgroundMap, K>>;
    return { ok: false, reason: 'the extension did not answer' };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function isReply(reply: unknown): boolean {
  if (typeof reply !== 'object' || reply === null) return false;
  const { ok, answer, reason } = reply as { ok?: unknown; answer?: unknown; reason?: unknown };
  return ok === true ? typeof answer === 'object' : ok === false && typeof reason === 'string';
}

export type PageHandlers = {
  readonly [K in keyof PageMap]: (ask: Ask<PageMap, K>) => Promise<Answer<PageMap, K>>;
};

/** Answers the background and our own pages, until the signal stops it. */
export function answerAsPage(handlers: PageHandlers, signal: AbortSignal): void {
  const at = runtime();
  if (!at) return;
  const listener: Listener = (message, sender, sendResponse) => {
    const { kind, ask: what } = (message ?? {}) as { kind?: unknown; ask?: unknown };
    if (sender.id !== at.id || typeof kind !== 'string' || !Object.hasOwn(handlers, kind)) return;
    const handle = handlers[kind as keyof PageMap] as (ask: unknown) => Promise<unknown>;
    handle(what).then(
      (answer) => sendResponse({ ok: true, answer }),
      (error: unknown) => {
        console.error(kind, error);
        sendResponse({ ok: false, reason: error instanceof Error ? error.message : String(error) });
      },
    );
    // Keeps the channel open; a returned promise is not understood everywhere.
    return true;
  };
  at.onMessage.addListener(listener);
  signal.addEventListener('abort', () => at.onMessage.removeListener(listener));
}
