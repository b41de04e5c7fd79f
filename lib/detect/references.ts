// Finds where a document cites what is held: DOI, PubMed number, guideline number, title, or a link to it.
// Precision before recall: a title that could be plain prose needs its publisher, an author or quotation marks beside it.
import type { Citable } from '../vocabulary/schema';
import { addressKeys, readAddress } from './addresses';
import type { Block, Reference } from './model';

/** Words from which a title is not mistaken for prose. */
const LONG_TITLE = 8;
/** Words below which quotation marks round a title are not enough. */
const SHORT_TITLE = 5;
/** How far (UTF-16 units) from a title its publisher or author may stand, within the sentence. */
const NEAR = 200;

const DIGIT = /\d/;
const NUMBER = /\b(CG|NG|QS|PH|TA|TIP)[\s\u00a0]?-?(\d{1,3})\b/g;
const DOI = /\b10\.\d{4,9}\/[^\s"'<>\u201c\u201d]+/g;
const PMID = /\bPMID:?\s*(\d{5,9})\b/gi;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s"'<>()\u201c\u201d]+/gi;
const TRAILING = /[.,;:!?)\]}]+$/;
const WORD = /[\p{L}\p{N}]+/gu;
/** The same, for reading on from a place. */
const WORD_FROM = new RegExp(WORD);
/** How much may stand between two words of a title, in UTF-16 units: a space and punctuation, but no more than a little. */
const BETWEEN = 4;
const OPENING_QUOTE = /["'\u2018\u201c]\s*$/;
const CLOSING_QUOTE = /^[.,]?\s*["'\u2019\u201d]/;

type By = Reference['by'];

interface Title {
  readonly id: string;
  readonly words: readonly string[];
  readonly needs: readonly string[];
}

interface Held {
  readonly byId: ReadonlyMap<By, ReadonlyMap<string, string>>;
  /** First words of titles, and the titles that begin with each, longest first. */
  readonly titles: ReadonlyMap<string, readonly Title[]>;
  /** The longest word of titles, and the other words of each: a text that lacks one holds no such title. */
  readonly longest: readonly (readonly [word: string, others: readonly (readonly string[])[]])[];
}

/** Makes a finder of citations in one block. Nothing is kept from block to block. */
export function createReferenceFinder(
  citables: readonly Citable[],
): (block: Block, at: number) => Reference[] {
  const held = index(citables);
  return (block, at) => {
    const found: Reference[] = [];
    const put = (start: number, end: number, cites: string | undefined, by: By) => {
      if (cites !== undefined && end > start) found.push({ block: at, start, end, cites, by });
    };
    const ofAddress = (address: string): [string | undefined, By] => {
      const read = readAddress(address);
      if (!read) return [undefined, 'link'];
      if (read.by !== 'link') return [held.byId.get(read.by)?.get(read.id), read.by];
      const links = held.byId.get('link');
      return [addressKeys(read).flatMap((key) => links?.get(key) ?? [])[0], 'link'];
    };
    const { text } = block;
    for (const { start, end, href } of block.links ?? []) put(start, end, ...ofAddress(href));
    // Looked at first as a whole: most blocks hold none of these, and each search for them costs as much as finding terms.
    if (DIGIT.test(text))
      for (const match of text.matchAll(NUMBER))
        putMatch(put, match, held.byId.get('number')?.get(`${match[1]}${match[2]}`), 'number');
    if (text.includes('10.'))
      for (const match of text.matchAll(DOI)) {
        const doi = match[0].replace(TRAILING, '');
        const cites = held.byId.get('doi')?.get(doi.toLowerCase());
        put(match.index, match.index + doi.length, cites, 'doi');
      }
    const lower = text.toLowerCase();
    if (lower.includes('pmid'))
      for (const match of text.matchAll(PMID))
        putMatch(put, match, held.byId.get('pmid')?.get(match[1] ?? ''), 'pmid');
    if (lower.includes('://') || lower.includes('www.'))
      for (const match of text.matchAll(ADDRESS)) {
        const address = match[0].replace(TRAILING, '');
        put(match.index, match.index + address.length, ...ofAddress(address));
      }
    if (mayHoldTitle(held, lower)) for (const title of titlesIn(held, block)) put(...title);
    return withoutOverlaps(found);
  };
}

function putMatch(
  put: (start: number, end: number, cites: string | undefined, by: By) => void,
  match: RegExpExecArray,
  cites: string | undefined,
  by: By,
): void {
  put(match.index, match.index + match[0].length, cites, by);
}

function index(citables: readonly Citable[]): Held {
  const numbers = new Map<string, string>();
  const dois = new Map<string, string>();
  const pmids = new Map<string, string>();
  const links = new Map<string, string>();
  const titles = new Map<string, Title[]>();
  const longest = new Map<string, string[][]>();
  for (const citable of citables) {
    for (const number of citable.numbers) numbers.set(number, citable.id);
    for (const doi of citable.dois) dois.set(doi.toLowerCase(), citable.id);
    for (const pmid of citable.pmids) pmids.set(pmid, citable.id);
    for (const url of citable.urls) {
      const read = readAddress(url);
      if (read?.by === 'link') links.set(addressKeys(read)[0] ?? '', citable.id);
      else if (read) (read.by === 'doi' ? dois : pmids).set(read.id, citable.id);
    }
    for (const title of citable.titles) {
      const words = wordsOf(title);
      const [first] = words;
      if (first === undefined) continue;
      const [word = '', ...others] = [...words].sort((a, b) => b.length - a.length);
      longest.set(word, [...(longest.get(word) ?? []), others]);
      const list = titles.get(first) ?? [];
      list.push({ id: citable.id, words, needs: citable.titleNeeds });
      titles.set(
        first,
        list.sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  return {
    byId: new Map<By, Map<string, string>>([
      ['number', numbers],
      ['doi', dois],
      ['pmid', pmids],
      ['link', links],
    ]),
    titles,
    longest: [...longest],
  };
}

const wordsOf = (text: string): string[] =>
  (text.match(WORD) ?? []).map((one) => one.toLowerCase());
function mayHoldTitle({ longest }: Held, lower: string): boolean {
  for (const [word, others] of longest)
    if (lower.includes(word) && others.some((rest) => rest.every((one) => lower.includes(one))))
      return true;
  return false;
}

// Word by word with a table of first words: one expression of all titles costs ten times what finding the terms costs.
function* titlesIn(held: Held, block: Block): Generator<[number, number, string, 'title']> {
  for (const { 0: word, index: start } of block.text.matchAll(WORD)) {
    for (const title of held.titles.get(word.toLowerCase()) ?? []) {
      const end = endOfTitle(block.text, start, title.words);
      if (end === null || !isCited(block, start, end, title)) continue;
      yield [start, end, title.id, 'title'];
      break;
    }
  }
}

/** Where the title that begins at `start` ends; null where the text goes on otherwise. */
function endOfTitle(text: string, start: number, words: readonly string[]): number | null {
  WORD_FROM.lastIndex = start;
  let end = start;
  for (const word of words) {
    const found = WORD_FROM.exec(text);
    if (!found || found[0].toLowerCase() !== word) return null;
    if (end > start && found.index - end > BETWEEN) return null;
    end = found.index + found[0].length;
  }
  return end;
}

function isCited(block: Block, start: number, end: number, { words, needs }: Title): boolean {
  if (words.length >= LONG_TITLE || block.kind === 'reference') return true;
  const linked = (block.links ?? []).some((link) => link.start <= start && link.end >= end);
  const before = block.text.slice(Math.max(0, start - NEAR), start);
  const after = block.text.slice(end, end + NEAR);
  const quoted = OPENING_QUOTE.test(before) && CLOSING_QUOTE.test(after);
  if ((linked || quoted) && words.length >= SHORT_TITLE) return true;
  const sentence = `${before.slice(before.lastIndexOf('. ') + 1)} ${untilStop(after)}`;
  return needs.some((need) => hasWord(sentence, need));
}

function untilStop(text: string): string {
  const stop = text.search(/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u);
  return stop < 0 ? text : text.slice(0, stop);
}

/** As written, and not inside a longer word. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

/** In document order; where two overlap, the longer stays. */
function withoutOverlaps(found: readonly Reference[]): Reference[] {
  const kept: Reference[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}
