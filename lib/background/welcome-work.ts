// What the welcome page finds out and asks for. Runs in the welcome page.
import { grantedHosts, requestHosts } from '../platform/scripts';
import type { Site } from '../sites/schema';
import { allowedBy, sites } from '../sites/sites';

/** Ids of the sites that may be read now. */
export async function allowedSites(): Promise<string[]> {
  return allowedBy(await grantedHosts());
}

/** One request for all; must be called straight from a click. False where the reader, or a policy, declines. */
export async function requestSites(ids: readonly string[]): Promise<boolean> {
  const wanted: Site[] = sites.filter((site) => ids.includes(site.id));
  try {
    return await requestHosts([...new Set(wanted.flatMap((site) => site.hosts))]);
  } catch {
    // A browser may refuse to ask at all (a rule of the organisation): the same to the reader as a "no".
    return false;
  }
}
