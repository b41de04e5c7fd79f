// `npm run pack -- [--json] [FILE.json]`: what the shipped evidence, or a file, holds, and where each fact comes from.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Pack } from '../lib/evidence/model';
import { sha256Of } from '../lib/evidence/packs/checksum';
import type { FileProblem } from '../lib/evidence/packs/json';
import { wordFaults } from '../lib/evidence/packs/layer-words';
import { entryRow, factLines, packTotals } from '../lib/evidence/packs/listing';
import { mergePacks } from '../lib/evidence/packs/merge';
import { parsePack } from '../lib/evidence/packs/pack';
import { readBytes } from '../lib/evidence/packs/read-file';
import { PACK_FILE } from './sources';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});

const NOTHING = { cells: 0, entries: 0, passages: 0, topics: 0 };
const file = positionals[0] ?? PACK_FILE;
const bytes = read(file);
const sha256 = await sha256Of(bytes);
const looked = look();

if (!looked.ok) {
  if (values.json)
    console.log(JSON.stringify({ ...NOTHING, sha256, revised: null, problems: looked.problems }));
  console.error(`${file instanceof URL ? 'data/pack.json' : file} was refused:`);
  for (const { path, line, reason } of looked.problems)
    console.error(`  ${line === null ? '' : `line ${line}, `}${path || 'the file'}: ${reason}`);
  process.exit(1);
}

const { pack, clashes } = looked;
for (const reason of clashes) console.error(reason);
const totals = { ...packTotals(pack), sha256, revised: pack.revised, problems: [] };
if (values.json) {
  for (const entry of pack.entries) console.log(JSON.stringify(entryRow(entry)));
  console.log(JSON.stringify(totals));
} else {
  for (const line of factLines(pack)) console.log(line);
  const { cells, entries, passages, topics } = totals;
  console.log(
    `\n${cells} cells, ${entries} entries, ${passages} passages, ${topics} topics; sha256 ${sha256}`,
  );
}

type Looked =
  | { readonly ok: true; readonly pack: Pack; readonly clashes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A pack of an organisation is looked at beside the shipped one, as it would stand in the extension. */
function look(): Looked {
  const text = readBytes(bytes);
  if (!text.ok) return text;
  const shipped = file === PACK_FILE ? null : parsePack(readFileSync(PACK_FILE, 'utf8'));
  const beside = shipped?.ok ? [shipped.pack] : [];
  const parsed = parsePack(text.text, beside);
  if (!parsed.ok) return parsed;
  if (parsed.pack.role === 'shipped') return { ok: true, pack: parsed.pack, clashes: [] };
  const { words, clashes } = mergePacks([...beside, parsed.pack]);
  const problems = wordFaults(parsed.pack, words.get(parsed.pack.id));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, pack: parsed.pack, clashes: clashes.map(({ reason }) => reason) };
}

function read(path: string | URL): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    console.error(`${path} could not be read.`);
    process.exit(1);
  }
}
