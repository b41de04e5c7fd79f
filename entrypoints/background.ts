// The background: answers messages, keeps the evidence in place and the overlay on the sites that are granted.
import { evidenceRoom } from '../lib/background/evidence-room';
import { hint, omniboxWork } from '../lib/background/omnibox';
import { readerDoor } from '../lib/background/reader-door';
import { recentDoor } from '../lib/background/reader-recent';
import { startBackground } from '../lib/background/start';
import { ADDRESS_BELL, browserNet } from '../lib/background/subscription-net';
import { subscriptionWork } from '../lib/background/subscriptions';
import { EvidenceDatabase } from '../lib/evidence/database';
import { topicEvidence } from '../lib/evidence/queries';
import { searchRoom } from '../lib/evidence/search/room';
import { onRing } from '../lib/platform/alarms';
import { onOmnibox, openFromAddressBar } from '../lib/platform/omnibox';
import { localArea } from '../lib/platform/storage';
import { ownAddress, ownVersion } from '../lib/platform/tabs';

export default defineBackground(() => {
  const db = new EvidenceDatabase();
  const evidence = evidenceRoom({
    db,
    pack: async () => (await fetch(ownAddress('/pack.json'))).text(),
    area: localArea,
    version: ownVersion(),
  });
  onOmnibox(
    hint,
    omniboxWork({
      search: searchRoom(db, { patience: 2000 }).ask,
      topicLabel: async (id) => {
        const got = await topicEvidence(db, id);
        return got.ok ? (got.value?.topic.label ?? null) : null;
      },
      open: openFromAddressBar,
    }),
  );
  const addresses = subscriptionWork(db, browserNet);
  onRing(ADDRESS_BELL, () => {
    addresses.checkDue().catch((error: unknown) => console.error('addresses:', error));
  });
  readerDoor();
  recentDoor();
  startBackground({ evidence, welcome: import.meta.env.MODE !== 'e2e' });
});
