// What every view of the matrix page is given besides its own data.
import type { Entry } from '../../lib/evidence/model';
import type { SearchAnswer, SearchAsk } from '../../lib/evidence/search/model';
import type { Role } from '../../lib/settings/schema';
import type { Frame, Got } from './load';
import { type From, hrefTo } from './route';

export interface Context {
  readonly frame: Frame;
  /** The page that the reader came from. */
  readonly from: From;
  readonly role: Role;
  setRole(role: Role): void;
  /** Link to an id of the evidence; keeps the page that the reader came from. `more` are further parts of the address. */
  href(id: string, more?: Readonly<Record<string, string>>): string;
  /** Goes to an address of this page without a step in the browser's history. */
  replace(href: string): void;
  /** An entry as a reference in a paper, in one paragraph. */
  cite(entry: Entry): string;
  /** Puts text on the clipboard; false where the browser refuses. */
  copy(text: string): Promise<boolean>;
  search(ask: SearchAsk): Promise<Got<SearchAnswer>>;
  /** Brings the tab of the page that the reader came from to the front; null where it is not known. False where it is gone. */
  readonly back: (() => Promise<boolean>) | null;
}

/** The page that the reader came from, as long as the browser runs. */
export interface Origin {
  readonly title: string;
  /** The browser's number of its tab. */
  readonly tab: number;
}

/** What the page around the views provides. */
export interface Tools extends Pick<Context, 'cite' | 'copy'> {
  /** Gets the search ready before the first letter is typed. */
  prepareSearch(): void;
  /** What is kept under a ticket; null where the browser was closed since. */
  origin(ticket: string): Promise<Origin | null>;
  toTab(tab: number): Promise<boolean>;
  /** The role as it was kept; saving one that cannot be kept is no fault of the reader's. */
  readonly role: { read(): Promise<Role>; save(role: Role): Promise<unknown> };
}

export function contextOf(
  frame: Frame,
  from: From,
  rest: Omit<Context, 'frame' | 'from' | 'href'>,
): Context {
  return { ...rest, frame, from, href: (id, more) => hrefTo(id, from, more) };
}
