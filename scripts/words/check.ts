// Sets a catalogue against the sentences of the code: what it lacks, what nobody says any more, what does not fit.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Catalogue } from '../../lib/words/words';
import { ROOT } from '../build';
import { type Bare, collect, type Sentence } from './collect';

/** Where sentences for readers of the extension are written. */
const FOLDERS = ['components', 'lib', 'entrypoints'];

export interface Collected {
  /** English → the first place where it is said. */
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly bare: readonly Bare[];
  /** Said here as it stands and there as counting: the catalogue could serve only one of them. */
  readonly clashes: readonly string[];
}

export function collectAll(): Collected {
  const sentences = new Map<string, Sentence>();
  const bare: Bare[] = [];
  const clashes: string[] = [];
  const add = (sentence: Sentence) => {
    const before = sentences.get(sentence.english);
    if (!before) sentences.set(sentence.english, sentence);
    else if (before.counts !== sentence.counts)
      clashes.push(`${sentence.english}: counts in one of ${before.at} and ${sentence.at}`);
  };
  for (const folder of FOLDERS)
    for (const path of readdirSync(join(ROOT, folder), {
      recursive: true,
      encoding: 'utf8',
    }).sort()) {
      if (!/\.tsx?$/.test(path)) continue;
      const file = join(ROOT, folder, path);
      const found = collect(relative(ROOT, file), readFileSync(file, 'utf8'));
      found.sentences.forEach(add);
      bare.push(...found.bare);
    }
  for (const sentence of [...subjects(), ...sites()]) add(sentence);
  return { sentences, bare, clashes };
}

/** What the gate says that a document speaks of (lib/detect/relevance-reasons.ts says it). But for this and the names of sites, data/ stays English. */
function subjects(): Sentence[] {
  const at = 'data/relevance.json';
  const { field, codes, against }: Record<string, { says?: string } | { says?: string }[]> =
    JSON.parse(readFileSync(join(ROOT, at), 'utf8'));
  return [field, codes, against]
    .flat()
    .flatMap((group) => (group?.says ? [{ english: group.says, counts: false, at }] : []));
}

function sites(): Sentence[] {
  const at = 'data/sites.json';
  const all: { name: string }[] = JSON.parse(readFileSync(join(ROOT, at), 'utf8'));
  return all.map(({ name }) => ({ english: name, counts: false, at }));
}

export interface Faults {
  /** Sentences without a translation. */
  readonly missing: readonly Sentence[];
  /** Entries that nobody says. */
  readonly unused: readonly string[];
  /** Translations whose `{names}` or `<parts>` are not those of the English, or that lack plural forms, with the reason. */
  readonly wrong: readonly string[];
}

export function check(
  sentences: ReadonlyMap<string, Sentence>,
  { language, words }: Catalogue,
): Faults {
  const wrong: string[] = [];
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const [english, { counts }] of sentences) {
    const found = words[english];
    if (found === undefined) continue;
    if (counts !== (typeof found === 'object')) {
      wrong.push(`${english}: ${counts ? 'counts, and needs plural forms' : 'does not count'}`);
      continue;
    }
    if (typeof found === 'object') {
      const lacking = needed.filter((form) => found[form] === undefined);
      if (lacking.length > 0) wrong.push(`${english}: no form for ${lacking.join(', ')}`);
    }
    for (const form of typeof found === 'object' ? Object.values(found) : [found])
      if (marks(form, counts) !== marks(english, counts))
        wrong.push(`${english}: “${form}” has other names or parts`);
  }
  return {
    missing: [...sentences.values()].filter(({ english }) => words[english] === undefined),
    unused: Object.keys(words).filter((english) => !sentences.has(english)),
    wrong,
  };
}

/** Names and parts of a sentence in one order. Where it counts, a form may say its number in words. */
function marks(sentence: string, counts: boolean): string {
  const found = sentence.match(/\{\w+\}|<\/?\w+>/g) ?? [];
  return found
    .filter((mark) => !counts || mark !== '{count}')
    .sort()
    .join(' ');
}
