// `npm run pack:build`: writes data/pack.json from data/sources/, data/topics/ and data/classes.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assemblePack } from '../lib/evidence/packs/assemble';
import { PACK_FILE, readSources } from './sources';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const built = assemblePack(readSources());
if (!built.ok) {
  console.error('The evidence was not built; data/pack.json is as it was.');
  for (const { file, field, reason } of built.problems)
    console.error(`  data/${file}: ${field}: ${reason}`);
  process.exit(1);
}
if (values.check) {
  const same = readFileSync(PACK_FILE, 'utf8') === built.text;
  console.log(
    same
      ? 'data/pack.json is up to date.'
      : 'data/pack.json is not what its sources give; run npm run pack:build.',
  );
  process.exit(same ? 0 : 1);
}
writeFileSync(PACK_FILE, built.text);
const { cells, entries, passages, guidance, statements, vocabulary } = built.pack;
console.log(
  `data/pack.json: ${cells.length} cells, ${entries.length} entries, ${passages.length} passages, ${guidance.length} pieces of newer guidance, ${vocabulary.topics.length} topics, ${statements.length} with a statement; ${built.text.length} characters`,
);
