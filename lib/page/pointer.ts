// Listens to the reader's pointer and turns it into: on this mark, in the card, pressed elsewhere, tapped on this mark.

/** A tap is shorter than this (ms); longer is the browser's own long press. */
const TAP_TIME = 450;
/** and moves less than this (px). */
const TAP_MOVE = 12;

export interface PointerTargets<M> {
  /** The mark at a point of the window, or null. */
  markAt(x: number, y: number): M | null;
  /** A click is meant as a tap is. */
  clicks(): boolean;
  /** Is this event's target our own card? */
  isCard(target: EventTarget | null): boolean;
  /** `at`: time of the move, in ms of the page's own clock; `alt`: the key is held. */
  over(mark: M | null, x: number, y: number, at: number, alt: boolean): void;
  inCard(): void;
  /** A button went down outside the card. */
  pressed(mark: M | null): void;
  tapped(mark: M | null, x: number, y: number): void;
  /** A key that may be typing. */
  typed(): void;
}

/** What a tap on is for the page itself: a link is followed, a field is filled in. */
const PAGES_OWN = 'a[href],button,input,select,textarea,label,summary,[role=button],[onclick]';

/**
 * Starts listening, until the signal stops it. Events that a script of the page made up do not count.
 * The function that it returns takes moves and touches that were heard before.
 */
export function watchPointer<M>(
  window: Window,
  to: PointerTargets<M>,
  signal: AbortSignal,
): (before: readonly PointerEvent[]) => void {
  let last: { x: number; y: number; at: number; alt: boolean } | null = null;
  let frame: number | null = null;
  let down: { x: number; y: number; at: number } | null = null;

  const look = (): void => {
    frame = null;
    if (last) to.over(to.markAt(last.x, last.y), last.x, last.y, last.at, last.alt);
  };
  const soon = (): void => {
    frame ??= window.requestAnimationFrame(look);
  };
  const forget = (): void => {
    last = null;
    if (frame !== null) window.cancelAnimationFrame(frame);
    frame = null;
  };
  const listen = <K extends keyof WindowEventMap>(
    type: K,
    handle: (event: WindowEventMap[K]) => void,
  ): void => {
    const trusted = (event: WindowEventMap[K]) => event.isTrusted && handle(event);
    window.addEventListener(type, trusted, { capture: true, passive: true, signal });
  };

  const moved = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    if (to.isCard(event.target)) {
      forget();
      to.inCard();
    } else if (event.buttons === 0) {
      // A pressed button means that text is being selected or something dragged.
      last = { x: event.clientX, y: event.clientY, at: event.timeStamp, alt: event.altKey };
      soon();
    }
  };
  const pressed = (event: PointerEvent): void => {
    if (to.isCard(event.target)) return;
    down = { x: event.clientX, y: event.clientY, at: event.timeStamp };
    // A finger may be about to scroll: what it means is known when it is lifted.
    if (event.pointerType !== 'touch') to.pressed(to.markAt(event.clientX, event.clientY));
  };
  const lifted = (event: PointerEvent): void => {
    const from = down;
    down = null;
    const meant = event.pointerType === 'touch' || (to.clicks() && event.button === 0);
    if (!meant || !from || to.isCard(event.target)) return;
    const way = Math.hypot(event.clientX - from.x, event.clientY - from.y);
    if (way > TAP_MOVE || event.timeStamp - from.at > TAP_TIME) return;
    // An event that is over has no path any more.
    const target = event.composedPath()[0] ?? event.target;
    const own = !(target instanceof Element) || target.closest(PAGES_OWN) !== null;
    to.tapped(own ? null : to.markAt(event.clientX, event.clientY), event.clientX, event.clientY);
  };
  listen('pointermove', moved);
  // The page moves away under a pointer that rests.
  listen('scroll', () => {
    if (!last) return;
    last.at = performance.now();
    soon();
  });
  listen('pointerout', (event) => {
    if (event.relatedTarget !== null || event.pointerType === 'touch') return;
    forget();
    to.over(null, event.clientX, event.clientY, event.timeStamp, false);
  });
  listen('pointerdown', pressed);
  listen('pointercancel', () => {
    down = null;
  });
  listen('pointerup', lifted);
  listen('keydown', (event) => {
    if (event.key === 'Alt') {
      // Pressed on a mark where the pointer rests already.
      if (last) last = { ...last, at: event.timeStamp, alt: true };
      soon();
    } else if (!to.isCard(event.target) && event.key !== 'Escape') to.typed();
  });
  signal.addEventListener('abort', forget);
  return (before) => {
    for (const event of before) {
      if (event.type === 'pointerdown') pressed(event);
      else if (event.type === 'pointerup') lifted(event);
      else {
        moved(event);
        look();
      }
    }
  };
}
