// One pass over the text of a block: every place where a form, a “not” form or a cue word stands.
import { GAP, GAP_CUTS, readWords, Words } from '../text/words';
import { SIDE_CLASS, SIDE_COMMA, SIDE_GAP, SIDE_SKIP } from '../vocabulary/automaton';
import { LIST_AND, LIST_END, LIST_HEAD, type Matcher } from '../vocabulary/matcher';
import { type Definition, findDefinitions } from './definitions';

/** Numbers a hit takes in `BlockScan.terms` and `.cues`. */
export const HIT = 6;
/** Numbers a gap takes in `BlockScan.breaks`. */
export const BREAK = 3;

/** What a scan leaves of a block. It depends on the block's text alone, so it is kept while the text stays. */
export interface BlockScan {
  readonly text: string;
  readonly words: number;
  /** Hits of terms and nots: [end, first word, word after the last, start, stop, word of a shared head or 0] each; ordered by first word. */
  readonly terms: Int32Array;
  /** Hits of cues, in the same form; the first number is the cue's. */
  readonly cues: Int32Array;
  /** [word, gap bits, where the gap starts] for each gap before `word` that cuts a form; the last is the end of the block. */
  readonly breaks: Int32Array;
  /** Short forms that the block itself defines. */
  readonly definitions: readonly Definition[];
}

const MAX_CLASSES_AT_A_WORD = 64;
/** Words between the first word of a list and the head it shares, at most. */
const MOST_LISTED = 4;

