// What our pages show of the settings, and what they can have done.
import type { Feature, Policy, PolicyField } from './policy';
import type { Field, Settings } from './schema';

export type { Feature, Policy };

/** Everything that is known of the settings. */
export interface SettingsLook {
  /** As they hold, the organisation's wishes among them. */
  readonly settings: Settings;
  /** Fields whose stored value could not be read and that are at their default. */
  readonly fellBack: readonly Field[];
  readonly policy: Policy;
}

/** Settings whose value the organisation has fixed. */
export const isLocked = (policy: Policy, field: Field): boolean =>
  policy.locked.some((one: PolicyField) => one === field);
