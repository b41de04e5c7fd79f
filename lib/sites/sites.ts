// The shipped list of sites, and which of their match patterns a web address falls under.
import shipped from '../../data/sites.json';
import { type Site, Sites } from './schema';

export const sites: readonly Site[] = Sites.parse(shipped);

/** Every host that the extension may ask for, once each. */
export const allHosts: readonly string[] = [...new Set(sites.flatMap((site) => site.hosts))];

/**
 * Does a match pattern (`https://www.example.org/*`, `https://*.example.org/*`, `http://localhost/*`, `file:///*`)
 * cover this web address? As in browsers, `*.example.org` covers `example.org` too, and any port.
 */
export function covers(pattern: string, address: string): boolean {
  const url = parse(address);
  const parts = /^(\*|[a-z]+):\/\/([^/]*)\/\*$/.exec(pattern);
  if (!url || !parts) return false;
  const [, scheme, host = ''] = parts;
  const schemeFits =
    scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  if (!schemeFits) return false;
  if (host === '*' || host === url.hostname) return true;
  if (!host.startsWith('*.')) return false;
  return url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1));
}

/** May the extension ask for this address's site? Only for hosts that the list names. */
export function mayAsk(address: string): boolean {
  return allHosts.some((pattern) => covers(pattern, address));
}

/** Hosts of the site that publishes the matrices themselves. */
export const matrixHosts: readonly string[] =
  sites.find(({ id }) => id === 'findings')?.hosts ?? [];

/** Ids of the sites of which every host is granted, by a pattern of its own or a wider one. */
export function allowedBy(granted: readonly string[]): string[] {
  const holds = (host: string) =>
    granted.some((one) => one === host || (!host.includes('*.') && covers(one, sampleOf(host))));
  return sites.filter((site) => site.hosts.every(holds)).map(({ id }) => id);
}

/** An address under a pattern of one host. */
function sampleOf(host: string): string {
  return host.replace(/\*$/, '');
}

/** The narrowest pattern to ask for: this host alone. Null for an address that is not on the web. */
export function patternFor(address: string): string | null {
  const url = parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  return `${url.protocol}//${url.hostname}/*`;
}

/** Host name of an address, under which its settings are kept; `file` for files on this computer, empty where there is none. */
export function hostOf(address: string): string {
  const url = parse(address);
  if (!url) return '';
  return url.protocol === 'file:' || isReader(address) ? FILES : url.hostname;
}

/** Is this our own page that shows files of this computer? */
export function isReader(address: string): boolean {
  const url = parse(address);
  return url?.pathname === '/reader.html' && /^[a-z]+-extension:$/.test(url.protocol);
}

/** Stands for a host where a page is a file on this computer. */
const FILES = 'file';

/** The pattern of all pages of a host, as `hostOf` names it. */
export function pagesOf(host: string): string {
  return host === FILES ? 'file:///*' : `*://${host}/*`;
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
