// Rows that the reader's own imports made or filled in.
import type { Entry } from '../model';
import { OWN_PACK } from '../packs/model';
import type { HeldEntry } from '../views';

interface Sourced {
  readonly from?: string | undefined;
  readonly filled?: { readonly from: string } | undefined;
}

export function isOwn({ from }: Sourced): boolean {
  return from === OWN_PACK;
}

/** The reader's own evidence has a part in the row. */
export function hasOwn({ from, filled }: Sourced): boolean {
  return from === OWN_PACK || filled?.from === OWN_PACK;
}

/** The row as a file of evidence holds it, without what says where it is from. */
export function bare<T extends Sourced>({ from: _from, filled: _filled, ...row }: T) {
  return row;
}

/** The fields that the row of an imported line gives to one that is held; what the reader said of their own row stays. */
export function asLine({ summary: _s, findings: _f, caution: _c, ...entry }: HeldEntry): Entry {
  return {
    ...bare(entry),
    summary: null,
    findings: [],
    caution: null,
    citation: null,
    topics: isOwn(entry) ? entry.topics : [],
    completeness: 'title-only',
  };
}
