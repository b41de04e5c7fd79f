// An entry of the browser's context menu on links.
import { browser } from './browser';

export interface LinkMenu {
  readonly id: string;
  readonly title: string;
  /** Match patterns of the links that get the entry. */
  readonly links: readonly string[];
}

/** Sets the entry; setting it again while it is there changes its title. */
export async function setLinkMenu({ id, title, links }: LinkMenu): Promise<void> {
  try {
    await browser.contextMenus.update(id, { title });
  } catch {
    browser.contextMenus.create({ id, title, contexts: ['link'], targetUrlPatterns: [...links] });
  }
}

/** Must be set in the background's first turn, or a stopped background is not woken. */
export function onLinkMenu(id: string, chosen: (address: string) => void): void {
  browser.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId === id && info.linkUrl) chosen(info.linkUrl);
  });
}
