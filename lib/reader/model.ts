// What the reader page shows of an open file, whatever its kind, and what its tools may ask of it.
import type { FileKind } from '../documents/model';

/** A line of the outline. */
export interface OutlineItem {
  readonly title: string;
  /** 1 for the outermost. */
  readonly level: number;
  /** Page that it leads to, from 1; null where the file has no pages or the line leads nowhere. */
  readonly page: number | null;
  /** Goes there. */
  readonly go: () => void;
  /** The element in the document at which the part begins, where that is known; marks after it belong to the part. */
  readonly anchor: () => Element | null;
}

/**
 * `auto`, `width` and `page` follow the window: a comfortable size that is never wider than the window, its whole width,
 * the whole page. A number is the scale, 1 for the size on paper.
 */
export type Zoom = number | 'auto' | 'width' | 'page';

/** Files without pages, such as Word files, have `pages` 0. */
export interface ViewState {
  readonly kind: FileKind;
  readonly pages: number;
  /** Page in view, from 1; 0 where there are none. */
  readonly page: number;
  /** Number of the line of the outline in view, from 0; −1 for none. */
  readonly part: number;
  /** Pages whose text has been read. */
  readonly read: number;
  readonly zoom: Zoom;
  /** What `zoom` comes to now, 1 for the size on paper. */
  readonly scale: number;
  /** What the reader should know of this file, in sentences: no text on its pages, things left out. */
  readonly notes: readonly string[];
  /** The file holds no text in which anything could be found. */
  readonly isPicture: boolean;
}

/** Where the reader was in a file, and how large it was shown. */
export interface Spot {
  /** As the view tells it. */
  readonly position: string;
  readonly zoom: Zoom;
}

/** An open file, drawn in the page. */
export interface FileView {
  state(): ViewState;
  /** Null until it is known. */
  outline(): readonly OutlineItem[] | null;
  /** Calls back after every change of the state. */
  onChange(changed: () => void): void;
  goToPage(page: number): void;
  setZoom(zoom: Zoom): void;
  /** Where the reader is, in words that only the view itself understands. */
  position(): string;
  goToPosition(position: string): void;
  /** Draws every page as paper needs it; resolves when it may be printed, with what undoes it afterwards. */
  prepareToPrint(progress: (done: number, of: number) => void): Promise<() => void>;
  /** Resolves once all text is in the page. */
  readonly whole: Promise<void>;
  /** Resolves once there is text enough to begin marking. */
  readonly begun: Promise<void>;
  close(): void;
}

/** A file that was opened, or why it was not, in sentences for the reader. */
export type Opened =
  | { readonly ok: true; readonly view: FileView }
  | { readonly ok: false; readonly reason: string };

/** Asks the reader for the password of a file; null where none is given. `again`: the one before did not fit. */
export type AskPassword = (again: boolean) => Promise<string | null>;

/** What finding words in an open file came to. */
export interface Found {
  readonly words: string;
  readonly count: number;
  /** Number of the one gone to, from 1; 0 before. */
  readonly at: number;
  /** Text is still coming: more may be found. */
  readonly more: boolean;
}
