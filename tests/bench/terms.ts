// Terms for benchmarks: some of the real ones, and made ones of the same shapes that do not stand in the text.
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import type { DetectInput } from '../../lib/detect/model';
import { createScanner, HIT } from '../../lib/detect/scan';
import { compile } from '../../lib/vocabulary/compile';
import type { Vocabulary } from '../../lib/vocabulary/schema';
import { numbers } from './numbers';

/** A form of plain words, which a package can look for as it stands. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;

/**
 * The vocabulary with `count` of its plain forms only, those that stand in the text most often, so that there is as
 * much to mark as with all of them; senses and words that mean something else stay as they are. Also the forms left.
 */
export function someOf(
  vocabulary: Vocabulary,
  count: number,
  documents: readonly DetectInput[],
): { vocabulary: Vocabulary; terms: string[] } {
  const forms = vocabulary.topics.flatMap(({ terms }) => terms.flatMap((group) => group.forms));
  const byLetters = new Map(forms.filter((f) => PLAIN.test(f)).map((f) => [f.toLowerCase(), f]));
  const times = new Map([...byLetters.keys()].map((form) => [form, 0]));
  const letters = new AhoCorasick([...byLetters.keys()]);
  for (const text of textsOf(documents))
    for (const { keyword } of letters.matchInText(text.toLowerCase()))
      times.set(keyword, (times.get(keyword) ?? 0) + 1);
  const most = [...times].sort((x, y) => y[1] - x[1]).slice(0, count);
  const terms = most.map(([form]) => byLetters.get(form) ?? form);
  const kept = new Set(terms);
  const topics = vocabulary.topics.map((topic) => {
    const groups = topic.terms.map((group) => ({
      ...group,
      forms: group.forms.filter((form) => kept.has(form)),
    }));
    return { ...topic, terms: groups.filter((group) => group.forms.length > 0) };
  });
  return { vocabulary: { ...vocabulary, topics }, terms };
}

const textsOf = (documents: readonly DetectInput[]): string[] =>
  documents.flatMap(({ blocks, title }) => [title, ...blocks.map(({ text }) => text)]);

/** The vocabulary and one further topic with these terms. */
export function withTerms(vocabulary: Vocabulary, terms: readonly string[]): Vocabulary {
  if (terms.length === 0) return vocabulary;
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
  return { ...vocabulary, topics: [...vocabulary.topics, topic] };
}

/**
 * Terms with as many words as the real ones have, each word one of the text, one of the real terms or one made of
 * syllables of the text. None stands in the text, neither for the detector nor letter by letter.
 */
export function absentTerms(
  count: number,
  vocabulary: Vocabulary,
  real: readonly string[],
  documents: readonly DetectInput[],
): string[] {
  const texts = textsOf(documents);
  const made = madeTerms(Math.ceil(count * 1.5), real, texts.join('\n'));
  const present = new Set<string>();
  const { scanBlock } = createScanner(compile(withTerms(vocabulary, made)));
  const { term } = compile(withTerms(vocabulary, made));
  const letters = new AhoCorasick(made);
  for (const text of texts) {
    const { terms } = scanBlock(text);
    for (let i = 0; i < terms.length; i += HIT) present.add(term(terms[i] ?? -1)?.form ?? '');
    for (const { keyword } of letters.matchInText(text.toLowerCase())) present.add(keyword);
  }
  const absent = made.filter((one) => !present.has(one));
  if (absent.length < count) throw new Error(`${absent.length} terms made, ${count} needed`);
  return absent.slice(0, count);
}

function madeTerms(count: number, real: readonly string[], text: string): string[] {
  const next = numbers(2);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const inText = [...new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? [])];
  const inTerms = [...new Set(real.flatMap((term) => term.toLowerCase().split(' ')))];
  const word = (): string => {
    const sort = next();
    if (sort < 0.25) return pick(inText);
    return sort < 0.5 ? pick(inTerms) : pick(inText).slice(0, 4) + pick(inText).slice(-3);
  };
  const known = new Set(real.map((term) => term.toLowerCase()));
  const terms = new Set<string>();
  while (terms.size < count) {
    const term = Array.from({ length: pick(real).split(' ').length }, word).join(' ');
    if (!known.has(term)) terms.add(term);
  }
  return [...terms];
}
