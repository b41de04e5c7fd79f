// The settings page. A section is one line in the list at the end.
import '../../components/shared/tokens.css';
import '../../components/shared/parts.css';
import '../../components/settings/settings.css';
import { render } from 'preact';
import type { ImportDoors, SourceDoors } from '../../components/settings/evidence/doors';
import { evidenceSection } from '../../components/settings/evidence/section';
import { SettingsApp } from '../../components/settings/SettingsApp';
import * as imported from '../../lib/background/import-work';
import { keepCell } from '../../lib/background/kept-cells';
import { ownCells } from '../../lib/background/own-cells';
import { pageEvidence } from '../../lib/background/page-evidence';
import { browserNet } from '../../lib/background/subscription-net';
import { subscriptionWork } from '../../lib/background/subscriptions';
import { EvidenceDatabase } from '../../lib/evidence/database';
import { packsThrough } from '../../lib/evidence/packs/thread';
import { mapView } from '../../lib/evidence/queries';
import { copyText } from '../../lib/platform/clipboard';
import { saveFile } from '../../lib/platform/save-file';

const db = new EvidenceDatabase();
const ask = pageEvidence(db);
const room = packsThrough(
  new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' }),
);
const map = () => ask(mapView);

const imports: ImportDoors = {
  map,
  readFile: imported.readCellFile,
  readHanded: imported.readHandedCell,
  tabs: imported.cellTabs,
  readTab: imported.readCellTab,
  review: (read, cell) => imported.reviewCell(ask, read, cell),
  keep: ({ name }, view, choice) => keepCell(room, name, view, choice),
};

const sources: SourceDoors = {
  ...room,
  // Where nothing is held yet, or the browser has cleared it, the background fills it first.
  sources: () => ask(() => room.sources()),
  subscriptions: subscriptionWork(db, browserNet, room.judge),
  ownCells: () => ownCells(room),
  map,
  save: saveFile,
  copy: copyText,
};

const app = document.querySelector('#app');
if (app) render(<SettingsApp sections={[evidenceSection(imports, sources)]} />, app);
