// The keyword in the browser's address bar, where the browser has one.
import { browser } from './browser';

export interface Suggested {
  /** What the browser puts into the address bar, and gives back when it is chosen. */
  readonly content: string;
  /** Shown to the reader. */
  readonly description: string;
}

export interface OmniboxWork {
  suggest(text: string): Promise<readonly Suggested[]>;
  /** `text` is what was typed, or the content of a suggestion. */
  choose(text: string, where: 'here' | 'new-tab'): Promise<void>;
}

/** Opens one of the extension's own pages in the tab in front, which is the one whose address bar was used, or in a new one. */
export async function openFromAddressBar(path: string, where: 'here' | 'new-tab'): Promise<void> {
  const url = browser.runtime.getURL(path);
  if (where === 'here') await browser.tabs.update({ url });
  else await browser.tabs.create({ url });
}

/** Listens from the first turn on; does nothing where the browser has no such keyword (Firefox for Android). */
export function onOmnibox(hint: () => string, work: OmniboxWork): void {
  const { omnibox } = browser;
  if (!omnibox) return;
  const suggestFirst = () => omnibox.setDefaultSuggestion({ description: safe(hint()) });
  suggestFirst();
  // Again with each use: the language may have been chosen since.
  omnibox.onInputStarted.addListener(suggestFirst);
  omnibox.onInputChanged.addListener((text, suggest) => {
    work.suggest(text).then(
      (all) =>
        suggest(
          all.map(({ content, description }) => ({ content, description: safe(description) })),
        ),
      (error: unknown) => console.error('omnibox:', error),
    );
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    work
      .choose(text, disposition === 'currentTab' ? 'here' : 'new-tab')
      .catch((error: unknown) => console.error('omnibox:', error));
  });
}

/** Chromium reads descriptions as XML and refuses them all for one stray "&"; Firefox shows them as they are. */
function safe(text: string): string {
  if (import.meta.env.FIREFOX) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
