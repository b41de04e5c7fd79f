// One pass over the text of a block: every place where a form, a “not” form or a cue word stands.
import { GAP_CUTS } from '../text/gaps';
import { readWords, Words } from '../text/words';
import { FORM_STATE, NEAR_STATE, POLARITY_STATE } from '../vocabulary/automaton';
import type { Matcher } from '../vocabulary/matcher';
import { createWalker } from '../vocabulary/walker';
import { type Definition, findDefinitions } from './definitions';

/** Numbers a hit takes in `BlockScan.terms` and `.cues`. */
export const HIT = 6;
/** Numbers a gap takes in `BlockScan.breaks`. */
export const BREAK = 3;

/** An unambiguous mention (sure.ts). */
export interface Sure {
  readonly topic: number;
  /** First word, and the word after the last. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly stop: number;
}

/** What a scan leaves of a block. It depends on the block's text alone, so it is kept while the text stays. */
export interface BlockScan {
  readonly text: string;
  readonly words: number;
  /** Hits of terms and nots: [end, first word, word after the last, start, stop, word of a shared head or 0] each; ordered by first word. */
  readonly terms: readonly number[];
  /** Hits of cues that count in the whole document, in the same form; the first number is the cue's. */
  readonly cues: readonly number[];
  /** Hits of cues that count near the words in question; looked for when first asked for. */
  readonly near: readonly number[];
  /** [word, gap bits, where the gap starts] for each gap before `word` that cuts a form; the last is the end of the block. Kept where there are terms only. */
  readonly breaks: readonly number[];
  /** Short forms that the block itself defines. */
  readonly definitions: readonly Definition[];
  /** Unambiguous mentions, worked out when first asked for (sure.ts). */
  sure: readonly Sure[] | null;
}

/** Hits of the polarity cues, in the form of `BlockScan.cues`, and all gaps, in that of `BlockScan.breaks`. */
export interface PolarityScan {
  readonly cues: readonly number[];
  readonly breaks: readonly number[];
}

export interface Scanner {
  scanBlock(text: string): BlockScan;
  /** What polarity reads: only blocks with mentions, and those that stand over them, are asked for it. */
  scanPolarity(text: string): PolarityScan;
}

/** Makes a scanner that keeps its buffers from block to block. */
export function createScanner(matcher: Matcher): Scanner {
  const { words: table } = matcher;
  const cueBase = matcher.termCount + matcher.notCount;
  const words = new Words();
  const termHits = new HitList();
  const cueHits = new HitList();
  const breaks = new HitList();
  /** The text whose words are held: what is judged in a block is asked for one after the other. */
  let text = '';
  const read = (blockText: string): void => {
    if (blockText !== text) readWords(blockText, table, words);
    text = blockText;
  };
  readWords(text, table, words);

  const { automaton } = matcher;
  const walk = createWalker(automaton, words, matcher.listRole);

  const addHit = (end: number, first: number, next: number, shared: number) => {
    const start = words.start[first] as number;
    const stop = words.end[next - 1] as number;
    if (end >= cueBase) {
      if (shared === 0) cueHits.addHit(end - cueBase, first, next, start, stop, 0);
      return;
    }
    const term = matcher.term(end);
    if (term === undefined ? shared !== 0 : !lettersFit(term, start, stop)) return;
    termHits.addHit(end, first, next, start, stop, shared);
  };
  const addCue = (end: number, first: number, next: number) => {
    const start = words.start[first] as number;
    cueHits.addHit(end, first, next, start, words.end[next - 1] as number, 0);
  };
  const forms = automaton.root(FORM_STATE);
  const cuesOf = (blockText: string, root: number): readonly number[] => {
    read(blockText);
    // Lists are nothing to cues.
    walk(automaton.root(root), false, addCue);
    return cueHits.take();
  };
  const scanNear = (blockText: string) => cuesOf(blockText, NEAR_STATE);

  function lettersFit(term: { letters: string; form: string }, start: number, stop: number) {
    if (term.letters === 'any') return true;
    const quote = text.slice(start, stop);
    return term.letters === 'upper' ? isUpper(quote) : sameLetters(quote, term.form);
  }

  function readBreaks(): readonly number[] {
    const { count, gap, end } = words;
    for (let at = 0; at <= count; at++) {
      const bits = gap[at] as number;
      if ((bits & GAP_CUTS) !== 0 || at === count)
        breaks.addBreak(at, bits, at > 0 ? (end[at - 1] as number) : 0);
    }
    return breaks.take();
  }

  return {
    scanBlock(blockText) {
      read(blockText);
      walk(forms, true, addHit);
      const terms = termHits.take();
      const scan = new Scan(scanNear, text, words.count, terms, cueHits.take());
      if (terms.length > 0) scan.breaks = readBreaks();
      if (words.capitals) scan.definitions = findDefinitions(text, words);
      return scan;
    },
    scanPolarity(blockText) {
      return { cues: cuesOf(blockText, POLARITY_STATE), breaks: readBreaks() };
    },
  };
}

class Scan implements BlockScan {
  breaks: readonly number[] = EMPTY;
  definitions: readonly Definition[] = NONE;
  sure: readonly Sure[] | null = null;
  #near: readonly number[] | null = null;
  readonly #scanNear: (text: string) => readonly number[];

  constructor(
    scanNear: (text: string) => readonly number[],
    readonly text: string,
    readonly words: number,
    readonly terms: readonly number[],
    readonly cues: readonly number[],
  ) {
    this.#scanNear = scanNear;
  }

  get near(): readonly number[] {
    this.#near ??= this.#scanNear(this.text);
    return this.#near;
  }
}

const EMPTY: readonly number[] = [];
const NONE: readonly Definition[] = [];

/** Rows of numbers, gathered in one list that stays and given out as a copy that has room for no more than it holds. */
class HitList {
  private readonly numbers: number[] = [];
  private count = 0;

  /** Adds a hit unless the same is there for the same first word: a form may match one stretch in two ways. */
  addHit(what: number, first: number, next: number, start: number, stop: number, shared: number) {
    const { numbers: list, count } = this;
    for (let i = count - HIT; i >= 0 && list[i + 1] === first; i -= HIT)
      if (list[i] === what && list[i + 2] === next && list[i + 5] === shared) return;
    list[count] = what;
    list[count + 1] = first;
    list[count + 2] = next;
    list[count + 3] = start;
    list[count + 4] = stop;
    list[count + 5] = shared;
    this.count = count + HIT;
  }

  addBreak(word: number, bits: number, at: number): void {
    const { numbers: list, count } = this;
    list[count] = word;
    list[count + 1] = bits;
    list[count + 2] = at;
    this.count = count + BREAK;
  }

  /** The numbers so far; the list is empty afterwards. */
  take(): readonly number[] {
    if (this.count === 0) return EMPTY;
    const taken = this.numbers.slice(0, this.count);
    this.count = 0;
    return taken;
  }
}

/** Capitals, with the small s of a plural allowed ("OSTs"). */
function isUpper(quote: string): boolean {
  const letters = quote.replace(/[^\p{L}]/gu, '').replace(/s$/, '');
  return letters !== '' && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

function sameLetters(quote: string, form: string): boolean {
  const bare = (s: string) => s.replace(/[^\p{L}\p{N}]/gu, '');
  return bare(quote) === bare(form);
}
