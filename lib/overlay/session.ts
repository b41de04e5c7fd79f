// One run of the overlay on one page: reads, marks, follows changes, answers, and stops without a trace.
import type { Detector } from '../detect/detect';
import type { PageSummary } from '../messages/map';
import type { Changes } from '../page/changes';
import { watchFirstSign } from '../page/first-sign';
import { rectsOf } from '../page/geometry';
import { markAt } from '../page/hit';
import { liveLook } from '../page/look';
import { Painter } from '../page/paint';
import { PageText } from '../page/reading';
import { type Watch, watchPage } from '../page/watch';
import { Marking } from './marking';
import type { Mark } from './marks';
import type { CardSide, PageSide, Ports, Started } from './model';
import { Reader, type ReadPage } from './reader';
import { afterFrame, inSlices, Stopped, slices, whenSeen } from './slices';

/** Longest text that is read, in UTF-16 units. */
const CAP = 20_000_000;
/** Changes of the page are gathered for this long (ms) before they are read. */
const SETTLE = 200;
/** Reading changes takes at most this share of the time, so that all of ours takes 2 %: the wait grows with what the last reading cost. */
const SHARE = 0.012;
/** Least time (ms) between two reports of a page that goes on changing. */
const TELL_EVERY = 1000;
/** Longest wait (ms) of a reader who asks for the next mark of a page that is still being read. */
const PATIENCE = 1500;
/** How often (ms) the marks are checked against a page that takes them away, and the extension for being there. */
const CHECK_EVERY = 1000;

export type Win = Window & typeof globalThis;

export class Session {
  readonly #abort = new AbortController();
  readonly #roots = new Set<ShadowRoot>();
  readonly #painter: Painter<Mark>;
  readonly #pageSide: PageSide;
  /** The card's script, once it was wanted. */
  #cards: CardSide | null = null;
  #loading: Promise<CardSide | null> | null = null;
  readonly #marking: Marking;
  readonly #reader: Reader;
  readonly #text: PageText;
  readonly #watch: Watch;
  #wish: Pick<Started, 'wishes' | 'words'>;
  #state: PageSummary['state'] = 'reading';
  #anyway = false;
  #progress = 0;
  #relevance: ReadPage['relevance'] | null = null;
  #title: string;
  #timer: number | undefined;
  /** When changes may be read again, in ms since 1970. */
  #free = 0;
  #saying: number | undefined;
  #said = '';
  /** The page as it stood when it was first read was reported. */
  #told = false;
  /** The address changed since the page was judged. */
  #stale = false;
  #busy: Promise<void> = Promise.resolve();
  /** Readings that are asked for and not done. */
  #working = 0;

  readonly #window: Win;
  readonly #ports: Ports;

