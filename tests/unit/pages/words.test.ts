// Words that every page shares.
import { describe, expect, it } from 'vitest';
import {
  cellCode,
  cellName,
  entryFacts,
  kindWords,
  longDate,
} from '../../../components/shared/words';
import type { Matrix } from '../../../lib/evidence/model';

describe('words', () => {
  it('say a day the same in every time zone', () => {
    expect(longDate('2018-07-17')).toBe('17 July 2018');
    expect(longDate('2026-11-24T23:59:59.000Z')).toBe('24 November 2026');
  });

  it('take a cell apart', () => {
    expect(cellCode('drug/E4')).toEqual({ matrix: 'drug', code: 'E4', column: 5, row: 4 });
    expect(cellCode('drug/F4')).toBeNull();
  });

  it('never hide that a year or kind is not known', () => {
    expect(entryFacts({ year: null, country: 'UK', publisher: null })).toEqual([
      'year not known',
      'UK',
    ]);
    expect(kindWords({ kind: null, kindInferred: false, role: 'main' })).toBe('Kind not shown');
    expect(kindWords({ kind: 'seminal', kindInferred: false, role: 'main' })).toBe('Seminal study');
  });

  it('put a nation in place of its country', () => {
    expect(entryFacts({ year: 2008, country: 'UK', nation: 'Scotland', publisher: null })).toEqual([
      '2008',
      'Scotland',
    ]);
  });

  it('name a cell by its own matrix, and by its title where that is not known', () => {
    const title = (code: string) => ({ code, title: `Type ${code}`, rowTitle: null });
    const matrix = {
      id: 'drug',
      title: 'Drug Treatment Matrix',
      url: 'https://findings.org.uk/',
      levels: ['A', 'B', 'C', 'D', 'E'].map((code) => ({ code, title: `Level ${code}` })),
      types: ['1', '2', '3', '4', '5'].map(title),
    } as Matrix;
    const cell = { id: 'drug/E4', title: 'Systems; Therapies' };
    expect(cellName(cell, matrix)).toBe('E4 Level E: type 4');
    expect(cellName(cell, undefined)).toBe('Systems; Therapies');
  });
});
