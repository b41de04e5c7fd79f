// Starts the background: every listener is set in the first turn, as browsers wake a stopped worker only for those.

import { onMenu, setMenus } from '../platform/menus';
import { answerAsBackground } from '../platform/message-border';
import { openPanelByCommand } from '../platform/panel';
import { onHostsChanged } from '../platform/scripts';
import { onPolicyChanged, onStored, sessionArea } from '../platform/storage';
import * as tabs from '../platform/tabs';
import { origins } from './came-from';
import { runCommand } from './commands';
import type { EvidenceRoom } from './evidence';
import { handlers } from './handlers';
import { chooseMenu, menuEntries } from './menu-work';
import { registration } from './registration';
import { catalogueOf, speakAsChosen } from './speaking';
import { summaries as summariesIn } from './summaries';
import { wishes } from './wishes';
import { world } from './world';

/** Sender of what the background asks of itself. */
const NOBODY = { extension: undefined, url: undefined, tab: null };

export interface Start {
  readonly evidence: EvidenceRoom;
  /** Shows the welcome page after installation; tests go without. */
  readonly welcome: boolean;
}

export function startBackground({ evidence, welcome }: Start): void {
  const summaries = summariesIn(sessionArea);
  const align = registration(world, summaries, wishes);
  const answers = handlers({
    ...{ evidence, summaries, world, align },
    settings: wishes,
    origins: origins(sessionArea),
    words: catalogueOf,
  });
  answerAsBackground(answers);
  const speak = async () => {
    await speakAsChosen();
    await setMenus(menuEntries());
  };
  onStored('settings.language', () => report('language', speak()));
  onMenu((id, words, tab) => report('menu', chooseMenu(world, sessionArea, id, words, tab)));
  report('language', speakAsChosen());
  onPolicyChanged(() => report('policy', answers['settings/follow']({}, NOBODY)));
  onHostsChanged(() => report('sites', align()));
  // When the browser closes this may come too late; what is kept of tabs is gone then anyway.
  tabs.onTabClosed((tab) => void summaries.forget(tab).catch(() => undefined));
  openPanelByCommand('open-panel');
  tabs.onCommand((command) => report('command', runCommand(command, world, summaries)));
  tabs.onInstalled((reason) => {
    report('evidence', evidence.ready().then(orSay));
    report('sites', align());
    report('menus', speak());
    if (reason === 'install' && welcome) report('welcome', firstPage());
  });
  tabs.onBrowserStart(() => {
    report('sites', align());
    report('menus', speak());
  });
  report('badge', tabs.setBadgeColours('#0a6b72', '#ffffff'));
}

/** Unless the organisation has ruled it out: it may have set everything up. */
async function firstPage(): Promise<void> {
  const { policy } = await wishes.look();
  if (!policy.featuresOff.includes('welcome')) await world.openOwnPage('/welcome.html');
}

/** Failures here have nobody to answer to; pages ask again and show the reason. */
function report(what: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error(`${what}:`, error));
}

function orSay(outcome: { ok: true } | { ok: false; reason: string }): void {
  if (!outcome.ok) console.error('evidence:', outcome.reason);
}
