// What may begin at a word and what may follow in a state: most words of a text are dismissed by it. Worked out where first met.
import { CLASS_STATE, SIDE_CLASS, SIDE_SKIP, type Trie } from './automaton';
import { LIST_HEAD } from './list-role';

/** The edges of one root of the trie. */
interface Edges {
  /** The root, and the states reached from it by leaving out an optional first part. */
  readonly states: readonly number[];
  /** Word id → states that it leads to, `targets[from[id] … from[id + 1])`: state by state of `states`. */
  readonly from: Int32Array;
  readonly targets: Int32Array;
  /** Class → states that a member of it at the beginning of a form leads to. */
  readonly byClass: readonly (readonly number[])[];
}

/** What begins at one root. The lists by word hold a word once `meet` was called for it; `begins` is 0 before. */
export interface Root extends Edges {
  /** Word id → MET, BEGINS_FORM, BEGINS_MEMBER of a class in `byClass`, and HAS_ bits of the states that it leads to. */
  readonly begins: Uint8Array;
  /** Word id → what the words behind it may be, as `edgeBits` and `slotBits` of the states that it leads to. */
  readonly edges: Int32Array;
  readonly slots: Int32Array;
  /** Word id → states that it leads to by being a whole member of a class. */
  readonly wholes: (readonly number[] | undefined)[];
  /** Works a word out; gives back its `begins`. */
  readonly meet: (word: number) => number;
}

export interface Automaton {
  readonly trie: Trie;
  readonly classes: number;
  /** The members of all classes. */
  readonly members: Edges;
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
  const { wordFrom, wordLabel, sideFrom, sides, endFrom } = trie;
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
  const members = edgesOf(trie, CLASS_STATE, words, 0);
  const classBits = new Int32Array(words + 1);
  const bitsBehind = behindMembers(trie, (what) => 1 << what);
  for (let id = 1; id <= words; id++)
    for (let i = members.from[id] as number; i < (members.from[id + 1] as number); i++)
      classBits[id] = (classBits[id] as number) | bitsBehind(members.targets[i] as number);
  const roots = new Map<number, Root>();
  const root = (state: number): Root => {
    const made = roots.get(state) ?? rootOf(automaton, edgesOf(trie, state, words, classes));
    roots.set(state, made);
    return made;
  };
  const automaton = { trie, classes, members, classBits, has, edgeBits, slotBits, look, root };
  return automaton;
}

function rootOf({ trie, members, edgeBits, slotBits, look }: Automaton, root: Edges): Root {
  const { endFrom, ends } = trie;
  const { from, targets, byClass } = root;
  const begins = new Uint8Array(from.length - 1);
  const edges = new Int32Array(from.length - 1);
  const slots = new Int32Array(from.length - 1);
  const wholes: (readonly number[] | undefined)[] = [];
  const leads = behindMembers(trie, (what) => ((byClass[what] ?? []).length > 0 ? 1 : 0));
  const meet = (id: number): number => {
    const whole = new Set<number>();
    let bits = MET;
    let edge = 0;
    let slot = 0;
    for (let i = members.from[id] as number; i < (members.from[id + 1] as number); i++) {
      const state = members.targets[i] as number;
      if (leads(state) === 0) continue;
      bits |= BEGINS_MEMBER | (look(state) & HAS_GAP);
      edge |= edgeBits[state] as number;
      for (let k = endFrom[state] as number; k < (endFrom[state + 1] as number); k++)
        whole.add(ends[k] as number);
    }
    const found = [...whole].flatMap((what) => byClass[what] ?? []);
    wholes[id] = found;
    for (let i = from[id] as number; i < (from[id + 1] as number); i++) {
      bits |= BEGINS_FORM;
      found.push(targets[i] as number);
    }
    for (const state of found) {
      bits |= look(state);
      edge |= edgeBits[state] as number;
      slot |= slotBits[state] as number;
    }
    found.length -= (from[id + 1] as number) - (from[id] as number);
    begins[id] = bits;
    edges[id] = edge;
    slots[id] = slot;
    return bits;
  };
  return { ...root, begins, edges, slots, wholes, meet };
}

/** `classes` is 0 for the members of classes, which hold no slots and begin with a word. */
function edgesOf(trie: Trie, state: number, words: number, classes: number): Edges {
  const { wordFrom, wordLabel, wordTarget, sideFrom, sides } = trie;
  const byClass: number[][] = Array.from({ length: classes }, () => []);
  const states = [state];
  if (classes > 0)
    for (const at of states)
      for (let i = sideFrom[at] as number; i < (sideFrom[at + 1] as number); i += 3) {
        const target = sides[i + 2] as number;
        if (sides[i] === SIDE_CLASS) byClass[sides[i + 1] as number]?.push(target);
        else if (sides[i] === SIDE_SKIP && !states.includes(target)) states.push(target);
      }
  const from = new Int32Array(words + 2);
  const each = (edge: (label: number, target: number) => void) => {
    for (const at of states)
      for (let i = wordFrom[at] as number; i < (wordFrom[at + 1] as number); i++)
        edge(wordLabel[i] as number, wordTarget[i] as number);
  };
  each((label) => {
    from[label + 1] = (from[label + 1] as number) + 1;
  });
  for (let id = 0; id <= words; id++)
    from[id + 1] = (from[id + 1] as number) + (from[id] as number);
  const targets = new Int32Array(from[words + 1] as number);
  const next = from.slice();
  each((label, target) => {
    const at = next[label] as number;
    targets[at] = target;
    next[label] = at + 1;
  });
  return { states, from, targets, byClass };
}

/** State of the members of classes → the bits of all classes of which a member ends at it or behind it. */
function behindMembers(trie: Trie, bitsOf: (what: number) => number): (state: number) => number {
  const { wordFrom, wordTarget, sideFrom, sides, endFrom, ends } = trie;
  const known = new Uint8Array(wordFrom.length);
  const behind = new Int32Array(wordFrom.length);
  return function bitsBehind(state) {
    if (known[state] === 1) return behind[state] as number;
    let all = 0;
    for (let i = endFrom[state] as number; i < (endFrom[state + 1] as number); i++)
      all |= bitsOf(ends[i] as number);
    for (let i = wordFrom[state] as number; i < (wordFrom[state + 1] as number); i++)
      all |= bitsBehind(wordTarget[i] as number);
    for (let i = sideFrom[state] as number; i < (sideFrom[state + 1] as number); i += 3)
      all |= bitsBehind(sides[i + 2] as number);
    known[state] = 1;
    behind[state] = all;
    return all;
  };
}
