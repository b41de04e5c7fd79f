// What the evidence section can do outside of itself. Every failure comes with a sentence for the reader.
import type { ImportedCell } from '../../../lib/evidence/importer/model';
import type { Choice, ImportView } from '../../../lib/evidence/importer/views';
import type { PackRoom, SourcesView } from '../../../lib/evidence/packs/model';
import type { MapView } from '../../../lib/evidence/views';

export type Got<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** What was read, and where from. */
export interface ReadCell {
  /** As the reader knows it: the file's name, or the address of the page. */
  readonly name: string;
  readonly cell: ImportedCell;
  /** Address that links of the page are relative to. */
  readonly base?: string;
}

/** A tab of the matrix's own site. */
export interface CellTab {
  readonly id: number;
  readonly title: string;
}

export interface ImportDoors {
  /** Both maps, for the names of cells. */
  map(): Promise<Got<MapView>>;
  readFile(file: File): Promise<Got<ReadCell>>;
  /** The page that was handed over from the toolbar; null where there is none. */
  readHanded(): Promise<Got<ReadCell> | null>;
  /** Open tabs of the matrix's site, as far as the extension may know them. */
  tabs(): Promise<readonly CellTab[]>;
  readTab(id: number): Promise<Got<ReadCell>>;
  /** Against what is held; `cell` is the reader's own choice of cell. Changes nothing. */
  review(read: ReadCell, cell: string | null): Promise<Got<ImportView>>;
  /** Stores what was chosen. */
  keep(read: ReadCell, view: ImportView, choice: Choice): Promise<Got<object>>;
}

/** A cell that the reader brought in. */
export interface OwnCell {
  readonly id: string;
  /** File or address that it was read from, and the day; null where that is not known. */
  readonly read: { readonly from: string; readonly day: string } | null;
}

export interface SubscriptionDoors {
  /** Asks the browser for leave to read this host; must be called straight from the click. */
  subscribe(url: string): Promise<Got<object>>;
  unsubscribe(url: string): Promise<Got<object>>;
  check(url: string): Promise<Got<object>>;
  weekly(url: string, on: boolean): Promise<Got<object>>;
}

export interface SourceDoors
  extends Pick<
    PackRoom,
    | 'review'
    | 'apply'
    | 'rollBack'
    | 'remove'
    | 'putBack'
    | 'removeCell'
    | 'exportPack'
    | 'exportAll'
  > {
  sources(): Promise<Got<SourcesView>>;
  readonly subscriptions: SubscriptionDoors;
  ownCells(): Promise<Got<readonly OwnCell[]>>;
  /** Both maps, for the names of cells. */
  map(): Promise<Got<MapView>>;
  /** Offers a file for saving. */
  save(name: string, file: Blob): void;
  copy(text: string): Promise<boolean>;
}
