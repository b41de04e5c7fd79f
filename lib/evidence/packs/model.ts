// Packs as the reader has them: which are held and where each is from, what another would change, and what can be done.
import type { Answer, Failure } from '../errors';
import type { Cell, Entry, PackRole, Passage } from '../model';
import type { FileProblem } from './json';

/** Id of the one pack that holds what the reader imported; it stays on this computer unless they ask for it. */
export const OWN_PACK = 'own';

/** How many of each a pack holds. `terms` counts forms of words, those added to other packs' topics among them. */
export interface PackCounts {
  readonly cells: number;
  readonly entries: number;
  readonly passages: number;
  readonly guidance: number;
  readonly statements: number;
  readonly topics: number;
  readonly terms: number;
}

export type Origin =
  /** It came with the extension. */
  | { readonly kind: 'shipped' }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'address'; readonly url: string }
  /** Put together on this computer from cells that the reader imported; `name` is the last file. */
  | { readonly kind: 'imported'; readonly name: string };

/** One version of a pack. */
export interface PackVersion {
  readonly title: string;
  /** `1.4.0` */
  readonly version: string;
  readonly licence: string;
  /** Day on which it was put together, `2026-11-24`. */
  readonly revised: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly counts: PackCounts;
  readonly origin: Origin;
  /** When it was put in use here, ISO 8601 in UTC; null where an older version of the extension did not note it. */
  readonly applied: string | null;
}

/** A pack that is in use. `previous` is the version that it took the place of, to which the reader can go back. */
export interface HeldPack extends PackVersion {
  readonly id: string;
  readonly role: PackRole;
  readonly previous: PackVersion | null;
}

type ClashKind =
  /** The same id in two packs: the row of `shown` is used, that of `from` is not. */
  | 'same-id'
  /** An entry with the title and year of another pack's, under another id: both are shown. */
  | 'same-document'
  /** Words that another topic has, with no rule of sense to tell them apart: they are not marked for `from`. */
  | 'same-words'
  /** A word class of the same name with other members: that of `shown` is used. */
  | 'same-class'
  /** A reference to something that no pack holds: it is left out. */
  | 'missing';

/** Where two packs do not fit together. The shipped row is never hidden by one. */
export interface Clash {
  readonly kind: ClashKind;
  /** Id of the pack that gives way. */
  readonly from: string;
  /** Id of the pack whose row is used; null for `missing`. */
  readonly shown: string | null;
  readonly what: 'cell' | 'entry' | 'passage' | 'guidance' | 'statement' | 'topic' | 'class';
  /** Id of the row, in `from`. */
  readonly id: string;
  /** A sentence for the reader. */
  readonly reason: string;
}

export interface FieldChange {
  readonly field: string;
  /** As text; null where the field is empty. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface Changed {
  readonly id: string;
  /** What it is called: a title, a heading, a label. */
  readonly title: string;
  readonly changes: readonly FieldChange[];
}

export interface Named {
  readonly id: string;
  readonly title: string;
}

/** What differs in one sort of row. Lists hold the first `LISTED` of each; `counts` are of all. */
export interface RowDifference {
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly added: readonly Named[];
  readonly changed: readonly Changed[];
  readonly removed: readonly Named[];
}

/** More than anybody reads; a difference of 100,000 entries must still be shown at once. */
export const LISTED = 500;

/** An entry whose reference the reader has copied, and which is no longer as it was then. */
export interface CitedChange extends Changed {
  /** When it was last copied, ISO 8601 in UTC. */
  readonly cited: string;
  /** True where it would be gone. */
  readonly gone: boolean;
}

/** From what is held to what would be held. For topics, terms are told as the fields `terms added` and `terms removed`. */
export interface Difference {
  readonly cells: RowDifference;
  readonly entries: RowDifference;
  readonly passages: RowDifference;
  readonly guidance: RowDifference;
  readonly statements: RowDifference;
  readonly topics: RowDifference;
  readonly cited: readonly CitedChange[];
}

/** One pack of what was reviewed. */
export interface ReviewedPack {
  readonly id: string;
  readonly role: PackRole;
  /** new: no version is held; same: this very file is held. */
  readonly state: 'new' | 'same' | 'newer' | 'older' | 'other';
  readonly next: PackVersion;
  readonly held: PackVersion | null;
}

