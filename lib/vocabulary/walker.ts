// Walks the automaton over the words of a text and reports every form that matches, slots, gaps and shared heads included.
import { GAP, GAP_CUTS } from '../text/gaps';
import type { Words } from '../text/words';
import { SIDE_CLASS, SIDE_COMMA, SIDE_GAP, SIDE_SKIP } from './automaton';
import { LIST_AND, LIST_END, LIST_HEAD } from './list-role';
import {
  type Automaton,
  BEGINS_FORM,
  BEGINS_MEMBER,
  HAS_END,
  HAS_GAP,
  HAS_HEAD,
  type Root,
} from './roots';

/** A form that matched words [first, next); `shared` is the word of a head shared in a list, or 0. */
type Report = (end: number, first: number, next: number, shared: number) => void;

const MAX_CLASSES_AT_A_WORD = 64;
/** Words between the first word of a list and the head it shares, at most. */
const MOST_LISTED = 4;

/** Reports every form of a root in the words, from the first word to the last. `lists`: words may share a head in a list. */
export type Walk = (root: Root, lists: boolean, report: Report) => void;

/**
 * Makes a walker over `words`, which the caller fills anew for each text. A form may be reported twice for one stretch.
 * `listRole` as in the matcher. One walker for all roots: engines make its code for its own arrays as long as it is the only one.
 */
