// Text for benchmarks, the same ones in every run: real notices and pages where they are at hand.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import type { Block, DetectInput } from '../../lib/detect/model';
import { blocksOfText } from '../../lib/detect/text-blocks';
import { readTexts, sampleOfText } from '../../lib/measure/read';
import { collectBlocks } from '../../lib/page/collect';
import { DEMO_FOLDER, demoPages } from '../../scripts/demo/server';
import { numbers } from './numbers';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const FILES = ['dev-notices.jsonl', 'dev-webpages.jsonl'];
/** Every so many documents one is of the field; the others are what else such sites hold. */
const FIELD_EVERY = 4;

interface Sorted {
  readonly field: readonly DetectInput[];
  readonly other: readonly DetectInput[];
  /** What the text is, for people. */
  readonly what: string;
}

function corpusDocuments(): Sorted {
  const field: DetectInput[] = [];
  const other: DetectInput[] = [];
  for (const file of FILES) {
    const read = readTexts(file, readFileSync(join(CORPUS, file), 'utf8'));
    if (!read.ok) throw new Error(read.reason);
    for (const record of read.records) {
      const { kind, title, host, text } = sampleOfText('', record);
      const blocks = blocksOfText(text).map(({ offset, ...block }) => block);
      const list = kind === 'in-domain' || kind === 'borderline' ? field : other;
      list.push({ title, host, blocks });
    }
  }
  return { field, other, what: 'real notices and web pages, one in four of the field' };
}

function demoDocuments(): Sorted {
  const pages = demoPages().map((name) => {
    const html = readFileSync(join(DEMO_FOLDER, `${name}.html`), 'utf8');
    const { document } = new JSDOM(html).window;
    const blocks: Block[] = collectBlocks(document).map(({ text, kind }) => ({ text, kind }));
    return { name, input: { title: document.title, host: '', blocks } };
  });
  const inField = (name: string) => !name.includes('care-homes');
  return {
    field: pages.filter(({ name }) => inField(name)).map(({ input }) => input),
    other: pages.filter(({ name }) => !inField(name)).map(({ input }) => input),
    what: 'the demonstration pages again and again, since ../shared/corpus is not there',
  };
}

// The bundle lies two folders below the root, as this file does, so that the path holds for both.
const sorted = existsSync(CORPUS) ? corpusDocuments() : demoDocuments();

export const WHAT = sorted.what;

/** Whole documents, one in four of the field, until there are `length` units of text. */
export function makeDocuments(length: number): DetectInput[] {
  const next = numbers(1);
  const documents: DetectInput[] = [];
  for (let made = 0; made < length; ) {
    const from = documents.length % FIELD_EVERY === 0 ? sorted.field : sorted.other;
    const document = from[Math.floor(next() * from.length)];
    if (document === undefined) throw new Error('there is no text');
    documents.push(document);
    for (const block of document.blocks) made += block.text.length + 1;
  }
  return documents;
}

export const lengthOf = (documents: readonly DetectInput[]): number =>
  documents.reduce(
    (sum, { blocks }) => sum + blocks.reduce((length, { text }) => length + text.length, 0),
    0,
  );
