// Search in generated evidence of 1,000, 10,000 and 100,000 entries, as typed letter by letter, against MiniSearch.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import MiniSearch from 'minisearch';
import type { Entry, Pack } from '../../lib/evidence/model';
import { entryDoc, topicDoc } from '../../lib/evidence/search/docs';
import { search } from '../../lib/evidence/search/search';
import { topicsByWording } from '../../lib/evidence/search/topics';
import { IndexBuilder, type SearchIndex } from '../../lib/evidence/search/word-index';
import type { Bench, BenchRow } from './model';
import { numbers } from './numbers';

const SIZES = [1_000, 10_000, 100_000];
const LIMITS = { topic: 6, cell: 6, entry: 20, passage: 8, guidance: 8 };
/** What readers type; each is searched at every letter from the second on. */
const TYPED = [
  'treatment',
  'case management',
  'rehab',
  'rehabiltation',
  'residential care',
  'methadone maintenance uk',
  'mutual aid referral',
  'the alcohol review 2012',
  'continuing care',
  'qqqq',
];
export const queries = [
  ...new Set(
    TYPED.flatMap((text) =>
      Array.from({ length: text.length - 1 }, (_, i) => text.slice(0, i + 2)),
    ),
  ),
];

const pack = (): Pack => JSON.parse(readFileSync(resolve('data/pack.json'), 'utf8'));

/** Entries with the titles' own words in other rows, and a rare word in every third. */
export function makeEntries(count: number, held: Pack): Entry[] {
  const next = numbers(3);
  const words = held.entries.flatMap(({ title }) => title.split(' '));
  const pick = () => words[Math.floor(next() * words.length)] ?? 'treatment';
  return Array.from({ length: count }, (_, i) => {
    const model = held.entries[i % held.entries.length];
    if (!model) throw new Error('the pack holds no entry');
    const made = Array.from({ length: 5 + Math.floor(next() * 8) }, pick);
    if (next() < 0.33) made.push(`study${Math.floor(next() * 30_000).toString(36)}`);
    return {
      ...model,
      id: `${model.cells[0]}/made-${i}`,
      title: made.join(' '),
      year: 1980 + Math.floor(next() * 45),
    };
  });
}

function ownIndex(entries: readonly Entry[], held: Pack): SearchIndex {
  const builder = new IndexBuilder();
  for (const topic of held.vocabulary.topics) builder.add(topicDoc(topic));
  for (const entry of entries) builder.add(entryDoc(entry));
  return builder.finish();
}

function miniSearch(entries: readonly Entry[]): MiniSearch {
  const fields = ['title', 'facts', 'summary', 'authors'];
  const index = new MiniSearch({ fields });
  index.addAll(
    entries.map(({ id, title, year, country, publisher, summary, citation }) => ({
      id,
      title,
      facts: `${year} ${country} ${publisher}`,
      summary: summary ?? '',
      authors: citation?.authors.join(' ') ?? '',
    })),
  );
  return index;
}

/** Sorted times in ms of every query, after one round that is not counted. */
function times(run: (text: string) => unknown): number[] {
  for (const text of queries) run(text);
  return queries
    .map((text) => {
      const started = performance.now();
      run(text);
      return performance.now() - started;
    })
    .sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const rounded = (value: number) => Number(value.toFixed(2));

function took<T>(work: () => T): [ms: number, made: T] {
  const started = performance.now();
  const made = work();
  return [performance.now() - started, made];
}

function run(): BenchRow[] {
  const held = pack();
  const topicsIn = topicsByWording(held.vocabulary);
  const rows: BenchRow[] = [];
  let smallest = Number.NaN;
  for (const size of SIZES) {
    const entries = makeEntries(size, held);
    const [ownBuild, own] = took(() => ownIndex(entries, held));
    const [miniBuild, mini] = took(() => miniSearch(entries));
    const ask = { kinds: [], cell: null, limits: LIMITS };
    const ownTimes = times((text) => search(own, { ...ask, text }, topicsIn));
    const miniTimes = times((text) =>
      mini.search(text, { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { title: 3 } }),
    );
    if (Number.isNaN(smallest)) smallest = at(ownTimes, 0.95);
    const row = (what: string, value: number, unit: string, mine: number, theirs: number) =>
      rows.push(
        {
          subject: `search, ${what}, ${size} entries`,
          value: rounded(value),
          unit,
          against: 'MiniSearch',
          ratio: rounded(theirs / mine),
          runs: queries.length,
        },
        {
          subject: `MiniSearch, ${what}, ${size} entries`,
          value: rounded(theirs),
          unit,
          against: null,
          ratio: null,
          runs: queries.length,
        },
      );
    row(
      'half of all queries within',
      at(ownTimes, 0.5),
      'ms',
      at(ownTimes, 0.5),
      at(miniTimes, 0.5),
    );
    row('95 % within', at(ownTimes, 0.95), 'ms', at(ownTimes, 0.95), at(miniTimes, 0.95));
    row('index made in', ownBuild, 'ms', ownBuild, miniBuild);
    rows.push({
      subject: `search, 95 % within, ${size} entries`,
      value: rounded(at(ownTimes, 0.95)),
      unit: 'ms',
      against: size === SIZES[0] ? null : `the same at ${SIZES[0]} entries (above 1: slower)`,
      ratio: size === SIZES[0] ? null : rounded(at(ownTimes, 0.95) / smallest),
      runs: queries.length,
    });
  }
  return rows;
}

export const searching: Bench = {
  name: 'search',
  about:
    'Queries as they are typed, letter by letter, with slips and other words, in generated evidence',
  run,
};
