// The matrix page: the evidence of this computer at the address behind the #.
import '../../components/shared/tokens.css';
import '../../components/shared/parts.css';
import '../../components/matrix/matrix.css';
import { render } from 'preact';
import type { EvidenceSource } from '../../components/matrix/load';
import { MatrixApp } from '../../components/matrix/MatrixApp';
import { pageEvidence } from '../../lib/background/page-evidence';
import { citeEntry } from '../../lib/evidence/cite';
import { EvidenceDatabase } from '../../lib/evidence/database';
import { cellView, entryView, mapView, topicEvidence, topicList } from '../../lib/evidence/queries';
import { copyText } from '../../lib/platform/clipboard';

const ask = pageEvidence(new EvidenceDatabase());

const source: EvidenceSource = {
  map: () => ask(mapView),
  topics: () => ask(topicList),
  cell: (id) => ask((db) => cellView(db, id)),
  entry: (id) => ask((db) => entryView(db, id)),
  topic: (id) => ask((db) => topicEvidence(db, id)),
};

const app = document.querySelector('#app');
if (app) render(<MatrixApp source={source} tools={{ cite: citeEntry, copy: copyText }} />, app);
