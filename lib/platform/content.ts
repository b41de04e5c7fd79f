// The browser's runtime as content scripts use it. Without the polyfill, which would take 3 kB of every page's 25 kB:
// for these few calls both browsers give promises by themselves.
import type { Runtime } from 'webextension-polyfill';

type ContentRuntime = Pick<Runtime.Static, 'id' | 'getURL' | 'sendMessage' | 'onMessage'>;

/** Read anew each time: it goes away under a content script when the extension is updated. */
export function runtime(): ContentRuntime {
  const api = globalThis as {
    browser?: { runtime: ContentRuntime };
    chrome?: { runtime: ContentRuntime };
  };
  const found = (api.browser ?? api.chrome)?.runtime;
  if (!found) throw new Error('the extension is gone');
  return found;
}

/** Full address of a file or page of the extension, such as `/matrix.html#/drug/E4`. */
export function ownAddress(path: string): string {
  return runtime().getURL(path);
}
