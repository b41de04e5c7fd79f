// The files that a command is to read: paths as given, folders as the documents in them.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENT = /\.(pdf|docx|html?|xhtml|md|markdown|txt)$/i;

/** Folders with all that is below them, in the order of names; hidden files, and Word's own notes of open ones, are left out. */
export function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (path === '-' || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
    const entries = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
    return entries
      .filter((name) => DOCUMENT.test(name) && !/(^|[\\/])(\.|~\$)/.test(name))
      .map((name) => join(path, name))
      .filter((file) => statSync(file).isFile());
  });
}
