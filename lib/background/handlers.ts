// How the background answers each message.
import type { BackgroundMap } from '../messages/map';
import type { Handlers } from '../platform/messages';
import { dismissalsFor, withDismissal, withoutDismissal } from '../settings/dismissals';
import type { SettingsStore } from '../settings/store';
import { hostOf, pagesOf } from '../sites/sites';
import { matrixPath, type Origins } from './came-from';
import type { EvidenceRoom } from './evidence';
import { badgeText, type Summaries } from './summaries';
import type { World } from './world';

export interface Rooms {
  readonly evidence: EvidenceRoom;
  readonly settings: SettingsStore;
  readonly summaries: Summaries;
  readonly origins: Origins;
  readonly world: World;
}

const done = { ok: true } as const;
const failed = (reason: string) => ({ ok: false as const, reason });
const NOT_IN_A_TAB = 'only a page in a tab can ask for this';

export function handlers({
  evidence,
  settings,
  summaries,
  origins,
  world,
}: Rooms): Handlers<BackgroundMap> {
  return {
    async 'page/start'(_ask, sender) {
      const host = hostOf(sender.tab?.url ?? sender.url ?? '');
      const { off, tiers, dismissals } = await settings.read();
      if (Object.hasOwn(off, host)) return { on: false };
      const needed = await evidence.forMarking();
      if (!needed.ok) throw new Error(needed.reason);
      return { on: true, ...needed.words, tiers, dismissals: dismissalsFor(dismissals, host) };
    },

    async 'page/report'({ summary }, { tab }) {
      if (!tab) return failed(NOT_IN_A_TAB);
      const { tiers } = await settings.read();
      await summaries.put({ tab: tab.id, frame: tab.frame, page: tab.url }, summary, tiers);
      await world.setBadge(tab.id, badgeText(await summaries.framesOf(tab.id, tab.url)));
      return done;
    },

    async 'card/load'(_ask, { tab }) {
      if (!tab) return failed(NOT_IN_A_TAB);
      await world.injectCard(tab.id, tab.frame);
      return done;
    },

    'evidence/topic': ({ topic }) => evidence.topic(topic),
    'evidence/ready': () => evidence.ready(),
    'evidence/cited': ({ ids }) => evidence.cited(ids),

    async 'matrix/open'({ path }, { tab }) {
      const frames = tab ? await summaries.framesOf(tab.id, tab.url) : [];
      const topics = [...new Set(frames.flatMap((frame) => frame.topics))];
      const shown = tab && topics.length > 0 ? await world.tabById(tab.id) : null;
      const ticket = shown ? await origins.remember(shown) : '';
      await world.openOwnPage(matrixPath(path, topics, ticket));
      return done;
    },

    async 'sense/dismiss'({ dismissal }) {
      await settings.change('dismissals', (all) => withDismissal(all, dismissal));
      return done;
    },

    async 'sense/restore'({ dismissal }) {
      await settings.change('dismissals', (all) => withoutDismissal(all, dismissal));
      return done;
    },

    async 'site/turn'({ host, on }) {
      await settings.change('off', ({ [host]: _before, ...others }) =>
        on ? others : { ...others, [host]: new Date().toISOString() },
      );
      const tabs = await world.tabsOf([pagesOf(host)]);
      await Promise.all(tabs.map((tab) => world.askPage(tab.id, 'page/turn', { on }, 'all')));
      return done;
    },

    async 'tiers/set'({ tiers }) {
      await settings.change('tiers', () => tiers);
      const reported = await summaries.tabs();
      await Promise.all(
        reported.map(({ tab }) => world.askPage(tab, 'page/tiers', { tiers }, 'all')),
      );
      return done;
    },

    async 'tab/mark-once'({ tab }) {
      await world.injectOverlay(tab);
      return done;
    },
  };
}
