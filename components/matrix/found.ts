// Asks the search while the reader types, and keeps the last answer on screen until the next is there.
import { useEffect, useState } from 'preact/hooks';
import type { SearchAnswer, SearchAsk } from '../../lib/evidence/search/model';
import type { Context } from './context';

export interface Finding {
  /** The last answer; null before the first. */
  readonly answer: Extract<SearchAnswer, { state: 'found' }> | null;
  /** What that answer answers. */
  readonly of: SearchAsk | null;
  /** In very large evidence: how far the reading has come. */
  readonly preparing: { readonly done: number; readonly of: number } | null;
  readonly failed: string | null;
}

const START: Finding = { answer: null, of: null, preparing: null, failed: null };
/** How often evidence that is still being read is asked again, in ms. */
const ASK_AGAIN = 200;

export function useFound(search: Context['search'], ask: SearchAsk): Finding {
  const [finding, setFinding] = useState(START);
  const key = JSON.stringify(ask);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const once = async () => {
      const got = await search(ask);
      // The reader has typed on meanwhile.
      if (!current) return;
      if (!got.ok) setFinding({ ...START, failed: got.reason });
      else if (got.value.state === 'found')
        setFinding({ answer: got.value, of: ask, preparing: null, failed: null });
      else {
        const { done, of } = got.value;
        setFinding((before) => ({ ...before, preparing: { done, of }, failed: null }));
        timer = setTimeout(() => void once(), ASK_AGAIN);
      }
    };
    void once();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [search, key]);
  return finding;
}
