// Is this document about drug or alcohol treatment and its commissioning? Weighs words of the field and says why.
import relevance from '../../data/relevance.json';
import { cueForm } from '../vocabulary/cue-forms';
import type { Matcher } from '../vocabulary/matcher';
import type { DetectInput, Relevance } from './model';
import { type BlockScan, HIT } from './scan';

/** Cue number → number of its group: field, then against, then kinds; −1 elsewhere. */
export interface RelevanceGroups {
  readonly group: Int32Array;
}

const GROUPS = [...relevance.field, ...relevance.against, ...relevance.kinds];
const FIELD = relevance.field.length;
const AGAINST = FIELD + relevance.against.length;

export function relevanceGroups(matcher: Matcher): Int32Array {
  const group = new Int32Array(matcher.cues.length).fill(-1);
  GROUPS.forEach(({ forms }, number) => {
    for (const form of forms) {
      const cue = matcher.cueNumber.get(cueForm(form));
      if (cue !== undefined) group[cue] = number;
    }
  });
  return group;
}

/** A group's worth: its weight for the first hit, again for each doubling, at most four times. */
function worth(weight: number, count: number): number {
  return count === 0 ? 0 : weight * Math.min(4, 1 + Math.log2(count));
}

export interface Weighed {
  readonly field: number;
  readonly against: number;
  readonly inTitle: number;
  readonly words: number;
  readonly counts: Int32Array;
}

/** Counts the hits of each group; a hit that lies inside a longer one of the same document is not counted again. */
export function weigh(groups: Int32Array, scans: readonly BlockScan[], title: BlockScan): Weighed {
  const counts = new Int32Array(GROUPS.length);
  const titleCounts = new Int32Array(GROUPS.length);
  let words = 0;
  for (const scan of scans) {
    words += scan.words;
    count(scan, groups, counts);
  }
  count(title, groups, titleCounts);
  let field = 0;
  let against = 0;
  let inTitle = 0;
  GROUPS.forEach((group, i) => {
    if (!('weight' in group)) return;
    const value = worth(group.weight, counts[i] as number);
    if (i < FIELD) {
      field += value;
      inTitle += worth(group.weight, titleCounts[i] as number);
    } else against += value;
  });
  return { field, against, inTitle, words, counts };
}

function count(scan: BlockScan, groups: Int32Array, counts: Int32Array): void {
  let free = 0;
  const hits: [number, number, number][] = [];
  for (let i = 0; i < scan.cues.length; i += HIT) {
    const group = groups[scan.cues[i] as number] as number;
    if (group >= 0) hits.push([scan.cues[i + 1] as number, scan.cues[i + 2] as number, group]);
  }
  hits.sort((a, b) => a[0] - b[0] || b[1] - a[1] || a[2] - b[2]);
  for (const [from, to, group] of hits) {
    if (from < free) continue;
    counts[group] = (counts[group] as number) + 1;
    free = to;
  }
}

/** Points needed: more in a longer text, where stray words of the field are to be expected. */
export function threshold(words: number): number {
  return 7 + 2.5 * Math.max(0, Math.log2(Math.max(1, words) / 250));
}

export function judgeRelevance(
  groups: Int32Array,
  _input: DetectInput,
  scans: readonly BlockScan[],
  title: BlockScan,
): Relevance {
  const weighed = weigh(groups, scans, title);
  const points = weighed.field + 2 * weighed.inTitle - 0.5 * weighed.against;
  const pass = points >= threshold(weighed.words);
  return {
    pass,
    kind: 'page',
    reasons: [`${weighed.field} ${weighed.against} ${weighed.inTitle}`],
  };
}
export { AGAINST };
