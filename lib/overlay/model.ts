// What the overlay hands to the card and to the world outside: plain data and plain functions, no DOM of the page.
import type { Polarity, Why } from '../detect/model';
import type { TopicEvidence } from '../evidence/views';
import type { Dismissal, PageStart, PageSummary } from '../messages/map';

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
export interface CardAnchor {
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

/** The card as the overlay drives it; made by the card's own script. */
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

export type CardMaker = () => Card;

/** The card's script leaves its maker under this name; symbols cannot be taken by the page's element ids. */
export const CARD_MAKER: unique symbol = Symbol.for('evidence-overlay.card') as never;

export type Answered<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly reason: string };

/** The world outside of the page. Failures are values; nothing here throws. */
export interface Ports {
  start(): Promise<Answered<PageStart>>;
  report(summary: PageSummary): void;
  /** Loads the card's script into this frame, if need be, and gives its maker. */
  loadCard(): Promise<Answered<CardMaker>>;
  evidence(topic: string): Promise<Answered<TopicEvidence>>;
  openMatrix(path: string): void;
  dismiss(dismissal: Dismissal): Promise<Outcome>;
  restore(dismissal: Dismissal): Promise<Outcome>;
  /** False once the extension was updated, turned off or removed under the running script. */
  alive(): boolean;
}
