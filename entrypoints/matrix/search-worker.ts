// Searches in a thread of its own, so that typing stays smooth however much evidence there is.
import { EvidenceDatabase } from '../../lib/evidence/database';
import { searchRoom } from '../../lib/evidence/search/room';
import { answerFrom } from '../../lib/evidence/search/thread';

answerFrom(self, searchRoom(new EvidenceDatabase()));
