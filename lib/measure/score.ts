// Compares marks with labels: a mention counts as found when topic and text overlap, one label to one mark.
import type { GoldMention, Mark, Measured, Tier } from './model';

/** How one text came out. */
export interface Pairing {
  readonly hits: readonly { readonly gold: GoldMention; readonly mark: Mark }[];
  readonly misses: readonly GoldMention[];
  readonly falseMarks: readonly Mark[];
}

const byPlace = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start - b.start || a.end - b.end;

/** Pairs labels with marks of the same topic that share at least one character. */
export function pair(gold: readonly GoldMention[], marks: readonly Mark[]): Pairing {
  const free = new Set([...marks].sort(byPlace));
  const hits: { gold: GoldMention; mark: Mark }[] = [];
  const misses: GoldMention[] = [];
  for (const label of [...gold].sort(byPlace)) {
    let hit: Mark | undefined;
    for (const mark of free) {
      if (mark.topic !== label.topic || mark.start >= label.end || mark.end <= label.start)
        continue;
      // Of several the one that ends first, which leaves the most for the labels after it.
      if (hit === undefined || mark.end < hit.end) hit = mark;
    }
    if (hit === undefined) {
      misses.push(label);
    } else {
      free.delete(hit);
      hits.push({ gold: label, mark: hit });
    }
  }
  return { hits, misses, falseMarks: [...free] };
}

export interface Count {
  readonly gold: number;
  readonly found: number;
  readonly hits: number;
  readonly rightPolarity: number;
}

export interface Rates {
  /** Shares from 0 to 1; null where there is nothing to divide by. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly polarity: number | null;
}

export function rates(count: Count): Rates {
  const share = (a: number, b: number) => (b === 0 ? null : a / b);
  return {
    precision: share(count.hits, count.found),
    recall: share(count.hits, count.gold),
    f1: share(2 * count.hits, count.gold + count.found),
    polarity: share(count.rightPolarity, count.hits),
  };
}

/** A row of the result: one topic, or `all` topics of a tier, in one corpus or in `all` of them. */
export interface Row extends Count {
  readonly corpus: string;
  readonly topic: string;
  readonly tier: Tier | 'all';
}

/** Rows by corpus, then all corpora together; within each: all topics, tier 1, tier 2, then topic by topic. */
export function score(measured: readonly Measured[], tiers: ReadonlyMap<string, Tier>): Row[] {
  const counts = new Map<string, Row>();
  const add = (corpus: string, topic: string, tier: Tier | 'all', more: Partial<Count>) => {
    const key = `${corpus}\n${topic}\n${tier}`;
    const old = counts.get(key) ?? {
      corpus,
      topic,
      tier,
      gold: 0,
      found: 0,
      hits: 0,
      rightPolarity: 0,
    };
    counts.set(key, {
      ...old,
      gold: old.gold + (more.gold ?? 0),
      found: old.found + (more.found ?? 0),
      hits: old.hits + (more.hits ?? 0),
      rightPolarity: old.rightPolarity + (more.rightPolarity ?? 0),
    });
  };
  for (const { sample, marks } of measured) {
    if (sample.gold === null) continue;
    const tally = (topic: string, more: Partial<Count>) => {
      const tier = tiers.get(topic);
      for (const corpus of [sample.corpus, 'all']) {
        add(corpus, 'all', 'all', more);
        if (tier === undefined) continue;
        add(corpus, 'all', tier, more);
        add(corpus, topic, tier, more);
      }
    };
    const { hits, misses, falseMarks } = pair(sample.gold, marks);
    for (const { gold, mark } of hits) {
      const rightPolarity = gold.polarity === mark.polarity ? 1 : 0;
      tally(gold.topic, { gold: 1, found: 1, hits: 1, rightPolarity });
    }
    for (const miss of misses) tally(miss.topic, { gold: 1 });
    for (const mark of falseMarks) tally(mark.topic, { found: 1 });
  }
  return [...counts.values()].sort(rowOrder);
}

/** Corpora by name and all of them last; in each the tiers together first, then tier by tier and topic by topic. */
function rowOrder(a: Row, b: Row): number {
  const rank = (row: Row) => (row.topic !== 'all' ? 3 : row.tier === 'all' ? 0 : row.tier);
  return (
    Number(a.corpus === 'all') - Number(b.corpus === 'all') ||
    a.corpus.localeCompare(b.corpus) ||
    rank(a) - rank(b) ||
    Number(a.tier) - Number(b.tier) ||
    a.topic.localeCompare(b.topic)
  );
}
