// Short forms that the document defines itself ("contingency management (CM)"): learnt for this document only.
import { GAP, type Words } from '../text/words';
import type { Matcher } from '../vocabulary/matcher';
import type { Block } from './model';
import { type BlockScan, type Definition, HIT } from './scan';

/** Short form → topic number, or −1 where the document gives it a meaning outside the vocabulary. */
export type LearntMeanings = ReadonlyMap<string, { readonly topic: number; readonly long: string }>;

/** Words of the long form that its initials may leave out. */
const SMALL = new Set('and of the for in to on a an or with by from at'.split(' '));
const MOST_WORDS = 10;

/** Definitions within one block: "long (SHORT)", "SHORT (long)", "SHORT: long", "SHORT – long", "SHORT, long" in a key. */
export function findDefinitions(text: string, words: Words): readonly Definition[] {
  const found: Definition[] = [];
  const { count, gap, start, end } = words;
  for (let i = 0; i < count; i++) {
    const length = (end[i] as number) - (start[i] as number);
    if (length < 2 || length > 8) continue;
    const before = gap[i] as number;
    const after = gap[i + 1] as number;
    const opened = (before & GAP.open) !== 0;
    const closes = (after & GAP.close) !== 0;
    const leads =
      (after & (GAP.open | GAP.clause | GAP.dash | GAP.comma | GAP.other | GAP.stop)) !== 0;
    if (!(opened && closes) && !leads) continue;
    const short = text.slice(start[i], end[i]);
    if (!isShortForm(short)) continue;
    const letters = lettersOf(short);
    if (opened && closes && i > 0) {
      const from = longBefore(text, words, i, letters);
      if (from >= 0) {
        found.push(definition(short, words, i, from, i));
        continue;
      }
    }
    if (leads && i + 1 < count) {
      const to = longAfter(text, words, i + 1, letters);
      if (to > 0) found.push(definition(short, words, i, i + 1, to));
    }
  }
  return found;
}

function definition(short: string, words: Words, at: number, from: number, to: number): Definition {
  return {
    short,
    start: words.start[at] as number,
    stop: words.end[at] as number,
    longStart: words.start[from] as number,
    longStop: words.end[to - 1] as number,
  };
}

/** Two capitals or more: "CM", "PbR", "BBVs", "MoCAM". */
export function isShortForm(word: string): boolean {
  const capitals = word.replace(/[^\p{Lu}]/gu, '').length;
  return capitals >= 2 && /^[\p{L}\p{N}]+$/u.test(word);
}

function lettersOf(short: string): string {
  return short.replace(/s$/, '').toLowerCase();
}

/** First word of the long form that ends just before word `at`, −1 where the initials do not fit. */
function longBefore(text: string, words: Words, at: number, letters: string): number {
  let left = letters.length - 1;
  for (let i = at - 1; i >= 0 && at - i <= MOST_WORDS; i--) {
    if (i < at - 1 && ((words.gap[i + 1] as number) & (GAP.stop | GAP.clause | GAP.close)) !== 0)
      return -1;
    const word = text.slice(words.start[i], words.end[i]).toLowerCase();
    if (word.startsWith(letters.charAt(left))) {
      left--;
      if (left < 0) return i;
    } else if (!SMALL.has(word) && word !== '&') return -1;
  }
  return -1;
}

/** Word after the long form that begins at word `at`, 0 where the initials do not fit. */
function longAfter(text: string, words: Words, at: number, letters: string): number {
  let next = 0;
  for (let i = at; i < words.count && i - at < MOST_WORDS; i++) {
    if (i > at && ((words.gap[i] as number) & (GAP.stop | GAP.clause | GAP.open | GAP.close)) !== 0)
      return 0;
    const word = text.slice(words.start[i], words.end[i]).toLowerCase();
    if (word.startsWith(letters.charAt(next))) {
      next++;
      if (next === letters.length) return i + 1;
    } else if (i === at || (!SMALL.has(word) && word !== '&')) return 0;
  }
  return 0;
}

/** What the short forms of a document mean: a topic where the long form is a term of it, else −1. */
export function learnMeanings(
  _blocks: readonly Block[],
  scans: readonly BlockScan[],
  matcher: Matcher,
): LearntMeanings {
  const meanings = new Map<string, { topic: number; long: string }>();
  for (const scan of scans)
    for (const definition of scan.definitions) {
      const topic = topicOf(scan, definition, matcher);
      const known = meanings.get(definition.short);
      if (known && (known.topic >= 0 || topic < 0)) continue;
      meanings.set(definition.short, {
        topic,
        long: scan.text.slice(definition.longStart, definition.longStop),
      });
    }
  return meanings;
}

/** The topic of a term that covers the long form, or nearly. */
function topicOf(scan: BlockScan, definition: Definition, matcher: Matcher): number {
  const { terms } = scan;
  let best = -1;
  let bestLength = 0;
  for (let i = 0; i < terms.length; i += HIT) {
    const term = matcher.terms[terms[i] as number];
    const start = terms[i + 3] as number;
    const stop = terms[i + 4] as number;
    if (!term || stop <= definition.longStart || start >= definition.longStop) continue;
    const shared = Math.min(stop, definition.longStop) - Math.max(start, definition.longStart);
    if (shared * 2 < definition.longStop - definition.longStart || stop - start <= bestLength)
      continue;
    best = term.topic;
    bestLength = stop - start;
  }
  return best;
}
