import { describe, expect, test } from 'vitest';
import { importText } from '../../../../lib/evidence/importer/cell';
import { reviewImport } from '../../../../lib/evidence/importer/review';
import { Cell, Entry, Passage } from '../../../../lib/evidence/model';
import { parsePack } from '../../../../lib/evidence/packs/pack';
import { packCopy } from '../real-pack';
import { fixture } from './read';

const options = { file: 'drug-B3.md', date: '2026-11-25' };
const nothing = { cells: [], entries: [], passages: [] };

function reviewed(...args: Parameters<typeof reviewImport>) {
  const result = reviewImport(...args);
  if (!result.ok) throw new Error(result.reason);
  return result.review;
}

describe('an imported cell in the evidence’s own form', () => {
  const review = reviewed(fixture('drug-B3.md'), nothing, options);

  test('fits the schemas, says where it comes from, and claims nothing that was not read', () => {
    expect(Cell.safeParse(review.cell).success).toBe(true);
    for (const entry of review.entries) {
      expect(Entry.safeParse(entry).success).toBe(true);
      expect(entry).toMatchObject({
        completeness: 'title-only',
        summary: null,
        findings: [],
        source: 'imported from drug-B3.md on 2026-11-25 by the reader',
      });
    }
    for (const passage of review.passages) expect(Passage.safeParse(passage).success).toBe(true);
    expect(review.entries).toHaveLength(11);
    expect(review.entries.map(({ order }) => order).slice(0, 8)).toEqual([
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      null,
    ]);
  });

  test('everything is new, and what has no place is named', () => {
    expect(new Set(review.entryDifferences.map(({ state }) => state))).toEqual(new Set(['new']));
    expect(review.cellDifference.state).toBe('new');
    expect(review.left.join('\n')).toMatch(/names cell drug\/A2/);
    expect(review.left.join('\n')).toMatch(/discussed under “Issues to consider and discuss”/);
  });

  test('put into a pack it hangs together: ids once, relations from both sides', () => {
    const pack = packCopy();
    const others = pack.entries.filter(({ cells }) => !cells.includes('drug/B3'));
    // Relations and references to the entries that are left out would dangle; only the imported ones are under test.
    const known = new Set([...others, ...review.entries].map(({ id }) => id));
    const entries = [...others, ...review.entries].map((entry) => ({
      ...entry,
      relations: entry.relations.filter(({ to }) => known.has(to)),
    }));
    const whole = {
      ...pack,
      cells: pack.cells.map((cell) => (cell.id === 'drug/B3' ? review.cell : cell)),
      entries,
      passages: [...pack.passages, ...review.passages],
      guidance: [],
      statements: [],
    };
    expect(parsePack(JSON.stringify(whole))).toMatchObject({ ok: true });
  });
});

describe('against what is held', () => {
  const first = reviewed(fixture('drug-B3.md'), nothing, options);
  const held = { cells: [first.cell], entries: first.entries, passages: first.passages };

  test('the same file again changes nothing', () => {
    const again = reviewed(fixture('drug-B3.md'), held, options);
    const states = [...again.entryDifferences, ...again.passageDifferences, again.cellDifference];
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['same']));
    expect(again.missing).toEqual([]);
    expect(again.entries.map(({ id }) => id)).toEqual(first.entries.map(({ id }) => id));
  });

  test('changed fields are named; a reworded title of the same year is the same entry; a dropped one is missing', () => {
    const text = `Drug Treatment Matrix cell B3: Practitioners; Medical treatment

K [The nurse who nearly closed a clinic](#) (1971). At a Swedish clinic.

K [Pharmacists of Porto as listeners, ten years on](#) (2011). In Portugal.

Last revised 4 April 2019
`;
    const review = reviewed(importText(text), held, options);
    const [nurse, porto] = review.entryDifferences;
    expect(nurse).toMatchObject({
      id: 'drug/B3/the-nurse-who-nearly-closed-a-clinic',
      state: 'changed',
    });
    expect(nurse?.changes).toEqual([
      { field: 'kind', held: 'seminal', imported: 'key' },
      { field: 'country', held: 'Denmark', imported: 'Sweden' },
    ]);
    expect(porto?.changes.map(({ field }) => field)).toEqual(['title']);
    expect(review.cellDifference.changes).toEqual([
      { field: 'revised', held: '2016-03-03', imported: '2019-04-04' },
    ]);
    expect(review.missing).toHaveLength(5);
  });

  test('what a line does not say takes nothing away', () => {
    const entries = held.entries.map(
      (entry) => ({ ...entry, country: 'Iceland', kind: entry.kind ?? 'review' }) as const,
    );
    const text =
      'Drug Treatment Matrix cell B3: Practitioners; Medical treatment\n\nS Seminal studies K Key studies R Reviews G Guidance\n\n[Bedside manner: a meta-analysis](#) (2015). Pooled.\n';
    const review = reviewed(importText(text), { ...held, entries }, options);
    expect(review.entryDifferences[0]?.changes).toEqual([]);
  });
});

test('a file without entries, or without its cell, is refused in words; the reader can say the cell', () => {
  expect(reviewImport(fixture('not-a-cell.txt'), nothing, options)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/No entries were found/),
  });
  const unnamed = importText('K A title (2001). Text.\n\nR Another title (2002). Text.\n');
  expect(reviewImport(unnamed, nothing, options)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/does not say which cell/),
  });
  expect(reviewed(unnamed, nothing, { ...options, cellId: 'alcohol/A1' }).cell).toMatchObject({
    id: 'alcohol/A1',
    completeness: 'full',
  });
  expect(reviewImport(unnamed, nothing, { ...options, cellId: 'drug/Z9' }).ok).toBe(false);
});

test('only web addresses become links', () => {
  const text = `Drug Treatment Matrix cell A1: Interventions; Reducing harm

K [One](https://example.org/one) (2001). Text.

K [Two](javascript:alert) (2002). Text.

K [Three](dl.php?f=Pine_A_1.txt) (2003). Text.

K [Four](#) (2004). Text.
`;
  const review = reviewed(importText(text), nothing, options);
  expect(review.entries.map(({ links }) => links.map(({ kind, url }) => `${kind} ${url}`))).toEqual(
    [
      ['original https://example.org/one'],
      [],
      ['analysis https://findings.org.uk/PHP/dl.php?f=Pine_A_1.txt'],
      [],
    ],
  );
});
