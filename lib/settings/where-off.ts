// Where nothing is marked, and by whose wish.
import { coversHost } from './policy';
import type { Off } from './schema';
import type { SettingsLook } from './views';

/** Null where marking is on. `host` as settings name it. */
export function whereOff({ settings, policy }: SettingsLook, host: string): Off | null {
  if (policy.sitesOff.some((one) => coversHost(one, host)))
    return { by: 'organisation', who: policy.organisation, contact: policy.contact };
  if (settings.offEverywhere !== null) return { by: 'everywhere', since: settings.offEverywhere };
  const since = Object.hasOwn(settings.off, host) ? settings.off[host] : undefined;
  return since === undefined ? null : { by: 'site', since };
}
