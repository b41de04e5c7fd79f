// Makes the mentions of a block out of its candidates: overlaps resolved, clashes left unmarked, polarity judged.
import type { Matcher } from '../vocabulary/matcher';
import type { Candidate } from './candidates';
import type { Mention } from './model';
import { longestFromLeft } from './overlaps';
import type { PolarityJudge } from './polarity';

/** The mentions of a block, in order. */
export function resolve(
  block: number,
  candidates: readonly Candidate[],
  matcher: Matcher,
  polarity: PolarityJudge,
): Mention[] {
  const mentions: Mention[] = [];
  const shortForms = new Map<number, Candidate[]>();
  for (const candidate of candidates)
    if (candidate.abbreviation)
      shortForms.set(candidate.start, [...(shortForms.get(candidate.start) ?? []), candidate]);
  for (const kept of longestFromLeft(candidates)) {
    const topic = matcher.topics[kept.topic];
    if (!topic || clashes(kept, shortForms.get(kept.start) ?? [])) continue;
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

/** An abbreviation that fits two topics equally well is left unmarked, like any wrong mark that a reader would see. */
function clashes(kept: Candidate, besides: readonly Candidate[]): boolean {
  return (
    kept.abbreviation &&
    besides.some(
      (other) =>
        other.topic !== kept.topic && other.stop === kept.stop && other.weight === kept.weight,
    )
  );
}
