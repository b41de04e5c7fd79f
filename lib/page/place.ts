// Keeps the card beside its mark while the page scrolls, reflows or changes size.
import { layOut } from './layout';

export interface Anchor {
  /** The mark's box in the window; null when it is no longer shown. */
  box(): DOMRect | null;
  /** The element in which the mark stands. */
  readonly element: Element;
}

/** How often (ms) the place is looked at without an event: pages reflow for reasons that no event tells. */
const LOOK_EVERY = 300;

/**
 * Keeps `card` (fixed in the window) beside the anchor until the returned function is called.
 * `lost` is told when the mark has left the window or the page.
 */
export function keepBeside(anchor: Anchor, card: HTMLElement, lost: () => void): () => void {
  const stop = new AbortController();
  let side: 'below' | 'above' | null = null;
  let last = '';
  const update = (): void => {
    if (stop.signal.aborted) return;
    const box = anchor.box();
    const { clientWidth: width } = document.documentElement;
    const { innerHeight: height } = window;
    if (!box || box.bottom < 0 || box.top > height || box.right < 0 || box.left > width) {
      lost();
      return;
    }
    // What it would be without a limit; asked anew only when the contents or the window changed.
    const wanted = wantedHeight(card);
    const at = layOut(box, { width: card.offsetWidth, wanted }, { width, height });
    const now = JSON.stringify(at);
    if (now === last) return;
    last = now;
    side = at.side;
    card.style.left = `${at.left}px`;
    card.style.top = side === 'below' ? `${at.offset}px` : 'auto';
    card.style.bottom = side === 'above' ? `${at.offset}px` : 'auto';
    card.style.maxHeight = `${at.maxHeight}px`;
    card.toggleAttribute('data-low', at.low);
  };
  const options = { capture: true, passive: true, signal: stop.signal };
  window.addEventListener('scroll', update, options);
  window.addEventListener('resize', update, options);
  const timer = window.setInterval(update, LOOK_EVERY);
  const resized = new ResizeObserver(update);
  resized.observe(card);
  resized.observe(anchor.element);
  update();
  return () => {
    stop.abort();
    window.clearInterval(timer);
    resized.disconnect();
  };
}

/** Height of the card with nothing cut off: what is shown, and what each scrolling part hides. */
function wantedHeight(card: HTMLElement): number {
  let hidden = 0;
  for (const part of card.querySelectorAll('*'))
    if (part.scrollHeight > part.clientHeight + 1 && part.clientHeight > 1)
      hidden += part.scrollHeight - part.clientHeight;
  return card.offsetHeight + hidden;
}
