// `npm run pack -- [--json] [FILE.json]`: what the shipped evidence, or a file, holds, and where each fact comes from.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sha256Of } from '../lib/evidence/packs/checksum';
import { entryRow, factLines, packTotals } from '../lib/evidence/packs/listing';
import { parsePack } from '../lib/evidence/packs/pack';
import { PACK_FILE } from './sources';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});

const NOTHING = { cells: 0, entries: 0, passages: 0, topics: 0 };
const file = positionals[0] ?? PACK_FILE;
const text = read(file);
const parsed = parsePack(text);
const sha256 = await sha256Of(text);

if (!parsed.ok) {
  if (values.json)
    console.log(JSON.stringify({ ...NOTHING, sha256, revised: null, problems: parsed.problems }));
  console.error(`${file instanceof URL ? 'data/pack.json' : file} was refused:`);
  for (const { path, line, reason } of parsed.problems)
    console.error(`  ${line === null ? '' : `line ${line}, `}${path || 'the file'}: ${reason}`);
  process.exit(1);
}

const totals = { ...packTotals(parsed.pack), sha256, revised: parsed.pack.revised, problems: [] };
if (values.json) {
  for (const entry of parsed.pack.entries) console.log(JSON.stringify(entryRow(entry)));
  console.log(JSON.stringify(totals));
} else {
  for (const line of factLines(parsed.pack)) console.log(line);
  const { cells, entries, passages, topics } = totals;
  console.log(
    `\n${cells} cells, ${entries} entries, ${passages} passages, ${topics} topics; sha256 ${sha256}`,
  );
}

function read(path: string | URL): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    console.error(`${path} could not be read.`);
    process.exit(1);
  }
}
