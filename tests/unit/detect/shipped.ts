// The vocabulary that ships, loaded and compiled as the extension does it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../../lib/vocabulary/compile';
import { type LoadedVocabulary, loadVocabulary } from '../../../lib/vocabulary/load';
import type { Matcher } from '../../../lib/vocabulary/matcher';

const DATA = join(import.meta.dirname, '../../../data');
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(DATA, ...path), 'utf8'));

export function shippedVocabulary(): LoadedVocabulary {
  return loadVocabulary({
    classes: json('classes.json'),
    topics: readdirSync(join(DATA, 'topics'))
      .sort()
      .map((file) => ({ file, json: json('topics', file) })),
  });
}

export function shippedMatcher(): Matcher {
  const loaded = shippedVocabulary();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)));
  return compile(loaded.vocabulary);
}
