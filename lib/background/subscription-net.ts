// What fetching evidence from an address uses of the browser.
import { ringEvery, ringNoMore } from '../platform/alarms';
import { giveBack, mayRead } from '../platform/hosts';
import { requestHosts } from '../platform/scripts';
import type { Net } from './subscriptions';

/** Name of the wake-up call on which addresses are looked at whose week has gone by. */
export const ADDRESS_BELL = 'evidence.addresses';

export const browserNet: Net = {
  fetch: (...ask) => fetch(...ask),
  granted: mayRead,
  request: (pattern) => requestHosts([pattern]),
  giveBack,
  ring: (on) => (on ? ringEvery(ADDRESS_BELL, 1) : ringNoMore(ADDRESS_BELL)),
  now: () => new Date(),
};
