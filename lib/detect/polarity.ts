// Whether a mention is asserted, excluded or only named, by cue words (data/cues.json) and how far each reaches.
import cues from '../../data/cues.json';
import { GAP } from '../text/words';
import { cueForm } from '../vocabulary/cue-forms';
import type { Matcher } from '../vocabulary/matcher';
import type { Block, Polarity } from './model';
import { type BlockScan, BREAK, HIT } from './scan';
import { sentenceStarts } from './senses';

/** Words that a cue reaches over, at most. */
const FAR_BEFORE = 30;
const FAR_AFTER = 16;
const NEAR = 3;
const BARE = 4;
const ENDS = 9;

const KIND = {
  beforeFar: 1,
  beforeNear: 2,
  beforeBare: 4,
  afterFar: 8,
  afterEnds: 16,
  afterWide: 32,
  passive: 64,
  lists: 128,
  keep: 256,
  stops: 512,
  finite: 1024,
  back: 2048,
  question: 4096,
  mean: 8192,
  answer: 16384,
  naming: 32768,
} as const;

/** What excludes: a hit that overlaps a `keep` hit is dropped from these. */
const EXCLUDING =
  KIND.beforeFar |
  KIND.beforeNear |
  KIND.beforeBare |
  KIND.afterFar |
  KIND.afterEnds |
  KIND.afterWide |
  KIND.lists;

/** Cue number → kinds. */
export function polarityKinds(matcher: Matcher): Int32Array {
  const kinds = new Int32Array(matcher.cues.length);
  const groups: [readonly string[], number][] = [
    [cues.before.far, KIND.beforeFar],
    [cues.before.near, KIND.beforeNear],
    [cues.before.bare, KIND.beforeBare],
    [cues.after.far, KIND.afterFar],
    [cues.after.ends, KIND.afterEnds],
    [cues.after.wide, KIND.afterWide],
    [cues.after.passive, KIND.passive],
    [cues.lists, KIND.lists],
    [cues.keep, KIND.keep],
    [cues.stops, KIND.stops],
    [cues.finite, KIND.finite],
    [cues.back, KIND.back],
    [cues.question, KIND.question],
    [cues.mean, KIND.mean],
    [cues.answer, KIND.answer],
    [cues.naming, KIND.naming],
  ];
  for (const [forms, kind] of groups)
    for (const form of forms) {
      const number = matcher.cueNumber.get(cueForm(form));
      if (number !== undefined) kinds[number] = (kinds[number] as number) | kind;
    }
  return kinds;
}

interface Cue {
  readonly kinds: number;
  readonly from: number;
  readonly to: number;
}

/** What polarity reads of one block, kept with its scan. */
interface Reading {
  readonly cues: readonly Cue[];
  readonly sentences: Int32Array;
  /** Word → bits of the cutting gap before it. */
  readonly cuts: ReadonlyMap<number, number>;
  /** Word → where the gap before it starts. */
  readonly gapAt: ReadonlyMap<number, number>;
}

/** Judges polarity in a document. */
export class PolarityJudge {
  private readonly readings = new WeakMap<BlockScan, Reading>();

  constructor(
    private readonly kinds: Int32Array,
    private readonly blocks: readonly Block[],
    private readonly scans: readonly BlockScan[],
    private readonly heading: Int32Array,
    private readonly runningHeads: ReadonlySet<string>,
  ) {}

  /** Polarity of words [from, to) of a block. */
  of(index: number, from: number, to: number): Polarity {
    const block = this.blocks[index];
    const scan = this.scans[index];
    if (!block || !scan) return 'asserted';
    if (block.kind === 'contents' || block.kind === 'reference') return 'other';
    if (this.runningHeads.has(block.text.trim())) return 'other';
    const reading = this.read(scan);
    if (this.onlyNamed(index, block, scan, reading, from)) return 'other';
    if (this.meaningAsked(index, scan, reading, from, to)) return 'other';
    if (
      this.listedOut(index, block) ||
      this.cellSaysNo(index, block) ||
      this.answeredNo(index, scan, reading, from, to) ||
      this.excludedInSentence(scan, reading, from, to)
    )
      return 'excluded';
    return 'asserted';
  }

