import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importHtml, looksLikeHtml } from '../../../../lib/evidence/importer/cell';
import { fixture, lines, parser, passages, relations, secondary } from './read';

describe('a saved page with tables, pictures for letters, hover notes, anchors and folded text', () => {
  const cell = fixture('alcohol-A3.html');

  test('letters by alt, title and file name; one picture lost', () => {
    expect(cell).toMatchObject({ id: 'alcohol/A3', revised: '2020-02-14', legend: true });
    expect(lines(cell)).toEqual([
      'S 1949 Bitter pills & bitter patients | France | –',
      'K 2015 Reminder texts ‘double’ tablet-taking | Finland | –',
      'K 2017 Supervised or left to it? | US | –',
      '? 2011 Detoxification at home | UK | Institute of Invisible Nursing',
      'G 2012 Prescribing for dependent drinkers | UK | Academy of Unwritten Medicine',
      'K 2001 A line after the end | – | –',
    ]);
    expect(secondary(cell)).toEqual(['3: 2019 Supervised or left to it?']);
    expect(cell.entries[2]?.secondary[0]?.href).toBe('https://example.org/ash-2');
  });

  test('links within the page, to other cells and to the same document are followed', () => {
    expect(relations(cell)).toEqual([
      '2 related 1',
      '2 discussed-in passage: How to get pills swallowed?',
      '3 corresponds-to 2',
      '3 discussed-in passage: How to get pills swallowed?',
      '4 related cell drug/A3',
      '5 related 4',
    ]);
    expect(passages(cell)).toEqual([
      'Where should I start? 2',
      'How to get pills swallowed? 2, 3',
      'Is the ward the place?',
    ]);
  });

  test('folded paragraphs are kept apart from the others', () => {
    expect(cell.passages[1]).toMatchObject({
      paragraphs: ['Texts helped; watching did not.'],
      more: ['More on the numbers that were folded away.'],
    });
  });

  test('what is doubtful is said', () => {
    expect(cell.problems).toEqual([
      'line 8: several years after “Supervised or left to it?” (2017, 2019); the first is kept, the others stand as further documents.',
      'line 10: no kind letter before “Detoxification at home”; kept without a kind.',
      'line 21: this entry stands after the commentary.',
    ]);
  });

  test('no script of the page runs and no text of a script is read', () => {
    const html = readFileSync('tests/fixtures/cells/alcohol-A3.html', 'utf8');
    const document = parser.parseFromString(html);
    importHtml(html, { parseFromString: () => document });
    expect(document.title).toBe(
      'Alcohol Treatment Matrix cell A3: Interventions; Medical treatment',
    );
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
    expect(
      document.defaultView === null || Reflect.get(document.defaultView, 'ran') === undefined,
    ).toBe(true);
    expect(JSON.stringify(fixture('alcohol-A3.html'))).not.toContain('window.ran');
  });

  test('another parser of the same form gives the same', () => {
    const html = readFileSync('tests/fixtures/cells/alcohol-A3.html', 'utf8');
    const other = importHtml(html, new DOMParser(), ['alcohol-A3.html']);
    expect(lines(other)).toEqual(lines(cell));
    expect(relations(other)).toEqual(relations(cell));
  });
});

test('nested lists, letters in spans, Windows-1252', () => {
  const cell = fixture('drug-E2-lists.html');
  expect(cell.id).toBe('drug/E2');
  expect(lines(cell)).toEqual([
    'K 2009 Waiting lists — a “natural experiment” | – | –',
    'K 2011 Waiting in Cork | Ireland | –',
    'R 2014 Queues reviewed | – | –',
    '? 2007 Guide to needs assessment | UK | Office of Unheard Needs',
  ]);
  expect(relations(cell)).toEqual([
    '1 discussed-in cell drug/D2',
    '1 corresponds-to 2',
    '2 corresponds-to 1',
  ]);
  expect(cell.entries[2]?.text).toContain('£40');
  expect(cell.problems).toEqual([
    'The file is not in UTF-8; it was read as windows-1252. Check quotation marks, dashes and accents.',
    'line 8: no kind letter before “Guide to needs assessment”; kept without a kind.',
    'line 9: the date of revision “July 2015” does not name a day; left out.',
  ]);
});

test('entries that only line breaks part, tags in capitals, a title in italics', () => {
  const cell = fixture('alcohol-E4-breaks.htm');
  expect(lines(cell)).toEqual([
    'K 2004 Vouchers for every agency | Denmark | –',
    'K 2006 Vouchers for none | – | –',
    '? 2009 Vouchers: a review | – | –',
    'G 2003 Counting vouchers | US | Bureau of Nothing Much',
  ]);
  expect(relations(cell)).toEqual(['2 related 1']);
});

test('a page nested without end is read as far as it goes, or refused in words where the parser gives up', () => {
  const html = `${'<div>'.repeat(1500)}K Deep title (2001). Text.`;
  const gaveUp = () => {
    throw new RangeError('Maximum call stack size exceeded');
  };
  for (const by of [new DOMParser(), { parseFromString: gaveUp }]) {
    const cell = importHtml(html, by);
    expect(cell.entries).toEqual([]);
    expect(cell.problems.join(' ')).toMatch(/nested too deeply/);
  }
});

test('what is HTML is told from what is text', () => {
  expect(looksLikeHtml('<!-- saved -->\n<html><body>')).toBe(true);
  expect(looksLikeHtml('\ufeff<!DOCTYPE html>')).toBe(true);
  expect(looksLikeHtml('K [Title](#) (2012). <b>Bold</b>')).toBe(false);
});
