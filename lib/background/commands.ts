// Keyboard commands: next and previous mark in the tab that is in front, and marking it anyway.
import { MARK_PAGE, markPage } from './menu-work';
import type { Summaries } from './summaries';
import type { World } from './world';

/**
 * Goes to the next mark in the page, or in the first of its frames that has one; or marks the page at the reader's wish.
 * False where that could not be done.
 */
export async function runCommand(
  command: string,
  world: World,
  summaries: Summaries,
): Promise<boolean> {
  const isStep = command === 'next-mark' || command === 'previous-mark';
  if (!isStep && command !== MARK_PAGE) return false;
  const tab = await world.activeTab();
  if (!tab) return false;
  if (!isStep) return markPage(world, tab.id);
  // The page itself first, even where its report is missing or of an address before (pages that navigate by script).
  const others = (await summaries.framesOf(tab.id, tab.url)).filter(
    (one) => one.frame !== 0 && !one.off && one.topics.length > 0,
  );
  for (const frame of [0, ...others.map((one) => one.frame)]) {
    const ask = { backwards: command === 'previous-mark' };
    const reply = await world.askPage(tab.id, 'mark/next', ask, frame);
    if (reply.ok && reply.answer.ok) return true;
  }
  return false;
}
