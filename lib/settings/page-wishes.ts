// Of the settings, what a page of one host needs.
import { dismissalsFor } from './dismissals';
import type { PageWishes, Settings } from './schema';

/** `host` as settings name it. */
export function pageWishes(settings: Settings, host: string): PageWishes {
  const { tiers, topicsOff, markStyle, markExcluded, cardWhen, cardDelay, dismissals } = settings;
  return {
    ...{ tiers, topicsOff, markStyle, markExcluded, cardWhen, cardDelay },
    // In a page that is a file the host has no name, and is kept so with what the reader says there.
    dismissals: dismissalsFor(dismissals, host === 'file' ? '' : host),
  };
}
