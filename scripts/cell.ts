// `npm run cell -- [--json] FILE…`: what a matrix cell given as text, Markdown or a saved page holds.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { JSDOM } from 'jsdom';
import { importBytes } from '../lib/evidence/importer/file';
import { cellLines, cellRow } from '../lib/evidence/importer/listing';
import type { ImportedCell } from '../lib/evidence/importer/model';

const USAGE = `npm run cell -- [--json] FILE…
  FILE    a matrix cell as text, Markdown or a saved web page; - reads standard input
  --json  one line of JSON a file`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});

if (values.help || positionals.length === 0) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

/** Parses and no more: jsdom runs no script and loads nothing unless it is told to. */
const parser = { parseFromString: (html: string) => new JSDOM(html).window.document };

function importFile(path: string): ImportedCell {
  const bytes = readFileSync(path === '-' ? 0 : path);
  return importBytes(bytes, path === '-' ? '' : basename(path), parser);
}

for (const path of positionals) {
  try {
    const cell = importFile(path);
    if (values.json) console.log(JSON.stringify(cellRow(path, cell)));
    else console.log(`${cellLines(path, cell).join('\n')}\n`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (typeof code !== 'string') throw error;
    const others = positionals.length > 1 ? ' The other files are read all the same.' : '';
    console.error(`${path} could not be read (${code}).${others}`);
    process.exitCode = 1;
  }
}
