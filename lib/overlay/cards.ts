// Opens and closes the one card: for the mark under the pointer, tapped on, or reached by keyboard.
import { anchorBox, rectsOf } from '../page/geometry';
import { Intent } from '../page/intent';
import type { Painter } from '../page/paint';
import { watchPointer } from '../page/pointer';
import { keepPlace, type ReaderPlace } from '../page/reader-place';
import { EvidenceDesk } from './evidence';
import type { Mark } from './marks';
import type { Card, CardActions, CardMention, Opened, Outcome, Ports, Scope } from './model';

/** What the card needs of the page that was read. */
export interface CardPage {
  markAt(x: number, y: number): Mark | null;
  describe(mark: Mark): CardMention;
  /** The next mark elsewhere that includes the topic. */
  elsewhere(mark: Mark): Mark | null;
  dismiss(mark: Mark, scope: Scope): Promise<Outcome>;
  undoDismiss(mark: Mark, scope: Scope): Promise<Outcome>;
}

export class Cards {
  /** The mark whose card is open. */
  current: Mark | null = null;
  private card: Card | null = null;
  private how: Opened = 'pointer';
  private keptOpen = false;
  private dismissed: Mark | null = null;
  /** Late answers for an earlier opening are dropped by this. */
  private token = 0;
  private place: ReaderPlace | null = null;
  private readonly intent: Intent<Mark>;
  private readonly desk: EvidenceDesk;

  constructor(
    private readonly window: Window & typeof globalThis,
    private readonly ports: Ports,
    private readonly painter: Painter<Mark>,
    private readonly page: CardPage,
    private readonly signal: AbortSignal,
  ) {
    this.desk = new EvidenceDesk(ports, () => Date.now());
    this.intent = new Intent<Mark>(
      {
        set: (run, after) => window.setTimeout(run, after),
        clear: (timer) => window.clearTimeout(timer),
      },
      {
        ask: (mark) => this.prepare(mark),
        open: (mark, x, y) => void this.open(mark, 'pointer', { x, y }),
        close: () => this.close(false),
      },
    );
    this.listen();
  }

  isCard(target: unknown): boolean {
    return this.card !== null && target === this.card.element;
  }

  /** Opens the card of a mark; resolves once it stands, false where that failed or something else came first. */
  async open(mark: Mark, how: Opened, point?: { x: number; y: number }): Promise<boolean> {
    const token = ++this.token;
    const asked = this.desk.ask(mark.topic);
    if (how === 'keyboard' && !this.place) this.place = keepPlace(this.window.document, mark.place);
    const card = await this.loadCard();
    if (!card || token !== this.token || this.signal.aborted) return false;
    this.current = mark;
    this.how = how;
    this.keptOpen = false;
    this.dismissed = null;
    this.intent.opened(mark, how === 'keyboard');
    this.painter.current(mark);
    card.open({
      mention: this.page.describe(mark),
      evidence: asked.now,
      anchor: {
        box: () => anchorBox(rectsOf(mark.place), point?.x, point?.y),
        element: mark.element,
      },
      how,
      actions: this.actions(mark),
    });
    if (asked.now.state === 'loading')
      asked.answer.then((evidence) => {
        if (token === this.token) card.show(evidence);
      });
    return true;
  }

  /** Closes the card; `back` returns the focus to where the reader was. */
  close(back: boolean): void {
    this.token++;
    if (!this.current) return;
    this.current = null;
    const place = this.place;
    this.place = null;
    this.intent.closed();
    this.card?.close();
    this.painter.current(null);
    if (back && place) place.back();
  }

  /** A mark that is no longer on the page takes its card along, unless the reader keeps it open or is in it. */
  marksChanged(there: (mark: Mark) => boolean): void {
    const mark = this.current;
    if (!mark || there(mark) || this.keptOpen || this.how !== 'pointer') return;
    if (mark !== this.dismissed) this.close(false);
  }

  stop(): void {
    this.close(false);
    this.intent.cancel();
    this.card?.remove();
    this.card = null;
  }

  /** The pointer has rested for a moment: what the card needs is fetched meanwhile. */
  private prepare(mark: Mark): void {
    this.desk.ask(mark.topic);
    void this.loadCard();
  }

  private async loadCard(): Promise<Card | null> {
    if (this.card) return this.card;
    const made = await this.ports.loadCard();
    if (this.signal.aborted) return null;
    if (made.ok) this.card ??= made.answer();
    else console.error('Evidence Overlay: the card could not be loaded:', made.reason);
    return this.card;
  }

  private actions(mark: Mark): CardActions {
    return {
      close: () => this.close(true),
      openMatrix: (path) => this.ports.openMatrix(path),
      retry: () => void this.open(mark, this.how),
      goElsewhere: () => {
        const other = this.page.elsewhere(mark);
        if (other) void this.goTo(other);
      },
      keepOpen: (on) => {
        this.keptOpen = on;
        this.intent.hold(on || this.how === 'keyboard');
      },
      dismiss: (scope) => {
        // The card stays for its "Undo", though its mark goes.
        this.dismissed = mark;
        return this.page.dismiss(mark, scope);
      },
      undoDismiss: (scope) => this.page.undoDismiss(mark, scope),
    };
  }

  /** Brings a mark into view and opens its card with the focus inside. */
  async goTo(mark: Mark): Promise<boolean> {
    const parent = mark.place.startContainer.parentElement ?? mark.element;
    const before = keepPlace(this.window.document, mark.place);
    parent.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const box = anchorBox(rectsOf(mark.place));
    const height = this.window.innerHeight;
    if (box && (box.top < 0 || box.bottom > height))
      this.window.scrollBy({ top: box.top - height / 3, behavior: 'instant' });
    this.place ??= before;
    const opened = await this.open(mark, 'keyboard');
    if (opened) this.painter.flash(mark);
    return opened;
  }

  private listen(): void {
    watchPointer<Mark>(
      this.window,
      {
        markAt: (x, y) => this.page.markAt(x, y),
        isCard: (target) => this.isCard(target),
        over: (mark, x, y) => this.intent.move(mark, x, y),
        inCard: () => this.intent.moveInCard(),
        pressed: (mark) => {
          this.intent.cancel();
          if (mark === null || mark !== this.current) this.pressedElsewhere();
        },
        tapped: (mark, x, y) => {
          if (mark && mark !== this.current) void this.open(mark, 'touch', { x, y });
          else if (!mark) this.pressedElsewhere();
        },
        typed: () => this.intent.cancel(),
      },
      this.signal,
    );
    // First in line, so that one Escape closes one thing: the card, and not the page's dialog under it.
    this.window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !event.isTrusted || !this.current) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        this.close(true);
      },
      { capture: true, signal: this.signal },
    );
  }

  private pressedElsewhere(): void {
    if (!this.keptOpen) this.close(false);
  }
}
