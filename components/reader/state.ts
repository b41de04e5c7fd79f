// What the tools of the reader page show, and what they can have done.
import type { FileKind } from '../../lib/documents/model';
import type { PageSummary } from '../../lib/messages/map';
import type { Found, ViewState, Zoom } from '../../lib/reader/model';

export interface FileLine {
  readonly id: number;
  readonly name: string;
  readonly state: 'waiting' | 'opening' | 'open' | 'failed';
  readonly reason: string | null;
}

interface OutlineLine {
  readonly title: string;
  readonly level: number;
  readonly page: number | null;
  /** Marks in this part; null while its text is still to come. */
  readonly marks: number | null;
  readonly here: boolean;
}

export interface PasswordQuestion {
  readonly name: string;
  readonly again: boolean;
}

/** A file of the web that is to be opened. */
export interface FetchQuestion {
  readonly name: string;
  /** Empty for a file of this computer. */
  readonly host: string;
  readonly busy: boolean;
  /** Why it did not come; null before it was tried. */
  readonly reason: string | null;
}

/** Files opened before, newest first, where the reader wants them remembered. */
export interface RecentList {
  /** In a private window nothing is remembered or shown. */
  readonly isPrivate: boolean;
  readonly on: boolean;
  /** The organisation has fixed it. */
  readonly locked: boolean;
  readonly files: readonly {
    readonly name: string;
    readonly hash: string;
    readonly kind: FileKind;
    readonly pages: number;
    readonly when: string;
  }[];
  /** Why the last change could not be made; null where it could. */
  readonly trouble: string | null;
}

export interface ReaderState {
  readonly fetch: FetchQuestion | null;
  /** Null until it is known. */
  readonly recent: RecentList | null;
  readonly files: readonly FileLine[];
  readonly current: number | null;
  readonly view: ViewState | null;
  /** Null until it is known. */
  readonly outline: readonly OutlineLine[] | null;
  readonly marks: PageSummary | null;
  /** Why marking could not begin; null where it could. */
  readonly trouble: string | null;
  /** How much is marked. */
  readonly found: { readonly marks: number; readonly topics: number };
  readonly password: PasswordQuestion | null;
  /** Of the words that are looked for; null where none are. */
  readonly places: Found | null;
  readonly dim: boolean;
  /** Pages drawn for the printer, of all; null where nothing is being printed. */
  readonly printing: { readonly done: number; readonly of: number } | null;
}

export interface ReaderActions {
  open(files: readonly File[]): void;
  /** Fetches the file of the web. Must be called straight from the click. */
  fetch(): void;
  /** Turning it off clears the list. */
  setRecent(on: boolean): void;
  forget(hash: string): void;
  show(id: number): void;
  remove(id: number): void;
  goToPage(page: number): void;
  setZoom(zoom: Zoom): void;
  zoomStep(larger: boolean): void;
  goToOutline(index: number): void;
  /** Finds words; empty ends finding. */
  find(words: string): void;
  findNext(backwards: boolean): void;
  setDim(on: boolean): void;
  print(): void;
  answerPassword(password: string | null): void;
  nextMark(backwards: boolean): void;
  markAnyway(): void;
  /** Must be called straight from the click. */
  openPanel(): void;
}

export interface ReaderDoors {
  state(): ReaderState;
  /** Calls back whenever the state may have changed. */
  onChange(changed: () => void): void;
  readonly actions: ReaderActions;
}
