// The welcome page, opened once after installation.
import '../../components/shared/tokens.css';
import '../../components/shared/parts.css';
import '../../components/welcome/welcome.css';
import { render } from 'preact';
import { WelcomeApp, type WelcomeDoors } from '../../components/welcome/WelcomeApp';
import { pageEvidence } from '../../lib/background/page-evidence';
import { speaking } from '../../lib/background/speaking';
import { startTrying } from '../../lib/background/try-it';
import { allowedSites, requestSites } from '../../lib/background/welcome-work';
import { EvidenceDatabase } from '../../lib/evidence/database';
import { packInfo } from '../../lib/evidence/queries';
import { askBackground } from '../../lib/platform/messages';
import { keysOf } from '../../lib/platform/tabs';
import { sites } from '../../lib/sites/sites';

const ask = pageEvidence(new EvidenceDatabase());

let isTrying = false;
/** Once for the page: drawn again in another language, the overlay follows it as it follows any change. */
async function trying(): Promise<void> {
  if (isTrying) return;
  isTrying = true;
  await startTrying();
}

const doors: WelcomeDoors = {
  sites,
  allowed: allowedSites,
  request: requestSites,
  async evidence() {
    const info = await ask(packInfo);
    return info.ok ? { ok: true, value: info.value.held.entries } : info;
  },
  keys: () => keysOf('next-mark'),
  chooseLanguage: (value) => void askBackground('settings/set', { field: 'language', value }),
  startTrying: () => void trying(),
};

const app = document.querySelector('#app');
if (app) void speaking((key) => render(<WelcomeApp key={key} doors={doors} />, app));
