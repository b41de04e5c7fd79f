// What the side panel finds out about the tab in front, and has done there. Runs in the panel.

import { documentOfFrames } from '../panel/frames';
import type { DocumentInFront } from '../panel/model';
import { askPage } from '../platform/message-border';
import { askBackground } from '../platform/messages';
import { sessionArea } from '../platform/storage';
import { activeTab, ownAddress, type Tab, tabById } from '../platform/tabs';
import type { Role } from '../settings/schema';
import { isReader } from '../sites/sites';
import type { Glance } from './glance';
import { type PopupWork, popupWork } from './popup-work';
import { summaries } from './summaries';
import { wishes } from './wishes';

export type InFront =
  | Exclude<Glance, { is: 'read' }>
  | (Extract<Glance, { is: 'read' }> & {
      /** Tab and address: changes when another page is in front. */
      readonly page: string;
      readonly document: DocumentInFront;
      readonly role: Role;
    })
  /** The tab that the panel was opened for is closed. */
  | { readonly is: 'gone' }
  /** A page of the extension. */
  | { readonly is: 'own' }
  /** The browser does not say what the tab shows: a site not allowed, or one of the browser's own pages. */
  | { readonly is: 'unseen' };

export interface PanelWork
  extends Pick<PopupWork, 'turn' | 'markAnyway' | 'markOnce' | 'allow' | 'again' | 'openMatrix'> {
  look(): Promise<InFront>;
  /** Why it was refused; null where it was done. */
  setTiers(tiers: readonly (1 | 2)[]): Promise<string | null>;
  setRole(role: Role): Promise<string | null>;
}

/** Keys of the browser's storage whose change may change what the panel shows: reports of pages, and wishes of the reader. */
export const isOfThePanel = (key: string): boolean => /^(page|settings)\./.test(key);

/** `tabId` names a tab to stay with; null follows the one in front of the panel's window. */
export function panelWork(tabId: number | null): PanelWork {
  /** For the tab last looked at: a permission must be asked for at once when the reader clicks. */
  let work = { tab: -1, ...popupWork(null, () => undefined) };
  let frames: readonly number[] = [0];
  let shown: { page: string; document: DocumentInFront } | null = null;

  const documentOf = (id: number, page: string): DocumentInFront => {
    if (shown?.page === page) return shown.document;
    const document = documentOfFrames(() => frames, {
      mentions: (frame, ask) => askPage(id, 'page/mentions', ask, frame),
      go: (frame, to) => askPage(id, 'mark/go', { to }, frame),
    });
    shown = { page, document };
    return document;
  };

  return {
    turn: (reach, on) => work.turn(reach, on),
    markAnyway: () => work.markAnyway(),
    markOnce: () => work.markOnce(),
    allow: () => work.allow(),
    again: () => work.again(),
    openMatrix: (path, topics) => work.openMatrix(path, topics),
    async look() {
      const tab: Tab | null = tabId === null ? await activeTab() : await tabById(tabId);
      if (!tab) return { is: tabId === null ? 'impossible' : 'gone' };
      if (tab.url === '') return { is: 'unseen' };
      if (tab.url.startsWith(ownAddress('/')) && !isReader(tab.url)) return { is: 'own' };
      const { id, url } = tab;
      if (work.tab !== id) work = { tab: id, ...popupWork(id, () => undefined) };
      const seen = await work.look();
      if (seen.is !== 'read') return seen;
      const known = await summaries(sessionArea).framesOf(id, url);
      const others = known.filter((one) => one.frame !== 0 && !one.off).map(({ frame }) => frame);
      frames = [0, ...others];
      const page = `${id} ${url.split('#', 1)[0] ?? ''}`;
      const { role } = await wishes.read();
      return { ...seen, page, document: documentOf(id, page), role };
    },
    setTiers: (tiers) => wish('tiers', [...tiers]),
    setRole: (role) => wish('role', role),
  };
}

async function wish(field: 'tiers' | 'role', value: unknown): Promise<string | null> {
  const reply = await askBackground('settings/set', { field, value });
  const done = reply.ok ? reply.answer : reply;
  return done.ok ? null : (done.reason ?? null);
}
