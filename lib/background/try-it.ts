// The real overlay on our own welcome page, so that a reader can try a mark and its card before any site is allowed.
import { detectorInSteps } from '../detect/detect';
import { answersOf } from '../overlay/answers';
import type { Ports } from '../overlay/model';
import { Overlay } from '../overlay/overlay';
import { answerAsPage, askBackground } from '../platform/messages';
import { isExtensionAlive } from '../platform/runtime';
import { say } from '../words/words';
import { loadOwnCard } from './own-card';

const onlyTrying = async () =>
  ({ ok: false, reason: say('this page is only for trying') }) as const;

const EXAMPLE = '.stage blockquote';

/** All but the example and what holds it: our own words round it may name topics too. */
function isBeside(node: Node): boolean {
  const example = document.querySelector(EXAMPLE);
  return example !== null && !node.contains(example) && !example.contains(node);
}

const ports: Ports = {
  own: { isTool: isBeside, share: 0.5 },
  start: () => askBackground('page/start', {}),
  report: () => undefined,
  loadCard: loadOwnCard,
  // Nothing said of the example may change what is marked elsewhere.
  card: { dismiss: onlyTrying, restore: onlyTrying },
  alive: isExtensionAlive,
};

/** Marks this page. Without evidence nothing is marked, and the page says so by itself. */
export async function startTrying(): Promise<void> {
  const overlay = new Overlay(window, ports, ({ matcher, citables }) =>
    detectorInSteps(matcher, citables),
  );
  answerAsPage(answersOf(overlay), new AbortController().signal);
  await overlay.start();
  // The page is about the extension more than about treatment; its example is to be marked all the same.
  await overlay.markAnyway();
}
