// The card's script, loaded into a frame when a reader first means a mark: leaves the card's side of the overlay, to be joined to the page's.
import styles from '../components/card/card.css?inline';
import { mountCard } from '../components/card/mount';
import parts from '../components/shared/parts.css?inline';
import tokens from '../components/shared/tokens.css?inline';
import { Cards } from '../lib/overlay/cards';
import { CARD_MAKER, type Card, type CardMaker, type CardPorts } from '../lib/overlay/model';
import { copyFrom } from '../lib/page/copy';
import { createHost } from '../lib/page/host';
import { keepBeside } from '../lib/page/place';
import { runtime } from '../lib/platform/content';
import { askBackground } from '../lib/platform/messages';
import { isExtensionAlive } from '../lib/platform/runtime';
import { language } from '../lib/words/words';

function makeCard(): Card {
  const host = createHost(document, tokens + parts + styles, import.meta.env.MODE === 'e2e');
  const sheet = document.createElement('div');
  sheet.className = 'sheet';
  sheet.dir = 'ltr';
  host.root.append(sheet);
  const card = mountCard(sheet, {
    href: (path) => (isExtensionAlive() ? runtime().getURL(`/matrix.html#${path}`) : '#'),
    copy: (text, html) => copyFrom(host.root, text, html),
    noteCited: (ids) => void askBackground('evidence/cited', { ids: [...ids] }),
    today: () => new Date().toISOString().slice(0, 10),
  });
  let letGo = () => {};
  const close = () => {
    letGo();
    card.clear();
    host.hide();
  };
  return {
    element: host.element,
    open(opening) {
      letGo();
      const { anchor, actions } = opening;
      const stay = () => {
        letGo();
        letGo = keepBeside(anchor, sheet, actions.close);
      };
      const keepOpen = (on: boolean) => {
        // Kept open it stays where it is in the window, while the page scrolls under it.
        if (on) letGo();
        else stay();
        actions.keepOpen(on);
      };
      sheet.lang = language();
      host.show(anchor.element);
      card.open({ ...opening, actions: { ...actions, keepOpen } });
      stay();
    },
    show: (evidence) => card.show(evidence),
    close,
    remove() {
      close();
      host.remove();
    },
  };
}

const ports: CardPorts = {
  async evidence(topic) {
    const reply = await askBackground('evidence/topic', { topic });
    if (!reply.ok) return reply;
    const { answer } = reply;
    return answer.ok ? { ok: true, answer: answer.evidence } : answer;
  },
  openMatrix: (path) => void askBackground('matrix/open', { path }),
  dismiss: async (dismissal) => said(await askBackground('sense/dismiss', { dismissal })),
  restore: async (dismissal) => said(await askBackground('sense/restore', { dismissal })),
};

function said(reply: Awaited<ReturnType<typeof askBackground<'sense/dismiss'>>>) {
  const done = reply.ok ? reply.answer : reply;
  return done.ok
    ? { ok: true as const }
    : { ok: false as const, reason: done.reason ?? 'no answer' };
}

export default defineUnlistedScript(() => {
  const maker: CardMaker = (page) => new Cards(page, makeCard(), ports);
  (globalThis as { [CARD_MAKER]?: CardMaker })[CARD_MAKER] = maker;
});
