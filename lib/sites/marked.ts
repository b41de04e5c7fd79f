// On which of the sites that may be read topics are marked.
import { allHosts, covers, mayAsk } from './sites';

/**
 * Sites of the list, as granted, and `added` ones: match patterns that the reader or their organisation named. Leave to fetch evidence from an address is no wish to have that site marked; where a
 * browser was told to allow every site, the list stays the limit. Other schemes are this computer's, in test builds.
 */
export function markedHosts(granted: readonly string[], added: readonly string[] = []): string[] {
  const hosts = granted.flatMap((pattern) => {
    if (/^(http|file):/.test(pattern)) return [pattern];
    if (mayAsk(sampleOf(pattern))) return [pattern];
    return allHosts.filter((host) => covers(pattern, sampleOf(host)));
  });
  const named = added.filter((one) => isGranted(granted, one));
  return [...new Set([...hosts, ...named])];
}

/** May all pages under this pattern be read, by a leave of its own or a wider one? */
export function isGranted(granted: readonly string[], pattern: string): boolean {
  return granted.some((one) => one === pattern || covers(one, sampleOf(pattern)));
}

/** An address under a pattern. Without any star: Firefox takes an address with one in its host for no address. */
function sampleOf(pattern: string): string {
  return pattern.replace(/^\*:/, 'https:').replace('//*.', '//any.').replace(/\*$/, '');
}
