// What may begin at a word and what may follow in a state: most words of a text are dismissed by it. Worked out where first met.
import { CLASS_STATE, SIDE_CLASS, SIDE_SKIP, type Trie } from './automaton';
import { LIST_HEAD } from './list-role';

/** What begins at one root. */
export interface Root {
  /** The root, and the states reached from it by leaving out an optional first part. */
  readonly states: readonly number[];
  /** Word id → states that it leads to as a word, not as a member of a class; there once `meet` was called for it. */
  readonly asWord: (readonly number[] | undefined)[];
  /** Works a word out; gives back its `asWord`. */
  readonly meet: (word: number) => readonly number[];
  /** Class → states that a member of it at the beginning of a form leads to. */
  readonly byClass: readonly (readonly number[])[];
  /** Bit `class & 31` for each class at the beginning of a form. */
  readonly classBits: number;
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

/** A word edge with a word that a list may share. */
export const HAS_HEAD = 1;
/** An end, a gap or a comma. */
export const HAS_MORE = 2;
const MET = 4;

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
      } else bits |= HAS_MORE;
    }
    if ((endFrom[state] as number) < (endFrom[state + 1] as number)) bits |= HAS_MORE;
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
  const root = (state: number): Root => rootOf(trie, state, classes);
  const automaton = { trie, classes, classBits, has, edgeBits, slotBits, look, root };
  return automaton;
}

function rootOf(trie: Trie, root: number, classes: number): Root {
  const { sideFrom, sides } = trie;
  const byClass: number[][] = Array.from({ length: classes }, () => []);
  const states = [root];
  let classBits = 0;
  for (const state of states)
    for (let i = sideFrom[state] as number; i < (sideFrom[state + 1] as number); i += 3) {
      const what = sides[i + 1] as number;
      const target = sides[i + 2] as number;
      if (sides[i] === SIDE_CLASS) {
        byClass[what]?.push(target);
        classBits |= 1 << what;
      } else if (sides[i] === SIDE_SKIP && !states.includes(target)) states.push(target);
    }
  const asWord: (readonly number[] | undefined)[] = [];
  const meet = (word: number): readonly number[] => {
    const found = states.flatMap((state) => targetsOf(trie, state, word));
    asWord[word] = found;
    return found;
  };
  return { states, asWord, meet, byClass, classBits };
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
