// Places the card beside its mark: below or above, inside the window, never over the mark, and along when things move.
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** Between mark and card, in px: near enough to travel, far enough not to touch. */
const GAP = 6;
/** Between card and window edge, in px. */
const EDGE = 8;
/** At most this share of the window's height. */
const SHARE = 0.6;
/** A lower window than this (px of room) lets head and foot of the card scroll along. */
const LOW = 300;

export interface Anchor {
  /** The mark's box in the window; null when it is no longer shown. */
  box(): DOMRect | null;
  /** The element in whose scrolling the mark moves. */
  readonly element: Element;
}

/**
 * Keeps `card` (fixed, at 0/0 of the window) beside the anchor until the returned function is called.
 * `lost` is told when the mark has left the window or the page.
 */
export function keepBeside(anchor: Anchor, card: HTMLElement, lost: () => void): () => void {
  let box = anchor.box();
  const reference = {
    getBoundingClientRect: () => box ?? new DOMRect(),
    contextElement: anchor.element,
  };
  const update = async (): Promise<void> => {
    box = anchor.box();
    const { innerHeight: height, innerWidth: width } = window;
    if (!box || box.bottom < 0 || box.top > height || box.right < 0 || box.left > width) {
      lost();
      return;
    }
    // The larger side where neither holds the whole card.
    const below = height - box.bottom;
    const preferred = below >= Math.min(card.scrollHeight, height * SHARE) + GAP + EDGE;
    const placement = preferred || below >= box.top ? 'bottom-start' : 'top-start';
    const { x, y } = await computePosition(reference, card, {
      strategy: 'fixed',
      placement,
      middleware: [
        offset(GAP),
        flip({ padding: EDGE, crossAxis: false, fallbackStrategy: 'initialPlacement' }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply({ availableHeight }) {
            const most = Math.max(96, Math.min(availableHeight, height * SHARE));
            card.style.maxHeight = `${Math.floor(most)}px`;
            card.toggleAttribute('data-low', most < LOW);
          },
        }),
      ],
    });
    card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  };
  return autoUpdate(reference, card, () => void update());
}
