// Whether a mention is asserted, excluded or only named: by its block's place, by lists and tables, by the words around it.

import { GAP } from '../text/gaps';
import { KIND } from '../vocabulary/cue-kinds';
import type { Block, Polarity } from './model';
import { cuesFrom, has, type Reading, readCues, sentenceOf } from './polarity-cues';
import { excludedInBlock } from './polarity-scope';
import type { BlockScan, PolarityScan } from './scan';

/** Words that may stand beside the cue in a heading of exclusions or names, and behind the cue in a line above a list. */
const HEADING_SPARE = 4;
const NAMING_SPARE = 8;
const LINE_SPARE = 8;
/** Words of a cell that states yes or no. */
const STATUS_WORDS = 4;
const MOST_STATUS_CELLS = 8;
/** Ends the name of a document to be fetched: "Needs assessment 2014 (PDF, 3 MB)". */
const DOWNLOAD = /\((?:pdf|word|docx?|xlsx?|odt|ods|csv)\b[^()]{0,30}\)\W*$/i;
const LONGEST_TITLE = 200;

export interface PolarityContext {
  readonly blocks: readonly Block[];
  readonly scans: readonly BlockScan[];
  /** Block → nearest heading above. */
  readonly heading: Int32Array;
  /** Texts of heads and feet that stand on page after page. */
  readonly runningHeads: ReadonlySet<string>;
}

/** Judges polarity in one document. `kinds` is the matcher's `polarityKinds`, `scanPolarity` from the scanner. */
export class PolarityJudge {
  private readonly readings = new Map<number, Reading>();

  constructor(
    private readonly kinds: Int32Array,
    private readonly scanPolarity: (text: string) => PolarityScan,
    private readonly document: PolarityContext,
  ) {}

  /** Polarity of the mention at words [from, to) of a block. */
  of(index: number, from: number, to: number): Polarity {
    const block = this.document.blocks[index];
    const scan = this.document.scans[index];
    if (!block || !scan) return 'asserted';
    if (block.kind === 'contents' || block.kind === 'reference') return 'other';
    if (this.document.runningHeads.has(block.text.trim())) return 'other';
    if (block.text.length < LONGEST_TITLE && DOWNLOAD.test(block.text)) return 'other';
    const reading = this.read(index, scan);
    if (this.onlyNamed(index, block, scan, reading, from)) return 'other';
    const asked = this.answeredNo(index, scan, reading, from, to);
    if (asked === 'meaning') return 'other';
    if (
      asked === 'provision' ||
      this.listedOut(index, block) ||
      (block.kind === 'cell' && this.rowSaysNo(index)) ||
      excludedInBlock(scan, reading, from, to)
    )
      return 'excluded';
    return 'asserted';
  }

  private read(index: number, scan: BlockScan): Reading {
    let reading = this.readings.get(index);
    if (!reading) {
      reading = readCues(this.scanPolarity(scan.text), scan.words, this.kinds);
      this.readings.set(index, reading);
    }
    return reading;
  }

  /** Below a heading "Exclusions", or an item below a line "The service will not provide:". */
  private listedOut(index: number, block: Block): boolean {
    const { blocks, heading } = this.document;
    if (block.kind !== 'heading') {
      let above = heading[index] ?? -1;
      for (; above >= 0; above = heading[above] ?? -1)
        if (this.isHeadOfExclusions(above)) return true;
    }
    if (block.kind !== 'list-item') return false;
    let i = index - 1;
    while (blocks[i]?.kind === 'list-item' && !blocks[i]?.text.trimEnd().endsWith(':')) i--;
    return this.isLineOverExclusions(i);
  }

  private isHeadOfExclusions(index: number): boolean {
    const scan = this.document.scans[index];
    return (
      scan !== undefined &&
      this.read(index, scan).cues.some(
        (cue) =>
          (cue.kinds & KIND.lists) !== 0 &&
          scan.words - (cue.to - cue.from) <= HEADING_SPARE &&
          // "Eligibility and exclusions" stands over both.
          !/\band\b|&|,|\//i.test(scan.text.slice(0, cue.start)),
      )
    );
  }

