// Reads the files from which the shipped pack is put together.
import { readdirSync, readFileSync } from 'node:fs';
import type { PackSources } from '../lib/evidence/packs/assemble';

const DATA = new URL('../data/', import.meta.url);

export const PACK_FILE = new URL('pack.json', DATA);

/** Throws, naming the file, where one is absent or is not JSON. */
export function readSources(): PackSources {
  const topics = readdirSync(new URL('topics/', DATA))
    .filter((file) => file.endsWith('.json'))
    .sort();
  return {
    facts: read('sources/matrix-facts.json'),
    read: read('sources/drug-E4.json'),
    guidance: read('sources/guidance.json'),
    statements: read('sources/statements.json'),
    classes: read('classes.json'),
    topics: topics.map((file) => ({ file, json: read(`topics/${file}`) })),
  };
}

function read(name: string): unknown {
  try {
    return JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
  } catch (error) {
    throw new Error(`data/${name} could not be read`, { cause: error });
  }
}
