// The trie of all forms over word ids, with class slots, optional parts and gaps as edges of their own. Built once, read as flat arrays.
import type { Element } from './pattern';

/** Flat form of the trie. State 0 leads to the forms, state 1 to the members of the classes. */
export interface Automaton {
  /** State s: word edges are `wordLabel[i] → wordTarget[i]` for i in [wordFrom[s], wordFrom[s+1]), sorted by label. */
  readonly wordFrom: Int32Array;
  readonly wordLabel: Int32Array;
  readonly wordTarget: Int32Array;
  /** State s: other edges, three numbers each (kind, argument, target), for i in [sideFrom[s], sideFrom[s+1]). */
  readonly sideFrom: Int32Array;
  readonly sides: Int32Array;
  /** State s: what ends here, [endFrom[s], endFrom[s+1]) of `ends`. */
  readonly endFrom: Int32Array;
  readonly ends: Int32Array;
  /** Word id → first word edge of state 0 (of state 1) with that label; the next id's entry bounds it. */
  readonly formRoot: Int32Array;
  readonly classRoot: Int32Array;
  /** Class c: states that a member of c at the beginning of a form leads to, `rootClassTarget[rootClassFrom[c] … rootClassFrom[c + 1])`. */
  readonly rootClassFrom: Int32Array;
  readonly rootClassTarget: Int32Array;
  /** States reached from the root by leaving out an optional first part. */
  readonly rootSkips: Int32Array;
  /** Word id → bit 1: begins a form (or follows an optional first part), bit 2: begins a member of a class. */
  readonly begins: Uint8Array;
}

export const SIDE_CLASS = 1;
export const SIDE_SKIP = 2;
export const SIDE_GAP = 3;
export const SIDE_COMMA = 4;

export const FORM_STATE = 0;
export const CLASS_STATE = 1;

interface State {
  readonly words: number[];
  readonly sides: number[];
  readonly ends: number[];
}

/** Adds forms one by one, then freezes them. */
export class AutomatonBuilder {
  private readonly states: State[] = [newState(), newState()];
  /** state × 2^21 + element → next state. */
  private readonly next = new Map<number, number>();
  private readonly byKey = new Map<string, number>();
  private readonly byElement = new Map<Element, number>();

  constructor(
    private readonly wordId: (word: string) => number,
    private readonly classId: (name: string) => number,
  ) {}

  /** Adds a form below `root`; `end` is handed back wherever the form matches. */
  add(root: number, elements: readonly Element[], end: number): void {
    let state = root;
    for (const element of elements) state = this.step(state, element);
    const ends = this.stateAt(state).ends;
    if (!ends.includes(end)) ends.push(end);
  }

  private step(from: number, element: Element): number {
    const key = from * 2097152 + this.elementId(element);
    const known = this.next.get(key);
    if (known !== undefined) return known;
    const to = this.newStateId();
    this.next.set(key, to);
    const sides = this.stateAt(from).sides;
    if (element.kind === 'gap') sides.push(SIDE_GAP, element.upTo, to);
    else if (element.kind === 'comma') sides.push(SIDE_COMMA, 0, to, SIDE_SKIP, 0, to);
    else {
      if (element.kind === 'class') sides.push(SIDE_CLASS, this.classId(element.name), to);
      else for (const way of element.ways) this.row(from, way, to);
      if (element.optional) sides.push(SIDE_SKIP, 0, to);
    }
    return to;
  }

  private row(from: number, words: readonly string[], to: number): void {
    let state = from;
    words.forEach((word, i) => {
      const target = i === words.length - 1 ? to : this.newStateId();
      this.stateAt(state).words.push(this.wordId(word), target);
      state = target;
    });
  }

  private elementId(element: Element): number {
    // Parts of forms are read once, so most elements are met again as the same object.
    let id = this.byElement.get(element);
    if (id !== undefined) return id;
    const key = elementKey(element);
    id = this.byKey.get(key) ?? this.byKey.size;
    this.byKey.set(key, id);
    this.byElement.set(element, id);
    return id;
  }

  private newStateId(): number {
    this.states.push(newState());
    return this.states.length - 1;
  }

  private stateAt(id: number): State {
    const state = this.states[id];
    if (!state) throw new Error(`no state ${id}`);
    return state;
  }

