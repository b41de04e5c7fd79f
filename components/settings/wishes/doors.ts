// What the sections of the reader's wishes can do outside of themselves. Every failure comes with a sentence for the reader.
import type { TopicHead } from '../../../lib/evidence/views';
import type { Dismissal, Field, Settings } from '../../../lib/settings/schema';
import type { SettingsLook } from '../../../lib/settings/views';
import type { SitesView } from '../../../lib/sites/views';
import type { Got } from '../evidence/doors';

export interface WishDoors {
  look(): Promise<SettingsLook>;
  /** Calls back when anything that is shown here has changed, whoever did it, until what it returns is called. */
  onChanged(changed: () => void): () => void;
  set<F extends Field>(field: F, value: Settings[F]): Promise<Got<object>>;
  topics(): Promise<Got<readonly TopicHead[]>>;
  sites(): Promise<SitesView>;
  /** Must be called straight from the click. */
  allow(patterns: readonly string[]): Promise<Got<object>>;
  allowAddress(typed: string): Promise<Got<object>>;
  takeBack(pattern: string): Promise<Got<object>>;
  turnSite(host: string, on: boolean): Promise<Got<object>>;
  turnEverywhere(on: boolean): Promise<Got<object>>;
  restoreSense(dismissal: Dismissal): Promise<Got<object>>;
  dismissSense(dismissal: Dismissal): Promise<Got<object>>;
  /** Keys of a command as the reader has them; null where none are set. */
  keys(command: string): Promise<string | null>;
  /** Opens the browser's own page of shortcuts; false where it has none that can be opened. */
  openShortcuts(): Promise<boolean>;
}
