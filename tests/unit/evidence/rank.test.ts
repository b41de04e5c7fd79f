// The order of entries, and one document shown once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/evidence/model';
import { rankEntries, withoutTwins } from '../../../lib/evidence/rank';
import { pack } from './real-pack';

const base = pack.entries[0];
if (!base) throw new Error('the pack is empty');

function entry(id: string, change: Partial<Entry> = {}): Entry {
  return {
    ...base,
    id,
    cells: ['drug/A4'],
    relations: [],
    year: 2000,
    order: 1,
    ...change,
  } as Entry;
}

const order = (entries: Entry[], cells = ['drug/E4', 'drug/A4']) =>
  rankEntries(entries, cells).map(({ id }) => id);

const result = { outcome: 'Attendance', direction: 'better', detail: null } as const;
const advice = { outcome: 'Guidance', direction: 'not-effects', detail: null } as const;

describe('ranking', () => {
  it.each<[string, Partial<Entry>, Partial<Entry>]>([
    [
      'what was read before titles',
      { completeness: 'full', year: 1990 },
      { completeness: 'title-only', cells: ['drug/E4'], year: 2020 },
    ],
    [
      'results before documents without',
      { findings: [result], kind: 'seminal' },
      { findings: [advice], kind: 'key' },
    ],
    [
      'the main cell first',
      { cells: ['drug/E4'], kind: 'seminal' },
      { cells: ['drug/A4'], kind: 'key' },
    ],
    ['the topic’s cells before others', { cells: ['drug/A4'] }, { cells: ['drug/B1'] }],
    ['the same matrix before the other', { cells: ['drug/B1'] }, { cells: ['alcohol/B1'] }],
    ['key studies before reviews', { kind: 'key', year: 1990 }, { kind: 'review', year: 2020 }],
    ['reviews before guidance', { kind: 'review' }, { kind: 'guidance' }],
    ['guidance before seminal studies', { kind: 'guidance' }, { kind: 'seminal' }],
    ['known kinds before others', { kind: 'seminal' }, { kind: null }],
    ['lines before documents named in them', { role: 'main' }, { role: 'secondary' }],
    [
      'what the latest copy lists before what it may have dropped',
      { edition: 'latest', year: 1990 },
      { edition: 'older', year: 2020 },
    ],
    ['newest first', { year: 2012 }, { year: 2007 }],
    ['known years before unknown', { year: 1957 }, { year: null }],
  ])('puts %s', (_name, first, second) => {
    // Ids are against the expected order, so that the rule itself must decide.
    expect(order([entry('z', first), entry('a', second)])).toEqual(['z', 'a']);
    expect(order([entry('a', second), entry('z', first)])).toEqual(['z', 'a']);
  });

  it('is the same whatever order the entries come in, and loses none', () => {
    const expected = order(pack.entries);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pack.entries, { minLength: pack.entries.length }),
        (mixed) => {
          expect(order(mixed)).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
    expect(expected).toHaveLength(pack.entries.length);
  });
});

describe('one document', () => {
  it('is shown once, with every cell that lists it', () => {
    const shown = withoutTwins(rankEntries(pack.entries, []));
    const trial = shown.filter(({ title }) =>
      title.startsWith('Motivational interviewing style clashes'),
    );
    expect(trial).toHaveLength(1);
    expect(new Set(trial[0]?.cells)).toEqual(new Set(['drug/D5', 'alcohol/C5', 'alcohol/D5']));
    const twins = pack.entries.flatMap(({ relations }) =>
      relations.filter(({ type }) => type === 'same-document' || type === 'listed-also-in'),
    );
    // 17 groups, three of three entries and fourteen of two: 20 entries stand behind another, 23 pairs told from both sides.
    expect(twins).toHaveLength(46);
    expect(shown).toHaveLength(pack.entries.length - 20);
  });

  it('keeps different documents apart', () => {
    const one = entry('a', { relations: [{ type: 'related', to: 'b', label: 'x' }] });
    expect(withoutTwins([one, entry('b')])).toHaveLength(2);
  });
});
