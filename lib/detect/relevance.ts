// Is this document about drug or alcohol treatment and its commissioning? Weighs words and says why.
import type { Matcher } from '../vocabulary/matcher';
import type { DetectInput, Relevance } from './model';
import { type BlockScan, HIT } from './scan';
import { sureMentions } from './survey';

/** Distinct topics and words of the field must both speak for it. */
export function judgeRelevance(
  matcher: Matcher,
  _input: DetectInput,
  scans: readonly BlockScan[],
  title: BlockScan,
  _cueCount: Int32Array,
): Relevance {
  const topics = new Set<number>();
  let hits = 0;
  for (const scan of [title, ...scans]) {
    if (scan.terms.length < HIT) continue;
    for (const sure of sureMentions(scan, matcher)) {
      topics.add(sure.topic);
      hits++;
    }
  }
  const pass = topics.size >= 2 && hits >= 3;
  return {
    pass,
    kind: 'page',
    reasons: [`It names ${topics.size} treatment topics in words of one meaning, ${hits} times.`],
  };
}
