// The cue words of polarity (data/cues.json) in one block: which stand where, which are undone, where sentences and clauses end.
import { firstFrom } from '../text/search';
import { KIND } from '../vocabulary/cue-kinds';
import { type BlockScan, BREAK, HIT, type PolarityScan } from './scan';
import { sentenceAt, sentenceStarts } from './senses';

/** What excludes: dropped where a `keep` cue begins at or before it and reaches into it. */
export const EXCLUDING =
  KIND.beforeFar |
  KIND.beforeNear |
  KIND.beforeBare |
  KIND.afterFar |
  KIND.afterEnds |
  KIND.afterWide |
  KIND.lists;

/** Words of a `keep` cue, at most. */
const LONGEST_KEEP = 12;

export interface Cue {
  readonly kinds: number;
  /** First word, and the word after the last. */
  readonly from: number;
  readonly to: number;
  /** Offset of the first word. */
  readonly start: number;
}

/** What polarity reads of one block. */
export interface Reading {
  readonly cues: readonly Cue[];
  /** Those of `cues` that open a glossary or a key. */
  readonly naming: readonly Cue[];
  readonly sentences: readonly number[];
  /** Word → bits of the cutting gap before it. */
  readonly cuts: ReadonlyMap<number, number>;
  /** Word → where the gap before it starts. */
  readonly gapAt: ReadonlyMap<number, number>;
}

/** Reads the hits of a block's polarity cues. */
export function readCues(scanned: PolarityScan, words: number, kinds: Int32Array): Reading {
  const { cues: hits, breaks } = scanned;
  const all: Cue[] = [];
  const keeps: Cue[] = [];
  for (let i = 0; i < hits.length; i += HIT) {
    const kind = kinds[hits[i] as number] ?? 0;
    if (kind === 0) continue;
    const cue = {
      kinds: kind,
      from: hits[i + 1] as number,
      to: hits[i + 2] as number,
      start: hits[i + 3] as number,
    };
    all.push(cue);
    if ((kind & KIND.keep) !== 0) keeps.push(cue);
  }
  const undone = (cue: Cue): boolean => {
    // A keep is a few words long, so one that reaches the cue begins near it.
    for (
      let i = firstFrom(keeps, (keep) => keep.from, cue.from - LONGEST_KEEP);
      i < keeps.length;
      i++
    ) {
      const keep = keeps[i] as Cue;
      if (keep.from > cue.from) return false;
      if (keep.to > cue.from) return true;
    }
    return false;
  };
  const cuts = new Map<number, number>();
  const gapAt = new Map<number, number>();
  for (let i = 0; i < breaks.length; i += BREAK) {
    cuts.set(breaks[i] as number, breaks[i + 1] as number);
    gapAt.set(breaks[i] as number, breaks[i + 2] as number);
  }
  return {
    naming: all.filter((cue) => (cue.kinds & KIND.naming) !== 0),
    cues:
      keeps.length === 0 ? all : all.filter((cue) => (cue.kinds & EXCLUDING) === 0 || !undone(cue)),
    sentences: sentenceStarts(breaks, words),
    cuts,
    gapAt,
  };
}

/** First word of the sentence that holds `word`, and the word after its last. */
export function sentenceOf(reading: Reading, scan: BlockScan, word: number): [number, number] {
  return sentenceAt(reading.sentences, scan.words, word);
}

/** The cues that begin at words [from, to). */
export function cuesFrom(reading: Reading, from: number, to: number): readonly Cue[] {
  const start = firstFrom(reading.cues, (cue) => cue.from, from);
  const end = firstFrom(reading.cues, (cue) => cue.from, to);
  return reading.cues.slice(start, end);
}

/** Whether a cue of these kinds lies within words [from, to). */
export function has(reading: Reading, kinds: number, from: number, to: number): boolean {
  const { cues } = reading;
  for (let i = firstFrom(cues, (cue) => cue.from, from); i < cues.length; i++) {
    const cue = cues[i] as Cue;
    if (cue.from >= to) return false;
    if ((cue.kinds & kinds) !== 0 && cue.to <= to) return true;
  }
  return false;
}

/** Bits of the gaps before words [from, to]. */
export function cutsBetween(reading: Reading, from: number, to: number): number {
  let bits = 0;
  for (let word = from; word <= to; word++) bits |= reading.cuts.get(word) ?? 0;
  return bits;
}

/** What stands straight after the word before `word`: the gap, a few units of it. */
export function gapText(reading: Reading, scan: BlockScan, word: number): string {
  const at = reading.gapAt.get(word);
  return at === undefined ? '' : scan.text.slice(at, at + 6);
}
