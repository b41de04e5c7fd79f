// The search's own thread, as the matrix page has it.
import { EvidenceDatabase } from '../../lib/evidence/database';
import { searchRoom } from '../../lib/evidence/search/room';
import { answerFrom } from '../../lib/evidence/search/thread';

answerFrom(self, searchRoom(new EvidenceDatabase()));
