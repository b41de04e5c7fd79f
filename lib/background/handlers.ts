// How the background answers each message.
import type { BackgroundMap } from '../messages/map';
import type { Handlers } from '../platform/messages';
import { withDismissal, withoutDismissal } from '../settings/dismissals';
import { pageWishes } from '../settings/page-wishes';
import type { Language } from '../settings/schema';
import { canRead, type SettingsStore } from '../settings/store';
import { isLocked } from '../settings/views';
import { whereOff } from '../settings/where-off';
import { hostOf, pagesOf } from '../sites/sites';
import { type Catalogue, say } from '../words/words';
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
  /** The words of a language; null for English, and where they cannot be read. */
  readonly words: (language: Language) => Promise<Catalogue | null>;
  /** Brings the registration of the page script in line with what is allowed and wished. */
  readonly align: () => Promise<void>;
}

const done = { ok: true } as const;
const failed = (reason: string) => ({ ok: false as const, reason });
const NOT_IN_A_TAB = () => say('only a page in a tab can ask for this');

/** Said where a wish could not be written down. */
const NO_ROOM = () =>
  say(
    'The browser could not store this: there may be no room left on this computer. What was set before still holds. Free some disk space and try again.',
  );

export function handlers(rooms: Rooms): Handlers<BackgroundMap> {
  const { evidence, settings, summaries, origins, world, words, align } = rooms;

  /** Writes a wish down, then does what follows from it; by default every page that is open is told. */
  const changing = async (
    write: () => Promise<unknown>,
    then: () => Promise<unknown> = () => tellPages(rooms),
  ) => {
    try {
      await write();
    } catch (error) {
      console.error('settings:', error);
      return failed(NO_ROOM());
    }
    await then();
    return done;
  };

  return {
    async 'page/start'(_ask, sender) {
      const host = hostOf(sender.tab?.url ?? sender.url ?? '');
      const look = await settings.look();
      if (whereOff(look, host)) return { on: false };
      const [needed, said] = await Promise.all([
        evidence.forMarking(),
        words(look.settings.language),
      ]);
      if (!needed.ok) throw new Error(needed.reason);
      const wishes = pageWishes(look.settings, host);
      return { on: true, ...needed.words, wishes, words: said };
    },

    async 'page/report'({ summary }, { tab }) {
      if (!tab) return failed(NOT_IN_A_TAB());
      const { tiers } = await settings.read();
      await summaries.put({ tab: tab.id, frame: tab.frame, page: tab.url }, summary, tiers);
      await world.setBadge(tab.id, badgeText(await summaries.framesOf(tab.id, tab.url)));
      return done;
    },

    async 'card/load'(_ask, { tab }) {
      if (!tab) return failed(NOT_IN_A_TAB());
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

    'sense/dismiss': ({ dismissal }) =>
      changing(() => {
        const one = { ...dismissal, at: new Date().toISOString() };
        return settings.change('dismissals', (all) => withDismissal(all, one));
      }),

    'sense/restore': ({ dismissal }) =>
      changing(() => settings.change('dismissals', (all) => withoutDismissal(all, dismissal))),

    'site/turn': ({ host, on }) =>
      changing(
        () =>
          settings.change('off', ({ [host]: _before, ...others }) =>
            on ? others : { ...others, [host]: new Date().toISOString() },
          ),
        async () => {
          const open = (await world.tabsOf([pagesOf(host)])).map(({ id }) => id);
          // The browser does not look for pages of ours, such as the one that shows files.
          const own = (await summaries.tabs()).filter(({ page }) => hostOf(page) === host);
          const tabs = new Set([...open, ...own.map(({ tab }) => tab)]);
          await Promise.all([...tabs].map((tab) => world.askPage(tab, 'page/turn', { on }, 'all')));
        },
      ),

    'site/want': ({ pattern, on }) =>
      changing(
        () =>
          settings.change('sites', (all) => [
            ...all.filter((one) => one !== pattern),
            ...(on ? [pattern] : []),
          ]),
        align,
      ),

    'everywhere/turn': ({ on }) =>
      changing(
        () => settings.change('offEverywhere', () => (on ? null : new Date().toISOString())),
        () => turnTabs(rooms),
      ),

    async 'settings/set'({ field, value }) {
      const { policy } = await settings.look();
      if (isLocked(policy, field))
        return failed(say('Your organisation has set this. Nothing was changed.'));
      if (!canRead(field, value)) return failed(say('{field} cannot be set to this', { field }));
      const set = await changing(() => settings.change(field, () => value as never));
      if (set.ok && field === 'sites') await align();
      return set;
    },

    async 'settings/follow'() {
      await align();
      await turnTabs(rooms);
      await tellPages(rooms);
      return done;
    },

    async 'tab/mark-once'({ tab }) {
      await world.injectOverlay(tab);
      return done;
    },
  };
}

/** Wishes go to every page that reported, all its frames. */
async function tellPages({ settings, summaries, world, words }: Rooms): Promise<void> {
  const { settings: wishes } = await settings.look();
  const [said, reported] = await Promise.all([words(wishes.language), summaries.tabs()]);
  await Promise.all(
    reported.map(({ tab, page }) => {
      const ask = { wishes: pageWishes(wishes, hostOf(page)), words: said };
      return world.askPage(tab, 'page/wishes', ask, 'all');
    }),
  );
}

/** Turns marking on or off in every tab that is open, as the settings now say for its host. */
async function turnTabs({ settings, summaries, world }: Rooms): Promise<void> {
  const look = await settings.look();
  const tabs = new Map((await summaries.tabs()).map(({ tab, page }) => [tab, page]));
  for (const { id, url } of await world.tabsOf(await world.registeredHosts())) tabs.set(id, url);
  await Promise.all(
    [...tabs].map(([tab, page]) =>
      world.askPage(tab, 'page/turn', { on: whereOff(look, hostOf(page)) === null }, 'all'),
    ),
  );
}
