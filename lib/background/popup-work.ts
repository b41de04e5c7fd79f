// What the toolbar popup has done: by the page in front, by the background, by the browser. Runs in the popup.
import type { Reply } from '../messages/wire';
import { askPage } from '../platform/message-border';
import { askBackground } from '../platform/messages';
import { openPanel } from '../platform/panel';
import { requestHosts } from '../platform/scripts';
import { sessionArea } from '../platform/storage';
import { activeTab, openOwnPage, type Tab, tabById } from '../platform/tabs';
import type { Reach } from '../settings/schema';
import { hostOf, patternFor } from '../sites/sites';
import { say } from '../words/words';
import { matrixPath, origins } from './came-from';
import { type Glance, glance } from './glance';
import { handOver, isMatrixSite } from './handed-page';
import { pagesOff } from './pages-off';
import { readerTickets } from './reader-tickets';
import { summaries } from './summaries';

export interface PopupWork {
  look(): Promise<Glance>;
  /** The page in front, its site, or everywhere. */
  turn(reach: Reach, on: boolean): Promise<unknown>;
  markAnyway(): Promise<unknown>;
  markOnce(): Promise<unknown>;
  allow(): Promise<unknown>;
  nextMark(): Promise<unknown>;
  /** Must be called straight from the click. */
  openPanel(): Promise<unknown>;
  openMatrix(path: string, topics: readonly string[]): Promise<unknown>;
  /** The tab last looked at shows the site of the matrices. */
  canAddCell(): boolean;
  /** Hands the page over to the import, which shows what it would change. */
  addCell(): Promise<unknown>;
  openSettings(): Promise<unknown>;
  /** Opens the PDF that the tab last looked at shows in our reader page. */
  openInReader(): Promise<unknown>;
  /** Opens the reader page, where a file can be chosen. */
  openFile(): Promise<unknown>;
  /** Clears what failed before, so that the next look is a fresh one. */
  again(): void;
}

/** `tabId` names a tab; null is the one in front. `close` leaves the popup. */
export function popupWork(tabId: number | null, close: () => void): PopupWork {
  // Kept from the last look: asking for a permission must follow the click at once, with no look-up between.
  let tab: Tab | null = null;
  let refused: string | null = null;
  const framesOf = async ({ id, url }: Tab): Promise<number[]> => {
    const known = await summaries(sessionArea).framesOf(id, url);
    return [...new Set([0, ...known.map(({ frame }) => frame)])];
  };
  return {
    async look() {
      tab = tabId === null ? await activeTab() : await tabById(tabId);
      if (refused !== null) return { is: 'failed', what: 'page', reason: refused };
      return glance(tab);
    },
    again() {
      refused = null;
    },
    async turn(reach, on) {
      const here = tab;
      const told = (reply: Reply<{ ok: boolean; reason?: string | undefined }>) => {
        const done = reply.ok ? reply.answer : reply;
        if (!done.ok) refused = done.reason ?? null;
      };
      if (reach === 'everywhere') told(await askBackground('everywhere/turn', { on }));
      else if (here && reach === 'site')
        told(await askBackground('site/turn', { host: hostOf(here.url), on }));
      else if (here) {
        await pagesOff(sessionArea).put(here, !on);
        await askPage(here.id, 'page/turn', { on }, 'all');
      }
    },
    async markAnyway() {
      const here = tab;
      if (!here) return;
      const frames = await framesOf(here);
      await Promise.all(frames.map((frame) => askPage(here.id, 'page/mark-anyway', {}, frame)));
    },
    async markOnce() {
      const here = tab;
      const reply = here && (await askBackground('tab/mark-once', { tab: here.id }));
      if (reply && !reply.ok)
        refused = say('The browser did not let the extension read it: {reason}', {
          reason: reply.reason,
        });
    },
    async allow() {
      const pattern = tab && patternFor(tab.url);
      if (!pattern) return;
      // Asked first, straight from the click; browsers close the popup over their question, so the wish is written down at once.
      const asked = requestHosts([pattern]).catch(() => false);
      await askBackground('site/want', { pattern, on: true });
      if (!(await asked)) await askBackground('site/want', { pattern, on: false });
    },
    async nextMark() {
      const here = tab;
      if (!here) return;
      for (const frame of await framesOf(here)) {
        const reply = await askPage(here.id, 'mark/next', { backwards: false }, frame);
        if (reply.ok && reply.answer.ok) break;
      }
      close();
    },
    async openPanel() {
      if (!tab) return;
      try {
        await openPanel(tab.id);
        close();
      } catch {
        refused = say('The browser did not open its side panel.');
      }
    },
    canAddCell: () => tab !== null && isMatrixSite(tab.url),
    async addCell() {
      const here = tab;
      if (!here) return;
      refused = await handOver(sessionArea, here.id);
      if (refused !== null) return;
      await openOwnPage('/settings.html#/evidence/import?from=tab');
      close();
    },
    async openInReader() {
      if (!tab) return;
      await openOwnPage(await readerTickets(sessionArea).pathFor(tab.url));
      close();
    },
    async openFile() {
      await openOwnPage('/reader.html');
      close();
    },
    async openSettings() {
      await openOwnPage('/settings.html');
      close();
    },
    async openMatrix(path, topics) {
      const ticket = tab ? await origins(sessionArea).remember(tab) : '';
      await openOwnPage(matrixPath(`/${path}`, topics, ticket));
      close();
    },
  };
}
