// Puts the rows of the sites together from what the browser has granted and what was wished.
import { isGranted, markedHosts } from './marked';
import { sites } from './sites';
import type { SiteRow } from './views';

export interface RowsOf {
  /** Match patterns as the browser has them. */
  readonly granted: readonly string[];
  /** Match patterns that the reader allowed, now or once. */
  readonly wanted: readonly string[];
  /** Hosts that the organisation names, to be marked and to be left alone. */
  readonly policy: { readonly sites: readonly string[]; readonly sitesOff: readonly string[] };
  /** Hosts that the reader turned off, with the moment. */
  readonly off: Readonly<Record<string, string>>;
}

/** Allowed ones first, each group by host. */
export function siteRows({ granted, wanted, policy, off }: RowsOf): SiteRow[] {
  const named = policy.sites.map((host) => `https://${host}/*`);
  const marked = markedHosts(granted, [...wanted, ...named]);
  const rows = new Map<string, SiteRow>();
  const add = (pattern: string, leave: SiteRow['leave']) => {
    const host = hostIn(pattern);
    rows.set(host, {
      ...{ pattern, host, leave },
      name: sites.find((site) => site.hosts.includes(pattern))?.name ?? null,
      byOrganisation: named.includes(pattern),
      off: Object.hasOwn(off, host) ? (off[host] ?? null) : null,
      offByOrganisation: policy.sitesOff.includes(host),
    });
  };
  for (const pattern of marked) add(pattern, 'allowed');
  for (const pattern of [...wanted, ...named])
    if (!rows.has(hostIn(pattern)) && !isGranted(granted, pattern)) add(pattern, 'gone');
  for (const host of [...Object.keys(off), ...policy.sitesOff])
    if (!rows.has(host)) add(`https://${host}/*`, 'ask');
  const order = ['allowed', 'gone', 'ask'] as const;
  return [...rows.values()].sort(
    (a, b) => order.indexOf(a.leave) - order.indexOf(b.leave) || a.host.localeCompare(b.host, 'en'),
  );
}

/** `https://www.gov.uk/*` → `www.gov.uk`; `file` for the files of this computer. */
function hostIn(pattern: string): string {
  return pattern.startsWith('file:') ? 'file' : pattern.replace(/^[a-z*]+:\/\/|\/\*$/g, '');
}
