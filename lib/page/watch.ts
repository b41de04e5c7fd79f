// Watches the page for changes of its text, of its looks and of its address.
import { Changes } from './changes';

export interface Watch {
  /** Also watches an open shadow root. */
  add(root: ShadowRoot): void;
  /** What changed since the last call. */
  take(): Changes;
}

/** Looks of elements that can show or hide text; other attributes cannot. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'aria-hidden', 'contenteditable'];

/**
 * Tells `changed` when something changed that reading may care about, at most once until `take` is called.
 * `moved` is told when a page that navigates by script shows another address.
 */
export function watchPage(
  document: Document,
  isOurs: (node: Node) => boolean,
  to: { changed(): void; moved(): void },
  signal: AbortSignal,
): Watch {
  let changes = new Changes(isOurs);
  let told = false;
  const window = document.defaultView;
  const tell = (): void => {
    if (told || !(changes.any || changes.looks)) return;
    told = true;
    to.changed();
  };
  const observer = new MutationObserver((records) => {
    changes.note(records);
    tell();
  });
  const observe = (root: Document | ShadowRoot): void =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  observe(document);
  const looks = (): void => {
    changes.looks = true;
    tell();
  };
  const passive = { capture: true, passive: true, signal };
  document.addEventListener('toggle', looks, passive);
  window?.addEventListener('resize', looks, passive);
  let address = pathOf(document);
  const move = (): void => {
    const now = pathOf(document);
    if (now === address) return;
    address = now;
    to.moved();
  };
  window?.addEventListener('popstate', move, { signal });
  window?.addEventListener('hashchange', move, { signal });
  (window as { navigation?: EventTarget } | null)?.navigation?.addEventListener(
    'currententrychange',
    move,
    { signal },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    add: observe,
    take() {
      changes.note(observer.takeRecords());
      move();
      const taken = changes;
      changes = new Changes(isOurs);
      told = false;
      return taken;
    },
  };
}

/** The address without a fragment that only scrolls; some sites keep the whole address of a view in it. */
function pathOf(document: Document): string {
  return document.URL.replace(/#(?![!/]).*/, '');
}
