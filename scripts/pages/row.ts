// One page's row: what the extension did to it, from what was seen with it and without it. Pure.
import type { Seen } from './visit';

export interface PageRow {
  readonly file: string;
  readonly browser: 'chromium' | 'firefox';
  /** Marks and topics of the first tier; null where the page was not read in time. */
  readonly marks: number | null;
  readonly topics: number | null;
  readonly domUnchanged: boolean | null;
  readonly consoleErrors: number;
  readonly layoutShift: number | null;
  readonly longestSliceMs: number | null;
  readonly requests: number;
  readonly firstPassMs: number | null;
  readonly readMs: number | null;
  /** Only where something could not be measured, or not in the usual way. */
  readonly reason?: string;
}

export interface Sides {
  readonly withIt: Seen;
  readonly without: Seen;
}

/** Is the document as the page made it? Null where that cannot be told from these two visits. */
export function domUnchanged({ withIt, without }: Sides): boolean | null {
  if (withIt.after === null) return null;
  if (withIt.before === withIt.after) return true;
  if (without.after === null) return null;
  if (withIt.after === without.after) return true;
  // A page that leaves another document each time says nothing; one that always leaves the same was changed by us.
  return null;
}

/** Addresses that were asked for with the extension and never without it. How often says nothing: browsers ask again and ahead. */
export function onlyWith(withIt: readonly string[], without: readonly string[]): string[] {
  const known = new Set(without);
  return [...new Set(withIt)].filter((url) => !known.has(url));
}

/** Host with port, as a proxy is asked for it. */
function hostOf(address: string): string {
  const { host, port, protocol } = new URL(address);
  return port !== '' ? host : `${host}:${protocol === 'http:' || protocol === 'ws:' ? 80 : 443}`;
}

/** Rounds to so many decimals; null stays null. */
const rounded = (value: number | null, decimals: number): number | null =>
  value === null ? null : Number(value.toFixed(decimals));

const more = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.max(0, a - b);

interface Told {
  readonly file: string;
  readonly browser: PageRow['browser'];
  readonly sides: Sides;
  readonly unchanged: boolean | null;
  /** Why the document was compared in another way than usual; null where it was not. */
  readonly how: string | null;
  /** Hosts that were asked for outside of any route, with the extension and without. */
  readonly leaked: { readonly withIt: readonly string[]; readonly without: readonly string[] };
}

export function rowOf({ file, browser, sides, unchanged, how, leaked }: Told): PageRow {
  const { withIt, without } = sides;
  const firefox = browser === 'firefox';
  // Chromium says who asked; in Firefox it is what is asked for only with the extension.
  const asked = firefox ? onlyWith(withIt.asked, without.asked) : withIt.own;
  // Browsers connect ahead to the hosts of a page, sometimes more often than at other times.
  const hosts = [...leaked.without, ...[...without.asked, ...withIt.asked].map(hostOf)];
  const strays = onlyWith(leaked.withIt, hosts).length;
  // A page that goes on shifting itself has shifted more wherever it was watched for longer.
  const restless = (without.shift ?? 0) > 0 && !(withIt.atRest && without.atRest);
  const alike = withIt.reason !== null && withIt.reason === without.reason;
  const reasons = [
    alike ? `${withIt.reason}, without the extension too` : withIt.reason,
    withIt.reason === null && without.reason !== null ? `without it: ${without.reason}` : null,
    how,
    restless ? 'its own shifts of layout go on and were not compared' : null,
  ];
  const reason = reasons.filter((one) => one !== null).join('; ');
  return {
    file,
    browser,
    marks: withIt.marks,
    topics: withIt.topics,
    domUnchanged: unchanged,
    consoleErrors: withIt.errors.length,
    layoutShift: rounded(restless ? null : more(withIt.shift, without.shift), 4),
    longestSliceMs: rounded(firefox ? more(withIt.slice, without.slice) : withIt.slice, 1),
    requests: asked.length + strays,
    firstPassMs: rounded(withIt.firstPass, 1),
    readMs: rounded(withIt.read, 2),
    ...(reason === '' ? {} : { reason }),
  };
}
