// The extension's entries in the menu of a page.
import { browser } from './browser';
import type { Tab } from './tabs';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  /** Over selected words, or anywhere on a page. */
  readonly over: 'selection' | 'page';
}

/** Only on pages that can be read. */
const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

/** The browser keeps them while the background sleeps; they take the place of those before. */
export async function setMenus(entries: readonly MenuEntry[]): Promise<void> {
  // Not all: the entry on links is set elsewhere (link-menu.ts).
  await Promise.all(
    entries.map(({ id }) => browser.contextMenus.remove(id).catch(() => undefined)),
  );
  for (const { id, title, over } of entries)
    browser.contextMenus.create({ id, title, contexts: [over], documentUrlPatterns: PAGES });
}

/** Must be set in the background's first turn. `words`: what is selected, '' where nothing is. */
export function onMenu(chosen: (id: string, words: string, tab: Tab | null) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
    const known =
      tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '', title: tab.title ?? '' };
    chosen(String(menuItemId), selectionText, known);
  });
}
