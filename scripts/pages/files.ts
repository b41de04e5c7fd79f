// The saved pages of a folder, and what is answered when one of them asks for a file.
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { typeOf } from '../demo/server';

const PAGE = new Set(['.html', '.htm']);

/** Paths of all HTML files in a folder and the folders in it, with `/`, in order. Throws where the folder cannot be read. */
export function htmlFilesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => PAGE.has(extname(file).toLowerCase()) && statSync(join(folder, file)).isFile(),
    )
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/** The address under which a file of the folder is opened. */
export function addressOf(site: string, file: string): string {
  return `https://${site}/${file.split('/').map(encodeURIComponent).join('/')}`;
}

export interface Answer {
  readonly body: Buffer;
  readonly type: string;
}

/** What a page of `site` gets for an address: the file that stands there in the folder; null (to be told 404) for all else. */
export function answerFor(folder: string, site: string, address: string): Answer | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  if (hostname !== site) return null;
  try {
    const root = realpathSync(folder);
    // Links out of the folder are followed by nobody.
    const file = realpathSync(resolve(root, `.${decodeURIComponent(pathname)}`));
    if (!file.startsWith(root + sep) || !statSync(file).isFile()) return null;
    return { body: readFileSync(file), type: typeOf(file) };
  } catch {
    return null;
  }
}
