// What a page says in Welsh: the catalogue, the texts on a page, and those of them that are English words of ours.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Catalogue } from '../../../lib/words/words';
import { ROOT } from '../../../scripts/build';
import { collectAll } from '../../../scripts/words/check';

export const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
export const welsh: Catalogue = JSON.parse(read('data/words/cy.json'));
export const { sentences } = collectAll();

/** What a sentence of ours looks like on screen, whatever stands in its names. */
function lookOf(english: string): RegExp {
  const plain = english.replace(/<\/?\w+>/g, '');
  const literal = plain.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const body = literal.join('.*');
  // A short one may be part of a word or of a name; a longer one is ours wherever it stands.
  return plain.replace(/\{\w+\}|[^\p{L}]/gu, '').length > 14
    ? new RegExp(body)
    : new RegExp(`^${body}$`);
}

const isSame = (english: string) =>
  Object.values(forms(english)).some((form) => form.toLowerCase() === english.toLowerCase());
function forms(english: string): Record<string, string> {
  const found = welsh.words[english];
  return typeof found === 'object' ? found : { other: found ?? '' };
}
const ours = [...sentences.keys()]
  .filter((english) => /\p{L}{2}/u.test(english.replace(/\{\w+\}|<\/?\w+>/g, '')))
  .filter((english) => !isSame(english))
  .map((english) => ({ english, look: lookOf(english) }));

/** A page is looked at many times, and says mostly the same: what a text holds is worked out once. */
const judged = new Map<string, string[]>();

function judge(text: string): string[] {
  const found = [text, ...text.split(/ · |[,;:] /)].flatMap((part) =>
    ours.filter(({ look }) => look.test(part)).map(({ english }) => `${english} ← ${text}`),
  );
  judged.set(text, found);
  return found;
}

export const englishIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => judged.get(text) ?? judge(text));

/** Names of publishers and places, which are no words of ours. */
type Named = Partial<Record<'publisher' | 'nation' | 'country', string | null>>;
const names = namesOf(JSON.parse(read('data/pack.json')));
function namesOf({ entries, guidance }: { entries: Named[]; guidance: Named[] }): string[] {
  const all = [...entries, ...guidance].flatMap((row) => [row.publisher, row.nation, row.country]);
  // The longest first: some are part of others.
  return [...new Set(all)]
    .filter((name): name is string => typeof name === 'string' && name !== '')
    .sort((a, b) => b.length - a.length);
}
const withoutNames = (text: string) =>
  names.reduce((left, name) => left.replaceAll(name, ''), text);

/** Words that no Welsh sentence holds. */
const ENGLISH_WORDS =
  /(?<!\/)\b(the|of|and|not|with|from|this|that|for|by|are|was|it|its|to|drug|entry|entries)\b/i;

/** What is read on screen or aloud, without what is marked as English. */
export function spoken(root: HTMLElement): string[] {
  const copy = root.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll('[lang=en]')) element.remove();
  const texts: string[] = [];
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
  for (const element of copy.querySelectorAll('*'))
    for (const name of ['aria-label', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
  return texts
    .map((text) => withoutNames(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

/** Fails where a page says less than that many things, or any of them in English. */
export function expectWelsh(root: HTMLElement, least = 1): void {
  const texts = spoken(root);
  expect(texts.length).toBeGreaterThanOrEqual(least);
  expect(englishIn(texts)).toEqual([]);
  expect(texts.filter((text) => ENGLISH_WORDS.test(text))).toEqual([]);
}