  constructor(window: Win, ports: Ports, start: Started, detector: Detector) {
    this.#window = window;
    this.#ports = ports;
    const { document } = window;
    const { signal } = this.#abort;
    this.#title = document.title;
    const { own } = ports;
    const host = own ? '' : window.location.hostname;
    const isOurs = (node: Node): boolean =>
      (this.#cards?.isCard(node) ?? false) || (own?.isTool(node) ?? false);
    this.#wish = start;
    this.#marking = new Marking(start, host);
    this.#pageSide = this.#sideForCard();
    this.#watchFirst();
    this.#text = new PageText(document, {
      look: liveLook(window),
      isOurs,
      cap: CAP,
      onShadow: (root) => this.#addRoot(root),
    });
    const { markStyle } = start.wishes;
    this.#painter = new Painter<Mark>(window, (el) => this.#text.blocksOf(el), markStyle);
    const about = {
      title: () => document.title,
      host,
      isOurs,
      inView: () =>
        window.scrollY < window.innerHeight
          ? null
          : document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 3),
    };
    this.#reader = new Reader(this.#text, detector, about, this.#marking.marks);
    const changed = (): void => this.#later(SETTLE);
    this.#watch = watchPage(document, isOurs, { changed, moved: () => this.#moved() }, signal);
    window.setTimeout(() => this.#check(), CHECK_EVERY);
    this.#enqueue(() => this.#readAll());
  }

  get stopped(): boolean {
    return this.#abort.signal.aborted;
  }

  /** Something that has changed is still to be read. */
  get behind(): boolean {
    return this.#state !== 'done' || this.#timer !== undefined || this.#working > 0;
  }

  get shown(): readonly Mark[] {
    return this.#marking.shown;
  }

  /** Resolves once everything asked for so far has been read and marked. */
  settled(): Promise<void> {
    return this.#busy;
  }

  summary(): PageSummary {
    return this.#marking.summary({
      state: this.stopped ? 'off' : this.#state,
      title: this.#window.document.title,
      relevance: this.#relevance,
      anyway: this.#anyway,
      progress: this.#progress,
      cut: this.#text.cut,
      cap: CAP,
    });
  }

  /** Marks the page at the reader's wish, though it does not look like one of the field. */
  async markAnyway(): Promise<PageSummary> {
    this.#anyway = true;
    this.#enqueue(() => this.#judge());
    await this.#busy;
    return this.summary();
  }

  /** The reader's wishes have changed. */
  wish(wish: Pick<Started, 'wishes' | 'words'>): void {
    this.#wish = wish;
    this.#marking.wish(wish.wishes);
    this.#painter.restyle(wish.wishes.markStyle);
    this.#show();
  }

  /** The card's script, which the side panel asks for its list too; null where it did not come. */
  cards(): Promise<CardSide | null> {
    return this.#loadCards();
  }

  /** Goes to the next mark in view order and opens its card; false where there is none. */
  async next(backwards: boolean): Promise<boolean> {
    if (this.#marking.shown.length === 0 && this.#state === 'reading') {
      const enough = new Promise((resolve) => this.#window.setTimeout(resolve, PATIENCE));
      await Promise.race([this.settled(), enough]);
    }
    if (this.#marking.shown.length === 0) return false;
    return (await this.#loadCards())?.next(backwards) ?? false;
  }

  stop(): void {
    if (this.stopped) return;
    this.#abort.abort();
    this.#window.clearTimeout(this.#timer);
    this.#cards?.stop();
    this.#painter.remove();
    this.#marking.clear();
  }

  #sideForCard(): PageSide {
    return {
      window: this.#window,
      ports: this.#ports.card,
      marked: this.#marking,
      blocks: () => this.#text.blocks,
      signal: this.#abort.signal,
      wishes: () => this.#wish.wishes,
      words: () => this.#wish.words,
      markAt: (x, y) =>
        // What is not painted does not answer to the pointer.
        this.#wish.wishes.markStyle === 'none'
          ? null
          : markAt(this.#window.document, x, y, (node) => this.#marking.marksIn(node), [
              ...this.#roots,
            ]),
      rectsOf,
      current: (mark) => this.#painter.current(mark),
      sift: () => this.#show(),
    };
  }

  /** Until the card's script is there, only the first sign that it is wanted is listened for. */
  #watchFirst(): void {
    const until = new AbortController();
    this.#abort.signal.addEventListener('abort', () => until.abort());
    const signs = watchFirstSign(
      this.#window,
      this.#pageSide.markAt,
      () => this.#wish.wishes.cardWhen,
      async () => {
        const cards = await this.#loadCards();
        if (!cards || until.signal.aborted) return;
        const seen = [...signs];
        until.abort();
        cards.heed(seen);
      },
      until.signal,
    );
  }

  #loadCards(): Promise<CardSide | null> {
    this.#loading ??= this.#ports.loadCard().then((made) => {
      if (this.stopped) return null;
      if (made.ok) this.#cards = made.answer(this.#pageSide);
      else console.error('Evidence Overlay: the card could not be loaded:', made.reason);
      if (!made.ok) this.#loading = null;
      return this.#cards;
    });
    return this.#loading;
  }

  async #readAll(): Promise<void> {
    const turn = slices(this.#abort.signal);
    this.#report();
    await this.#reader.readAll(turn, this.#anyway, {
      early: (part) => this.#take(part),
      progress: (share) => {
        this.#progress = share;
      },
    });
    await this.#judge(turn);
  }

  async #judge(turn = slices(this.#abort.signal)): Promise<void> {
    this.#stale = false;
    this.#title = this.#window.document.title;
    const read = await this.#reader.result(turn, this.#anyway);
    this.#progress = 1;
    this.#state = 'done';
    this.#take(read);
  }

  #take(read: ReadPage): void {
    this.#relevance = read.relevance;
    this.#marking.take(read.marks);
    this.#show();
  }

  #show(): void {
    if (this.stopped) return;
    this.#marking.sift();
    this.#painter.show(this.#marking.shown);
    this.#cards?.marksChanged();
    // Counting many marks takes as long as painting them: the page gets its turn between.
    if (this.#state !== 'done') return;
    this.#saying ??= this.#window.setTimeout(() => this.#report(), this.#told ? TELL_EVERY : 0);
    this.#told = true;
  }

  async #readChanges(): Promise<void> {
    const turn = slices(this.#abort.signal);
    const changes: Changes = this.#watch.take();
    if (changes.looks) {
      const marked = new Set(this.#marking.shown.map((mark) => mark.block));
      await inSlices(this.#text.lookAgain(marked, changes), turn);
      this.#painter.regroundIfChanged();
    }
    const news = await this.#reader.readChanged(changes, turn, this.#anyway);
    if (news || this.#stale || this.#title !== this.#window.document.title) await this.#judge(turn);
    this.#later(0, turn.spent() / (this.#ports.own?.share ?? SHARE));
  }

  /** Reads changes after a while; not before the last reading has been paid off. */
  #later(after: number, owed = 0): void {
    if (owed > 0) this.#free = Date.now() + owed;
    if (after === 0 || this.#timer !== undefined || this.stopped) return;
    this.#timer = this.#window.setTimeout(
      () => {
        this.#timer = undefined;
        this.#enqueue(() => this.#readChanges());
      },
      Math.max(after, this.#free - Date.now()),
    );
  }

  #moved(): void {
    this.#anyway = false;
    this.#cards?.close();
    this.#marking.forgetHere();
    // Another page: judged anew, even where its text is the same, and not made to wait for what the last one cost.
    this.#stale = true;
    this.#state = 'reading';
    this.#free = 0;
    this.#window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#later(SETTLE);
  }

  #addRoot(root: ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#painter.style(root);
    this.#watch.add(root);
  }

  #check(): void {
    if (this.stopped) return;
    if (!this.#ports.alive()) {
      this.stop();
      return;
    }
    this.#painter.check();
    for (const root of this.#roots) if (!root.host.isConnected) this.#roots.delete(root);
    this.#window.setTimeout(() => this.#check(), CHECK_EVERY);
  }

  #report(): void {
    this.#saying = undefined;
    if (this.stopped) return;
    const summary = this.summary();
    const said = JSON.stringify(summary);
    if (said !== this.#said) this.#ports.report(summary);
    this.#said = said;
  }

  /** One thing at a time; a page in the background waits. */
  #enqueue(work: () => Promise<void>): void {
    this.#working++;
    this.#busy = this.#busy.then(async () => {
      try {
        await whenSeen(this.#window.document, this.#abort.signal);
        await afterFrame(this.#window);
        if (!this.stopped) await work();
      } catch (error) {
        // One reading that failed must not end all that come after it.
        if (!(error instanceof Stopped)) console.error(error);
      } finally {
        this.#working--;
      }
    });
  }
}
