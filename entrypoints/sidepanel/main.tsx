// The side panel: follows the tab in front and does what the reader asks of it.
import '../../components/shared/tokens.css';
import '../../components/shared/parts.css';
import '../../components/panel/panel.css';
import { render } from 'preact';
import { PanelApp, type PanelDoors } from '../../components/panel/PanelApp';
import type { PanelState } from '../../components/panel/state';
import { withFrames } from '../../components/popup/state';
import { pageEvidence } from '../../lib/background/page-evidence';
import { type InFront, isOfThePanel, panelWork } from '../../lib/background/panel-work';
import { speaking } from '../../lib/background/speaking';
import { EvidenceDatabase } from '../../lib/evidence/database';
import { mapView, topicEvidence, topicList } from '../../lib/evidence/queries';
import { copyText } from '../../lib/platform/clipboard';
import { askBackground } from '../../lib/platform/messages';
import { onFrontChanged } from '../../lib/platform/panel';
import { ownAddress } from '../../lib/platform/tabs';

// In test builds the panel can be opened as a page of its own, for the tab that its address names.
const named = import.meta.env.MODE === 'e2e' && new URLSearchParams(location.search).get('tab');
const work = panelWork(named ? Number(named) : null);
const ask = pageEvidence(new EvidenceDatabase());

async function stateOf(front: InFront): Promise<PanelState> {
  if (front.is !== 'read') return front;
  const [topics, map] = await Promise.all([ask(topicList), ask(mapView)]);
  if (!topics.ok) return { is: 'failed', what: 'evidence', reason: topics.reason };
  if (!map.ok) return { is: 'failed', what: 'evidence', reason: map.reason };
  const { host, tiers, role, document, page: key } = front;
  const [page, ...frames] = front.pages;
  return {
    is: 'read',
    ...{ host, tiers, role, document, key },
    page: withFrames(page, frames),
    heads: topics.value,
    map: map.value,
  };
}

const doors: PanelDoors = {
  ...work,
  look: async () => stateOf(await work.look()),
  onChanged: (changed) => onFrontChanged(isOfThePanel, changed),
  evidence: (topic) => ask((db) => topicEvidence(db, topic)),
  tools: {
    href: (path) => ownAddress(`/matrix.html#${path}`),
    copy: copyText,
    noteCited: (ids) => void askBackground('evidence/cited', { ids: [...ids] }),
    today: () => new Date().toISOString().slice(0, 10),
  },
};

const app = document.querySelector('#app');
if (app) void speaking((key) => render(<PanelApp key={key} doors={doors} />, app));
