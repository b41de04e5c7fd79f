// The card's script, loaded into a frame when a reader first means a mark: leaves the card's side of the overlay, to be joined to the page's.
import styles from '../components/card/card.css?inline';
import { mountCard } from '../components/card/mount';
import parts from '../components/shared/parts.css?inline';
import shapes from '../components/shared/shapes.css?inline';
import tokens from '../components/shared/tokens.css?inline';
import { Cards } from '../lib/overlay/cards';
import { CARD_MAKER, type Card, type CardMaker } from '../lib/overlay/model';
import { copyFrom } from '../lib/page/copy';
import { createHost } from '../lib/page/host';
import { keepBeside } from '../lib/page/place';
import { runtime } from '../lib/platform/content';
import { askBackground } from '../lib/platform/messages';
import { isExtensionAlive } from '../lib/platform/runtime';
import { language } from '../lib/words/words';

function makeCard(): Card {
  const host = createHost(
    document,
    tokens + parts + shapes + styles,
    import.meta.env.MODE === 'e2e',
  );
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

export default defineUnlistedScript(() => {
  const maker: CardMaker = (page) => new Cards(page, makeCard());
  (globalThis as { [CARD_MAKER]?: CardMaker })[CARD_MAKER] = maker;
});
