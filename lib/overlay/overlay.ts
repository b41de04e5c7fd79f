// The overlay of one frame: starts a session where the reader wants it, answers for it, and can be turned off and on.
import type { Detector } from '../detect/detect';
import type { MentionAsk, MentionList, PageSummary, Went } from '../messages/map';
import { say } from '../words/words';
import type { Mark } from './marks';
import type { CardSide, Outcome, Ports, Started } from './model';
import { Session, type Win } from './session';
import { inSlices, type Slices, slices, whenSeen } from './slices';

/** Waits (ms) before the start is asked for again: the background may be waking up or filling its database. */
const AGAIN_AFTER = [500, 2000, 8000];

const noMark = () => ({ ok: false, reason: say('There is no mark on this page.') }) as const;

export class Overlay {
  #session: Session | null = null;
  #starting = 0;

  readonly #window: Win;
  readonly #ports: Ports;
  readonly #detectorFor: (start: Started) => Generator<void, Detector>;

  constructor(
    window: Win,
    ports: Ports,
    detectorFor: (start: Started) => Generator<void, Detector>,
  ) {
    this.#window = window;
    this.#ports = ports;
    this.#detectorFor = detectorFor;
  }

  /** Asks whether this page is to be marked, and with what; then begins. */
  async start(): Promise<void> {
    const turn = ++this.#starting;
    // Begun before the answer is there, so that taking it in and unpacking it are two turns of the page.
    const pace = slices(new AbortController().signal);
    // A tab in the background asks for nothing until it is looked at.
    await whenSeen(this.#window.document, new AbortController().signal);
    for (const wait of [0, ...AGAIN_AFTER]) {
      if (wait > 0) await new Promise((resolve) => this.#window.setTimeout(resolve, wait));
      if (turn !== this.#starting || !this.#ports.alive()) return;
      const start = await this.#ports.start();
      if (turn !== this.#starting) return;
      if (!start.ok) continue;
      if (start.answer.on) await this.#begin(start.answer, turn, pace);
      return;
    }
  }

  /** Starts unless a session is running. */
  async again(): Promise<void> {
    if (!this.#session || this.#session.stopped) await this.start();
  }

  /** Stops marking; nothing of ours is left in the page. */
  stop(): void {
    this.#starting++;
    this.#session?.stop();
  }

  async turn(on: boolean): Promise<Outcome> {
    if (on) await this.again();
    else {
      this.stop();
      this.#ports.report(this.summary());
    }
    return { ok: true };
  }

  summary(): PageSummary {
    return this.#session?.summary() ?? OFF(this.#window.document.title);
  }

  async markAnyway(): Promise<PageSummary> {
    return this.#session && !this.#session.stopped ? this.#session.markAnyway() : this.summary();
  }

  async wish(wish: Pick<Started, 'wishes' | 'words'>): Promise<Outcome> {
    if (!this.#session?.stopped) this.#session?.wish(wish);
    return { ok: true };
  }

  /** Something on the page is still to be read. */
  get behind(): boolean {
    return this.#session?.behind ?? true;
  }

  /** The marks that are shown, in document order. */
  get shown(): readonly Mark[] {
    return this.#session?.shown ?? [];
  }

  /** Marks for the side panel's list, once the card's script is there. */
  async mentions(ask: MentionAsk): Promise<MentionList> {
    return (await this.#cards())?.mentions(ask) ?? { total: 0, mentions: [] };
  }

  async go(to: string): Promise<Went> {
    return (await this.#cards())?.go(to) ?? noMark();
  }

  async next(backwards: boolean): Promise<Outcome> {
    const went = this.#session && !this.#session.stopped && (await this.#session.next(backwards));
    return went ? { ok: true } : noMark();
  }

  async #cards(): Promise<CardSide | null> {
    return this.#session && !this.#session.stopped ? this.#session.cards() : null;
  }

  async #begin(start: Started, turn: number, pace: Slices): Promise<void> {
    this.#session?.stop();
    const detector = await inSlices(this.#detectorFor(start), pace);
    if (turn === this.#starting)
      this.#session = new Session(this.#window, this.#ports, start, detector);
  }
}

const OFF = (title: string): PageSummary => ({
  state: 'off',
  title,
  relevance: null,
  kind: 'page',
  anyway: false,
  progress: 0,
  topics: [],
  leftOut: null,
});
