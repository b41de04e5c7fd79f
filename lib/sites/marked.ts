// On which of the sites that may be read topics are marked.
import { allHosts, covers, mayAsk } from './sites';

/**
 * Sites of the list, as granted. Leave to fetch evidence from an address is no wish to have that site marked; where a
 * browser was told to allow every site, the list stays the limit. Other schemes are this computer's, in test builds.
 */
export function markedHosts(granted: readonly string[]): string[] {
  const hosts = granted.flatMap((pattern) => {
    if (/^(http|file):/.test(pattern)) return [pattern];
    if (mayAsk(sampleOf(pattern))) return [pattern];
    return allHosts.filter((host) => covers(pattern, sampleOf(host)));
  });
  return [...new Set(hosts)];
}

/** An address under a pattern. Without any star: Firefox takes an address with one in its host for no address. */
function sampleOf(pattern: string): string {
  return pattern.replace(/^\*:/, 'https:').replace('//*.', '//any.').replace(/\*$/, '');
}
