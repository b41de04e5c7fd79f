// A question to the search as the page asks it, with what a test wants to be different.
import type { SearchAsk } from '../../../../lib/evidence/search/model';

const LIMITS = { topic: 6, cell: 6, entry: 20, passage: 8, guidance: 8 };

export function askFor(text: string, more: Partial<SearchAsk> = {}): SearchAsk {
  return { text, kinds: [], cell: null, limits: LIMITS, ...more };
}
