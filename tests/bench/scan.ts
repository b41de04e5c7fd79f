// Scan of plain text: the whole detector, all rules on, against Aho–Corasick packages and one RegExp of all terms.
import { AhoCorasick as Monyone } from '@monyone/aho-corasick/fast';
import Classic from 'ahocorasick';
import Modern from 'modern-ahocorasick';
import { createDetector } from '../../lib/detect/detect';
import type { Block } from '../../lib/detect/model';
import { compile } from '../../lib/vocabulary/compile';
import { type Bench, type BenchRow, timed } from './model';
import { makeTerms, makeText } from './text';

const RUNS = 7;
/** UTF-16 units of text in a round. */
const LENGTH = 400_000;

function vocabularyOf(terms: readonly string[]) {
  const topic = {
    id: 'bench',
    label: { en: 'Bench', cy: null },
    tier: 1 as const,
    definition: '',
    scope: '',
    cells: ['drug/E4'],
    broader: [],
    related: [],
    terms: [{ kind: 'preferred' as const, forms: [...terms] }],
    senses: {},
    not: [],
  };
  return { classes: {}, topics: [topic] };
}

/** The detector over the text as one document; gives back how many mentions it found. */
function detector(terms: readonly string[], blocks: readonly Block[]): () => number {
  const { scanBlock, survey } = createDetector(compile(vocabularyOf(terms)));
  const input = { title: 'Drug and alcohol treatment', host: '', blocks };
  return () => {
    const surveyed = survey(
      input,
      blocks.map((block) => scanBlock(block.text)),
    );
    let mentions = 0;
    for (let i = 0; i < blocks.length; i += 1) mentions += surveyed.mentionsOf(i).length;
    return mentions;
  };
}

function regExp(terms: readonly string[], texts: readonly string[]): () => number {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  const union = new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'gi');
  return () => texts.reduce((sum, text) => sum + (text.match(union)?.length ?? 0), 0);
}

/** All ways take the text block by block; the packages get it in lower case, which they do not make themselves. */
function round(terms: readonly string[], blocks: readonly Block[]) {
  const lower = blocks.map((block) => block.text.toLowerCase());
  const classic = new Classic([...terms]);
  const modern = new Modern([...terms]);
  const monyone = new Monyone([...terms]);
  const each = (search: (text: string) => { length: number }) => () =>
    lower.reduce((sum, text) => sum + search(text).length, 0);
  return new Map<string, () => unknown>([
    ['lib/detect', detector(terms, blocks)],
    ['ahocorasick', each((text) => classic.search(text))],
    ['modern-ahocorasick', each((text) => modern.search(text))],
    ['@monyone/aho-corasick', each((text) => monyone.matchInText(text))],
    ['RegExp of all terms', regExp(terms, lower)],
  ]);
}

function run(): BenchRow[] {
  const { blocks, text } = makeText(LENGTH);
  const rows: BenchRow[] = [];
  const own = new Map<number, number>();
  for (const size of [300, 3_000, 30_000]) {
    const terms = makeTerms(size);
    const times = timed(round(terms, blocks), RUNS);
    const packages = [...times].filter(([name]) => /corasick/.test(name));
    const [fastest, best] = packages.sort((a, b) => a[1] - b[1])[0] ?? ['none', Number.NaN];
    for (const [name, ms] of times) {
      const isOwn = name === 'lib/detect';
      if (isOwn) own.set(size, ms);
      rows.push({
        subject: `${name}, ${size} terms`,
        value: Number((text.length / ms / 1000).toFixed(2)),
        unit: 'million characters/s',
        against: isOwn ? `${fastest}, the fastest Aho–Corasick package` : 'lib/detect',
        ratio: ratio(isOwn ? best : (times.get('lib/detect') ?? Number.NaN), ms),
        runs: RUNS,
      });
    }
  }
  rows.push({
    subject: 'lib/detect, time at 30,000 terms',
    value: Number((own.get(30_000) ?? Number.NaN).toFixed(1)),
    unit: 'ms',
    against: 'lib/detect at 300 terms (above 1: slower)',
    ratio: ratio(own.get(30_000) ?? Number.NaN, own.get(300) ?? Number.NaN),
    runs: RUNS,
  });
  return [...rows, ...growth()];
}

/** Time a character at 1, 10 and 100 times the text. */
function growth(): BenchRow[] {
  const terms = makeTerms(300);
  const sizes = [20_000, 200_000, 2_000_000];
  const subjects = new Map(
    sizes.map((size) => [String(size), detector(terms, makeText(size).blocks)] as const),
  );
  const times = timed(subjects, 5);
  const first = (times.get('20000') ?? Number.NaN) / 20_000;
  return sizes.map((size) => {
    const each = (times.get(String(size)) ?? Number.NaN) / size;
    return {
      subject: `lib/detect, text of ${size / 1000} thousand characters`,
      value: Number((each * 1e6).toFixed(2)),
      unit: 'ns a character',
      against: size === 20_000 ? null : 'text of 20 thousand characters (above 1: slower)',
      ratio: size === 20_000 ? null : Number((each / first).toFixed(2)),
      runs: 5,
    };
  });
}

const ratio = (a: number, b: number): number => Number((a / b).toFixed(2));

export const scan: Bench = {
  name: 'scan',
  about: 'Plain text of commissioning documents, terms of one to three words found in it and not',
  run,
};