/** Makes a scanner that keeps its buffers from block to block. */
export function createScanner(matcher: Matcher): (text: string) => BlockScan {
  const { automaton: a, terms, words: table, listRole } = matcher;
  const { wordFrom, wordLabel, wordTarget, sideFrom, sides, endFrom, ends } = a;
  const { formRoot, classRoot, rootClassFrom, rootClassTarget, rootSkips, begins } = a;
  const cueBase = terms.length + matcher.nots.length;
  const words = new Words();
  let text = '';
  let termHits: number[] = [];
  let cueHits: number[] = [];
  let first = 0;
  // Class members that begin at a word: found once per word, kept as [class, word after] pairs.
  let spansFor = -1;
  const spanClass = new Int32Array(MAX_CLASSES_AT_A_WORD);
  const spanEnd = new Int32Array(MAX_CLASSES_AT_A_WORD);
  const ownClass = new Int32Array(MAX_CLASSES_AT_A_WORD);
  const ownEnd = new Int32Array(MAX_CLASSES_AT_A_WORD);
  let spanCount = 0;
  let inClass = false;
  /** Where a shared head was jumped to on this walk; 0 where the words stand together. */
  let shared = 0;

  function end(state: number, next: number): void {
    const to = endFrom[state + 1] as number;
    for (let i = endFrom[state] as number; i < to; i++) {
      const what = ends[i] as number;
      if (inClass) addSpan(what, next);
      else if (shared !== 0 && what >= terms.length) continue;
      else if (what >= cueBase) pushHit(cueHits, what - cueBase, next);
      else if (what >= terms.length || lettersFit(what, next)) pushHit(termHits, what, next);
    }
  }

  function addSpan(what: number, next: number): void {
    for (let i = 0; i < spanCount; i++) if (spanClass[i] === what && spanEnd[i] === next) return;
    if (spanCount === MAX_CLASSES_AT_A_WORD) return;
    spanClass[spanCount] = what;
    spanEnd[spanCount++] = next;
  }

  function pushHit(hits: number[], what: number, next: number): void {
    // A form may match one stretch in two ways (an optional word, two hyphenations).
    for (let i = hits.length - HIT; i >= 0 && hits[i + 1] === first; i -= HIT)
      if (hits[i] === what && hits[i + 2] === next && hits[i + 5] === shared) return;
    hits.push(
      what,
      first,
      next,
      words.start[first] as number,
      words.end[next - 1] as number,
      shared,
    );
  }

  function lettersFit(what: number, next: number): boolean {
    const term = terms[what];
    if (!term || term.letters === 'any') return true;
    const quote = text.slice(words.start[first], words.end[next - 1]);
    return term.letters === 'upper' ? isUpper(quote) : sameLetters(quote, term.form);
  }

  /** Goes on from `state`, the next word being number `next`. */
  function walk(state: number, next: number): void {
    end(state, next);
    const sideTo = sideFrom[state + 1] as number;
    const cut = next > first && ((words.gap[next] as number) & GAP_CUTS) !== 0;
    if (!cut && next < words.count) {
      const from = wordFrom[state] as number;
      const to = wordFrom[state + 1] as number;
      if (from < to) {
        step(from, to, words.id[next] as number, next + 1);
        const two = words.joined2[next] as number;
        if (two !== 0) step(from, to, two, next + 2);
        const three = words.joined3[next] as number;
        if (three !== 0) step(from, to, three, next + 3);
      }
    }
    if (next > first && next + 2 < words.count && shared === 0 && !inClass) walkList(state, next);
    for (let i = sideFrom[state] as number; i < sideTo; i += 3) {
      const kind = sides[i] as number;
      const target = sides[i + 2] as number;
      if (kind === SIDE_SKIP) walk(target, next);
      else if (next >= words.count) continue;
      else if (kind === SIDE_CLASS) {
        if (!cut) walkClass(sides[i + 1] as number, target, next);
      } else if (kind === SIDE_GAP) walkGap(target, next, sides[i + 1] as number);
      else if (kind === SIDE_COMMA) walkComma(target, next);
    }
  }

  /**
   * "residential and community rehabilitation", "residential detox and rehabilitation": on from `state` to a head
   * behind one or two words and an "and" or "or", or a slash.
   */
  function walkList(state: number, next: number): void {
    const from = wordFrom[state] as number;
    const to = wordFrom[state + 1] as number;
    if (from === to) return;
    let joined = false;
    for (let at = next; at < words.count && at <= next + MOST_LISTED; at++) {
      const gap = words.gap[at] as number;
      if ((gap & (GAP_CUTS & ~GAP.comma)) !== 0) return;
      const role = listRole[words.id[at] as number] as number;
      if ((role & LIST_END) !== 0) return;
      if ((role & LIST_AND) !== 0) joined = true;
      else if ((gap & GAP.slash) !== 0) joined = true;
      else if ((gap & GAP.comma) !== 0 && joined) return;
      if (at < next + 2 || !joined || (role & LIST_HEAD) === 0) continue;
      shared = at;
      step(from, to, words.id[at] as number, at + 1);
      shared = 0;
      return;
    }
  }

  function step(from: number, to: number, id: number, next: number): void {
    if (id === 0) return;
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wordLabel[middle] as number) < id) low = middle + 1;
      else high = middle;
    }
    for (; low < to && wordLabel[low] === id; low++) walk(wordTarget[low] as number, next);
  }

  function walkClass(wanted: number, target: number, at: number): void {
    const first =
      (begins[words.id[at] as number] as number) |
      (begins[words.joined2[at] as number] as number) |
      (begins[words.joined3[at] as number] as number);
    if ((first & 2) === 0) return;
    if (spansFor !== at) findSpans(at);
    // The walk below may ask for the spans of a later word, so the ends are read off first.
    let found: number[] | null = null;
    for (let i = 0; i < spanCount; i++)
      if (spanClass[i] === wanted) {
        if (found === null) found = [];
        found.push(spanEnd[i] as number);
      }
    if (found !== null) for (const next of found) walk(target, next);
  }

  function findSpans(at: number): void {
    const kept = first;
    spansFor = at;
    spanCount = 0;
    inClass = true;
    first = at;
    rootStep(classRoot, words.id[at] as number, at + 1);
    rootStep(classRoot, words.joined2[at] as number, at + 2);
    rootStep(classRoot, words.joined3[at] as number, at + 3);
    inClass = false;
    first = kept;
  }

  /** Other words may lie between, but no end of a sentence. */
  function walkGap(target: number, next: number, upTo: number): void {
    for (let skip = 0; skip <= upTo && next + skip < words.count; skip++) {
      if (((words.gap[next + skip] as number) & (GAP.stop | GAP.clause)) !== 0) return;
      walkAnyway(target, next + skip);
    }
  }

  function walkComma(target: number, next: number): void {
    if (((words.gap[next] as number) & GAP_CUTS) === GAP.comma) walkAnyway(target, next);
  }

  /** As `walk`, but over a gap that would cut: the gap's bits are set aside for this step. */
  function walkAnyway(state: number, next: number): void {
    const kept = words.gap[next] as number;
    words.gap[next] = 0;
    walk(state, next);
    words.gap[next] = kept;
  }

  /** Follows every form and, through class members, every form that begins with a slot. */
  function root(at: number): void {
    const id = words.id[at] as number;
    const two = words.joined2[at] as number;
    const three = words.joined3[at] as number;
    const first = ((begins[id] as number) |
      (begins[two] as number) |
      (begins[three] as number)) as number;
    if (first === 0) return;
    if ((first & 1) !== 0) {
      rootStep(formRoot, id, at + 1);
      rootStep(formRoot, two, at + 2);
      rootStep(formRoot, three, at + 3);
      // Behind a left-out first part: its word edges only, its slots are among the root's.
      for (let i = 0; i < rootSkips.length; i++) {
        const state = rootSkips[i] as number;
        const from = wordFrom[state] as number;
        const to = wordFrom[state + 1] as number;
        step(from, to, id, at + 1);
        step(from, to, two, at + 2);
        step(from, to, three, at + 3);
      }
    }
    if ((first & 2) === 0) return;
    findSpans(at);
    // The walk may find the spans of later words, so those of this one are read off first.
    const count = spanCount;
    for (let i = 0; i < count; i++) {
      ownClass[i] = spanClass[i] as number;
      ownEnd[i] = spanEnd[i] as number;
    }
    for (let i = 0; i < count; i++) {
      const from = rootClassFrom[ownClass[i] as number] as number;
      const to = rootClassFrom[(ownClass[i] as number) + 1] as number;
      for (let k = from; k < to; k++) walk(rootClassTarget[k] as number, ownEnd[i] as number);
    }
  }

  function rootStep(index: Int32Array, id: number, next: number): void {
    if (id === 0) return;
    const to = index[id + 1] as number;
    for (let i = index[id] as number; i < to; i++) walk(wordTarget[i] as number, next);
  }

  return function scanBlock(blockText: string): BlockScan {
    text = blockText;
    termHits = [];
    cueHits = [];
    spansFor = -1;
    const breaks: number[] = [];
    readWords(text, table, words);
    const count = words.count;
    for (first = 0; first < count; first++) {
      const gap = words.gap[first] as number;
      if ((gap & GAP_CUTS) !== 0)
        breaks.push(first, gap, first > 0 ? (words.end[first - 1] as number) : 0);
      root(first);
    }
    breaks.push(
      count,
      words.gap[count] as number,
      count > 0 ? (words.end[count - 1] as number) : 0,
    );
    const scan = {
      text,
      words: count,
      terms: Int32Array.from(termHits),
      cues: Int32Array.from(cueHits),
      breaks: Int32Array.from(breaks),
      definitions: findDefinitions(text, words),
    };
    text = '';
    return scan;
  };
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
