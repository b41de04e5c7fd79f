// The trie of all forms over word ids, with class slots, optional parts and gaps as edges of their own. Built once, kept as flat arrays.
import type { Element } from './pattern';

/** Flat form of the trie. The first states are its roots: forms, members of the classes, and cues that are looked for apart. */
export interface Trie {
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
}

export const SIDE_CLASS = 1;
export const SIDE_SKIP = 2;
export const SIDE_GAP = 3;
export const SIDE_COMMA = 4;

export const FORM_STATE = 0;
export const CLASS_STATE = 1;
export const NEAR_STATE = 2;
export const POLARITY_STATE = 3;

interface State {
  readonly words: number[];
  readonly sides: number[];
  readonly ends: number[];
}

/** Adds forms one by one, then freezes them. */
export class AutomatonBuilder {
  private readonly states: State[] = [newState(), newState(), newState(), newState()];
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

  /** The flat arrays. */
  freeze(): Trie {
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
    return {
      wordFrom,
      wordLabel: Int32Array.from(labels),
      wordTarget: Int32Array.from(targets),
      sideFrom,
      sides: Int32Array.from(sides),
      endFrom,
      ends: Int32Array.from(ends),
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