export function createWalker(
  { trie, members, classBits, has, edgeBits, slotBits, look }: Automaton,
  words: Words,
  listRole: Uint8Array,
): Walk {
  const { wordFrom, wordLabel, wordTarget, sideFrom, sides, endFrom, ends } = trie;
  const { from: memberFrom, targets: memberTargets } = members;
  let byClass: Root['byClass'] = [];
  let report: Report = () => {};
  /** HAS_ bits of states in which a look at one word is not enough. */
  let lookOn = 0;
  let first = 0;
  // Class members that begin at a word: found once per word, kept as [class, word after] pairs.
  let spansFor = -1;
  const spanClass = new Int32Array(MAX_CLASSES_AT_A_WORD);
  const spanEnd = new Int32Array(MAX_CLASSES_AT_A_WORD);
  const ownClass = new Int32Array(MAX_CLASSES_AT_A_WORD);
  const ownEnd = new Int32Array(MAX_CLASSES_AT_A_WORD);
  let spanCount = 0;
  let inClass = false;
  let shared = 0;

  function addSpan(what: number, next: number): void {
    for (let i = 0; i < spanCount; i++) if (spanClass[i] === what && spanEnd[i] === next) return;
    if (spanCount === MAX_CLASSES_AT_A_WORD) return;
    spanClass[spanCount] = what;
    spanEnd[spanCount++] = next;
  }

  /** Goes on as `walk` does, save where a look at the next word shows that nothing comes of it: that is so nearly always. */
  function goOn(state: number, next: number): void {
    const bits = (has[state] as number) || look(state);
    if (isWorth(bits, edgeBits[state] as number, slotBits[state] as number, next))
      walk(state, next);
  }

  function isWorth(bits: number, edges: number, slots: number, next: number): boolean {
    if ((bits & lookOn) !== 0 || next >= words.count) return true;
    const id = words.id[next] as number;
    return (
      (edges & (1 << id)) !== 0 ||
      (slots & (classBits[id] as number)) !== 0 ||
      (words.joins && mayJoin(next))
    );
  }

  function mayJoin(at: number): boolean {
    return ((words.joined2[at] as number) | (words.joined3[at] as number)) !== 0;
  }

  /** Goes on from `state`, the next word being number `next`. */
  function walk(state: number, next: number): void {
    const endTo = endFrom[state + 1] as number;
    for (let i = endFrom[state] as number; i < endTo; i++) {
      if (inClass) addSpan(ends[i] as number, next);
      else report(ends[i] as number, first, next, shared);
    }
    const from = wordFrom[state] as number;
    const to = wordFrom[state + 1] as number;
    const cut = next > first && ((words.gap[next] as number) & GAP_CUTS) !== 0;
    if (!cut && from < to && next < words.count) {
      const id = words.id[next] as number;
      if (words.joins) stepAll(state, next);
      else if (((edgeBits[state] as number) & (1 << id)) !== 0) step(from, to, id, next + 1);
      if (
        ((has[state] as number) & lookOn & HAS_HEAD) !== 0 &&
        shared === 0 &&
        next > first &&
        !inClass
      )
        walkList(from, to, next);
    }
    const sideTo = sideFrom[state + 1] as number;
    for (let i = sideFrom[state] as number; i < sideTo; i += 3) {
      const kind = sides[i] as number;
      const target = sides[i + 2] as number;
      if (kind === SIDE_SKIP) goOn(target, next);
      else if (next >= words.count) continue;
      else if (kind === SIDE_CLASS) {
        if (!cut) walkClass(sides[i + 1] as number, target, next);
      } else if (kind === SIDE_GAP) walkGap(target, next, sides[i + 1] as number);
      else if (kind === SIDE_COMMA && ((words.gap[next] as number) & GAP_CUTS) === GAP.comma)
        walkAnyway(target, next);
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
    for (; low < to && wordLabel[low] === id; low++) goOn(wordTarget[low] as number, next);
  }

  /** Takes the word at `at` by the word edges of a state, as it stands and read as one with the next. */
  function stepAll(state: number, at: number): void {
    const from = wordFrom[state] as number;
    const to = wordFrom[state + 1] as number;
    step(from, to, words.id[at] as number, at + 1);
    step(from, to, words.joined2[at] as number, at + 2);
    step(from, to, words.joined3[at] as number, at + 3);
  }

  /**
   * "residential and community rehabilitation", "residential detox and rehabilitation": on to a head behind one or two
   * words and an "and" or "or", or a slash.
   */
  function walkList(from: number, to: number, next: number): void {
    let joined = false;
    for (let at = next; at < words.count && at <= next + MOST_LISTED; at++) {
      const gap = words.gap[at] as number;
      if ((gap & (GAP_CUTS & ~GAP.comma)) !== 0) return;
      const role = listRole[words.id[at] as number] as number;
      if ((role & LIST_END) !== 0) return;
      if ((role & LIST_AND) !== 0 || (gap & GAP.slash) !== 0) joined = true;
      else if ((gap & GAP.comma) !== 0 && joined) return;
      if (at < next + 2 || !joined || (role & LIST_HEAD) === 0) continue;
      shared = at;
      step(from, to, words.id[at] as number, at + 1);
      shared = 0;
      return;
    }
  }

  function walkClass(wanted: number, target: number, at: number): void {
    if (((classBits[words.id[at] as number] as number) & (1 << wanted)) === 0)
      if (!(words.joins && mayJoin(at))) return;
    if (spansFor !== at) findSpans(at);
    // The walk below may ask for the spans of a later word, so the ends are read off first.
    let found: number[] | null = null;
    for (let i = 0; i < spanCount; i++)
      if (spanClass[i] === wanted) {
        if (found === null) found = [];
        found.push(spanEnd[i] as number);
      }
    if (found !== null) for (const next of found) goOn(target, next);
  }

  function findSpans(at: number): void {
    const kept = first;
    spansFor = at;
    spanCount = 0;
    inClass = true;
    first = at;
    rootStep(memberFrom, memberTargets, words.id[at] as number, at + 1);
    if (words.joins) {
      rootStep(memberFrom, memberTargets, words.joined2[at] as number, at + 2);
      rootStep(memberFrom, memberTargets, words.joined3[at] as number, at + 3);
    }
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

  /** As `walk`, but over a gap that would cut: the gap's bits are set aside for this step. */
  function walkAnyway(state: number, next: number): void {
    const bits = (has[state] as number) || look(state);
    if (!isWorth(bits, edgeBits[state] as number, slotBits[state] as number, next)) return;
    const kept = words.gap[next] as number;
    words.gap[next] = 0;
    walk(state, next);
    words.gap[next] = kept;
  }

  function rootStep(from: Int32Array, targets: Int32Array, id: number, next: number): void {
    const to = from[id + 1] as number;
    for (let i = from[id] as number; i < to; i++) goOn(targets[i] as number, next);
  }

  function rootClasses(at: number): void {
    if (spansFor !== at) findSpans(at);
    // The walk may find the spans of later words, so those of this one are read off first.
    const count = spanCount;
    for (let i = 0; i < count; i++) {
      ownClass[i] = spanClass[i] as number;
      ownEnd[i] = spanEnd[i] as number;
    }
    for (let i = 0; i < count; i++)
      for (const target of byClass[ownClass[i] as number] ?? []) goOn(target, ownEnd[i] as number);
  }

  /** Whether a member of a class may begin at a word and go on behind it. */
  function isLonger(id: number, at: number): boolean {
    for (let i = memberFrom[id] as number; i < (memberFrom[id + 1] as number); i++) {
      const state = memberTargets[i] as number;
      if (isWorth(look(state) & HAS_GAP, edgeBits[state] as number, 0, at + 1)) return true;
    }
    return false;
  }

  return function walkAll(root, lists, reportTo) {
    const { count, id: ids, joins, joined2, joined3 } = words;
    const { begins, edges, slots, from, targets, states, wholes, meet } = root;
    byClass = root.byClass;
    report = reportTo;
    lookOn = HAS_END | HAS_GAP | (lists ? HAS_HEAD : 0);
    spansFor = -1;
    for (let at = 0; at < count; at++) {
      const id = ids[at] as number;
      let bits = (begins[id] as number) || meet(id);
      const joined = joins && mayJoin(at);
      if (joined) bits |= meet(joined2[at] as number) | meet(joined3[at] as number);
      else if (
        (bits & (BEGINS_FORM | BEGINS_MEMBER)) === 0 ||
        !isWorth(bits, edges[id] as number, slots[id] as number, at + 1)
      )
        continue;
      first = at;
      // Behind a left-out first part: its word edges only, its slots are among the root's.
      if (joined) for (const state of states) stepAll(state, at);
      else if ((bits & BEGINS_FORM) !== 0) rootStep(from, targets, id, at + 1);
      if ((bits & BEGINS_MEMBER) === 0) continue;
      if (joined || isLonger(id, at)) rootClasses(at);
      else for (const state of wholes[id] ?? []) goOn(state, at + 1);
    }
  };
}
