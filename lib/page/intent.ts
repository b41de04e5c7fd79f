// Decides from pointer moves when a reader means a mark. Pure: time comes in by a clock that tests can turn.

/** The evidence is asked for after the pointer has been on a mark for this long (ms): long enough to skip travel across it. */
export const ASK_AFTER = 150;
/** The card opens after this long (ms) unless the reader wishes another time; whether or not the answer was there at once, the wait feels the same. */
export const OPEN_AFTER = 500;
/** The card closes this long (ms) after the pointer left both mark and card: time to travel over the gap between. */
export const CLOSE_AFTER = 300;
/** A pointer that moves further than this (px) inside a mark has not come to rest; a trembling hand stays within. */
export const REST_RADIUS = 14;

export interface Clock {
  /** Ms, of the same clock as the times of moves. */
  now(): number;
  set(run: () => void, after: number): number;
  clear(timer: number): void;
}

export interface IntentActions<M> {
  ask(mark: M): void;
  open(mark: M, x: number, y: number): void;
  close(): void;
}

export class Intent<M> {
  #over: M | null = null;
  #inCard = false;
  #shown: M | null = null;
  /** The card stays until it is closed on purpose: kept open, or used by keyboard. */
  #held = false;
  /** Closed on purpose with the pointer still on it: not opened again until the pointer has been elsewhere. */
  #refused: M | null = null;
  #rest: { x: number; y: number } = { x: 0, y: 0 };
  #asking: number | undefined;
  #opening: number | undefined;
  #closing: number | undefined;

  readonly #clock: Clock;
  readonly #act: IntentActions<M>;
  readonly #openAfter: () => number;

  constructor(clock: Clock, act: IntentActions<M>, openAfter = () => OPEN_AFTER) {
    this.#clock = clock;
    this.#act = act;
    this.#openAfter = openAfter;
  }

  /** The pointer is at a point of the page, on a mark or on none; `at`: since when, where that is a while ago. */
  move(mark: M | null, x: number, y: number, at = this.#clock.now()): void {
    this.#inCard = false;
    if (mark !== this.#refused) this.#refused = null;
    if (mark !== this.#over) {
      this.cancel();
      this.#over = mark;
      if (mark) this.#begin(mark, x, y, at);
    } else if (this.#opening !== undefined && mark) {
      if (Math.hypot(x - this.#rest.x, y - this.#rest.y) > REST_RADIUS) this.#begin(mark, x, y, at);
    }
    this.#leaveOrStay();
  }

  /** The pointer is in the card. */
  moveInCard(): void {
    this.cancel();
    this.#over = null;
    this.#refused = null;
    this.#inCard = true;
    this.#leaveOrStay();
  }

  /** The reader is doing something else: pressing, typing, selecting. A card that is open stays. */
  cancel(): void {
    this.#asking = this.#stop(this.#asking);
    this.#opening = this.#stop(this.#opening);
    this.#over = null;
  }

  /** A card was opened, by whatever way. */
  opened(mark: M, held: boolean): void {
    this.#asking = this.#stop(this.#asking);
    this.#opening = this.#stop(this.#opening);
    this.#closing = this.#stop(this.#closing);
    this.#shown = mark;
    this.#held = held;
  }

  hold(held: boolean): void {
    this.#held = held;
    this.#leaveOrStay();
  }

  /** The card was closed on purpose. */
  closed(): void {
    this.#closing = this.#stop(this.#closing);
    this.#refused = this.#over ?? this.#shown;
    this.#shown = null;
    this.#held = false;
    this.#inCard = false;
  }

  #begin(mark: M, x: number, y: number, at: number): void {
    this.#asking = this.#stop(this.#asking);
    this.#opening = this.#stop(this.#opening);
    if (mark === this.#shown || mark === this.#refused || (this.#shown && this.#held)) return;
    this.#rest = { x, y };
    const rested = this.#clock.now() - at;
    this.#asking = this.#clock.set(() => {
      this.#asking = undefined;
      this.#act.ask(mark);
    }, ASK_AFTER - rested);
    this.#opening = this.#clock.set(() => {
      this.#opening = undefined;
      this.#act.open(mark, x, y);
    }, this.#openAfter() - rested);
  }

  #leaveOrStay(): void {
    if (!this.#shown || this.#held || this.#inCard || this.#over === this.#shown) {
      this.#closing = this.#stop(this.#closing);
      return;
    }
    this.#closing ??= this.#clock.set(() => {
      this.#closing = undefined;
      this.#shown = null;
      this.#act.close();
    }, CLOSE_AFTER);
  }

  #stop(timer: number | undefined): undefined {
    if (timer !== undefined) this.#clock.clear(timer);
    return undefined;
  }
}
