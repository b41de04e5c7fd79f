// The matrix page: the evidence of this computer at the address behind the #.
import '../../components/shared/tokens.css';
import '../../components/shared/parts.css';
import '../../components/matrix/matrix.css';
import { render } from 'preact';
import type { Tools } from '../../components/matrix/context';
import type { EvidenceSource } from '../../components/matrix/load';
import { keepLooked } from '../../components/matrix/looked';
import { MatrixApp } from '../../components/matrix/MatrixApp';
import { origins } from '../../lib/background/came-from';
import { citedCopies } from '../../lib/background/cited-copies';
import { lookedUp, nearestTopics } from '../../lib/background/look-up';
import { pageEvidence } from '../../lib/background/page-evidence';
import { speaking } from '../../lib/background/speaking';
import { wishes } from '../../lib/background/wishes';
import { citeEntry } from '../../lib/evidence/cite';
import { EvidenceDatabase } from '../../lib/evidence/database';
import {
  cellView,
  entryView,
  mapView,
  sourceNames,
  topicEvidence,
  topicList,
  topicWords,
} from '../../lib/evidence/queries';
import type { SearchRoom } from '../../lib/evidence/search/room';
import { askThrough } from '../../lib/evidence/search/thread';
import { copyText } from '../../lib/platform/clipboard';
import { askBackground } from '../../lib/platform/messages';
import { sessionArea } from '../../lib/platform/storage';
import { showTab } from '../../lib/platform/tabs';

const ask = pageEvidence(new EvidenceDatabase());
let thread: SearchRoom | undefined;
/** Started when somebody is about to search: who only reads need not wait for it. */
const search = (): SearchRoom => {
  thread ??= askThrough(
    new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }),
  );
  return thread;
};

const source: EvidenceSource = {
  map: () => ask(mapView),
  topics: () => ask(topicList),
  sources: () => ask(sourceNames),
  cell: (id) => ask((db) => cellView(db, id)),
  entry: (id) => ask((db) => entryView(db, id)),
  topic: (id) => ask((db) => topicEvidence(db, id)),
  words: (topic) => ask((db) => topicWords(db, topic)),
  search: (what) => ask(() => search().ask(what)),
};

const tools: Tools = {
  ...citedCopies(citeEntry, copyText, (ids) => askBackground('evidence/cited', { ids })),
  prepareSearch: () => search().prepare(),
  origin: (ticket) => origins(sessionArea).of(ticket),
  toTab: showTab,
  role: {
    read: async () => (await wishes.read()).role,
    save: (role) => askBackground('settings/set', { field: 'role', value: role }),
  },
};

/** Words selected on a page stand in the search from the first look on. */
async function begin(): Promise<void> {
  const looked = await lookedUp(sessionArea, location.hash);
  if (looked) {
    let nearest: Promise<string[]> | undefined;
    keepLooked(looked.ticket, {
      words: looked.words,
      nearest: () => (nearest ??= nearestTopics(looked.words, source.search)),
    });
  }
  const app = document.querySelector('#app');
  if (app)
    await speaking((key) => render(<MatrixApp key={key} source={source} tools={tools} />, app));
}
void begin();
