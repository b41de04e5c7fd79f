// What may begin at a word and what may follow in a state: most words of a text are dismissed by it. Worked out where first met.
import { CLASS_STATE, SIDE_CLASS, SIDE_SKIP, type Trie } from './automaton';
import { LIST_HEAD } from './matcher';

/** What begins at one root. The lists by word hold a word once `meet` was called for it; `begins` is 0 before. */
export interface Root {
  /** The root, and the states reached from it by leaving out an optional first part. */
  readonly states: readonly number[];
  /** Class → states that a member of it at the beginning of a form leads to. */
  readonly byClass: readonly (readonly number[])[];
  /** Word id → MET, BEGINS_FORM, BEGINS_MEMBER of a class in `byClass`, and HAS_ bits of the states that it leads to. */
  readonly begins: Uint8Array;
  /** Word id → what the words behind it may be, as `edgeBits` and `slotBits` of the states that it leads to. */
  readonly edges: Int32Array;
  readonly slots: Int32Array;
  /** Word id → states that it leads to as a word, as the first word of a member of a class, and as a whole member. */
  readonly asWord: (readonly number[] | undefined)[];
  readonly asMember: (readonly number[] | undefined)[];
  readonly asWhole: (readonly number[] | undefined)[];
  /** Works a word out; gives back its `begins`. */
  readonly meet: (word: number) => number;
}

export interface Automaton {
  readonly trie: Trie;
  readonly classes: number;
  /** Word id → bit `class & 31` for each class of which a member begins with the word. */
  readonly classBits: Int32Array;
  /** State → MET and HAS_ bits, optional parts left out too; it holds a state once `look` was called for it, and is 0 before. */
  readonly has: Uint8Array;
  /** State → bit `word & 31` for each of its word edges, in the same way: dismisses most words. */
  readonly edgeBits: Int32Array;
  /** State → bit `class & 31` for each of its slots. */
  readonly slotBits: Int32Array;
  /** Works a state out; gives back its `has`. */
  readonly look: (state: number) => number;
  readonly root: (state: number) => Root;
}

export const BEGINS_FORM = 1;
export const BEGINS_MEMBER = 2;
/** A word edge with a word that a list may share. */
export const HAS_HEAD = 4;
export const HAS_END = 8;
/** A gap or a comma. */
export const HAS_GAP = 16;
const MET = 32;

/** `words` is the number of word ids (ids run from 1), `classes` that of classes; `listRole` as in the matcher. */
export function withRoots(
  trie: Trie,
  words: number,
  classes: number,
  listRole: Uint8Array,
): Automaton {
  const { wordFrom, wordLabel, wordTarget, sideFrom, sides, endFrom } = trie;
  const states = wordFrom.length - 1;
  const has = new Uint8Array(states);
  const edgeBits = new Int32Array(states);
  const slotBits = new Int32Array(states);
  const look = (state: number): number => {
    if (has[state] !== 0) return has[state] as number;
    let bits = MET;
    let edges = 0;
    let slots = 0;
    for (let i = wordFrom[state] as number; i < (wordFrom[state + 1] as number); i++) {
      const word = wordLabel[i] as number;
      edges |= 1 << word;
      if (((listRole[word] as number) & LIST_HEAD) !== 0) bits |= HAS_HEAD;
    }
    for (let i = sideFrom[state] as number; i < (sideFrom[state + 1] as number); i += 3) {
      const kind = sides[i] as number;
      const target = sides[i + 2] as number;
      if (kind === SIDE_CLASS) slots |= 1 << (sides[i + 1] as number);
      else if (kind === SIDE_SKIP) {
        bits |= look(target);
        edges |= edgeBits[target] as number;
        slots |= slotBits[target] as number;
      } else bits |= HAS_GAP;
    }
    if ((endFrom[state] as number) < (endFrom[state + 1] as number)) bits |= HAS_END;
    has[state] = bits;
    edgeBits[state] = edges;
    slotBits[state] = slots;
    return bits;
  };
  const classBits = new Int32Array(words + 1);
  const bitsBehind = behindMembers(trie);
  for (let i = wordFrom[CLASS_STATE] as number; i < (wordFrom[CLASS_STATE + 1] as number); i++) {
    const word = wordLabel[i] as number;
    classBits[word] = (classBits[word] as number) | bitsBehind(wordTarget[i] as number);
  }
  const roots = new Map<number, Root>();
  const root = (state: number): Root => {
    const made = roots.get(state) ?? rootOf(automaton, state, words);
    roots.set(state, made);
    return made;
  };
  const automaton = { trie, classes, classBits, has, edgeBits, slotBits, look, root };
  return automaton;
}

