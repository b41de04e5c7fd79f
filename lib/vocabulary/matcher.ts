// What compiling the vocabulary gives: everything the scan and the judging of hits read. Plain data.
import type { WordTable } from '../text/word-table';
import type { Automaton } from './roots';

/** A condition with its words as cue numbers and its topics as topic numbers. */
export interface CompiledCondition {
  readonly within: 'phrase' | 'sentence' | 'list' | 'block' | 'heading' | 'document';
  readonly cues: readonly number[];
  readonly topics: readonly number[];
  /** Words either side, for `phrase`. */
  readonly reach: number;
  readonly side: 'before' | 'after' | null;
  readonly atLeast: number;
}

export interface CompiledSense {
  readonly needs: readonly CompiledCondition[];
  readonly all: readonly CompiledCondition[];
  readonly not: readonly CompiledCondition[];
  readonly reading: string;
  readonly couldBe: string;
}

/** A form of a topic. */
export interface Term {
  readonly topic: number;
  readonly form: string;
  readonly sense: CompiledSense | null;
  readonly letters: 'any' | 'upper' | 'exact';
  readonly abbreviation: boolean;
}

export interface Topic {
  readonly id: string;
  readonly label: string;
  readonly tier: 1 | 2;
  /** Numbers of all topics above this one. */
  readonly above: readonly number[];
}

/** Words of the gate that say the same: for the field, for another subject, or what kind of document it is. */
export interface GateGroup {
  readonly part: 'field' | 'codes' | 'against' | 'kind';
  /** How a reason words it; for a kind, its name. */
  readonly says: string;
  readonly weight: number;
  /** About treatment itself. */
  readonly care: boolean;
}

export interface GateRules {
  readonly groups: readonly GateGroup[];
  /** Cue number → its group; −1 for cues of other use. */
  readonly ofCue: Int32Array;
  readonly hosts: { readonly weight: number; readonly names: readonly string[] };
}

export interface Matcher {
  readonly words: WordTable;
  readonly automaton: Automaton;
  readonly topics: readonly Topic[];
  /**
   * Below FORM_STATE of the automaton an end below `termCount` is a term; the next `notCount` are words that mean
   * something else; the rest are cues that count in the whole document, counted from 0. Below NEAR_STATE the ends are
   * cues that count near the words in question. A cue may be both. Below
   * POLARITY_STATE an end is the number of a polarity cue.
   */
  readonly termCount: number;
  readonly notCount: number;
  /** The term of an end; undefined for words that mean something else. */
  term(end: number): Term | undefined;
  /** Abbreviations of the vocabulary in lower case → the topics they can stand for. */
  readonly shortForms: ReadonlyMap<string, readonly number[]>;
  readonly cueCount: number;
  readonly gate: GateRules;
  /** Polarity cue number → what it does (cue-kinds.ts). */
  readonly polarityKinds: Int32Array;
  /** Word id → bit 1: a head that a list may share, bit 2: a word that ends such a list, bit 4: "and" or "or". */
  readonly listRole: Uint8Array;
}
