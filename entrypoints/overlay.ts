// Runs in every frame of an allowed site: wires the overlay to the extension. The card's script comes only when it is wanted.
// Not a content script by the build tool's own wrapper: that one posts a message which the page can read.
import { detectorInSteps } from '../lib/detect/detect';
import { answersOf } from '../lib/overlay/answers';
import { CARD_MAKER, type CardMaker, type Ports } from '../lib/overlay/model';
import { Overlay } from '../lib/overlay/overlay';
import { removeLeftovers } from '../lib/page/leftovers';
import { answerAsPage, askBackground } from '../lib/platform/messages';
import { isExtensionAlive } from '../lib/platform/runtime';
import { speak } from '../lib/words/words';

const RUNNING = Symbol.for('evidence-overlay.page');

/** What the isolated world of a frame shares between our scripts. */
interface World {
  [RUNNING]?: {
    readonly alive: () => boolean;
    readonly overlay: Overlay;
    readonly end: () => void;
  };
  [CARD_MAKER]?: CardMaker;
}

async function loadCard(world: World): ReturnType<Ports['loadCard']> {
  if (!world[CARD_MAKER]) {
    const loaded = await askBackground('card/load', {});
    if (!loaded.ok) return loaded;
  }
  const maker = world[CARD_MAKER];
  return maker ? { ok: true, answer: maker } : { ok: false, reason: 'the card did not arrive' };
}

const ports = (world: World): Ports => ({
  async start() {
    const start = await askBackground('page/start', {});
    if (start.ok && start.answer.on) speak(start.answer.words);
    return start;
  },
  report: (summary) => {
    // For measuring; a page could see it, so no release has it.
    if (import.meta.env.MODE === 'e2e') performance.mark(`evidence-overlay:${summary.state}`);
    void askBackground('page/report', { summary });
  },
  loadCard: () => loadCard(world),
  alive: isExtensionAlive,
});

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const before = world[RUNNING];
  if (before?.alive()) {
    void before.overlay.again();
    return;
  }
  if (before) before.end();
  else removeLeftovers(window);
  // Left by the version of the extension that was there before an update; it may not fit this one.
  delete world[CARD_MAKER];
  const stop = new AbortController();
  const overlay = new Overlay(window, ports(world), ({ matcher, citables }) =>
    detectorInSteps(matcher, citables),
  );
  const end = () => {
    overlay.stop();
    stop.abort();
  };
  world[RUNNING] = { alive: isExtensionAlive, overlay, end };
  answerAsPage(answersOf(overlay), stop.signal);
  void overlay.start();
});
