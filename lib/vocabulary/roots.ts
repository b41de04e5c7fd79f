// What may begin at a word, worked out from the trie where it is loaded: most words of a text are dismissed by it.
import { CLASS_STATE, FORM_STATE, NEAR_STATE, SIDE_CLASS, SIDE_SKIP, type Trie } from './automaton';

/** What begins at one root of the trie. */
export interface Root {
  readonly state: number;
  /** Word id → states that it leads to, `targets[from[id] … from[id + 1])`: those of the root, then those of `skips`. */
  readonly from: Int32Array;
  readonly targets: Int32Array;
  /** States reached from the root by leaving out an optional first part. */
  readonly skips: readonly number[];
  /** Class → states that a member of it at the beginning of a form leads to. */
  readonly byClass: readonly (readonly number[])[];
  /** Word id → BEGINS_FORM, BEGINS_MEMBER of a class in `byClass`. */
  readonly begins: Uint8Array;
}

export interface Automaton {
  readonly trie: Trie;
  readonly forms: Root;
  /** Forms that are looked for apart, where they are asked for. */
  readonly near: Root;
  /** The members of all classes. */
  readonly members: Root;
  /** State → 1 where one of its word edges is a word of `heads`. */
  readonly heads: Uint8Array;
}

export const BEGINS_FORM = 1;
export const BEGINS_MEMBER = 2;

/** `words` is the number of word ids (ids run from 1), `classes` that of classes, `isHead` says which words a list may share. */
export function withRoots(
  trie: Trie,
  words: number,
  classes: number,
  isHead: (word: number) => boolean,
): Automaton {
  const members = rootOf(trie, CLASS_STATE, words, 0);
  const { wordFrom, wordLabel } = trie;
  const heads = new Uint8Array(wordFrom.length);
  for (let state = 0; state + 1 < wordFrom.length; state++) {
    const to = wordFrom[state + 1] as number;
    for (let i = wordFrom[state] as number; i < to; i++)
      if (isHead(wordLabel[i] as number)) heads[state] = 1;
  }
  const withMembers = (state: number): Root => {
    const root = rootOf(trie, state, words, classes);
    markMembers(trie, root, members);
    return root;
  };
  return { trie, forms: withMembers(FORM_STATE), near: withMembers(NEAR_STATE), members, heads };
}

/** `classes` is 0 for the members of classes, which hold no slots and begin with a word. */
function rootOf(trie: Trie, state: number, words: number, classes: number): Root {
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
  const begins = new Uint8Array(words + 1);
  const each = (edge: (label: number, target: number) => void) => {
    for (const at of states)
      for (let i = wordFrom[at] as number; i < (wordFrom[at + 1] as number); i++)
        edge(wordLabel[i] as number, wordTarget[i] as number);
  };
  each((label) => {
    from[label + 1] = (from[label + 1] as number) + 1;
    begins[label] = BEGINS_FORM;
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
  return { state, from, targets, skips: states.slice(1), byClass, begins };
}

/** Notes the words at which a member of a class that begins a form begins. */
function markMembers(trie: Trie, root: Root, members: Root): void {
  const { wordFrom, wordTarget, sideFrom, sides, endFrom, ends } = trie;
  // State → 1 where such a member ends at it or behind it, 2 where none does.
  const known = new Uint8Array(wordFrom.length);
  const leads = (state: number): boolean => {
    if (known[state] !== 0) return known[state] === 1;
    let found = false;
    for (let i = endFrom[state] as number; i < (endFrom[state + 1] as number); i++)
      if ((root.byClass[ends[i] as number] ?? []).length > 0) found = true;
    for (let i = wordFrom[state] as number; i < (wordFrom[state + 1] as number); i++)
      found = leads(wordTarget[i] as number) || found;
    for (let i = sideFrom[state] as number; i < (sideFrom[state + 1] as number); i += 3)
      found = leads(sides[i + 2] as number) || found;
    known[state] = found ? 1 : 2;
    return found;
  };
  for (let id = 1; id < root.begins.length; id++)
    for (let i = members.from[id] as number; i < (members.from[id + 1] as number); i++)
      if (leads(members.targets[i] as number))
        root.begins[id] = (root.begins[id] as number) | BEGINS_MEMBER;
}
