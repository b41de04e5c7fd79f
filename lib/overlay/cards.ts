// The card's side of the overlay: opens and closes the one card, for the mark under the pointer, tapped on, or reached by keyboard.
import type { MentionAsk, MentionList, Went } from '../messages/map';
import { clipped } from '../page/clip';
import { anchorBox } from '../page/geometry';
import { ASK_AFTER, Intent } from '../page/intent';
import { watchPointer } from '../page/pointer';
import { keepPlace, type ReaderPlace } from '../page/reader-place';
import { phrase, say, speak } from '../words/words';
import { EvidenceDesk } from './evidence';
import { Listing } from './listing';
import type { Mark } from './marks';
import type { Card, CardActions, CardPorts, CardSide, Opened, PageSide } from './model';
import { nextOf } from './steps';
import { describe, elsewhere, ruleOut, undoRuleOut } from './telling';

/** How long a mark that was jumped to is off, and on before that, in ms: once, so that the eye finds it. */
const FLASH = 175;

const NO_MARK = phrase('There is no mark on this page.');
const GONE = phrase('These words are no longer marked on the page.');
const FOLDED = phrase(
  'This part of the page is folded away. Unfold it on the page, then choose the mention again.',
);

export class Cards implements CardSide {
  current: Mark | null = null;
  #how: Opened = 'pointer';
  #keptOpen = false;
  #dismissed: Mark | null = null;
  #last: Mark | null = null;
  /** Late answers for an earlier opening are dropped by this. */
  #token = 0;
  #place: ReaderPlace | null = null;
  readonly #intent: Intent<Mark>;
  readonly #desk: EvidenceDesk;
  readonly heed: CardSide['heed'];
  #words: unknown = null;

  readonly #page: PageSide;
  readonly #ports: CardPorts;
  readonly #card: Card;
  readonly #listing = new Listing();

