// Weighs the words of a document for and against its being about drug or alcohol treatment (data/relevance.json).
import type { Matcher } from '../vocabulary/matcher';
import type { DetectInput } from './model';
import { type BlockScan, HIT } from './scan';
import { sureMentions } from './sure';

/** A group's worth rises with each doubling of its hits, to this many times its weight. */
const MOST_DOUBLINGS = 4;
/** Points for each treatment topic named in words of one meaning, where words of the field stand beside it. */
const TOPIC_POINTS = 0.8;
const MOST_TOPICS = 6;
/** Field points from which topics count in full: "key worker" says nothing by itself. */
const FIELD_FOR_TOPICS = 2.5;
const TITLE_FACTOR = 2;
const AGAINST_FACTOR = 0.5;
/** Points needed by a text of up to so many words; more for each doubling, since stray words are to be expected. */
const BASE_POINTS = 6.5;
const BASE_WORDS = 250;
const POINTS_PER_DOUBLING = 2.5;
/** Beyond so many doublings (64,000 words) it is the share of field words that tells, since groups are worth only so much. */
const MOST_LENGTH = 8;
const WORDS_PER_HIT = 4000;
/** Groups below this ("drug", "alcohol" alone) are not counted where strength of evidence is compared. */
const LEAST_WEIGHT = 1;
/** Where another subject has so many times the hits of the field, twice the points are needed. */
const OUTWEIGHED = 1.5;
/** Where nothing is said of treatment itself ("opioid", "overdose", "addiction" alone), so many times the points. */
const WITHOUT_CARE = 1.5;

/** What the gate weighs. */
export interface Evidence {
  /** Hits of each group, in the text and in the title. */
  readonly counts: Int32Array;
  readonly inTitle: Int32Array;
  readonly words: number;
  /** Topics named in words of one meaning. */
  readonly topics: number;
  readonly points: number;
  readonly needed: number;
}

export function weigh(
  matcher: Matcher,
  groups: Int32Array,
  input: DetectInput,
  scans: readonly BlockScan[],
  title: BlockScan,
): Evidence {
  const { groups: rules, hosts } = matcher.gate;
  const counts = new Int32Array(rules.length);
  const inTitle = new Int32Array(rules.length);
  const topics = new Set<number>();
  let words = 0;
  for (const scan of scans) {
    words += scan.words;
    if (scan.cues.length > 0) count(scan, groups, counts);
    if (scan.terms.length > 0)
      for (const sure of sureMentions(scan, matcher)) topics.add(sure.topic);
  }
  count(title, groups, inTitle);
  let field = 0;
  let titled = 0;
  let against = 0;
  let fieldHits = 0;
  let mostAgainst = 0;
  let care = false;
  rules.forEach((group, i) => {
    const hits = counts[i] ?? 0;
    const titleHits = inTitle[i] ?? 0;
    if (group.part === 'field' || group.part === 'codes') {
      field += worth(group.weight, hits);
      titled += worth(group.weight, titleHits);
      if (group.weight >= LEAST_WEIGHT) fieldHits += hits;
      if (group.care && hits + titleHits > 0) care = true;
    } else if (group.part === 'against') {
      against += worth(group.weight, hits) + TITLE_FACTOR * worth(group.weight, titleHits);
      mostAgainst = Math.max(mostAgainst, hits);
    }
  });
  if (hosts.names.some((name) => input.host === name || input.host.endsWith(`.${name}`)))
    field += hosts.weight;
  const share = Math.min(1, field / FIELD_FOR_TOPICS);
  const points =
    field +
    TITLE_FACTOR * titled +
    TOPIC_POINTS * Math.min(MOST_TOPICS, topics.size) * share -
    AGAINST_FACTOR * against;
  const length = Math.max(0, Math.log2(Math.max(1, words) / BASE_WORDS));
  const sparse = length > MOST_LENGTH && fieldHits * WORDS_PER_HIT < words;
  const needed = BASE_POINTS + POINTS_PER_DOUBLING * Math.min(MOST_LENGTH, length);
  const outweighed = mostAgainst > fieldHits * OUTWEIGHED && mostAgainst > 3;
  return {
    counts,
    inTitle,
    words,
    topics: topics.size,
    points,
    needed: needed * (outweighed || sparse ? 2 : 1) * (care ? 1 : WITHOUT_CARE),
  };
}

function worth(weight: number, hits: number): number {
  return hits === 0 ? 0 : weight * Math.min(MOST_DOUBLINGS, 1 + Math.log2(hits));
}

/** Adds a block's hits to the counts; of hits that overlap, the longest from the left. */
function count(scan: BlockScan, groups: Int32Array, counts: Int32Array): void {
  const { cues } = scan;
  let free = 0;
  // Hits are ordered by their first word, so those of one word stand together.
  for (let i = 0; i < cues.length; ) {
    const from = cues[i + 1] as number;
    let to = 0;
    let best = -1;
    for (; i < cues.length && cues[i + 1] === from; i += HIT) {
      const group = groups[cues[i] as number] as number;
      const end = cues[i + 2] as number;
      if (group < 0 || end < to || (end === to && group > best)) continue;
      to = end;
      best = group;
    }
    if (best < 0 || from < free) continue;
    counts[best] = (counts[best] as number) + 1;
    free = to;
  }
}
