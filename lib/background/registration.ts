// Keeps the overlay registered for exactly the sites that are granted, and brings it to their tabs that are already open.
import { markedHosts } from '../sites/marked';
import { covers } from '../sites/sites';
import type { Summaries } from './summaries';
import type { World } from './world';

/**
 * One run compares what is granted with what is registered and mends the difference; runs never overlap.
 * Registrations are lost when the extension is updated, and sites can be revoked at any time, so this runs at every start.
 */
export function registration(world: World, summaries: Summaries): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const turn = last.then(() => align(world, summaries));
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function align(world: World, summaries: Summaries): Promise<void> {
  const granted = markedHosts(await world.grantedHosts());
  const before = await world.registeredHosts();
  const added = granted.filter((host) => !before.includes(host));
  const removed = before.filter((host) => !granted.includes(host));
  if (added.length === 0 && removed.length === 0) return;
  await world.registerHosts(granted);
  const open = await world.tabsOf(added);
  // A tab may show the browser's own error page or be discarded: the overlay starts there with the next load.
  await Promise.allSettled(open.map((tab) => world.injectOverlay(tab.id)));
  if (removed.length > 0) await leave(world, summaries, granted);
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