  constructor(page: PageSide, card: Card, ports: CardPorts) {
    this.#page = page;
    this.#ports = { ...ports, ...page.ports };
    this.#card = card;
    const { window } = page;
    this.#desk = new EvidenceDesk(this.#ports, () => Date.now());
    this.#intent = new Intent<Mark>(
      {
        now: () => window.performance.now(),
        set: (run, after) => window.setTimeout(run, after),
        clear: (timer) => window.clearTimeout(timer),
      },
      {
        ask: (mark) => this.#desk.ask(mark.topic),
        open: (mark, x, y) => this.#open(mark, 'pointer', { x, y }),
        close: () => this.close(),
      },
      () => this.#openAfter(),
    );
    this.heed = this.#listen();
  }

  isCard(target: unknown): boolean {
    return target === this.#card.element;
  }

  mentions(ask: MentionAsk): MentionList {
    return this.#listing.list(ask, this.#page.marked, this.#page.blocks());
  }

  go(to: string): Went {
    const { marked, rectsOf } = this.#page;
    if (to === 'none') this.#closeAndReturn();
    const steps = to === 'next' || to === 'previous';
    const mark = steps ? this.#next(to === 'previous') : this.#listing.find(to, marked);
    if (!mark) return { ok: false, reason: say(steps ? NO_MARK : GONE) };
    if (rectsOf(mark.place).length === 0) return { ok: false, reason: say(FOLDED) };
    this.#goTo(mark);
    const at = marked.shown.indexOf(mark) + 1;
    return { ok: true, id: this.#listing.nameOf(mark), at, of: marked.shown.length };
  }

  next(backwards: boolean): boolean {
    const mark = this.#next(backwards);
    if (mark) this.#goTo(mark);
    return mark !== null;
  }

  #next(backwards: boolean): Mark | null {
    const { marked, window, rectsOf } = this.#page;
    return nextOf(marked.shown, this.current ?? this.#visited(), backwards, window, rectsOf);
  }

  /** The mark that the keyboard came to last, while it is in the window: a card that was closed is no reason to start again. */
  #visited(): Mark | null {
    const box = this.#last && this.#page.rectsOf(this.#last.place)[0];
    return box && box.bottom > 0 && box.top < this.#page.window.innerHeight ? this.#last : null;
  }

  close(): void {
    this.#token++;
    if (!this.current) return;
    this.current = null;
    this.#place = null;
    this.#intent.closed();
    this.#card.close();
    this.#page.current(null);
  }

  /** A mark that is no longer on the page takes its card along, unless the reader keeps it open or is in it. */
  marksChanged(): void {
    const mark = this.current;
    if (!mark || this.#keptOpen || this.#how !== 'pointer' || mark === this.#dismissed) return;
    if (!this.#page.marked.shown.includes(mark)) this.close();
  }

  stop(): void {
    this.close();
    this.#intent.cancel();
    this.#card.remove();
  }

  #open(mark: Mark, how: Opened, point?: { x: number; y: number }): void {
    const token = ++this.#token;
    const asked = this.#desk.ask(mark.topic);
    const page = this.#page;
    const card = this.#card;
    if (how === 'keyboard') {
      this.#place ??= keepPlace(page.window.document, mark.place);
      this.#last = mark;
    }
    this.current = mark;
    this.#how = how;
    this.#keptOpen = false;
    this.#dismissed = null;
    this.#intent.opened(mark, how !== 'pointer');
    page.current(mark);
    const words = page.words();
    // This script has its own copy of what is said in which language.
    if (words !== this.#words) speak(words);
    this.#words = words;
    card.open({
      mention: describe(page.marked, mark),
      evidence: asked.now,
      anchor: {
        box: () => clipped(anchorBox(page.rectsOf(mark.place), point?.x, point?.y), mark.element),
        element: mark.element,
      },
      how,
      actions: this.#actions(mark),
    });
    if (asked.now.state === 'loading')
      asked.answer.then((evidence) => {
        if (token === this.#token) card.show(evidence);
      });
  }

  /** Closes the card and returns the focus to where the reader was. */
  #closeAndReturn(): void {
    const place = this.#place;
    this.close();
    place?.back();
  }

  #actions(mark: Mark): CardActions {
    const page = this.#page;
    return {
      close: () => this.#closeAndReturn(),
      openMatrix: (path) => this.#ports.openMatrix(path),
      retry: () => this.#open(mark, this.#how),
      goElsewhere: () => {
        const other = elsewhere(page.marked, mark);
        if (other) this.#goTo(other);
      },
      keepOpen: (on) => {
        this.#keptOpen = on;
        this.#intent.hold(on || this.#how !== 'pointer');
      },
      dismiss: (scope) => {
        // The card stays for its "Undo", though its mark goes.
        this.#dismissed = mark;
        return ruleOut(page.marked, this.#ports, mark, scope).finally(() => page.sift());
      },
      undoDismiss: (scope) =>
        undoRuleOut(page.marked, this.#ports, mark, scope).finally(() => page.sift()),
    };
  }

  /** Brings a mark into view and opens its card with the focus inside. */
  #goTo(mark: Mark): void {
    const { window, rectsOf, current } = this.#page;
    const parent = mark.place.startContainer.parentElement ?? mark.element;
    const before = keepPlace(window.document, mark.place);
    parent.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const box = anchorBox(rectsOf(mark.place));
    const height = window.innerHeight;
    if (box && (box.top < 0 || box.bottom > height))
      window.scrollBy({ top: box.top - height / 3, behavior: 'instant' });
    this.#place ??= before;
    this.#open(mark, 'keyboard');
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const token = this.#token;
    const later = (show: Mark | null, then?: () => void) =>
      window.setTimeout(() => {
        if (token !== this.#token) return;
        current(show);
        then?.();
      }, FLASH);
    later(null, () => later(mark));
  }

  #listen(): CardSide['heed'] {
    const page = this.#page;
    const intent = this.#intent;
    // First in line, so that one Escape closes one thing: the card, and not the page's dialog under it.
    page.window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !event.isTrusted || !this.current) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        this.#closeAndReturn();
      },
      { capture: true, signal: page.signal },
    );
    return watchPointer<Mark>(
      page.window,
      {
        markAt: page.markAt,
        isCard: (target) => this.isCard(target),
        clicks: () => page.wishes().cardWhen === 'click',
        over: (mark, x, y, at, alt) => {
          const { cardWhen } = page.wishes();
          const meant = cardWhen === 'hover' || (cardWhen === 'alt-hover' && alt);
          // The mark whose card is open keeps it, with or without the key.
          intent.move(meant || mark === this.current ? mark : null, x, y, at);
        },
        inCard: () => intent.moveInCard(),
        pressed: (mark) => {
          intent.cancel();
          if (mark === null || mark !== this.current) this.#pressedElsewhere();
        },
        tapped: (mark, x, y) => {
          if (mark && mark !== this.current) this.#open(mark, 'touch', { x, y });
          else if (!mark) this.#pressedElsewhere();
        },
        typed: () => intent.cancel(),
      },
      page.signal,
    );
  }

  /** With Alt held nobody is just passing by. */
  #openAfter(): number {
    const { cardWhen, cardDelay } = this.#page.wishes();
    return cardWhen === 'alt-hover' ? ASK_AFTER : cardDelay;
  }

  #pressedElsewhere(): void {
    if (!this.#keptOpen) this.close();
  }
}
