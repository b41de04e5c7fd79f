// Decides from pointer moves when a reader means a mark. Pure: time comes in by a clock that tests can turn.

/** The evidence is asked for after the pointer has been on a mark for this long (ms): long enough to skip travel across it. */
export const ASK_AFTER = 150;
/** The card opens after this long (ms); whether or not the answer was there at once, the wait feels the same. */
export const OPEN_AFTER = 500;
/** The card closes this long (ms) after the pointer left both mark and card: time to travel over the gap between. */
export const CLOSE_AFTER = 300;
/** A pointer that moves further than this (px) inside a mark has not come to rest; a trembling hand stays within. */
export const REST_RADIUS = 14;

export interface Clock {
  set(run: () => void, after: number): number;
  clear(timer: number): void;
}

export interface IntentActions<M> {
  ask(mark: M): void;
  open(mark: M, x: number, y: number): void;
  close(): void;
}

export class Intent<M> {
  private over: M | null = null;
  private inCard = false;
  private shown: M | null = null;
  /** The card stays until it is closed on purpose: kept open, or used by keyboard. */
  private held = false;
  /** Closed on purpose with the pointer still on it: not opened again until the pointer has been elsewhere. */
  private refused: M | null = null;
  private rest: { x: number; y: number } = { x: 0, y: 0 };
  private asking: number | undefined;
  private opening: number | undefined;
  private closing: number | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly act: IntentActions<M>,
  ) {}

  /** The pointer is at a point of the page, on a mark or on none. */
  move(mark: M | null, x: number, y: number): void {
    this.inCard = false;
    if (mark !== this.refused) this.refused = null;
    if (mark !== this.over) {
      this.cancel();
      this.over = mark;
      if (mark) this.begin(mark, x, y);
    } else if (this.opening !== undefined && mark) {
      if (Math.hypot(x - this.rest.x, y - this.rest.y) > REST_RADIUS) this.begin(mark, x, y);
    }
    this.leaveOrStay();
  }

  /** The pointer is in the card. */
  moveInCard(): void {
    this.cancel();
    this.over = null;
    this.refused = null;
    this.inCard = true;
    this.leaveOrStay();
  }

  /** The reader is doing something else: pressing, typing, selecting. A card that is open stays. */
  cancel(): void {
    this.asking = this.stop(this.asking);
    this.opening = this.stop(this.opening);
    this.over = null;
  }

  /** A card was opened, by whatever way. */
  opened(mark: M, held: boolean): void {
    this.asking = this.stop(this.asking);
    this.opening = this.stop(this.opening);
    this.closing = this.stop(this.closing);
    this.shown = mark;
    this.held = held;
  }

  hold(held: boolean): void {
    this.held = held;
    this.leaveOrStay();
  }

  /** The card was closed on purpose. */
  closed(): void {
    this.closing = this.stop(this.closing);
    this.refused = this.over ?? this.shown;
    this.shown = null;
    this.held = false;
    this.inCard = false;
  }

  private begin(mark: M, x: number, y: number): void {
    this.asking = this.stop(this.asking);
    this.opening = this.stop(this.opening);
    if (mark === this.shown || mark === this.refused || (this.shown && this.held)) return;
    this.rest = { x, y };
    this.asking = this.clock.set(() => {
      this.asking = undefined;
      this.act.ask(mark);
    }, ASK_AFTER);
    this.opening = this.clock.set(() => {
      this.opening = undefined;
      this.act.open(mark, x, y);
    }, OPEN_AFTER);
  }

  private leaveOrStay(): void {
    if (!this.shown || this.held || this.inCard || this.over === this.shown) {
      this.closing = this.stop(this.closing);
      return;
    }
    this.closing ??= this.clock.set(() => {
      this.closing = undefined;
      this.shown = null;
      this.act.close();
    }, CLOSE_AFTER);
  }

  private stop(timer: number | undefined): undefined {
    if (timer !== undefined) this.clock.clear(timer);
    return undefined;
  }
}
