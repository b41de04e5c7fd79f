// The detector with the vocabulary of data/, ready for text from files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePack } from '../lib/evidence/packs/pack';
import { citables } from '../lib/evidence/references';
import { compile } from '../lib/vocabulary/compile';
import { loadVocabulary } from '../lib/vocabulary/load';

const DATA = fileURLToPath(new URL('../data/', import.meta.url));
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Reads data/classes.json and data/topics/; ends the command with file and form where they do not hold together. */
export function readEngine() {
  const folder = join(DATA, 'topics');
  const loaded = loadVocabulary({
    classes: readJson(join(DATA, 'classes.json')),
    topics: readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => ({ file, json: readJson(join(folder, file)) })),
  });
  if (!loaded.ok) {
    const lines = loaded.problems.map(
      ({ file, form, reason }) =>
        `data/topics/${file}: ${form === undefined ? '' : `“${form}”: `}${reason}`,
    );
    console.error(`The vocabulary does not hold together:\n${lines.join('\n')}`);
    process.exit(1);
  }
  const { vocabulary } = loaded;
  const tiers = new Map(vocabulary.topics.map((topic) => [topic.id, topic.tier]));
  return { matcher: compile(vocabulary), vocabulary, tiers };
}

/** How documents cite the shipped evidence; throws where data/pack.json does not hold together. */
export function shippedCitables() {
  const parsed = parsePack(readFileSync(join(DATA, 'pack.json'), 'utf8'));
  if (!parsed.ok) throw new Error('data/pack.json is refused; npm run pack says why');
  return citables(parsed.pack);
}

/** Version of the shipped evidence, which holds the vocabulary; throws where data/pack.json is not there. */
export function evidenceVersion(): string {
  const pack = readJson(join(DATA, 'pack.json'));
  if (typeof pack === 'object' && pack !== null && 'version' in pack) return String(pack.version);
  throw new Error('data/pack.json has no version');
}
