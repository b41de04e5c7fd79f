// What the side panel shows: one state at a time, each with all that it needs, and what the reader can do.
import type { Polarity } from '../../lib/detect/model';
import type { Kind, Level } from '../../lib/evidence/model';
import type { MapView, TopicEvidence, TopicHead } from '../../lib/evidence/views';
import type { PageSummary } from '../../lib/messages/map';
import type { DocumentInFront } from '../../lib/panel/model';
import type { Off, Reach, Role } from '../../lib/settings/schema';
import { phrase } from '../../lib/words/words';

export interface ReadState {
  readonly is: 'read';
  readonly host: string;
  /** Tab and address: another page is another one. */
  readonly key: string;
  /** The page with its frames, topics of every tier. */
  readonly page: PageSummary;
  readonly tiers: readonly number[];
  readonly role: Role;
  readonly document: DocumentInFront;
  readonly heads: readonly TopicHead[];
  readonly map: MapView;
}

export type PanelState =
  | { readonly is: 'waiting' }
  | ReadState
  | { readonly is: 'not-allowed'; readonly host: string; readonly mayAsk: boolean }
  | { readonly is: 'off'; readonly host: string; readonly off: Off }
  | { readonly is: 'off-page'; readonly host: string }
  | { readonly is: 'pdf'; readonly name: string }
  | { readonly is: 'impossible' }
  | { readonly is: 'unseen' }
  | { readonly is: 'own' }
  | { readonly is: 'gone' }
  | { readonly is: 'failed'; readonly what: 'evidence' | 'page'; readonly reason: string };

export type Got<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

export interface PanelActions {
  turn(reach: Reach, on: boolean): void;
  markAnyway(): void;
  markOnce(): void;
  /** Must be called straight from the click, or the browser does not ask. */
  allow(): void;
  tryAgain(): void;
  /** Marks the topics of the second tier too, or no longer. */
  setFurther(on: boolean): void;
  setRole(role: Role): void;
  /** Opens the matrix page at a path such as `topic/mutual-aid`, lit for the page's topics. */
  openMatrix(path: string): void;
}

/** Where the reader was last led. */
export interface Here {
  readonly id: string;
  readonly at: number;
  readonly of: number;
}

export type Topic = PageSummary['topics'][number];

/** What the reader wants to see of the list; an empty choice of kinds or levels stands for all. */
export interface Filter {
  readonly text: string;
  readonly stances: readonly Polarity[];
  readonly kinds: readonly Kind[];
  readonly levels: readonly Level[];
  readonly cell: string | null;
}

export const STANCES: readonly Polarity[] = ['asserted', 'excluded', 'other'];

/** To be said where they are shown. */
export const STANCE_WORDS: Readonly<Record<Polarity, string>> = {
  asserted: phrase('Included'),
  excluded: phrase('Ruled out'),
  other: phrase('In passing'),
};

export const NO_FILTER: Filter = { text: '', stances: STANCES, kinds: [], levels: [], cell: null };

/** Evidence of the page's topics as far as it has been read. */
export type Known = ReadonlyMap<string, TopicEvidence>;
