// Listens to the reader's pointer and turns it into: on this mark, in the card, pressed elsewhere, tapped on this mark.

/** A tap is shorter than this (ms); longer is the browser's own long press. */
const TAP_TIME = 450;
/** and moves less than this (px). */
const TAP_MOVE = 12;

export interface PointerTargets<M> {
  /** The mark at a point of the window, or null. */
  markAt(x: number, y: number): M | null;
  /** Is this event's target our own card? */
  isCard(target: EventTarget | null): boolean;
  over(mark: M | null, x: number, y: number): void;
  inCard(): void;
  /** A button went down outside the card. */
  pressed(mark: M | null): void;
  tapped(mark: M | null, x: number, y: number): void;
  /** A key that may be typing. */
  typed(): void;
}

/** What a tap on is for the page itself: a link is followed, a field is filled in. */
const PAGES_OWN = 'a[href],button,input,select,textarea,label,summary,[role=button],[onclick]';

/** Starts listening, until the signal stops it. Events that a script of the page made up do not count. */
export function watchPointer<M>(window: Window, to: PointerTargets<M>, signal: AbortSignal): void {
  let last: { x: number; y: number } | null = null;
  let frame: number | null = null;
  let down: { x: number; y: number; at: number } | null = null;

  const look = (): void => {
    frame = null;
    if (last) to.over(to.markAt(last.x, last.y), last.x, last.y);
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

  listen('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    if (to.isCard(event.target)) {
      forget();
      to.inCard();
    } else if (event.buttons === 0) {
      // A pressed button means that text is being selected or something dragged.
      last = { x: event.clientX, y: event.clientY };
      soon();
    }
  });
  // The page moves away under a pointer that rests.
  listen('scroll', () => last && soon());
  listen('pointerout', (event) => {
    if (event.relatedTarget !== null || event.pointerType === 'touch') return;
    forget();
    to.over(null, event.clientX, event.clientY);
  });
  listen('pointerdown', (event) => {
    if (to.isCard(event.target)) return;
    down = { x: event.clientX, y: event.clientY, at: event.timeStamp };
    // A finger may be about to scroll: what it means is known when it is lifted.
    if (event.pointerType !== 'touch') to.pressed(to.markAt(event.clientX, event.clientY));
  });
  listen('pointercancel', () => {
    down = null;
  });
  listen('pointerup', (event) => {
    const from = down;
    down = null;
    if (event.pointerType !== 'touch' || !from || to.isCard(event.target)) return;
    const moved = Math.hypot(event.clientX - from.x, event.clientY - from.y);
    if (moved > TAP_MOVE || event.timeStamp - from.at > TAP_TIME) return;
    const target = event.composedPath()[0];
    const own = target instanceof Element && target.closest(PAGES_OWN) !== null;
    to.tapped(own ? null : to.markAt(event.clientX, event.clientY), event.clientX, event.clientY);
  });
  listen('keydown', (event) => {
    if (!to.isCard(event.target) && event.key !== 'Escape') to.typed();
  });
  signal.addEventListener('abort', forget);
}
