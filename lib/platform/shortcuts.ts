// The browser's own page of keyboard shortcuts.
import { browser } from './browser';

interface Opens {
  openShortcutSettings?(): Promise<void>;
}

/** False where the browser lets no extension open it. */
export async function openShortcuts(): Promise<boolean> {
  try {
    // Firefox from 137 has a call of its own, and does not let an extension open its about: pages.
    const { openShortcutSettings } = browser.commands as Opens;
    if (openShortcutSettings) await openShortcutSettings.call(browser.commands);
    else if (import.meta.env.FIREFOX) return false;
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}
