import { describe, expect, it } from 'vitest';
import type { GoldMention, Mark, Measured, Sample } from '../../../lib/measure/model';
import { pair, rates, score } from '../../../lib/measure/score';
import { gap, overall, summarise } from '../../../lib/measure/summary';

const gold = (
  start: number,
  end: number,
  topic: string,
  polarity: GoldMention['polarity'] = 'asserted',
) => ({
  start,
  end,
  topic,
  polarity,
  quote: 'x'.repeat(end - start),
});
const mark = (
  start: number,
  end: number,
  topic: string,
  polarity: Mark['polarity'] = 'asserted',
) => ({
  start,
  end,
  topic,
  polarity,
  term: 'x',
});

const sample = (more: Partial<Sample>): Sample => ({
  id: 'a',
  corpus: 'c',
  kind: 'in-domain',
  title: '',
  host: '',
  text: 'x'.repeat(100),
  group: 'a',
  passage: true,
  keptAside: false,
  gold: [],
  ...more,
});
const relevance = { pass: true, kind: 'page' as const, reasons: [] };
const measured = (marks: Mark[], more: Partial<Sample>): Measured => ({
  sample: sample(more),
  relevance,
  marks,
});

describe('pair', () => {
  it('counts a mention as found when topic and text overlap', () => {
    const { hits, misses, falseMarks } = pair([gold(0, 10, 'a')], [mark(9, 20, 'a')]);
    expect([hits.length, misses.length, falseMarks.length]).toEqual([1, 0, 0]);
  });

  it('counts neither touching text nor another topic', () => {
    const { hits, misses, falseMarks } = pair(
      [gold(0, 10, 'a'), gold(20, 30, 'a')],
      [mark(10, 15, 'a'), mark(20, 30, 'b')],
    );
    expect([hits.length, misses.length, falseMarks.length]).toEqual([0, 2, 2]);
  });

  it('gives one mark to one label and one label to one mark', () => {
    const wide = pair([gold(0, 5, 'a'), gold(6, 10, 'a')], [mark(0, 10, 'a')]);
    expect([wide.hits.length, wide.misses.length]).toEqual([1, 1]);
    const narrow = pair([gold(0, 10, 'a')], [mark(0, 3, 'a'), mark(4, 8, 'a')]);
    expect([narrow.hits.length, narrow.falseMarks.length]).toEqual([1, 1]);
  });

  it('pairs as many as can be paired where several overlap', () => {
    const { hits } = pair(
      [gold(0, 10, 'a'), gold(8, 20, 'a')],
      [mark(9, 12, 'a'), mark(0, 4, 'a')],
    );
    expect(hits.length).toBe(2);
  });
});

describe('rates', () => {
  it('divides hits by marks and by labels', () => {
    const result = rates({ gold: 4, found: 5, hits: 3, rightPolarity: 2 });
    expect(result.precision).toBeCloseTo(0.6);
    expect(result.recall).toBeCloseTo(0.75);
    expect(result.f1).toBeCloseTo(6 / 9);
    expect(result.polarity).toBeCloseTo(2 / 3);
  });

  it('says unknown rather than zero where there is nothing to divide by', () => {
    const nothing = rates({ gold: 0, found: 0, hits: 0, rightPolarity: 0 });
    expect(nothing).toEqual({ precision: null, recall: null, f1: null, polarity: null });
  });
});

describe('score and summarise', () => {
  const tiers = new Map<string, 1 | 2>([
    ['a', 1],
    ['b', 2],
  ]);
  const set = [
    measured([mark(0, 5, 'a', 'excluded'), mark(50, 60, 'b')], { gold: [gold(0, 5, 'a')] }),
    measured([], { corpus: 'd', gold: [gold(0, 5, 'a')] }),
  ];

  it('adds up by topic, tier and corpus', () => {
    const rows = score(set, tiers);
    const row = (corpus: string, topic: string, tier: unknown) =>
      rows.find((one) => one.corpus === corpus && one.topic === topic && one.tier === tier);
    expect(row('all', 'all', 'all')).toMatchObject({
      gold: 2,
      found: 2,
      hits: 1,
      rightPolarity: 0,
    });
    expect(row('c', 'all', 1)).toMatchObject({ gold: 1, found: 1, hits: 1 });
    expect(row('d', 'a', 1)).toMatchObject({ gold: 1, found: 0, hits: 0 });
    expect(row('all', 'b', 2)).toMatchObject({ gold: 0, found: 1, hits: 0 });
    expect(rows.at(-1)?.corpus).toBe('all');
  });

  it('keeps the words of documents that are kept aside out of sight', () => {
    const secret = 'the secret words of a kept document';
    const aside = measured([], {
      id: 'kept',
      group: 'kept',
      keptAside: true,
      text: secret,
      gold: [{ start: 4, end: 10, quote: 'secret', topic: 'a', polarity: 'asserted' }],
    });
    const pages = [
      measured([mark(4, 10, 'a')], {
        kind: 'near-miss',
        text: secret,
        keptAside: true,
        gold: null,
      }),
    ];
    const parts = ['development', 'kept aside'] as const;
    const closed = summarise([...set, aside], pages, { tiers, parts, openKeptAside: false });
    expect(JSON.stringify(closed)).not.toContain('secret');
    expect(closed.kinds).toMatchObject([{ kind: 'near-miss', marks: 1 }]);
    const open = summarise([...set, aside], pages, { tiers, parts, openKeptAside: true });
    expect(open.faults.some((fault) => fault.sentence.includes('⟦secret⟧'))).toBe(true);
  });

  it('shows the gap between the parts in points', () => {
    const aside = measured([], { keptAside: true, gold: [gold(0, 5, 'a')] });
    const summary = summarise([...set, aside], [], {
      tiers,
      parts: ['development', 'kept aside'],
      openKeptAside: false,
    });
    expect(overall(summary, 'development', 1)?.f1).toBeCloseTo(2 / 3);
    expect(gap(summary, 1)).toBeCloseTo(66.67, 1);
  });
});