  private read(scan: BlockScan): Reading {
    const known = this.readings.get(scan);
    if (known) return known;
    const all: Cue[] = [];
    for (let i = 0; i < scan.cues.length; i += HIT) {
      const kinds = this.kinds[scan.cues[i] as number] ?? 0;
      if (kinds !== 0)
        all.push({ kinds, from: scan.cues[i + 1] as number, to: scan.cues[i + 2] as number });
    }
    const keeps = all.filter((cue) => (cue.kinds & KIND.keep) !== 0);
    const kept = all.filter(
      (cue) =>
        (cue.kinds & EXCLUDING) === 0 ||
        !keeps.some((keep) => keep.from <= cue.from && keep.to > cue.from),
    );
    const cuts = new Map<number, number>();
    const gapAt = new Map<number, number>();
    for (let i = 0; i < scan.breaks.length; i += BREAK) {
      cuts.set(scan.breaks[i] as number, scan.breaks[i + 1] as number);
      gapAt.set(scan.breaks[i] as number, scan.breaks[i + 2] as number);
    }
    const reading = { cues: kept, sentences: sentenceStarts(scan), cuts, gapAt };
    this.readings.set(scan, reading);
    return reading;
  }

  private excludedInSentence(scan: BlockScan, reading: Reading, from: number, to: number): boolean {
    const [first, last] = sentenceOf(reading, scan, from);
    for (const cue of reading.cues) {
      const k = cue.kinds;
      if (cue.from >= last && (k & KIND.afterWide) === 0) break;
      if ((k & KIND.lists) !== 0 && this.listReaches(scan, reading, cue, from)) return true;
      if (cue.from < first) continue;
      const gap = from - cue.to;
      if (gap >= 0) {
        if (
          (k & KIND.beforeFar) !== 0 &&
          gap <= FAR_BEFORE &&
          runsOn(reading, cue.to, from, to, last)
        )
          return true;
        if ((k & KIND.beforeNear) !== 0 && gap <= NEAR && uncut(reading, cue.to, from)) return true;
        if (
          (k & KIND.beforeBare) !== 0 &&
          gap <= BARE &&
          uncut(reading, cue.to, from) &&
          has(reading, KIND.passive, to, Math.min(last, to + FAR_AFTER))
        )
          return true;
        if (
          (k & KIND.back) !== 0 &&
          gap <= BARE &&
          hasBefore(reading, EXCLUDING, this.sentenceBefore(reading, scan, first), cue.from)
        )
          return true;
      }
      const behind = cue.from - to;
      if (behind >= 0) {
        if ((k & KIND.afterFar) !== 0 && behind <= FAR_AFTER && leadsTo(reading, to, cue.from))
          return true;
        if (
          (k & KIND.afterEnds) !== 0 &&
          behind <= ENDS &&
          ((reading.cuts.get(cue.to) ?? 0) & (GAP.stop | GAP.clause | GAP.comma | GAP.dash)) !==
            0 &&
          leadsTo(reading, to, cue.from)
        )
          return true;
        if ((k & KIND.afterWide) !== 0 && cue.from < last) return true;
      }
    }
    return false;
  }

  private sentenceBefore(reading: Reading, scan: BlockScan, first: number): number {
    return first > 0 ? sentenceOf(reading, scan, first - 1)[0] : 0;
  }

  /** "Out of scope: a; b; c." to the end of its sentence, "What we will not do. A; b." to the end of the next. */
  private listReaches(scan: BlockScan, reading: Reading, cue: Cue, from: number): boolean {
    if (from < cue.to) return false;
    const [first, last] = sentenceOf(reading, scan, cue.from);
    const opens = this.opensList(scan, reading, cue);
    if (opens && from < last) return true;
    if (cue.from - first > 3 || last - cue.to > 1 || last >= scan.words) return false;
    return from < sentenceOf(reading, scan, last)[1] && from >= last;
  }