function rootOf(
  { trie, classes, edgeBits, slotBits, look }: Automaton,
  state: number,
  words: number,
): Root {
  const { endFrom, ends, sideFrom, sides } = trie;
  const byClass: number[][] = Array.from({ length: classes }, () => []);
  const states = [state];
  for (const at of states)
    for (let i = sideFrom[at] as number; i < (sideFrom[at + 1] as number); i += 3) {
      const target = sides[i + 2] as number;
      if (sides[i] === SIDE_CLASS) byClass[sides[i + 1] as number]?.push(target);
      else if (sides[i] === SIDE_SKIP && !states.includes(target)) states.push(target);
    }
  const begins = new Uint8Array(words + 1);
  const edges = new Int32Array(words + 1);
  const slots = new Int32Array(words + 1);
  const asWord: (readonly number[] | undefined)[] = [];
  const asMember: (readonly number[] | undefined)[] = [];
  const asWhole: (readonly number[] | undefined)[] = [];
  const meet = (id: number): number => {
    const word = states.flatMap((at) => targetsOf(trie, at, id));
    const member = targetsOf(trie, CLASS_STATE, id);
    const whole = [
      ...new Set(member.flatMap((at) => [...ends.subarray(endFrom[at], endFrom[at + 1])])),
    ].flatMap((what) => byClass[what] ?? []);
    let bits = MET;
    if (word.length > 0) bits |= BEGINS_FORM;
    for (const at of member) {
      bits |= BEGINS_MEMBER | (look(at) & HAS_GAP);
      edges[id] = (edges[id] as number) | (edgeBits[at] as number);
    }
    for (const at of [...word, ...whole]) {
      bits |= look(at);
      edges[id] = (edges[id] as number) | (edgeBits[at] as number);
      slots[id] = (slots[id] as number) | (slotBits[at] as number);
    }
    asWord[id] = word;
    asMember[id] = member;
    asWhole[id] = whole;
    begins[id] = bits;
    return bits;
  };
  return { states, byClass, begins, edges, slots, asWord, asMember, asWhole, meet };
}

/** Where the edges of a state with a word lead. */
function targetsOf({ wordFrom, wordLabel, wordTarget }: Trie, state: number, id: number): number[] {
  const found: number[] = [];
  const to = wordFrom[state + 1] as number;
  let at = firstEdge(wordLabel, id, wordFrom[state] as number, to);
  for (; at < to && wordLabel[at] === id; at++) found.push(wordTarget[at] as number);
  return found;
}

/** First of the ordered numbers [from, to) of a list that is `wanted` or more. */
export function firstEdge(labels: Int32Array, wanted: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((labels[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** State of the members of classes → the bits (as in `classBits`) of all classes of which a member ends at it or behind it. */
function behindMembers(trie: Trie): (state: number) => number {
  const { wordFrom, wordTarget, sideFrom, sides, endFrom, ends } = trie;
  const known = new Uint8Array(wordFrom.length);
  const behind = new Int32Array(wordFrom.length);
  return function bitsBehind(state) {
    if (known[state] === 1) return behind[state] as number;
    let all = 0;
    for (let i = endFrom[state] as number; i < (endFrom[state + 1] as number); i++)
      all |= 1 << (ends[i] as number);
    for (let i = wordFrom[state] as number; i < (wordFrom[state + 1] as number); i++)
      all |= bitsBehind(wordTarget[i] as number);
    for (let i = sideFrom[state] as number; i < (sideFrom[state + 1] as number); i += 3)
      all |= bitsBehind(sides[i + 2] as number);
    known[state] = 1;
    behind[state] = all;
    return all;
  };
}
