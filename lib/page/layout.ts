// Where a card goes beside its mark: pure geometry of the window, in px.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Layout {
  readonly side: 'below' | 'above';
  readonly left: number;
  /** Distance of the card's top from the window's top; of its bottom from the window's bottom when it stands above. */
  readonly offset: number;
  readonly maxHeight: number;
  /** So little room that everything in the card has to scroll. */
  readonly low: boolean;
}

/** Between mark and card: near enough to travel, far enough not to touch. */
export const GAP = 6;
/** Between card and window edge. */
export const EDGE = 8;
/** At most this share of the window's height, where the window is not low. */
const SHARE = 0.6;
/** A window lower than this gives the card all the room there is on its side. */
const LOW_WINDOW = 520;
/** Less room than this and head and foot scroll along. */
const LOW = 380;

/**
 * Below the mark where the card fits, else on the side with more room; never over the mark, never outside the window.
 * `wanted` is the height that the card would like to have.
 */
export function layOut(
  mark: Box,
  card: { readonly width: number; readonly wanted: number },
  window: { readonly width: number; readonly height: number },
): Layout {
  const roomBelow = window.height - mark.bottom - GAP - EDGE;
  const roomAbove = mark.top - GAP - EDGE;
  const most = window.height < LOW_WINDOW ? window.height : window.height * SHARE;
  const wanted = Math.min(card.wanted, most);
  const below = roomBelow >= wanted || roomBelow >= roomAbove;
  const maxHeight = Math.floor(Math.max(0, Math.min(below ? roomBelow : roomAbove, most)));
  const rightmost = window.width - EDGE - card.width;
  return {
    side: below ? 'below' : 'above',
    left: Math.round(Math.max(Math.min(mark.left, rightmost), Math.min(EDGE, rightmost))),
    offset: Math.round(below ? mark.bottom + GAP : window.height - mark.top + GAP),
    maxHeight,
    low: maxHeight < LOW,
  };
}
