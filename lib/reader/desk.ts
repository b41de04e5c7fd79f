// The files that were opened in this page of the reader: one is shown at a time, the others wait with the place the reader left them at.
import { say } from '../words/words';
import type { AskPassword, FileView, Opened, Spot } from './model';

export interface FileOnDesk {
  readonly id: number;
  readonly name: string;
  readonly state: 'waiting' | 'opening' | 'open' | 'failed';
  /** Why it was not opened, in sentences. */
  readonly reason: string | null;
}

/** The reader is asked for the password of a file. */
export interface PasswordAsk {
  readonly name: string;
  /** The one given before did not fit. */
  readonly again: boolean;
  answer(password: string | null): void;
}

/** A file as it came: from the dialog, by dropping, or fetched at the reader's wish. */
export interface Source {
  readonly name: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

export interface DeskDoors {
  /** Opens a file in the page. Never throws for what a file may hold. */
  open(name: string, data: Uint8Array<ArrayBuffer>, ask: AskPassword): Promise<Opened>;
  /** A file is shown, or none any more: marking begins or ends. */
  shown(view: FileView | null): void;
  /** It was opened, and is where it was left before. */
  opened(file: { readonly name: string; readonly hash: string }, view: FileView): void;
  /** Spots by the hash of a file. */
  keepSpot(hash: string, spot: Spot): void;
  spotOf(hash: string): Promise<Spot | null>;
}

interface Item {
  readonly id: number;
  readonly source: Source;
  state: FileOnDesk['state'];
  reason: string | null;
  hash: string | null;
}

export class Desk {
  /** The file that is shown; null where none is. */
  view: FileView | null = null;
  /** Its id; also while it is being opened or could not be. */
  current: number | null = null;
  password: PasswordAsk | null = null;
  readonly #items: Item[] = [];
  readonly #doors: DeskDoors;
  readonly #changed: () => void;
  #last = 0;
  #turn = 0;

  constructor(doors: DeskDoors, changed: () => void) {
    this.#doors = doors;
    this.#changed = changed;
  }

  get files(): readonly FileOnDesk[] {
    return this.#items.map(({ id, source, state, reason }) => ({
      id,
      name: source.name,
      state,
      reason,
    }));
  }

  /** Puts files on the desk and shows the first of them. */
  add(sources: readonly Source[]): void {
    const items = sources.map((source): Item => {
      this.#last++;
      return { id: this.#last, source, state: 'waiting', reason: null, hash: null };
    });
    this.#items.push(...items);
    if (items[0]) void this.show(items[0].id);
  }

  async show(id: number): Promise<void> {
    const item = this.#items.find((one) => one.id === id);
    if (!item || (id === this.current && item.state === 'open')) return;
    this.#leave();
    const turn = ++this.#turn;
    this.current = id;
    item.state = 'opening';
    item.reason = null;
    this.#changed();
    const opened = await this.#open(item, turn);
    if (turn !== this.#turn) {
      if (opened.ok) opened.view.close();
      if (item.state === 'opening') item.state = 'waiting';
      return;
    }
    this.password = null;
    if (opened.ok) {
      item.state = 'open';
      this.view = opened.view;
      this.view.onChange(this.#changed);
      const { hash } = item;
      const spot = hash === null ? null : await this.#doors.spotOf(hash);
      if (turn !== this.#turn) return;
      if (spot) {
        if (spot.zoom !== opened.view.state().zoom) opened.view.setZoom(spot.zoom);
        opened.view.goToPosition(spot.position);
      }
      if (hash !== null) this.#doors.opened({ name: item.source.name, hash }, opened.view);
      this.#doors.shown(opened.view);
    } else {
      item.state = 'failed';
      item.reason = opened.reason;
    }
    this.#changed();
  }

  /** Takes a file off the desk; the one before it is shown. */
  remove(id: number): void {
    const at = this.#items.findIndex((item) => item.id === id);
    if (at < 0) return;
    if (id === this.current) this.#leave();
    this.#items.splice(at, 1);
    if (id === this.current) {
      this.#turn++;
      this.current = null;
      const next = this.#items[Math.max(0, at - 1)];
      if (next) void this.show(next.id);
    }
    this.#changed();
  }

  /** Keeps the spot the reader is at in the file shown. */
  keepSpot(): void {
    const hash = this.#items.find(({ id }) => id === this.current)?.hash;
    const { view } = this;
    if (view && hash)
      this.#doors.keepSpot(hash, { position: view.position(), zoom: view.state().zoom });
  }

  #leave(): void {
    this.keepSpot();
    this.password?.answer(null);
    this.password = null;
    const item = this.#items.find(({ id }) => id === this.current);
    if (item?.state === 'open') item.state = 'waiting';
    if (!this.view) return;
    this.#doors.shown(null);
    this.view.close();
    this.view = null;
  }

  async #open(item: Item, turn: number): Promise<Opened> {
    const { name } = item.source;
    let data: Uint8Array<ArrayBuffer>;
    try {
      data = await item.source.read();
      item.hash = await hashOf(data);
    } catch {
      return {
        ok: false,
        reason: say(
          'This file can no longer be read: it was moved, renamed or changed since it was chosen. Choose it again.',
        ),
      };
    }
    return this.#doors.open(
      name,
      data,
      (again) =>
        new Promise((resolve) => {
          if (turn !== this.#turn) {
            resolve(null);
            return;
          }
          const answer = (password: string | null) => {
            this.password = null;
            this.#changed();
            resolve(password);
          };
          this.password = { name, again, answer };
          this.#changed();
        }),
    );
  }
}

async function hashOf(data: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
