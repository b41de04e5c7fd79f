// Text and terms for benchmarks: the words of the demonstration pages, the same ones in every run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { Block } from '../../lib/detect/model';
import { collectBlocks } from '../../lib/page/collect';
import { DEMO_FOLDER, demoPages } from '../../scripts/demo/server';
import { numbers } from './numbers';

const demoBlocks: Block[] = demoPages().flatMap((name) => {
  const html = readFileSync(join(DEMO_FOLDER, `${name}.html`), 'utf8');
  return collectBlocks(new JSDOM(html).window.document).map(({ text, kind }) => ({ text, kind }));
});

/** Blocks of the demonstration pages in another order each time round, until there are `length` units of text. */
export function makeText(length: number): { blocks: Block[]; text: string } {
  const next = numbers(1);
  const blocks: Block[] = [];
  for (let made = 0; made < length; ) {
    const block = demoBlocks[Math.floor(next() * demoBlocks.length)];
    if (block === undefined) throw new Error('the demonstration pages hold no text');
    blocks.push(block);
    made += block.text.length + 1;
  }
  return { blocks, text: blocks.map((block) => block.text).join('\n') };
}

/** Different terms of one to three words; words of the text and words made of its syllables, half and half. */
export function makeTerms(count: number): string[] {
  const next = numbers(2);
  const words = [
    ...new Set(demoBlocks.flatMap(({ text }) => text.toLowerCase().match(/[a-z]{4,}/g) ?? [])),
  ];
  const pick = () => words[Math.floor(next() * words.length)] ?? 'treatment';
  const word = () => (next() < 0.5 ? pick() : pick().slice(0, 4) + pick().slice(-3));
  const terms = new Set<string>();
  while (terms.size < count) {
    const length = 1 + Math.floor(next() * 3);
    terms.add(Array.from({ length }, word).join(' '));
  }
  return [...terms];
}
