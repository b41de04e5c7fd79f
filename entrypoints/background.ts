// The background: answers messages, keeps the evidence in place and the overlay on the sites that are granted.
import { evidenceRoom } from '../lib/background/evidence-room';
import { startBackground } from '../lib/background/start';
import { EvidenceDatabase } from '../lib/evidence/database';
import { localArea } from '../lib/platform/storage';
import { ownAddress, ownVersion } from '../lib/platform/tabs';

export default defineBackground(() => {
  const evidence = evidenceRoom({
    db: new EvidenceDatabase(),
    pack: async () => (await fetch(ownAddress('/pack.json'))).text(),
    area: localArea,
    version: ownVersion(),
  });
  startBackground({ evidence, welcome: import.meta.env.MODE !== 'e2e' });
});
