// What the entries in the menu of a page do: look selected words up, mark the page.
import type { MenuEntry } from '../platform/menus';
import type { StorageArea } from '../platform/storage';
import type { Tab } from '../platform/tabs';
import { say } from '../words/words';
import { lookUpPath } from './look-up';
import type { World } from './world';

export const LOOK_UP = 'look-up';
export const MARK_PAGE = 'mark-page';

/** In the language chosen now. */
export const menuEntries = (): MenuEntry[] => [
  { id: LOOK_UP, title: say('Look up in the treatment matrix'), over: 'selection' },
  { id: MARK_PAGE, title: say('Mark treatment topics on this page'), over: 'page' },
];

/** A page that was just given its script needs a moment before it can be told anything. */
const TRIES = 20;
const BETWEEN = 150;

type MenuWorld = Pick<World, 'openOwnPage' | 'injectOverlay' | 'askPage'>;

export async function chooseMenu(
  world: MenuWorld,
  session: StorageArea,
  id: string,
  words: string,
  tab: Pick<Tab, 'id'> | null,
): Promise<void> {
  if (id === LOOK_UP) await world.openOwnPage(await lookUpPath(session, words));
  if (id === MARK_PAGE && tab) await markPage(world, tab.id);
}

/** Marks a page at the reader's wish, though it does not look like one of the field. False where it could not be read. */
export async function markPage(world: MenuWorld, tab: number): Promise<boolean> {
  try {
    await world.injectOverlay(tab);
  } catch (error) {
    // The browser's own pages, its store, and sites that the organisation has closed.
    console.error('mark page:', error);
    return false;
  }
  for (let tried = 0; tried < TRIES; tried++) {
    const reply = await world.askPage(tab, 'page/mark-anyway', {}, 'all');
    if (reply.ok && reply.answer.state !== 'off') return true;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
  return false;
}
