// The matrix page: the evidence of this computer at the address behind the #.
import '../../components/shared/tokens.css';
import '../../components/shared/parts.css';
import '../../components/matrix/matrix.css';
import { render } from 'preact';
import type { Tools } from '../../components/matrix/context';
import type { EvidenceSource } from '../../components/matrix/load';
import { MatrixApp } from '../../components/matrix/MatrixApp';
import { origins } from '../../lib/background/came-from';
import { citedCopies } from '../../lib/background/cited-copies';
import { pageEvidence } from '../../lib/background/page-evidence';
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
import { localArea, sessionArea } from '../../lib/platform/storage';
import { showTab } from '../../lib/platform/tabs';
import { settingsStore } from '../../lib/settings/store';

const ask = pageEvidence(new EvidenceDatabase());
let thread: SearchRoom | undefined;
/** Started when somebody is about to search: who only reads need not wait for it. */
const search = (): SearchRoom => {
  thread ??= askThrough(
    new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }),
  );
  return thread;
};
const settings = settingsStore(localArea);

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
    read: async () => (await settings.read()).role,
    save: (role) => settings.change('role', () => role),
  },
};

const app = document.querySelector('#app');
if (app) render(<MatrixApp source={source} tools={tools} />, app);
