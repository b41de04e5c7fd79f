// What the page's script, the card's script and the world outside hand to each other.
import type { Polarity, Why } from '../detect/model';
import type { TopicEvidence } from '../evidence/views';
import type {
  Dismissal,
  MentionAsk,
  MentionList,
  PageStart,
  PageSummary,
  PageWishes,
  Went,
} from '../messages/map';
import type { Place, TextBlock } from '../page/model';
import type { Mark } from './marks';

/** A mention as the card speaks of it. */
export interface CardMention {
  readonly topic: {
    readonly id: string;
    readonly label: string;
    readonly cells: readonly string[];
  };
  /** The words as they stand on the page, white space made single. */
  readonly words: string;
  readonly stance: Polarity;
  /** The sentence around the words; shown where it rules the topic out. */
  readonly sentence: { readonly before: string; readonly after: string };
  /** Mentions of the topic elsewhere on the page that include it. */
  readonly elsewhere: number;
  /** Null for a citation of an entry. */
  readonly why: Why | null;
  /** Id of the entry or guidance that the words cite. */
  readonly cites: string | null;
  /** Number of the mark among all marks of the page, from 1. */
  readonly at: number;
  readonly of: number;
  /** Host name of the page, '' for a file. */
  readonly host: string;
}

/** How a card came to be opened. */
export type Opened = 'pointer' | 'touch' | 'keyboard';

export type Evidence =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly evidence: TopicEvidence }
  | { readonly state: 'failed'; readonly reason: string };

/** "Not this sense": this mark only; these words on this site; these words everywhere. */
export type Scope = 'here' | 'site' | 'anywhere';

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface CardActions {
  close(): void;
  /** Opens the extension's own matrix page at a path such as `/drug/E4`. */
  openMatrix(path: string): void;
  retry(): void;
  /** Goes to the next mention elsewhere on the page that includes the topic. */
  goElsewhere(): void;
  keepOpen(on: boolean): void;
  dismiss(scope: Scope): Promise<Outcome>;
  undoDismiss(scope: Scope): Promise<Outcome>;
}

/** Where a card stands: the mark's box in the window (null once it is gone) and the element that moves with it. */
interface CardAnchor {
  box(): DOMRect | null;
  readonly element: Element;
}

export interface CardOpening {
  readonly mention: CardMention;
  readonly evidence: Evidence;
  readonly anchor: CardAnchor;
  readonly how: Opened;
  readonly actions: CardActions;
}

/** The card itself: one element, and what is drawn in it. */
export interface Card {
  /** The one element of ours in the page. */
  readonly element: Element;
  open(opening: CardOpening): void;
  /** New evidence for the mention that is shown. */
  show(evidence: Evidence): void;
  close(): void;
  /** Takes everything of the card out of the page. */
  remove(): void;
}

export type Started = Extract<PageStart, { on: true }>;

/** The marks of a page and the reader's wishes about them. */
export interface Marked {
  /** Marks that are painted, in document order. */
  readonly shown: readonly Mark[];
  readonly topics: ReadonlyMap<string, Started['topics'][number]>;
  /** Host name of the page, '' for a file. */
  readonly host: string;
  /** Marks taken away by hand on this page alone. */
  readonly here: Set<Mark>;
  dismissals: readonly Dismissal[];
}

/** The page, as its own script shows it to the card's. */
export interface PageSide {
  readonly window: Window & typeof globalThis;
  /** What the card asks for in another way than elsewhere. */
  readonly ports: Partial<CardPorts> | undefined;
  /** As they hold now. */
  wishes(): PageWishes;
  words(): Started['words'];
  readonly marked: Marked;
  /** All text that was read, in document order. */
  blocks(): readonly TextBlock[];
  /** Aborted when the overlay leaves the page. */
  readonly signal: AbortSignal;
  markAt(x: number, y: number): Mark | null;
  /** Boxes of a mark's lines in the window, in px; none where it is not shown. */
  rectsOf(place: Place): DOMRect[];
  /** Paints which mark the card speaks of. */
  current(mark: Mark | null): void;
  /** Applies the reader's wishes to the marks anew. */
  sift(): void;
}

/** What the page's script asks of the card's. */
export interface CardSide {
  /** The mark whose card is open. */
  readonly current: Mark | null;
  isCard(target: unknown): boolean;
  /** What the pointer did before the card's script was there. */
  heed(signs: readonly PointerEvent[]): void;
  /** Goes to the next mark in view order and opens its card; false where there is none. */
  next(backwards: boolean): boolean;
  /** Marks that are shown, for the side panel's list. */
  mentions(ask: MentionAsk): MentionList;
  /** Goes to the mark of this name and opens its card, or to the `next` or `previous` one; `none` closes the card. */
  go(to: string): Went;
  /** The marks that are shown have changed. */
  marksChanged(): void;
  close(): void;
  /** Takes everything of the card out of the page. */
  stop(): void;
}

export type CardMaker = (page: PageSide) => CardSide;

/** The card's script leaves its maker under this name; symbols cannot be taken by the page's element ids. */
export const CARD_MAKER: unique symbol = Symbol.for('evidence-overlay.card') as never;

type Answered<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly reason: string };

/** What a page of our own, in which something is shown to be read, says of itself. */
interface OwnPage {
  /** What stands round that and is no part of it. */
  isTool(node: Node): boolean;
  /** Share of the time, 0 to 1, that reading what has come since may take: nothing else is at work in the page. */
  readonly share: number;
}

/** What only the card asks of the world, by its own script. Failures are values; nothing here throws. */
export interface CardPorts {
  evidence(topic: string): Promise<Answered<TopicEvidence>>;
  openMatrix(path: string): void;
  dismiss(dismissal: Dismissal): Promise<Outcome>;
  restore(dismissal: Dismissal): Promise<Outcome>;
}

/** The world outside of the page. Failures are values; nothing here throws. */
export interface Ports {
  readonly own?: OwnPage;
  start(): Promise<Answered<PageStart>>;
  report(summary: PageSummary): void;
  /** Loads the card's script into this frame, if need be, and gives its maker. */
  loadCard(): Promise<Answered<CardMaker>>;
  /** What the card asks for in another way than elsewhere. */
  readonly card?: Partial<CardPorts>;
  /** False once the extension was updated, turned off or removed under the running script. */
  alive(): boolean;
}