  /** The flat arrays. `words` is the number of word ids (ids run from 1), `classes` that of classes. */
  freeze(words: number, classes: number): Automaton {
    const n = this.states.length;
    const wordFrom = new Int32Array(n + 1);
    const sideFrom = new Int32Array(n + 1);
    const endFrom = new Int32Array(n + 1);
    const labels: number[] = [];
    const targets: number[] = [];
    const sides: number[] = [];
    const ends: number[] = [];
    this.states.forEach((state, s) => {
      wordFrom[s] = labels.length;
      sideFrom[s] = sides.length;
      endFrom[s] = ends.length;
      if (state.words.length > 2) sortEdges(state.words);
      for (let i = 0; i < state.words.length; i += 2) {
        labels.push(state.words[i] ?? 0);
        targets.push(state.words[i + 1] ?? 0);
      }
      for (const side of state.sides) sides.push(side);
      for (const end of state.ends) ends.push(end);
    });
    wordFrom[n] = labels.length;
    sideFrom[n] = sides.length;
    endFrom[n] = ends.length;
    const wordLabel = Int32Array.from(labels);
    const formRoot = rootIndex(wordLabel, wordFrom[0] ?? 0, wordFrom[1] ?? 0, words);
    const classRoot = rootIndex(wordLabel, wordFrom[1] ?? 0, wordFrom[2] ?? 0, words);
    const root = this.rootSides(classes);
    const begins = new Uint8Array(words + 1);
    for (const state of [FORM_STATE, ...root.rootSkips])
      for (let i = wordFrom[state] ?? 0; i < (wordFrom[state + 1] ?? 0); i++)
        begins[wordLabel[i] ?? 0] = 1;
    for (let i = wordFrom[1] ?? 0; i < (wordFrom[2] ?? 0); i++) {
      const label = wordLabel[i] ?? 0;
      begins[label] = (begins[label] ?? 0) | 2;
    }
    return {
      wordFrom,
      wordLabel,
      wordTarget: Int32Array.from(targets),
      sideFrom,
      sides: Int32Array.from(sides),
      endFrom,
      ends: Int32Array.from(ends),
      formRoot,
      classRoot,
      ...root,
      begins,
    };
  }

  /** The side edges of the root by class; edges behind a left-out first part count as the root's. */
  private rootSides(
    classes: number,
  ): Pick<Automaton, 'rootClassFrom' | 'rootClassTarget' | 'rootSkips'> {
    const byClass: number[][] = Array.from({ length: classes }, () => []);
    const skips: number[] = [];
    const queue = [FORM_STATE];
    for (const state of queue) {
      const { sides } = this.stateAt(state);
      for (let i = 0; i < sides.length; i += 3) {
        const target = sides[i + 2] ?? 0;
        if (sides[i] === SIDE_CLASS) byClass[sides[i + 1] ?? 0]?.push(target);
        else if (sides[i] === SIDE_SKIP && !skips.includes(target)) {
          skips.push(target);
          queue.push(target);
        }
      }
    }
    const rootClassFrom = new Int32Array(classes + 1);
    byClass.forEach((targets, number) => {
      rootClassFrom[number + 1] = (rootClassFrom[number] ?? 0) + targets.length;
    });
    return {
      rootClassFrom,
      rootClassTarget: Int32Array.from(byClass.flat()),
      rootSkips: Int32Array.from(skips),
    };
  }
}

function elementKey(element: Element): string {
  if (element.kind === 'words')
    return `${element.optional ? '?' : ''}${element.ways.map((way) => way.join(' ')).join('|')}`;
  if (element.kind === 'class') return `[${element.name}]${element.optional ? '?' : ''}`;
  return element.kind === 'gap' ? `~${element.upTo}` : ',';
}

function newState(): State {
  return { words: [], sides: [], ends: [] };
}

/** Sorts [label, target] pairs by label. */
function sortEdges(edges: number[]): void {
  const order = new Float64Array(edges.length / 2);
  for (let i = 0; i < order.length; i++)
    order[i] = (edges[2 * i] ?? 0) * 4294967296 + (edges[2 * i + 1] ?? 0);
  order.sort();
  order.forEach((pair, i) => {
    edges[2 * i] = Math.floor(pair / 4294967296);
    edges[2 * i + 1] = pair % 4294967296;
  });
}

function rootIndex(labels: Int32Array, from: number, to: number, words: number): Int32Array {
  const index = new Int32Array(words + 2);
  let edge = from;
  for (let id = 0; id <= words + 1; id++) {
    while (edge < to && (labels[edge] ?? 0) < id) edge++;
    index[id] = edge;
  }
  return index;
}
