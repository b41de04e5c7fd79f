// Fetches a file of the web for the reader page, at the reader's click: with their own session at that site, and with leave for that host alone.
import { giveBack, mayRead } from '../platform/hosts';
import { requestHosts } from '../platform/scripts';
import { patternFor } from '../sites/sites';
import { say } from '../words/words';

/** Bytes; more than this the page could not hold beside what it draws. */
const LARGEST = 500_000_000;

export type Fetched =
  | { readonly ok: true; readonly name: string; readonly data: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: string };

const save = () => say('Save the file on this computer and drop it here instead.');

/** Name of a file by its address, as people know it. */
export function nameIn(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    // A stray percent sign.
    return last;
  }
}

/** Must be called straight from the click: the browser asks the reader for leave, where it has not been given. */
export async function fetchFile(address: string): Promise<Fetched> {
  const pattern = patternFor(address);
  if (pattern === null) return read(address);
  // Asked for first, since a look-up between the click and the question would forbid it; had already, nothing is asked.
  const had = mayRead(pattern);
  const given = await requestHosts([pattern]).catch(() => false);
  if (!given && !(await had))
    return {
      ok: false,
      reason: `${say('Not fetched: the browser was not allowed to read {host}. Nothing was sent.', { host: new URL(address).hostname })} ${save()}`,
    };
  const fetched = await read(address);
  if (!(await had)) await giveBack(pattern);
  return fetched;
}

async function read(address: string): Promise<Fetched> {
  const host = new URL(address).hostname;
  const no = (reason: string): Fetched => ({ ok: false, reason: `${reason} ${save()}` });
  try {
    const response = await fetch(address, {
      credentials: 'include',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok)
      return no(
        response.status === 401 || response.status === 403
          ? say('{host} did not give the file: it asks you to sign in first (answer {status}).', {
              host,
              status: String(response.status),
            })
          : say('{host} did not give the file (answer {status}).', {
              host,
              status: String(response.status),
            }),
      );
    const name =
      namedBy(response.headers.get('content-disposition')) ?? nameIn(response.url || address);
    if (Number(response.headers.get('content-length')) > LARGEST)
      return no(say('This file is larger than 500 MB, which is more than can be read here.'));
    const data = new Uint8Array(await response.arrayBuffer());
    const isPage = /^text\/html/i.test(response.headers.get('content-type') ?? '');
    if (isPage && !/\.x?html?$/i.test(nameIn(address)))
      return no(
        say(
          '{host} answered with a web page instead of the file, most likely because it wants you to sign in. Sign in there and try again.',
          { host },
        ),
      );
    return { ok: true, name, data };
  } catch {
    return no(
      say(
        '{host} did not give the file: it could not be reached, or it sends the file from another address.',
        { host: host || say('The browser') },
      ),
    );
  }
}

/** The file name of a Content-Disposition header (RFC 6266); null where it gives none. */
export function namedBy(header: string | null): string | null {
  if (header === null) return null;
  const extended = /filename\*\s*=\s*utf-8'[^']*'([^;]+)/i.exec(header)?.[1];
  if (extended !== undefined) {
    try {
      return plainName(decodeURIComponent(extended.trim()));
    } catch {
      // A stray percent sign: the plain form may follow.
    }
  }
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header);
  return plainName((plain?.[1] ?? plain?.[2] ?? '').replace(/\\(.)/g, '$1'));
}

/** Without folders; null for an empty one. */
function plainName(name: string): string | null {
  return name.split(/[/\\]/).pop()?.trim().slice(0, 200) || null;
}
