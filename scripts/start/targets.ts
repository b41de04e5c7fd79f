// What `npm start` opens: the demonstration pages, or the addresses and files that were given.
import { existsSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export type StartTarget =
  | { readonly name: string; readonly url: string }
  /** Cannot be opened; the reason is shown in its row. */
  | { readonly name: string; readonly reason: string };

const READABLE = new Set(['.html', '.htm', '.xhtml', '.txt']);

/** @param argument an address with http:// or https://, a host name with a path, or the path of a file */
export function targetOf(argument: string): StartTarget {
  if (/^(https?|file):\/\//i.test(argument)) {
    if (!URL.canParse(argument)) return { name: argument, reason: 'this is not a web address' };
    return { name: nameOf(argument), url: new URL(argument).href };
  }
  const path = resolve(argument);
  const name = basename(argument);
  if (!existsSync(path)) {
    const address = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(argument) && !isFileName(argument);
    return address
      ? { name: argument, url: `https://${argument}` }
      : { name, reason: 'no such file; web addresses begin with https://' };
  }
  if (statSync(path).isDirectory()) return { name, reason: 'this is a folder; name a file in it' };
  const kind = extname(name).toLowerCase();
  if (!READABLE.has(kind)) {
    const what = kind === '' ? 'files without an ending' : `${kind} files`;
    return {
      name,
      reason: `${what} cannot be read yet; save it as a web page (.html) or as text (.txt)`,
    };
  }
  return { name, url: pathToFileURL(path).href };
}

/** Endings that are no top-level domain: a missing file, not a host. */
const isFileName = (name: string): boolean =>
  READABLE.has(extname(name).toLowerCase()) || /\.(pdf|docx?|md|json|csv|xlsx?)$/i.test(name);

function nameOf(address: string): string {
  const { hostname, pathname, protocol } = new URL(address);
  if (protocol === 'file:') return basename(pathname);
  return pathname === '/' ? hostname : `${hostname}${pathname}`;
}
