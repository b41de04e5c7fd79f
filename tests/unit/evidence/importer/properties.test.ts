import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importHtml, importText } from '../../../../lib/evidence/importer/cell';
import { decodeBytes } from '../../../../lib/evidence/importer/decode';
import { cellLines, cellRow } from '../../../../lib/evidence/importer/listing';

/** Bits that the importer looks for, in any order. */
const bits = fc.constantFrom(
  ...'K |S |R|G |[|](#)|](|(2012)|(|)|([UK] Office, 1999)|. |\n|\n\n|\r\n|above|below|listed above|cell E3’s bite|For discussion click here|**|► |Issues to consider and discuss|Where should I start?|Highlighted study|Drug Treatment Matrix cell E4: Treatment systems; Psychosocial therapies|S Seminal studies K Key studies R Reviews G Guidance|MORE Search|Last revised 17 July 2018|Title|US study|â€™|\ufffd|\u202e|<b>|&amp;|é|…|–|1802|2019'.split(
    '|',
  ),
  '|',
);
const soup = fc
  .array(fc.oneof(bits, fc.string()), { maxLength: 60 })
  .map((parts) => parts.join(''));
const word = fc.constantFrom(
  'care',
  'Needs',
  'outreach',
  'peers',
  'methadone',
  'who',
  'of',
  '‘trust’',
  'UK',
  '12-step',
  'users’',
);
const title = fc
  .array(word, { minLength: 2, maxLength: 9 })
  .map((words) => `Title ${words.join(' ')}`);
const kind = fc.constantFrom('S', 'K', 'R', 'G');
const year = fc.integer({ min: 1900, max: 2026 });

describe('whatever a file holds', () => {
  test('the text door never throws, and what it gives can be shown', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const cell = importText(text, ['x.txt']);
        expect(() => JSON.parse(JSON.stringify(cellRow('x', cell)))).not.toThrow();
        expect(cellLines('x', cell).length).toBeGreaterThan(1);
        expect(cell.problems.every((problem) => problem.length > 10)).toBe(true);
        for (const entry of cell.entries) expect(entry.title.trim()).not.toBe('');
      }),
      { numRuns: 600 },
    );
  });

  test('the door for pages never throws', () => {
    const tags = fc.constantFrom(
      '<p>',
      '</p>',
      '<td>',
      '<table>',
      '<a href="#x">',
      '</a>',
      '<li>',
      '<img alt="K">',
      '<br>',
      '<div style="display:none">',
      '<script>',
      '<b>',
      '<a name=x>',
      '<!--',
    );
    const html = fc
      .array(fc.oneof(tags, bits, fc.string()), { maxLength: 50 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(html, (text) => {
        expect(importHtml(text, new DOMParser()).problems).toBeInstanceOf(Array);
      }),
      { numRuns: 150 },
    );
  });

  test('bytes that are no text give problems and no entries', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { text, problems } = decodeBytes(bytes);
        const cell = importText(text);
        expect(cell.entries).toEqual([]);
        expect(problems.length + cell.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
    expect(decodeBytes(new TextEncoder().encode('%PDF-1.7 …')).problems[0]).toMatch(/PDF/);
    expect(decodeBytes(Uint8Array.from([80, 75, 3, 4])).problems[0]).toMatch(/Word or zip/);
  });
});

describe('lines that begin with a kind letter and have a year', () => {
  test('are never lost, whatever stands between them', () => {
    const filler = fc.constantFrom(
      '',
      '',
      'Some words of no account.',
      'Related review below.',
      'MORE Search for others',
      'What is this cell about? Much.',
      '► Who pays? Nobody.',
      'page 2 of 3',
    );
    const rows = fc.array(fc.tuple(kind, title, year, filler), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('\n', '\n\n', '\r\n'),
        fc.boolean(),
        (entries, between, linked) => {
          const text = entries
            .map(
              ([letter, name, when, after]) =>
                `${letter} ${linked ? `[${name}](#)` : name} (${when}). It says so.${between}${after}`,
            )
            .join(between);
          const cell = importText(text);
          const letters = { seminal: 'S', key: 'K', review: 'R', guidance: 'G' };
          expect(
            cell.entries.map(
              ({ kind, title, year }) => `${kind ? letters[kind] : '?'} ${title} ${year}`,
            ),
          ).toEqual(entries.map(([letter, name, when]) => `${letter} ${name} ${when}`));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('within a cell are entries or stand among the problems, however the year is set', () => {
    const form = fc.constantFrom(
      (t: string, y: number) => `${t} (${y}). Text.`,
      (t: string, y: number) => `[${t}](#) ([UK] Office of Tests, ${y}). Text.`,
      (t: string, y: number) => `${t}, ${y}. Text.`,
      (t: string, y: number) => `[${t}](#) ${y}. Text.`,
      (t: string, y: number) => `${t} was read in ${y} by all`,
    );
    fc.assert(
      fc.property(kind, title, year, form, (letter, name, when, write) => {
        const text = `Alcohol Treatment Matrix cell B2: Practitioners; Generic and cross-cutting issues\n\n${letter} ${write(name, when)}\n`;
        const cell = importText(text);
        expect(cell.entries).toHaveLength(1);
        const [entry] = cell.entries;
        expect(entry?.title.startsWith(name)).toBe(true);
        if (entry?.year === null) expect(cell.problems.join(' ')).toContain(String(when));
        else expect(entry?.year).toBe(when);
      }),
    );
  });
});

test('prose without letters gives problems and no entries', () => {
  fc.assert(
    fc.property(fc.lorem({ mode: 'sentences', maxCount: 30 }), (text) => {
      const cell = importText(text);
      expect(cell.entries).toEqual([]);
      expect(cell.problems[0]).toMatch(/^No entries were found/);
    }),
    { numRuns: 100 },
  );
});

test('a source of millions of characters is read through, and references in what is no cell are left', () => {
  const text = 'K A title of some length (2012). Related review below.\n\n'.repeat(20_000);
  const cell = importText(text);
  expect(text.length).toBeGreaterThan(1_000_000);
  expect(cell.entries).toHaveLength(20_000);
  expect(cell.problems.join(' ')).toMatch(/more than one cell does/);
});