  /** Whether a colon stands behind the cue, or so near behind it that it closes the same words. */
  private opensList(scan: BlockScan, reading: Reading, cue: Cue): boolean {
    for (let word = cue.to; word <= cue.to + 3 && word <= scan.words; word++) {
      const bits = reading.cuts.get(word);
      if (bits === undefined) continue;
      const at = reading.gapAt.get(word) ?? 0;
      return (bits & GAP.clause) !== 0 && /^[\s"'”’)\]*]*:/.test(scan.text.slice(at, at + 6));
    }
    return false;
  }

  /** An item or a passage below words that put what follows out of scope. */
  private listedOut(index: number, block: Block): boolean {
    for (let above = this.heading[index] ?? -1; above >= 0; above = this.heading[above] ?? -1)
      if (block.kind !== 'heading' && this.isListHead(above, true)) return true;
    if (block.kind !== 'list-item' && block.kind !== 'paragraph' && block.kind !== 'cell')
      return false;
    if (block.kind !== 'list-item') return false;
    let i = index - 1;
    while (
      i >= 0 &&
      this.blocks[i]?.kind === 'list-item' &&
      !this.blocks[i]?.text.trimEnd().endsWith(':')
    )
      i--;
    return i >= 0 && this.isListHead(i, false);
  }

  /** Whether the block is, or ends with, words that open a list of what is excluded. */
  private isListHead(index: number, whole: boolean): boolean {
    const scan = this.scans[index];
    if (!scan) return false;
    if (!whole && !scan.text.trimEnd().endsWith(':')) return false;
    const reading = this.read(scan);
    return reading.cues.some((cue) => {
      if (whole) return (cue.kinds & KIND.lists) !== 0 && scan.words - (cue.to - cue.from) <= 4;
      const [first] = sentenceOf(reading, scan, Math.max(0, scan.words - 1));
      if (cue.from < first) return false;
      const left = scan.words - cue.to;
      return (
        ((cue.kinds & KIND.lists) !== 0 && left <= 4) ||
        ((cue.kinds & (KIND.beforeFar | KIND.afterFar)) !== 0 &&
          left <= 8 &&
          !has(reading, KIND.stops | KIND.finite, cue.to, scan.words))
      );
    });
  }

  /** A cell beside one that holds nothing but "not commissioned", "out of scope" or the like. */
  private cellSaysNo(index: number, block: Block): boolean {
    if (block.kind !== 'cell') return false;
    for (let i = index + 1; i <= index + 2; i++) {
      const scan = this.scans[i];
      if (!scan || this.blocks[i]?.kind !== 'cell' || scan.words > 6) return false;
      if (
        scan.words > 1 &&
        this.read(scan).cues.some(
          (cue) =>
            (cue.kinds & (KIND.afterFar | KIND.lists)) !== 0 &&
            scan.words - (cue.to - cue.from) <= 2,
        )
      )
        return true;
    }
    return false;
  }

  /** "Are naltrexone implants in scope? No." */
  private answeredNo(
    index: number,
    scan: BlockScan,
    reading: Reading,
    from: number,
    to: number,
  ): boolean {
    const [first, last] = sentenceOf(reading, scan, from);
    if (!this.asks(scan, reading, last) || !this.repliesNo(index, scan, reading, last))
      return false;
    return reading.cues.some(
      (cue) =>
        (cue.kinds & KIND.question) !== 0 &&
        cue.from >= first &&
        cue.to <= last &&
        (cue.to <= from || cue.from >= to),
    );
  }

  /** "Does IBA mean identification and brief advice? No." */
  private meaningAsked(
    index: number,
    scan: BlockScan,
    reading: Reading,
    from: number,
    to: number,
  ): boolean {
    const [first, last] = sentenceOf(reading, scan, from);
    if (!this.asks(scan, reading, last) || !this.repliesNo(index, scan, reading, last))
      return false;
    return reading.cues.some(
      (cue) => (cue.kinds & KIND.mean) !== 0 && cue.from >= first && cue.to <= from && to <= last,
    );
  }

  private asks(scan: BlockScan, reading: Reading, last: number): boolean {
    const at = reading.gapAt.get(last) ?? scan.text.length;
    return /^["'”’)\]]*\?/.test(scan.text.slice(at, at + 4));
  }

  private repliesNo(index: number, scan: BlockScan, reading: Reading, last: number): boolean {
    if (last < scan.words)
      return reading.cues.some((cue) => (cue.kinds & KIND.answer) !== 0 && cue.from === last);
    const next = this.scans[index + 1];
    if (!next) return false;
    return this.read(next).cues.some((cue) => (cue.kinds & KIND.answer) !== 0 && cue.from <= 1);
  }

  /** In a glossary, or behind "Abbreviations:": the words are named, nothing is said of them. */
  private onlyNamed(
    index: number,
    block: Block,
    scan: BlockScan,
    reading: Reading,
    from: number,
  ): boolean {
    if (scan.definitions.length > 0)
      for (const cue of reading.cues) {
        if ((cue.kinds & KIND.naming) === 0 || cue.to > from) continue;
        const [first] = sentenceOf(reading, scan, cue.from);
        const bits = reading.cuts.get(cue.to) ?? 0;
        if (cue.from - first <= 1 && (bits & (GAP.clause | GAP.stop | GAP.dash)) !== 0) return true;
      }
    const above = this.heading[index] ?? -1;
    const head = above >= 0 ? this.scans[above] : undefined;
    if (!head || block.kind === 'heading') return false;
    const named = this.read(head).cues.some(
      (cue) => (cue.kinds & KIND.naming) !== 0 && head.words - (cue.to - cue.from) <= 8,
    );
    return named && (block.kind === 'cell' || scan.definitions.length > 0);
  }
}

function sentenceOf(reading: Reading, scan: BlockScan, word: number): [number, number] {
  const starts = reading.sentences;
  let i = 0;
  while (i + 1 < starts.length && (starts[i + 1] as number) <= word) i++;
  return [starts[i] ?? 0, starts[i + 1] ?? scan.words];
}

function has(reading: Reading, kinds: number, from: number, to: number): boolean {
  return reading.cues.some((cue) => (cue.kinds & kinds) !== 0 && cue.from >= from && cue.to <= to);
}

function hasBefore(reading: Reading, kinds: number, from: number, to: number): boolean {
  return has(reading, kinds, from, to);
}

/** No comma, bracket or the like from word `from` up to word `to`. */
function uncut(reading: Reading, from: number, to: number): boolean {
  for (let word = from; word <= to; word++) if (reading.cuts.has(word)) return false;
  return true;
}

/** Whether a cue that ends before `from` still holds at the mention [from, to). */
function runsOn(reading: Reading, cueEnd: number, from: number, to: number, last: number): boolean {
  let comma = false;
  for (let word = cueEnd; word <= from; word++) {
    const bits = reading.cuts.get(word) ?? 0;
    if ((bits & (GAP.clause | GAP.dash | GAP.stop)) !== 0) return false;
    if ((bits & GAP.comma) !== 0) comma = true;
  }
  if (has(reading, KIND.stops | KIND.finite, cueEnd, from)) return false;
  if (!comma) return true;
  // "Excluding detox, rehab is provided by …": behind a comma, a verb after the mention makes it a clause of its own.
  let end = to;
  while (end < last && !reading.cuts.has(end)) end++;
  return !has(reading, KIND.finite, to, end);
}

/** Whether nothing between the mention's end and a later cue parts them. */
function leadsTo(reading: Reading, to: number, cueStart: number): boolean {
  for (let word = to; word <= cueStart; word++)
    if (((reading.cuts.get(word) ?? 0) & (GAP.clause | GAP.stop)) !== 0) return false;
  return !reading.cues.some(
    (cue) =>
      (cue.kinds & (KIND.stops | KIND.finite)) !== 0 &&
      cue.from >= to &&
      cue.to <= cueStart &&
      // "detox, which is not funded", and the verb that belongs to the cue itself.
      !(cue.from - to <= 1 && (cue.kinds & KIND.stops) !== 0) &&
      !(cue.to === cueStart && (cue.kinds & KIND.finite) !== 0),
  );
}
