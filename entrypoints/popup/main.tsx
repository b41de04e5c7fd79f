// The toolbar popup: looks at the tab in front and does what the reader asks of it.
import '../../components/shared/tokens.css';
import '../../components/shared/parts.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { PopupApp } from '../../components/popup/PopupApp';
import { bearingOf, marked, type PopupState, withFrames } from '../../components/popup/state';
import type { Glance } from '../../lib/background/glance';
import { pageEvidence } from '../../lib/background/page-evidence';
import { popupWork } from '../../lib/background/popup-work';
import { EvidenceDatabase } from '../../lib/evidence/database';
import { topicList } from '../../lib/evidence/queries';

// In test builds the popup can be opened as a page of its own, for the tab that its address names.
const named = import.meta.env.MODE === 'e2e' && new URLSearchParams(location.search).get('tab');
const work = popupWork(named ? Number(named) : null, () => window.close());
const ask = pageEvidence(new EvidenceDatabase());
const topics = ask(topicList);

async function look(): Promise<PopupState> {
  return stateOf(await work.look());
}

async function stateOf(glance: Glance): Promise<PopupState> {
  if (glance.is !== 'read') return glance;
  const [page, ...frames] = glance.pages;
  const shown = marked(withFrames(page, frames), glance.tiers);
  const held = await topics;
  if (!held.ok) return { is: 'failed', what: 'evidence', reason: held.reason };
  const bearing = bearingOf(
    shown.topics,
    (id) => held.value.find((topic) => topic.id === id)?.cells ?? [],
  );
  return { is: 'read', host: glance.host, page: shown, bearing };
}

const app = document.querySelector('#app');
if (app) render(<PopupApp doors={{ ...work, look }} />, app);
