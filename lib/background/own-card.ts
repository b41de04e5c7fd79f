// The card in one of our own pages: its script is run there, as the background runs it in a web page.
import { CARD_MAKER, type CardMaker, type Ports } from '../overlay/model';
import { ownAddress } from '../platform/content';
import { say } from '../words/words';

/** Loads the card's script, if need be, and gives its maker. */
export async function loadOwnCard(): ReturnType<Ports['loadCard']> {
  const maker = cardMaker() ?? (await load('/card.js').then(cardMaker, () => undefined));
  return maker
    ? { ok: true, answer: maker }
    : { ok: false, reason: say('the card did not arrive') };
}

function cardMaker(): CardMaker | undefined {
  return (globalThis as { [CARD_MAKER]?: CardMaker })[CARD_MAKER];
}

/** Runs a script of the extension in this page. */
function load(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = ownAddress(file);
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${file} did not load`)));
    document.head.append(script);
  });
}
