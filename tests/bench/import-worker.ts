// The import's own thread, as the settings page has it.
import { EvidenceDatabase } from '../../lib/evidence/database';
import { packRoom } from '../../lib/evidence/packs/room';
import { servePacks } from '../../lib/evidence/packs/thread';

servePacks(self, packRoom(new EvidenceDatabase()));
