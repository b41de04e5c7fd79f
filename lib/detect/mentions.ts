// Judges the hits of one block and makes its mentions.
import type { Matcher, Term } from '../vocabulary/matcher';
import type { Mention, Why } from './model';
import { longestFromLeft, type Stretch } from './overlaps';
import type { PolarityJudge } from './polarity';
import { type BlockScan, HIT } from './scan';
import type { SenseJudge } from './senses';
import type { Survey } from './survey';

/** A stretch that is kept for a topic, or (topic −1) for words that mean something else. */
export interface Candidate extends Stretch {
  /** Words, for polarity. */
  readonly from: number;
  readonly to: number;
  readonly topic: number;
  readonly why: Why;
  readonly abbreviation: boolean;
}

const NOTHING: Why = { term: '', reading: null, decidedBy: [], couldBe: null };

/** Everything in a block that could be marked, senses judged, overlaps not yet resolved. */
export function candidatesOf(
  block: number,
  scan: BlockScan,
  matcher: Matcher,
  judge: SenseJudge,
  survey: Survey,
): Candidate[] {
  const found: Candidate[] = [];
  const { terms } = scan;
  for (let i = 0; i < terms.length; i += HIT) {
    const what = terms[i] as number;
    const place = { block, from: terms[i + 1] as number, to: terms[i + 2] as number };
    const start = terms[i + 3] as number;
    const stop = terms[i + 4] as number;
    const term = matcher.terms[what];
    if (!term) {
      found.push({
        ...place,
        start,
        stop,
        weight: 0,
        topic: -1,
        why: NOTHING,
        abbreviation: false,
      });
      continue;
    }
    const learnt = term.abbreviation
      ? survey.meanings.get(scan.text.slice(start, stop))
      : undefined;
    if (learnt && learnt.topic !== term.topic) continue;
    const base = { ...place, start, stop, topic: term.topic, abbreviation: term.abbreviation };
    if (learnt) {
      found.push({
        ...base,
        weight: 6,
        why: why(term, [`the document defines it as “${learnt.long}”`]),
      });
    } else if (term.sense === null) found.push({ ...base, weight: 4, why: why(term, []) });
    else {
      const judged = judge.judge(term.sense, place, term.topic);
      if (judged.holds)
        found.push({ ...base, weight: judged.strength * 2 + 1, why: why(term, judged.decidedBy) });
    }
  }
  return found;
}

function why(term: Term, decidedBy: string[]): Why {
  return {
    term: term.form,
    reading: term.sense?.reading ?? null,
    decidedBy,
    couldBe: term.sense?.couldBe ?? null,
  };
}

/** The mentions of a block, in order. */
export function resolve(
  block: number,
  candidates: readonly Candidate[],
  matcher: Matcher,
  polarity: PolarityJudge,
): Mention[] {
  const mentions: Mention[] = [];
  for (const kept of longestFromLeft(candidates)) {
    const topic = matcher.topics[kept.topic];
    if (!topic) continue;
    mentions.push({
      block,
      start: kept.start,
      end: kept.stop,
      topic: topic.id,
      tier: topic.tier,
      polarity: polarity.of(block, kept.from, kept.to),
      why: kept.why,
    });
  }
  return mentions;
}