  private isLineOverExclusions(index: number): boolean {
    const scan = this.document.scans[index];
    if (!scan || scan.words === 0 || !scan.text.trimEnd().endsWith(':')) return false;
    const reading = this.read(index, scan);
    const [first] = sentenceOf(reading, scan, scan.words - 1);
    return reading.cues.some((cue) => {
      if (cue.from < first) return false;
      const left = scan.words - cue.to;
      if ((cue.kinds & KIND.lists) !== 0 && left <= HEADING_SPARE) return true;
      const excludes = (cue.kinds & (KIND.beforeFar | KIND.afterFar)) !== 0 && left <= LINE_SPARE;
      return excludes && !has(reading, KIND.stops | KIND.finite, cue.to, scan.words);
    });
  }

  /** The cells behind a cell say "No", "N", "not commissioned", and none says yes. */
  private rowSaysNo(index: number): boolean {
    const { blocks, scans } = this.document;
    let no = false;
    for (let i = index + 1; i <= index + MOST_STATUS_CELLS; i++) {
      const scan = scans[i];
      if (!scan || blocks[i]?.kind !== 'cell' || scan.words > STATUS_WORDS) return no;
      if (scan.words === 0) continue;
      const cues = this.read(i, scan).cues;
      const states = (kind: number) =>
        cues.some((cue) => (cue.kinds & kind) !== 0 && cue.from === 0 && scan.words - cue.to <= 2);
      if (/^\W*n\s*\/?\s*a\W*$/i.test(scan.text)) continue;
      if (states(KIND.statusNo)) no = true;
      else return no && !states(KIND.statusYes);
    }
    return no;
  }

  /** "Are implants in scope? No." excludes; "Does IBA mean brief advice? No." only names. */
  private answeredNo(
    index: number,
    scan: BlockScan,
    reading: Reading,
    from: number,
    to: number,
  ): 'provision' | 'meaning' | null {
    const [first, last] = sentenceOf(reading, scan, from);
    const at = reading.gapAt.get(last) ?? scan.text.length;
    if (!/^["'”’)\]]*\?/.test(scan.text.slice(at, at + 4))) return null;
    if (!this.repliesNo(index, scan, reading, last)) return null;
    const inQuestion = cuesFrom(reading, first, last).filter((cue) => cue.to <= last);
    if (inQuestion.some((cue) => (cue.kinds & KIND.mean) !== 0 && cue.to <= from)) return 'meaning';
    const asks = inQuestion.some(
      (cue) => (cue.kinds & KIND.question) !== 0 && (cue.to <= from || cue.from >= to),
    );
    return asks ? 'provision' : null;
  }

  private repliesNo(index: number, scan: BlockScan, reading: Reading, last: number): boolean {
    const isAnswer = (kinds: number) => (kinds & KIND.answer) !== 0;
    if (last < scan.words)
      return cuesFrom(reading, last, last + 1).some((cue) => isAnswer(cue.kinds));
    const next = this.document.scans[index + 1];
    return (
      next !== undefined &&
      this.read(index + 1, next).cues.some((cue) => isAnswer(cue.kinds) && cue.from <= 1)
    );
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
      for (const cue of reading.naming) {
        if (cue.to > from) break;
        const [first] = sentenceOf(reading, scan, cue.from);
        const bits = reading.cuts.get(cue.to) ?? 0;
        if (cue.from - first <= 1 && (bits & (GAP.clause | GAP.stop | GAP.dash)) !== 0) return true;
      }
    const above = this.document.heading[index] ?? -1;
    const head = this.document.scans[above];
    if (!head || block.kind === 'heading') return false;
    const named = this.read(above, head).cues.some(
      (cue) => (cue.kinds & KIND.naming) !== 0 && head.words - (cue.to - cue.from) <= NAMING_SPARE,
    );
    return named && (block.kind === 'cell' || scan.definitions.length > 0);
  }
}
