// Scan of plain text: the whole detector, all rules on, against Aho–Corasick packages and one RegExp of all terms.
import { AhoCorasick as Monyone } from '@monyone/aho-corasick/fast';
import Classic from 'ahocorasick';
import Modern from 'modern-ahocorasick';
import { createDetector } from '../../lib/detect/detect';
import type { DetectInput } from '../../lib/detect/model';
import { compile } from '../../lib/vocabulary/compile';
import type { Vocabulary } from '../../lib/vocabulary/schema';
import { floor } from './floor';
import type { Bench, BenchRow } from './model';
import { processorTimes } from './processor-time';
import { absentTerms, someOf, withTerms } from './terms';
import { lengthOf, makeDocuments, WHAT } from './text';
import { shippedVocabulary } from './vocabulary';

const RUNS = 15;
/** UTF-16 units of text in a round. */
const LENGTH = 200_000;
const SIZES = [300, 3_000, 30_000];
/** Terms of the vocabulary, the same at every size, so that the marks are the same too. */
const REAL = 300;
const OWN = 'lib/detect';
const FLOOR = 'floor: every character read, every word hashed';

/** The detector over the documents, each judged whatever the gate says; gives back how many mentions it found. */
function ours(vocabulary: Vocabulary, documents: readonly DetectInput[]): () => number {
  const detector = createDetector(compile(vocabulary));
  return () => {
    let mentions = 0;
    for (const document of documents) {
      const { blocks } = document;
      const surveyed = detector.survey(
        document,
        blocks.map((block) => detector.scanBlock(block.text)),
      );
      for (let i = 0; i < blocks.length; i += 1) mentions += surveyed.mentionsOf(i).length;
    }
    return mentions;
  };
}

function regExp(terms: readonly string[], texts: readonly string[]): () => number {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  const union = new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'gi');
  return () => texts.reduce((sum, text) => sum + (text.match(union)?.length ?? 0), 0);
}

/** All ways take the text block by block; the packages get it in lower case, which they do not make themselves. */
function round(
  terms: readonly string[],
  vocabulary: Vocabulary,
  documents: readonly DetectInput[],
): Map<string, () => number> {
  const texts = documents.flatMap(({ blocks }) => blocks.map(({ text }) => text));
  const lower = texts.map((text) => text.toLowerCase());
  const small = terms.map((term) => term.toLowerCase());
  const classic = new Classic([...small]);
  const modern = new Modern([...small]);
  const monyone = new Monyone([...small]);
  const each = (search: (text: string) => { length: number }) => () =>
    lower.reduce((sum, text) => sum + search(text).length, 0);
  return new Map([
    [OWN, ours(vocabulary, documents)],
    ['ahocorasick', each((text) => classic.search(text))],
    ['modern-ahocorasick', each((text) => modern.search(text))],
    ['@monyone/aho-corasick', each((text) => monyone.matchInText(text))],
    ['RegExp of all terms', regExp(small, lower)],
    [FLOOR, () => floor(texts)],
  ]);
}

function run(): BenchRow[] {
  const documents = makeDocuments(LENGTH);
  const length = lengthOf(documents);
  const shipped = shippedVocabulary();
  const { vocabulary, terms: real } = someOf(shipped, REAL, documents);
  const made = absentTerms((SIZES[SIZES.length - 1] ?? 0) - REAL, vocabulary, real, documents);
  const rows: BenchRow[] = [];
  const own = new Map<number, number>();
  const found = new Map<string, number>();
  const put = (subject: string, ms: number, against: string | null, other: number) =>
    rows.push({
      subject,
      value: Number((length / ms / 1000).toFixed(2)),
      unit: 'million characters/s',
      against,
      ratio: against === null ? null : ratio(other, ms),
      runs: RUNS,
    });
  for (const size of SIZES) {
    const more = made.slice(0, size - REAL);
    const subjects = round([...real, ...more], withTerms(vocabulary, more), documents);
    for (const [name, subject] of subjects) sameAsBefore(found, name, subject());
    const times = processorTimes(subjects, RUNS);
    const ms = times.get(OWN) ?? Number.NaN;
    own.set(size, ms);
    const packages = [...times].filter(([name]) => /corasick/.test(name));
    const [fastest, best] = packages.sort((a, b) => a[1] - b[1])[0] ?? ['none', Number.NaN];
    put(`${OWN}, ${size} terms`, ms, `${fastest}, the fastest Aho–Corasick package`, best);
    for (const [name, other] of times)
      if (name !== OWN) put(`${name}, ${size} terms`, other, OWN, ms);
  }
  const whole =
    processorTimes(new Map([[OWN, ours(shipped, documents)]]), RUNS).get(OWN) ?? Number.NaN;
  put(`${OWN}, the shipped vocabulary`, whole, `${OWN} at 300 terms`, own.get(300) ?? Number.NaN);
  rows.push({
    subject: `${OWN}, time at 30,000 terms`,
    value: Number((own.get(30_000) ?? Number.NaN).toFixed(1)),
    unit: 'ms',
    against: 'lib/detect at 300 terms (above 1: slower)',
    ratio: ratio(own.get(30_000) ?? Number.NaN, own.get(300) ?? Number.NaN),
    runs: RUNS,
  });
  for (const [name, count] of found)
    if (name !== FLOOR) rows.push(counted(`${name}, found at every size`, count, length));
  return [...rows, ...growth(vocabulary)];
}

/** More terms must not find more, or the sizes could not be compared. */
function sameAsBefore(found: Map<string, number>, name: string, count: number): void {
  const before = found.get(name) ?? count;
  if (before !== count) throw new Error(`${name} found ${before} places, then ${count}`);
  found.set(name, count);
}

const counted = (subject: string, count: number, length: number): BenchRow => ({
  subject,
  value: Number(((count / length) * 10_000).toFixed(2)),
  unit: 'places in 10,000 characters',
  against: null,
  ratio: null,
  runs: 1,
});

/** Time a character at 1, 10 and 100 times the text. */
function growth(vocabulary: Vocabulary): BenchRow[] {
  const sizes = [20_000, 200_000, 2_000_000];
  const texts = sizes.map((size) => makeDocuments(size));
  const times = processorTimes(
    new Map(texts.map((documents, i) => [String(i), ours(vocabulary, documents)] as const)),
    5,
  );
  const each = texts.map(
    (documents, i) => (times.get(String(i)) ?? Number.NaN) / lengthOf(documents),
  );
  return sizes.map((size, i) => ({
    subject: `${OWN}, text of ${size / 1000} thousand characters`,
    value: Number(((each[i] ?? Number.NaN) * 1e6).toFixed(2)),
    unit: 'ns a character',
    against: i === 0 ? null : 'text of 20 thousand characters (above 1: slower)',
    ratio: i === 0 ? null : ratio(each[i] ?? Number.NaN, each[0] ?? Number.NaN),
    runs: 5,
  }));
}

const ratio = (a: number, b: number): number => Number((a / b).toFixed(2));

export const scan: Bench = {
  name: 'scan',
  about: `Plain text, block by block, least processor time: ${WHAT}; ${REAL} terms of the vocabulary at every size, the others not in the text`,
  run,
};
