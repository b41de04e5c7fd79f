import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../../lib/text/fold';
import { GAP } from '../../../lib/text/gaps';
import { buildWordTable, lookUp } from '../../../lib/text/word-table';
import { readWords, Words } from '../../../lib/text/words';

const KNOWN = [
  'and',
  'client',
  'rehab',
  'rehabilitation',
  'keyworker',
  'aa',
  'cafe',
  'efficacy',
  "don't",
  'recovery',
];
const table = buildWordTable(
  KNOWN.join('\n'),
  KNOWN.map((_, i) => i + 1),
  1,
);

interface Read {
  quote: string;
  known: string;
  gap: number;
}

function read(text: string): Read[] {
  const words = new Words();
  readWords(text, table, words);
  return Array.from({ length: words.count }, (_, i) => ({
    quote: text.slice(words.start[i], words.end[i]),
    known: KNOWN[(words.id[i] ?? 0) - 1] ?? '',
    gap: words.gap[i] ?? 0,
  }));
}

const known = (text: string) => read(text).map((word) => word.known);

describe('words', () => {
  it('are cut at everything that is no letter or figure', () => {
    expect(read('The client’s 12-step plan (v2): rehab/recovery.').map((w) => w.quote)).toEqual([
      'The',
      'client',
      '12',
      'step',
      'plan',
      'v2',
      'rehab',
      'recovery',
    ]);
  });

  it.each([
    ['REHAB'],
    ['Rehab'],
    ['re\u00adhab'],
    ['re\u200bhab'],
    ['r\u0065\u0301hab'],
    ['réhab'],
    ['rehab\u2019s'],
    ["rehab's"],
    ['ｒｅｈａｂ'],
  ])('fold %j to the same word', (written) => {
    expect(known(written)).toEqual(['rehab']);
    expect(read(`x ${written} y`)[1]?.known).toBe('rehab');
  });

  it('stand where they stand, whatever lies before them', () => {
    // Units that take one to four bytes each in UTF-8, pairs and halves of pairs among them.
    const odd = fc.constantFrom(
      'a ',
      'é',
      '’',
      '\ud83d\ude00',
      '\ud800',
      '\udc00',
      'ﬁ',
      '\u00ad',
      '中',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 12 }), (before) => {
        const text = `${before.join('')} rehab, d’Arcy client’s – Café`;
        expect(read(text).slice(-4)).toMatchObject([
          { quote: 'rehab', known: 'rehab' },
          { quote: 'd’Arcy' },
          { quote: 'client', known: 'client' },
          { quote: 'Café', known: 'cafe' },
        ]);
      }),
    );
  });

  it('open ligatures, and keep offsets of the text as it stands', () => {
    const text = 'eﬃcacy';
    expect(read(text)).toMatchObject([{ quote: text, known: 'efficacy' }]);
  });

  it('keep the apostrophe inside a word but not that of a possessive', () => {
    expect(known('Don’t clients’ client’s')).toEqual(["don't", '', 'client']);
  });

  it('read “A.A.” as “AA” and “&” as “and”', () => {
    expect(known('A.A. & rehab')).toEqual(['aa', 'and', 'rehab']);
  });

  it('are read as one over a hyphen and a hyphenated line break too', () => {
    const words = new Words();
    for (const text of [
      'key-worker',
      'key-\nworker',
      'key\u00ad\nworker',
      'key- worker',
      'key\u2011worker',
    ]) {
      readWords(text, table, words);
      expect([text, KNOWN[(words.joined2[0] ?? 0) - 1]]).toEqual([text, 'keyworker']);
    }
    readWords('re-habili-tation', table, words);
    expect(KNOWN[(words.joined3[0] ?? 0) - 1]).toBe('rehabilitation');
    // Nothing of the last text is left in the buffer.
    readWords('key worker', table, words);
    expect([words.joins, words.joined2[0], words.joined3[0]]).toEqual([false, 0, 0]);
  });

  it('end a sentence at a stop before a capital, not at “Dr.”, “e.g.”, “4.2” or an initial', () => {
    const ends = (text: string) =>
      read(text)
        .filter((w) => (w.gap & GAP.stop) !== 0)
        .map((w) => w.quote);
    expect(ends('It ended. Then it began! why? so')).toEqual(['Then', 'why', 'so']);
    expect(ends('Dr. Hughes, e.g. rehab, saw 4.2 per cent of J. Smith’s cases')).toEqual([]);
    expect(ends('Not in Lot C. Staff stay. In 2014. The end')).toEqual(['Staff', 'In', 'The']);
    expect(ends('one • two | three\n\nfour\nfive')).toEqual(['two', 'three', 'four']);
  });

  it('have a gap that tells a spaced dash from a hyphen', () => {
    const gapOf = (text: string) => read(text)[1]?.gap ?? 0;
    expect(gapOf('detox – rehab') & GAP.dash).toBe(GAP.dash);
    expect(gapOf('detox–rehab') & GAP.dash).toBe(0);
  });

  it('of any text lie in it one behind the other, and no text throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const words = new Words();
        readWords(text, table, words);
        let last = 0;
        let ordered = true;
        for (let i = 0; i < words.count; i++) {
          const start = words.start[i] ?? -1;
          const end = words.end[i] ?? -1;
          ordered &&= start >= last && end > start;
          last = end;
        }
        expect(ordered).toBe(true);
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('are found whatever stands around them', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ .,;:()"\n–|]{0,6}$/),
        fc.stringMatching(/^[ .,;:()"\n–|]{0,6}$/),
        (a, b) => {
          expect(known(`${a}recovery${b}`)).toEqual(['recovery']);
        },
      ),
    );
  });
});

describe('the word table', () => {
  it('knows every surface it was built from and no other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z0-9']{1,12}$/), { maxLength: 60 }),
        (surfaces) => {
          const built = buildWordTable(
            surfaces.join('\n'),
            surfaces.map((_, i) => i + 1),
            0,
          );
          surfaces.forEach((surface, i) => {
            expect(lookUp(built, surface)).toBe(i + 1);
            if (!surfaces.includes(`${surface}x`)) expect(lookUp(built, `${surface}x`)).toBe(0);
          });
        },
      ),
    );
  });

  it('is asked with folded words', () => {
    expect(foldWord('Café')).toBe('cafe');
    expect(lookUp(table, 'CAFÉ')).toBe(KNOWN.indexOf('cafe') + 1);
  });
});
