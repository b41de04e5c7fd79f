// Keeps the overlay registered for exactly the sites that are granted, and brings it to their tabs that are already open.
import type { SettingsStore } from '../settings/store';
import { markedHosts } from '../sites/marked';
import { covers } from '../sites/sites';
import type { Summaries } from './summaries';
import type { World } from './world';

/**
 * One run compares what is granted with what is registered and mends the difference; runs never overlap.
 * Registrations are lost when the extension is updated, and sites can be revoked at any time, so this runs at every start.
 */
export function registration(
  world: World,
  summaries: Summaries,
  settings: SettingsStore,
): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const turn = last.then(() => align(world, summaries, settings));
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function align(world: World, summaries: Summaries, settings: SettingsStore): Promise<void> {
  const { settings: wishes, policy } = await settings.look();
  const added = [...wishes.sites, ...policy.sites.map((host) => `https://${host}/*`)];
  const granted = markedHosts(await world.grantedHosts(), added);
  await remember(granted, wishes.sites, settings);
  const before = await world.registeredHosts();
  const come = granted.filter((host) => !before.includes(host));
  const removed = before.filter((host) => !granted.includes(host));
  if (come.length === 0 && removed.length === 0) return;
  await world.registerHosts(granted);
  const open = await world.tabsOf(come);
  // A tab may show the browser's own error page or be discarded: the overlay starts there with the next load.
  await Promise.allSettled(open.map((tab) => world.injectOverlay(tab.id)));
  if (removed.length > 0) await leave(world, summaries, granted);
}

/** What is allowed is written down, so that the settings can tell when the browser takes it back. */
async function remember(
  granted: readonly string[],
  known: readonly string[],
  settings: SettingsStore,
): Promise<void> {
  const fresh = granted.filter((host) => host.startsWith('https:') && !known.includes(host));
  if (fresh.length === 0) return;
  try {
    await settings.change('sites', (all) => [...new Set([...all, ...fresh])]);
  } catch (error) {
    // No room to write it down: the sites are marked all the same.
    console.error('sites:', error);
  }
}

/** Stops the overlay in tabs whose site is no longer granted. */
async function leave(world: World, summaries: Summaries, granted: string[]): Promise<void> {
  for (const { tab, page } of await summaries.tabs()) {
    if (granted.some((host) => covers(host, page))) continue;
    await world.askPage(tab, 'page/turn', { on: false }, 'all');
    await summaries.forget(tab);
    await world.setBadge(tab, '').catch(() => undefined);
  }
}
