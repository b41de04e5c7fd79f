// The browser's side panel: Chromium calls it so, Firefox calls it the sidebar. And following what its window shows.
import { browser } from './browser';

interface SidePanel {
  open(where: { tabId: number }): Promise<void>;
}

/** Must be called straight from a click or a key, with nothing awaited before. Rejects where the browser has no panel. */
export function openPanel(tab: number): Promise<void> {
  if (import.meta.env.FIREFOX) return browser.sidebarAction.open();
  // Not among the polyfill's types.
  const { sidePanel } = browser as typeof browser & { sidePanel?: SidePanel };
  return sidePanel?.open({ tabId: tab }) ?? Promise.reject(new Error('no side panel'));
}

/** Opens the panel by a command; Firefox has a command of its own for its sidebar (see the manifest). */
export function openPanelByCommand(name: string): void {
  if (import.meta.env.FIREFOX) return;
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== name || tab?.id === undefined) return;
    openPanel(tab.id).catch((error: unknown) => console.error('panel:', error));
  });
}

/**
 * Calls back when another tab comes to the front, a tab goes elsewhere or closes, what the extension
 * may read changes, or something stored under one of the keys meant does.
 */
export function onFrontChanged(isMeant: (key: string) => boolean, changed: () => void): void {
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onRemoved.addListener(changed);
  browser.tabs.onUpdated.addListener((_tab, { status, url, title }) => {
    if (status !== undefined || url !== undefined || title !== undefined) changed();
  });
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  browser.storage.onChanged.addListener((changes) => {
    if (Object.keys(changes).some(isMeant)) changed();
  });
}
