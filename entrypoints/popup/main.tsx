// The toolbar popup: looks at the tab in front and does what the reader asks of it.
import '../../components/shared/tokens.css';
import '../../components/shared/parts.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { PopupApp } from '../../components/popup/PopupApp';
import { bearingOf, marked, type PopupState, withFrames } from '../../components/popup/state';
import { cellNameIn } from '../../components/shared/words';
import type { Glance } from '../../lib/background/glance';
import { pageEvidence } from '../../lib/background/page-evidence';
import { popupWork } from '../../lib/background/popup-work';
import { speaking } from '../../lib/background/speaking';
import { EvidenceDatabase } from '../../lib/evidence/database';
import { mapView, topicList } from '../../lib/evidence/queries';

// In test builds the popup can be opened as a page of its own, for the tab that its address names.
const named = import.meta.env.MODE === 'e2e' && new URLSearchParams(location.search).get('tab');
const work = popupWork(named ? Number(named) : null, () => window.close());
const ask = pageEvidence(new EvidenceDatabase());
const held = Promise.all([ask(topicList), ask(mapView)]);

async function look(): Promise<PopupState> {
  return stateOf(await work.look());
}

async function stateOf(glance: Glance): Promise<PopupState> {
  if (glance.is !== 'read') return glance;
  const [page, ...frames] = glance.pages;
  const shown = marked(withFrames(page, frames), glance.tiers);
  const [topics, map] = await held;
  if (!topics.ok) return { is: 'failed', what: 'evidence', reason: topics.reason };
  if (!map.ok) return { is: 'failed', what: 'evidence', reason: map.reason };
  const heads = new Map(topics.value.map((topic) => [topic.id, topic.cells]));
  const bearing = bearingOf(shown.topics, (id) => heads.get(id) ?? []);
  const mainName = bearing.main ? cellNameIn(map.value, bearing.main) : '';
  return { is: 'read', host: glance.host, page: shown, bearing: { ...bearing, mainName } };
}

const app = document.querySelector('#app');
const doors = { ...work, look };
if (app) void speaking((key) => render(<PopupApp key={key} doors={doors} />, app));