/** What would change; nothing has. `ticket` applies exactly this, as long as the room that reviewed it lives. */
export interface Review {
  readonly ticket: string;
  /** One, or several where the file holds all of somebody's packs. */
  readonly packs: readonly ReviewedPack[];
  readonly difference: Difference;
  /** Clashes that would then be there, those already there among them; the first 500 of `clashCount`. */
  readonly clashes: readonly Clash[];
  readonly clashCount: number;
}

/** What a review can be asked of. */
export type PackInput =
  /** A file of evidence (.json or .json.gz), read as it comes. */
  | { readonly kind: 'file'; readonly name: string; readonly file: Blob }
  /** What was fetched from an address and waits for the reader's yes. */
  | { readonly kind: 'waiting'; readonly url: string }
  /** A cell that the reader imported, as far as they accepted it. It takes the place of that cell in their own pack. */
  | {
      readonly kind: 'cell';
      readonly name: string;
      readonly cell: Cell;
      readonly entries: readonly Entry[];
      readonly passages: readonly Passage[];
    };

export type PackFailure = Failure & { readonly problems?: readonly FileProblem[] };

export type PackAnswer<T> = { readonly ok: true; readonly value: T } | PackFailure;

/** How far something long has come. `of` is 0 where it is not known. */
export interface Progress {
  readonly step: 'reading' | 'checking' | 'comparing' | 'writing';
  readonly done: number;
  readonly of: number;
}

export interface Watch {
  progress?(progress: Progress): void;
  /** Stops it; what was held stays as it was, and the answer has the code `cancelled`. */
  readonly signal?: AbortSignal;
}

export interface Exported {
  /** Name for the file. */
  readonly name: string;
  readonly file: Blob;
  readonly sha256: string;
}

/** A set of evidence that is fetched from an address, by the reader's wish. */
export interface Subscription {
  /** https address; also its key. */
  readonly url: string;
  /** Id of the pack that came from there; null until the first was read. */
  readonly pack: string | null;
  /** Checked each week; otherwise only when asked. */
  readonly weekly: boolean;
  readonly checked: string | null;
  /** What the last check found: nothing new, something that waits for the reader, or why it failed (a sentence). */
  readonly outcome:
    | { readonly is: 'never' }
    | { readonly is: 'same' }
    | {
        readonly is: 'waiting';
        readonly sha256: string;
        readonly bytes: number;
        readonly at: string;
      }
    | { readonly is: 'failed'; readonly reason: string };
}

/** What a fetched file is. `held`: this very file is in use. */
export type Judged =
  | { readonly is: 'held' | 'sound'; readonly pack: string }
  | { readonly is: 'refused'; readonly reason: string };

/** All that the page of evidence sources shows. */
export interface SourcesView {
  /** The shipped pack first, then the organisations' by title, the reader's own last. */
  readonly packs: readonly HeldPack[];
  /** The first 500 of `clashCount`. */
  readonly clashes: readonly Clash[];
  readonly clashCount: number;
  readonly subscriptions: readonly Subscription[];
}

/** Everything that can be done with packs. Failures are sentences; whatever fails leaves all that was held as it was. */
export interface PackRoom {
  sources(): Promise<Answer<SourcesView>>;
  /** Reads, checks and compares; changes nothing. */
  review(input: PackInput, watch?: Watch): Promise<PackAnswer<Review>>;
  /** Puts in use what was reviewed. Where another tab changed the evidence since, it says so and changes nothing. */
  apply(ticket: string, watch?: Watch): Promise<PackAnswer<SourcesView>>;
  /** Back to the version before; the present one becomes the one before, so this can be undone by doing it again. */
  rollBack(pack: string, watch?: Watch): Promise<PackAnswer<SourcesView>>;
  /** Takes a pack out with its version before. The shipped pack cannot be taken out. */
  remove(pack: string, watch?: Watch): Promise<PackAnswer<SourcesView>>;
  /** What `remove` last took out comes back with its version before, unless the evidence was changed since. */
  putBack(pack: string, watch?: Watch): Promise<PackAnswer<SourcesView>>;
  /** Looks at a file that was fetched, by itself: of which pack it is a version, or why it cannot be used. Changes nothing. */
  judge(bytes: Uint8Array<ArrayBuffer>): Promise<Answer<Judged>>;
  /** Takes one imported cell out of the reader's own pack. */
  removeCell(cell: string, watch?: Watch): Promise<PackAnswer<SourcesView>>;
  /** One pack as its file, byte for byte. */
  exportPack(pack: string): Promise<Answer<Exported>>;
  /** All packs in one file that brings all of them back; the reader's own only with `own`. */
  exportAll(options: { readonly own: boolean }): Promise<Answer<Exported>>;
}
