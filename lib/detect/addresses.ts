// Web addresses made comparable: the same document is linked with and without www, slash, tracking and chapter.

const SHORTEST_SHARED_PATH = 2;
/** Query fields that name the document on a site whose path does not. */
const NAMING_FIELDS = ['f', 'file'];

/** What an address says of the document: a DOI, a PubMed number, or host and path. Null where it is no web address. */
export type Addressed =
  | { readonly by: 'doi'; readonly id: string }
  | { readonly by: 'pmid'; readonly id: string }
  | { readonly by: 'link'; readonly host: string; readonly path: readonly string[] };

export function readAddress(address: string): Addressed | null {
  let url: URL;
  try {
    url = new URL(address.startsWith('www.') ? `https://${address}` : address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const host = url.hostname.toLowerCase().replace(/^www\./, '');
  const path = decoded(url.pathname)
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  if (host === 'doi.org' || host === 'dx.doi.org') return { by: 'doi', id: path.join('/') };
  const last = path[path.length - 1] ?? '';
  if (/^\d{5,9}$/.test(last) && /(^|\.)ncbi\.nlm\.nih\.gov$/.test(host) && !path.includes('books'))
    return { by: 'pmid', id: last };
  const named = NAMING_FIELDS.map((field) => url.searchParams.get(field)).find(Boolean);
  return { by: 'link', host, path: named ? [...path, `?${named.toLowerCase()}`] : path };
}

/**
 * Keys under which a held address of this document may be found, the exact one first, then those of the pages above
 * (a chapter of a guideline is the guideline), down to two steps below the host.
 */
export function addressKeys({ host, path }: Extract<Addressed, { by: 'link' }>): string[] {
  const keys: string[] = [];
  const least = Math.min(path.length, SHORTEST_SHARED_PATH);
  for (let steps = path.length; steps >= least; steps--)
    keys.push(`${host}/${path.slice(0, steps).join('/')}`);
  return keys;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
