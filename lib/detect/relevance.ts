// Is this document about drug or alcohol treatment and its commissioning? The answer, its reasons, and what sort of document it is.
import type { Matcher } from '../vocabulary/matcher';
import type { DetectInput, Relevance } from './model';
import { weigh } from './relevance-evidence';
import { documentKind } from './relevance-kind';
import { reasonsFor } from './relevance-reasons';
import type { BlockScan } from './scan';

/** The gate's answer for a document. */
export function judgeRelevance(
  matcher: Matcher,
  groups: Int32Array,
  input: DetectInput,
  scans: readonly BlockScan[],
  title: BlockScan,
): Relevance {
  const evidence = weigh(matcher, groups, input, scans, title);
  const pass = evidence.points >= evidence.needed;
  return {
    pass,
    kind: documentKind(evidence, matcher.gate),
    reasons: reasonsFor(evidence, pass, scans, matcher),
  };
}
