// Content scripts: which sites the overlay is registered for, and putting it or the card into a page that is already open.
import { browser } from './browser';

const OVERLAY = 'overlay';
const OVERLAY_FILE = 'overlay.js';
const CARD_FILE = 'card.js';

/** Match patterns that the reader (or the build) has granted. */
export async function grantedHosts(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Asks for hosts; must be called in a click. False when the reader or an organisation's policy declines. */
export async function requestHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...hosts] });
}

export function onHostsChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}

/** Hosts for which the overlay is registered now. */
export async function registeredHosts(): Promise<string[]> {
  const [script] = await browser.scripting.getRegisteredContentScripts({ ids: [OVERLAY] });
  return script?.matches ?? [];
}

/** Registers the overlay for exactly these hosts; none takes it away. */
export async function registerHosts(hosts: readonly string[]): Promise<void> {
  const there = await browser.scripting.getRegisteredContentScripts({ ids: [OVERLAY] });
  if (hosts.length === 0) {
    if (there.length > 0) await browser.scripting.unregisterContentScripts({ ids: [OVERLAY] });
    return;
  }
  const script = {
    id: OVERLAY,
    js: [OVERLAY_FILE],
    matches: [...hosts],
    allFrames: true,
    // Frames that a page fills itself (`srcdoc`, `about:blank`) belong to it.
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
  };
  if (there.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Starts the overlay in every frame of a tab that the extension may read. Throws where it may not. */
export async function injectOverlay(tab: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    files: [OVERLAY_FILE],
  });
}

/** Loads the card into the isolated world of one frame, where the overlay is waiting for it. */
export async function injectCard(tab: number, frame: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    files: [CARD_FILE],
  });
}

/** Content type of the document in a tab; null where the extension may not look at it. */
export async function contentTypeOf(tab: number): Promise<string | null> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: () => document.contentType,
    });
    return typeof result?.result === 'string' ? result.result : null;
  } catch {
    // The browser's own pages, its store, error pages and sites that were not allowed refuse with an error.
    return null;
  }
}

export interface TabPage {
  readonly html: string;
  readonly address: string;
  readonly title: string;
}

/** The document that a tab shows, as it stands; null where the extension may not look at it. Nothing is fetched. */
export async function pageOf(tab: number): Promise<TabPage | null> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: () => ({
        html: document.documentElement.outerHTML,
        address: location.href,
        title: document.title,
      }),
    });
    return (result?.result as TabPage | undefined) ?? null;
  } catch {
    return null;
  }
}
