// What the toolbar popup has done: by the page in front, by the background, by the browser. Runs in the popup.
import { askPage } from '../platform/message-border';
import { askBackground } from '../platform/messages';
import { openPanel } from '../platform/panel';
import { requestHosts } from '../platform/scripts';
import { sessionArea } from '../platform/storage';
import { activeTab, openOwnPage, type Tab, tabById } from '../platform/tabs';
import { patternFor } from '../sites/sites';
import { matrixPath, origins } from './came-from';
import { type Glance, glance } from './glance';
import { handOver, isMatrixSite } from './handed-page';
import { summaries } from './summaries';

export interface PopupWork {
  look(): Promise<Glance>;
  turn(host: string, on: boolean): Promise<unknown>;
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
  openEvidence(): Promise<unknown>;
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
    turn: (host, on) => askBackground('site/turn', { host, on }),
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
        refused = `The browser did not let the extension read it: ${reply.reason}`;
    },
    async allow() {
      const pattern = tab && patternFor(tab.url);
      if (pattern) await requestHosts([pattern]);
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
        refused = 'The browser did not open its side panel.';
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
    async openEvidence() {
      await openOwnPage('/settings.html#/evidence');
      close();
    },
    async openMatrix(path, topics) {
      const ticket = tab ? await origins(sessionArea).remember(tab) : '';
      await openOwnPage(matrixPath(`/${path}`, topics, ticket));
      close();
    },
  };
}
