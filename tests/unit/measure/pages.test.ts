import { describe, expect, it } from 'vitest';
import { faults, inSentence } from '../../../lib/measure/errors';
import type { Measured } from '../../../lib/measure/model';
import { byKind, surprises } from '../../../lib/measure/pages';
import { markdownTable, textTable } from '../../../lib/measure/table';

const page = (kind: string, group: string, pass: boolean, marks: number): Measured => ({
  sample: {
    id: `${group}-${marks}`,
    corpus: 'pages',
    kind,
    title: 'T',
    host: '',
    text: 'Parking permits. Residential parking is dear! Next.',
    group,
    passage: false,
    keptAside: false,
    gold: null,
  },
  relevance: { pass, kind: 'page', reasons: [] },
  marks: Array.from({ length: marks }, (_, i) => ({
    start: 17 + i,
    end: 28 + i,
    topic: 'residential-rehabilitation',
    polarity: 'asserted' as const,
    term: 'residential',
  })),
});

describe('pages by kind', () => {
  const pages = [
    page('out-of-domain', 'a', false, 0),
    page('out-of-domain', 'a', true, 2),
    page('out-of-domain', 'b', false, 0),
    page('in-domain', 'c', true, 3),
    page('in-domain', 'c', false, 0),
  ];

  it('counts near-copies once and takes the copy that came out worst', () => {
    expect(byKind(pages)).toEqual([
      { kind: 'in-domain', records: 2, pages: 1, passed: 0, pagesWithMarks: 1, marks: 3 },
      { kind: 'out-of-domain', records: 3, pages: 2, passed: 1, pagesWithMarks: 1, marks: 2 },
    ]);
  });

  it('lists marks on off-topic pages and in-domain pages that were turned away', () => {
    expect(surprises(pages).map((one) => one.sample.id)).toEqual(['a-2', 'c-0']);
  });

  it('shows a false mark in its sentence with the term that fired', () => {
    expect(faults([page('near-miss', 'a', true, 1)])).toMatchObject([
      {
        sort: 'false mark',
        sentence: '⟦Residential⟧ parking is dear!',
        note: 'by “residential”',
      },
    ]);
  });
});

describe('inSentence', () => {
  it('stops at sentence ends and line ends', () => {
    const text = 'First one. The council buys rehab here. Last.\nHeading\nNext line with rehab';
    const at = text.indexOf('rehab');
    expect(inSentence(text, at, at + 5)).toBe('The council buys ⟦rehab⟧ here.');
    const last = text.lastIndexOf('rehab');
    expect(inSentence(text, last, last + 5)).toBe('Next line with ⟦rehab⟧');
  });

  it('shortens a text without any end', () => {
    const text = `${'a '.repeat(300)}rehab${' b'.repeat(300)}`;
    const sentence = inSentence(text, 600, 605);
    expect(sentence.startsWith('…')).toBe(true);
    expect(sentence.length).toBeLessThan(340);
  });
});

describe('tables', () => {
  it('aligns numbers to the right and words to the left', () => {
    const table = textTable(
      ['topic', 'n'],
      [
        ['a', 5],
        ['longer', 12],
      ],
    );
    expect(table).toBe('topic    n\na        5\nlonger  12');
  });

  it('escapes bars in Markdown', () => {
    expect(markdownTable(['a'], [['x|y']])).toBe('| a |\n| --- |\n| x\\|y |');
  });
});
