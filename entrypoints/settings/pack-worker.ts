// Reads, compares and writes sets of evidence in a thread of its own, so that the page stays smooth however large they are.
import { EvidenceDatabase } from '../../lib/evidence/database';
import { packRoom } from '../../lib/evidence/packs/room';
import { servePacks } from '../../lib/evidence/packs/thread';

servePacks(self, packRoom(new EvidenceDatabase()));
