// Unambiguous mentions of a block: forms with one sense that no longer words cover.
import type { Matcher } from '../vocabulary/matcher';
import { longestFromLeft } from './overlaps';
import { type BlockScan, HIT, type Sure } from './scan';

/** The unambiguous mentions of a block; kept with its scan. */
export function sureMentions(scan: BlockScan, matcher: Matcher): readonly Sure[] {
  if (scan.sure) return scan.sure;
  const found: (Sure & { weight: number; counts: boolean })[] = [];
  const { terms } = scan;
  for (let i = 0; i < terms.length; i += HIT) {
    if (terms[i + 5] !== 0) continue;
    const term = matcher.term(terms[i] as number);
    found.push({
      topic: term ? term.topic : -1,
      from: terms[i + 1] as number,
      to: terms[i + 2] as number,
      start: terms[i + 3] as number,
      stop: terms[i + 4] as number,
      counts: term !== undefined && term.sense === null,
      weight: term === undefined ? 0 : term.sense === null ? 1 : 2,
    });
  }
  const sure = longestFromLeft(found).filter((stretch) => stretch.counts);
  scan.sure = sure;
  return sure;
}
