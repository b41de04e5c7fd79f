// What the document as a whole says: which topics it surely speaks of, what its abbreviations mean, which headings stand above.
import type { Matcher } from '../vocabulary/matcher';
import { learnMeanings, type Meanings } from './abbreviations';
import type { Block, DetectInput, Relevance } from './model';
import { judgeRelevance } from './relevance';
import { type BlockScan, HIT } from './scan';
import { sureMentions } from './sure';

export interface Survey {
  readonly relevance: Relevance;
  /** Topic number → quote of an unambiguous mention; absent where there is none. */
  readonly settled: ReadonlyMap<number, string>;
  /** Cue number → how often it stands in the document, and how it is worded where it stands first. */
  readonly cueCount: Int32Array;
  readonly cueQuote: (cue: number) => string;
  readonly meanings: Meanings;
  readonly title: BlockScan;
  /** Block → nearest heading above it, −1 where none; following the headings' own entries gives all above. */
  readonly heading: Int32Array;
  /** Short texts that stand again and again: heads and feet of pages. */
  readonly runningHeads: ReadonlySet<string>;
}

/** Scans between two offers to stop. */
const SCANS_A_STEP = 500;

/** Reads all scans of a document once; cheap beside the scan itself. Stops now and then, so that a page can go on meanwhile. */
export function* survey(
  input: DetectInput,
  scans: readonly BlockScan[],
  title: BlockScan,
  matcher: Matcher,
  groups: Int32Array,
): Generator<void, Survey, undefined> {
  const settled = new Map<number, string>();
  const cueCount = new Int32Array(matcher.cueCount);
  let read = 0;
  for (const scan of [title, ...scans]) {
    if (++read % SCANS_A_STEP === 0) yield;
    for (let i = 0; i < scan.cues.length; i += HIT) {
      const cue = scan.cues[i] as number;
      cueCount[cue] = (cueCount[cue] as number) + 1;
    }
    if (scan.terms.length === 0) continue;
    for (const sure of sureMentions(scan, matcher))
      if (!settled.has(sure.topic)) settled.set(sure.topic, scan.text.slice(sure.start, sure.stop));
  }
  // Asked for each ambiguous mention; looked for once, or long documents take time by their square.
  const quotes = new Map<number, string>();
  const cueQuote = (cue: number): string => {
    const quote = quotes.get(cue) ?? firstQuote(cue, title, scans);
    quotes.set(cue, quote);
    return quote;
  };
  yield;
  const relevance = judgeRelevance(matcher, groups, input, scans, title);
  yield;
  const heads = runningHeads(input.blocks);
  yield;
  const meanings = learnMeanings(input.blocks, scans, matcher);
  yield;
  const heading = headingsAbove(input.blocks);
  return { relevance, runningHeads: heads, settled, cueCount, cueQuote, meanings, title, heading };
}

function firstQuote(cue: number, title: BlockScan, scans: readonly BlockScan[]): string {
  for (const { cues, text } of [title, ...scans])
    for (let i = 0; i < cues.length; i += HIT)
      if (cues[i] === cue) return text.slice(cues[i + 3], cues[i + 4]);
  return '';
}

function headingsAbove(blocks: readonly Block[]): Int32Array {
  const above = new Int32Array(blocks.length).fill(-1);
  let last = -1;
  blocks.forEach((block, i) => {
    if (block.kind !== 'heading') {
      above[i] = last;
      return;
    }
    const level = block.level ?? 6;
    let parent = last;
    while (parent >= 0 && (blocks[parent]?.level ?? 6) >= level) parent = above[parent] ?? -1;
    above[i] = parent;
    last = i;
  });
  return above;
}

const LONGEST_HEAD = 90;
const HEAD_TIMES = 4;

function runningHeads(blocks: readonly Block[]): Set<string> {
  const times = new Map<string, number>();
  const heads = new Set<string>();
  for (const { text, kind } of blocks) {
    if (kind === 'cell' || kind === 'list-item' || text.length > LONGEST_HEAD) continue;
    const bare = text.trim();
    const count = (times.get(bare) ?? 0) + 1;
    times.set(bare, count);
    if (count === HEAD_TIMES) heads.add(bare);
  }
  return heads;
}
