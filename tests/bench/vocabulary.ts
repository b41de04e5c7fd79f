// The shipped vocabulary for benchmarks, which run from a bundle two folders below the root.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadVocabulary } from '../../lib/vocabulary/load';
import type { Vocabulary } from '../../lib/vocabulary/schema';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Throws where the data do not hold together; `npm run eval` says why. */
export function shippedVocabulary(): Vocabulary {
  const folder = join(DATA, 'topics');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const topics = files.sort().map((file) => ({ file, json: json(join(folder, file)) }));
  const loaded = loadVocabulary({ classes: json(join(DATA, 'classes.json')), topics });
  if (!loaded.ok) throw new Error('the vocabulary of data/ does not hold together');
  return loaded.vocabulary;
}
