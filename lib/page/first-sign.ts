// Waits for the first sign that a reader means a mark. All else about the pointer comes with the card's script,
// so that pages that nobody points at do not carry it.

/** A pointer that has been on a mark for this long (ms) means it: long enough to skip travel across it. */
const MEANT_AFTER = 150;

/**
 * Tells `means` when the pointer rests on a mark (with Alt held, or pressed, where the reader wishes so) or a finger
 * touches one, until the signal stops it.
 * Returns what the pointer did there, kept up to date: first and last move, or the touch. Made-up events do not count.
 */
export function watchFirstSign<M>(
  window: Window,
  markAt: (x: number, y: number) => M | null,
  when: () => 'hover' | 'click' | 'alt-hover',
  means: () => void,
  signal: AbortSignal,
): readonly PointerEvent[] {
  const signs: PointerEvent[] = [];
  let over: M | null = null;
  let timer: number | undefined;
  let waiting = false;
  let last: PointerEvent | null = null;

  const rest = (mark: M | null): void => {
    if (mark === over) return;
    over = mark;
    signs.length = 0;
    window.clearTimeout(timer);
    if (mark) timer = window.setTimeout(means, MEANT_AFTER);
  };
  const leave = (): void => {
    last = null;
    rest(null);
  };
  const look = (): void => {
    waiting = false;
    if (!last) return;
    rest(markAt(last.clientX, last.clientY));
    if (over) signs.splice(1, 1, last);
  };
  const soon = (): void => {
    if (!waiting) window.requestAnimationFrame(look);
    waiting = true;
  };
  const on = <K extends keyof WindowEventMap>(
    type: K,
    heard: (event: WindowEventMap[K]) => void,
  ): void =>
    window.addEventListener(type, (event) => event.isTrusted && heard(event), {
      capture: true,
      passive: true,
      signal,
    });

  on('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    // A pressed button means that text is being selected or something dragged.
    last = event.buttons === 0 ? event : null;
    const meant = when() === 'hover' || (when() === 'alt-hover' && event.altKey);
    if (meant) soon();
    else rest(null);
  });
  on('scroll', () => when() === 'hover' && soon());
  on('pointerout', (event) => event.relatedTarget === null && leave());
  on('keydown', (event) => {
    if (event.key === 'Alt' && when() === 'alt-hover') soon();
    else leave();
  });
  on('pointerdown', (event) => {
    leave();
    const meant = event.pointerType === 'touch' || (when() === 'click' && event.button === 0);
    if (!meant || !markAt(event.clientX, event.clientY)) return;
    signs.push(event);
    means();
  });
  on('pointerup', (event) => signs[0]?.type === 'pointerdown' && signs.push(event));
  on('pointercancel', () => {
    signs.length = 0;
  });
  signal.addEventListener('abort', leave);
  return signs;
}
