// The sites as the settings show them: one row for each that was allowed, wished for, set by an organisation or turned off.
import type { Site } from './schema';

export interface SiteRow {
  /** Match pattern; what is allowed and taken back. */
  readonly pattern: string;
  /** `www.gov.uk`, or `*.gov.uk` for all under it. */
  readonly host: string;
  /** As the list of sites calls it; null for one that is not on it. */
  readonly name: string | null;
  /**
   * `allowed`; `gone`: it was wished for, and the browser has no leave for it (taken back there, or declined);
   * `ask`: only turned off, never allowed.
   */
  readonly leave: 'allowed' | 'gone' | 'ask';
  /** Named by the organisation's policy. */
  readonly byOrganisation: boolean;
  /** Since when the reader has it off; null: on. */
  readonly off: string | null;
  /** The organisation has it off. */
  readonly offByOrganisation: boolean;
}

export interface SitesView {
  readonly rows: readonly SiteRow[];
  /** All sites that the extension knows by name, and the ids of those that are allowed. */
  readonly known: readonly Site[];
  readonly allowed: readonly string[];
}
