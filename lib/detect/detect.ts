// The detector: blocks of text in, mentions out. Whole documents at once, or block by block for a page that changes.
import type { Matcher } from '../vocabulary/matcher';
import { unpackMatcher } from '../vocabulary/packed';
import type { Citable } from '../vocabulary/schema';
import { candidatesOf } from './candidates';
import { resolve } from './mentions';
import type { Block, DetectInput, Detection, Mention, Reference } from './model';
import { PolarityJudge } from './polarity';
import { createReferenceFinder } from './references';
import { type BlockScan, createScanner } from './scan';
import { SenseJudge } from './senses';
import { type Survey, survey } from './survey';

/** The parts of detection, for a caller that works in slices and keeps scans of blocks that have not changed. */
export interface Detector {
  /** Finds every hit in a block. Depends on the text alone: keep the result while the text stays. */
  scanBlock(text: string): BlockScan;
  /** Reads the scans of all blocks (one for each of `input.blocks`) as one document. */
  survey(input: DetectInput, scans: readonly BlockScan[]): Surveyed;
  /** The same, stopping now and then. */
  surveyInSteps(
    input: DetectInput,
    scans: readonly BlockScan[],
  ): Generator<void, Surveyed, undefined>;
  /** Can nothing of this block change what is found, in it or elsewhere? True of most that changes on a busy page. */
  isIdle(block: Block, scan: BlockScan): boolean;
}

interface Surveyed {
  readonly relevance: Survey['relevance'];
  /** Mentions of one block; whatever the gate says. */
  mentionsOf(block: number): Mention[];
  /** What one block cites of the evidence; whatever the gate says. */
  referencesOf(block: number): Reference[];
}

/** `citables` is what a document may cite; without them no references are found. */
export function createDetector(matcher: Matcher, citables: readonly Citable[] = []): Detector {
  const { scanBlock, scanPolarity } = createScanner(matcher);
  const citedIn = createReferenceFinder(citables);
  return {
    scanBlock,
    // Headings and lines that lead a list speak for what follows, cells for the row; capitals may be a short form defined elsewhere.
    isIdle: ({ kind, text, links = [] }, scan) =>
      kind !== 'heading' &&
      kind !== 'cell' &&
      scan.terms.length + scan.cues.length + scan.definitions.length === 0 &&
      !/:\s*$|[A-Z]\S*[A-Z]/.test(text) &&
      citedIn({ kind, text, links }, 0).length === 0,
    survey(input, scans) {
      for (const steps = this.surveyInSteps(input, scans); ; ) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    },
    *surveyInSteps(input, scans) {
      const title = scanBlock(input.title);
      const found = yield* survey(input, scans, title, matcher, matcher.gate.ofCue);
      yield;
      const judge = new SenseJudge(matcher, scans, found, input.blocks);
      const polarity = new PolarityJudge(matcher.polarityKinds, scanPolarity, {
        blocks: input.blocks,
        scans,
        heading: found.heading,
        runningHeads: found.runningHeads,
      });
      return {
        relevance: found.relevance,
        mentionsOf(block) {
          const scan = scans[block];
          // A short form that the document defines may stand where no term does.
          if (!scan || (scan.terms.length === 0 && found.meanings.size === 0)) return [];
          const candidates = candidatesOf(block, scan, matcher, judge, found);
          return resolve(block, candidates, matcher, polarity);
        },
        referencesOf(block) {
          const read = input.blocks[block];
          return read ? citedIn(read, block) : [];
        },
      };
    },
  };
}

/**
 * The detector from compiled terms that came as a string, stopping now and then. Terms packed by another version are a
 * bug, and throw.
 */
export function* detectorInSteps(
  packed: string,
  citables: readonly Citable[] = [],
): Generator<void, Detector, undefined> {
  const unpacked = yield* unpackMatcher(packed);
  if (!unpacked.ok) throw new Error(unpacked.reason);
  return createDetector(unpacked.matcher, citables);
}

/** Detects mentions in a whole document. `anyway` marks also where the document does not pass the gate. */
export function detect(
  input: DetectInput,
  matcher: Matcher,
  options: { anyway?: boolean; citables?: readonly Citable[] } = {},
): Detection {
  const detector = createDetector(matcher, options.citables);
  const scans = input.blocks.map((block) => detector.scanBlock(block.text));
  const surveyed = detector.survey(input, scans);
  const mentions: Mention[] = [];
  const references: Reference[] = [];
  if (surveyed.relevance.pass || options.anyway === true)
    for (let i = 0; i < scans.length; i++) {
      mentions.push(...surveyed.mentionsOf(i));
      references.push(...surveyed.referencesOf(i));
    }
  return { relevance: surveyed.relevance, mentions, references };
}
