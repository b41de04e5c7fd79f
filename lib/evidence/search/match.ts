// Which words held a typed word stands for: itself, its other spellings, words that begin so, and words a slip away.
import { surfacesOf } from '../../vocabulary/variants';
import { placeOf, type SearchIndex } from './word-index';
import { letterBit, slips, slipsAllowed } from './words';

export interface WordMatch {
  /** Place in the index's words. */
  readonly at: number;
  /** 1 for the word itself, less the further off it is. */
  readonly quality: number;
  /** False where only the word's beginning was typed. */
  readonly whole: boolean;
}

const OTHER_SPELLING = 0.95;
const SLIP = 0.45;
/** Beginnings shorter than this would find half of everything; the last word, which is still being typed, may be shorter. */
const SHORTEST_START = 3;

export interface MatchOptions {
  /** The word may still be in the middle of being typed. */
  readonly last: boolean;
  /** Look for slips even where the word is held as typed. */
  readonly slipsToo: boolean;
}

/** Best first within each sort; empty where no word held is near. */
export function matchesOf(
  index: SearchIndex,
  word: string,
  { last, slipsToo }: MatchOptions,
): WordMatch[] {
  const found = new Map<number, WordMatch>();
  const add = (at: number, quality: number, whole: boolean) => {
    const known = found.get(at);
    if (!known || known.quality < quality) found.set(at, { at, quality, whole });
  };
  for (const surface of surfacesOf(word)) {
    const at = placeOf(index.words, surface);
    if (index.words[at] === surface) add(at, surface === word ? 1 : OTHER_SPELLING, true);
  }
  if (last || word.length >= SHORTEST_START) {
    for (let at = placeOf(index.words, word); index.words[at]?.startsWith(word); at++) {
      const length = index.words[at]?.length ?? 1;
      if (length > word.length) add(at, 0.25 + 0.6 * (word.length / length), false);
    }
  }
  if (found.size === 0 || slipsToo) addSlips(index, word, last, add);
  return [...found.values()];
}

function addSlips(
  index: SearchIndex,
  word: string,
  last: boolean,
  add: (at: number, quality: number, whole: boolean) => void,
): void {
  const most = slipsAllowed(word.length);
  if (most === 0) return;
  const bits = Array.from(word, (_, i) => letterBit(word.charCodeAt(i)));
  for (let at = 0; at < index.words.length; at++) {
    const held = index.words[at] as string;
    if (held.length < word.length - most || (!last && held.length > word.length + most)) continue;
    // Each slip accounts for one letter, of all that were typed, which the word held does not have.
    if (lacking(bits, index.letters[at] as number) > most) continue;
    const far = slips(word, held, most, last);
    if (far > most || far === 0) continue;
    // People seldom get the first letter wrong.
    const first = held[0] === word[0] ? 1 : 0.6;
    add(at, (SLIP * first) / far, slips(word, held, most, false) <= most);
  }
}

function lacking(bits: readonly number[], letters: number): number {
  let count = 0;
  for (const bit of bits) if ((letters & bit) === 0) count++;
  return count;
}
