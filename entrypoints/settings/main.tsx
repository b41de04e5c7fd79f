// The settings page: what each section can do outside of itself.
import '../../components/shared/tokens.css';
import '../../components/shared/parts.css';
import '../../components/settings/settings.css';
import { render } from 'preact';
import { SettingsApp } from '../../components/settings/SettingsApp';
import { type AllDoors, sections } from '../../components/settings/sections';
import { dataWork } from '../../lib/background/data-work';
import { guardedReview, guardedSubscriptions } from '../../lib/background/guarded';
import * as imported from '../../lib/background/import-work';
import { keepCell } from '../../lib/background/kept-cells';
import { ownCells } from '../../lib/background/own-cells';
import { pageEvidence } from '../../lib/background/page-evidence';
import { settingsWork } from '../../lib/background/settings-work';
import { speaking } from '../../lib/background/speaking';
import { browserNet } from '../../lib/background/subscription-net';
import { subscriptionWork } from '../../lib/background/subscriptions';
import { EvidenceDatabase } from '../../lib/evidence/database';
import { packsThrough } from '../../lib/evidence/packs/thread';
import { mapView, packInfo, topicList } from '../../lib/evidence/queries';
import { copyText } from '../../lib/platform/clipboard';
import { askBackground } from '../../lib/platform/messages';
import { keepForGood, roomHeld } from '../../lib/platform/persistence';
import { saveFile } from '../../lib/platform/save-file';
import { openShortcuts } from '../../lib/platform/shortcuts';
import { localArea, sessionArea } from '../../lib/platform/storage';
import { keysOf, ownVersion } from '../../lib/platform/tabs';
import { NO_POLICY } from '../../lib/settings/policy';

const db = new EvidenceDatabase();
const ask = pageEvidence(db);
const room = packsThrough(
  new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' }),
);
const map = () => ask(mapView);
let policy = NO_POLICY;
const readPolicy = async () => {
  policy = (await settingsWork.look()).policy;
};
settingsWork.onChanged(() => void readPolicy());
const keys = { keys: keysOf, openShortcuts };

const doors: AllDoors = {
  wishes: { ...settingsWork, ...keys, topics: () => ask(topicList) },
  imports: {
    map,
    readFile: imported.readCellFile,
    readHanded: imported.readHandedCell,
    tabs: imported.cellTabs,
    readTab: imported.readCellTab,
    review: (read, cell) => imported.reviewCell(ask, read, cell),
    keep: ({ name }, view, choice) => keepCell(room, name, view, choice),
  },
  sources: {
    ...room,
    review: guardedReview(room.review, () => policy),
    // Where nothing is held yet, or the browser has cleared it, the background fills it first.
    sources: () => ask(() => room.sources()),
    subscriptions: guardedSubscriptions(subscriptionWork(db, browserNet, room.judge), () => policy),
    ...{ ownCells: () => ownCells(room), map, save: saveFile, copy: copyText },
  },
  data: {
    ...dataWork({
      ...{ db, local: localArea, session: sessionArea, room: roomHeld, version: ownVersion },
      now: () => new Date(),
      follow: () => askBackground('settings/follow', {}),
    }),
    ...{ keepForGood, save: saveFile, onChanged: settingsWork.onChanged },
  },
  about: {
    ...keys,
    async about() {
      const info = await ask(packInfo);
      if (!info.ok) return info;
      const evidence = info.value;
      const value = { version: ownVersion(), evidence, topics: evidence.held.topics };
      return { ok: true, value };
    },
  },
};

const app = document.querySelector('#app');
if (app)
  void readPolicy().then(() =>
    speaking((key) => render(<SettingsApp key={key} sections={sections(doors)} />, app)),
  );
