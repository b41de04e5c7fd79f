// Pages that the reader turned off by themselves, until they are loaded again: kept while the browser is open.
import type { StorageArea } from '../platform/storage';
import type { Tab } from '../platform/tabs';

export interface PagesOff {
  /** Is the page that this tab shows one of them? */
  has(tab: Pick<Tab, 'id' | 'url'>): Promise<boolean>;
  put(tab: Pick<Tab, 'id' | 'url'>, off: boolean): Promise<void>;
}

const key = (tab: number) => `off-page.${tab}`;
const withoutFragment = (address: string) => address.split('#', 1)[0] ?? '';

export function pagesOff(area: StorageArea): PagesOff {
  return {
    has: async ({ id, url }) => (await area.get([key(id)]))[key(id)] === withoutFragment(url),
    put: ({ id, url }, off) =>
      off ? area.set({ [key(id)]: withoutFragment(url) }) : area.remove([key(id)]),
  };
}
