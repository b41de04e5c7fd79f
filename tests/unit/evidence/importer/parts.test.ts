import { describe, expect, test } from 'vitest';
import {
  cellOfAddress,
  documentOf,
  placeInPage,
} from '../../../../lib/evidence/importer/addresses';
import { sourceGroups, sourceOf } from '../../../../lib/evidence/importer/brackets';
import { importText } from '../../../../lib/evidence/importer/cell';
import { placeOf, placesIn } from '../../../../lib/evidence/importer/countries';
import { decodeBytes } from '../../../../lib/evidence/importer/decode';
import { dayOf } from '../../../../lib/evidence/importer/header';
import { letterOfPicture, markerOf } from '../../../../lib/evidence/importer/kinds';
import { isLegend } from '../../../../lib/evidence/importer/landmarks';
import { readInline } from '../../../../lib/evidence/importer/markdown';

const plain = (text: string) => ({ text, links: [], strong: [] });

describe('brackets that name a source', () => {
  test.each([
    ['2012', [2012], null, null],
    ['1997 and 2000', [1997, 2000], null, null],
    ['2003–04', [2003, 2004], null, null],
    ['2006, updated 2012', [2006, 2012], null, null],
    ['July 2007', [2007], null, null],
    ['[UK] Home Office, 1999', [1999], 'Home Office', 'UK'],
    ['[US] Bureau of A, B and C [ABC], 2001', [2001], 'Bureau of A, B and C [ABC]', 'US'],
    ['UK, 2011', [2011], null, 'UK'],
    ['US study, 1998', [1998], null, 'US'],
    ['undated', [], null, null],
    ['Report for a Committee, 2008', [2008], 'Report for a Committee', null],
  ])('(%s)', (content, years, publisher, country) => {
    expect(sourceOf(content)).toMatchObject({ years, publisher, country });
  });

  test.each([
    'until 1989',
    'n=20, 1999',
    'in the early 1990s',
    'or to treatment',
    '1; below',
    '',
    '60% of 2001',
  ])('(%s) is none', (content) => {
    expect(sourceOf(content)).toBeNull();
  });

  test('brackets within brackets and brackets left open', () => {
    expect(sourceGroups('a (see b (2006)) c ( d (2007)').map(({ years }) => years)).toEqual([
      [2006],
      [2007],
    ]);
  });
});

describe('kind markers', () => {
  test.each([
    ['K Title', 'key', true],
    ['[S] Title', 'seminal', true],
    ['R: Title', 'review', true],
    ['G – Title', 'guidance', true],
    ['- K Title', 'key', true],
    ['S/G Title', 'seminal', true],
    ['K. Title', 'key', false],
    ['KForging links', 'key', false],
    ['K‘Quoted’', 'key', false],
    ['KUK trial', 'key', false],
    ['Key study: Title', 'key', false],
    ['[Review] Title', 'review', false],
    ['X Title', null, false],
  ])('%s', (text, kind, sure) => {
    expect(markerOf(plain(text))).toMatchObject({ kind, sure });
  });

  test.each([
    'SMART Recovery groups',
    'Kids and carers',
    'GPs screen',
    'RCTs of care',
    'NICE guidance',
    'A trial',
    'Guidance for all',
  ])('“%s” has none', (text) => {
    expect(markerOf(plain(text))).toBeNull();
  });

  test('a bold letter, or a link right after it, stands apart', () => {
    expect(markerOf({ ...plain('SMART'), strong: [{ start: 0, end: 1 }] })).toMatchObject({
      kind: 'seminal',
      sure: true,
    });
    expect(
      markerOf({ ...plain('KNAs'), links: [{ start: 1, end: 4, href: '#', note: null }] }),
    ).toMatchObject({ kind: 'key', sure: true });
  });

  test('pictures', () => {
    expect(letterOfPicture(['K'], '')).toBe('K');
    expect(letterOfPicture(['', 'Seminal study'], '')).toBe('S');
    expect(letterOfPicture(['', ''], 'img/icon_G.gif?x=1')).toBe('G');
    expect(letterOfPicture(['', ''], 'img/review.png')).toBe('R');
    expect(letterOfPicture(['Matrix cell logo'], 'K.gif')).toBeNull();
    expect(letterOfPicture(['', ''], 'spacer.gif')).toBeNull();
  });

  test.each([
    'S Seminal studies K Key studies R Reviews G Guidance MORE Search for more studies',
    'S Seminal studiesK Key studiesR ReviewsG Guidancemore Search for more studies',
    'S Seminal studies | K Key studies | R Reviews | G Guidance',
    'S Seminal studies from the past of lasting relevance',
    'K Key studies',
    'R Reviews of the research on this topic',
    'G Guidelines on practice based on research',
  ])('the legend: %s', (text) => {
    expect(isLegend(text)).toBe(true);
  });

  test.each([
    'G Guidance for all (2010). Text.',
    'K Key studies revisited (2003). Text.',
    'R Reviews reviewed (1999).',
  ])('no legend: %s', (text) => {
    expect(isLegend(text)).toBe(false);
  });
});

describe('countries', () => {
  test.each([
    ['a US study', 'US'],
    ['help us all', null],
    ['New South Wales clinics', 'Australia'],
    ['a New England town', 'US'],
    ['Euro-US collaboration', 'Europe and US'],
    ['the American Psychological Association', null],
    ['English-language papers', null],
    ['in Sweden and Norway', null],
    ['Scotland and the UK', 'UK'],
  ])('%s', (text, country) => {
    expect(placeOf([text])?.country ?? null).toBe(country);
  });

  test('several are all named', () => {
    expect(placesIn('trials from the UK and USA').map(({ country }) => country)).toEqual([
      'UK',
      'US',
    ]);
  });
});

test('days', () => {
  for (const words of [
    '17 July 2018',
    '17th July 2018',
    'July 17, 2018',
    '17/07/2018',
    '2018-07-17',
  ])
    expect(dayOf(words)).toBe('2018-07-17');
  for (const words of ['July 2018', '31 February 2018', '2018', 'soon'])
    expect(dayOf(words)).toBeNull();
});

test('addresses of cells, documents and places', () => {
  expect(cellOfAddress('dl.php?f=Matrix/Drugs/E3.htm')?.id).toBe('drug/E3');
  expect(cellOfAddress('dl.php?file=Matrix%2FAlcohol%2FA1.htm&s=eb')?.id).toBe('alcohol/A1');
  expect(cellOfAddress('cell-drug-E4.txt')?.id).toBe('drug/E4');
  expect(cellOfAddress('drug-B31.txt')).toBeNull();
  expect(documentOf('https://findings.org.uk/PHP/dl.php?file=Oak_B_2.txt&s=mx')).toBe(
    documentOf('dl.php?f=Oak_B_2.txt'),
  );
  expect(documentOf('#here')).toBeNull();
  expect(placeInPage('#here', null)).toBe('here');
  expect(placeInPage('dl.php?f=Matrix/Drugs/E4.htm#x', 'drug/E4')).toBe('x');
  expect(placeInPage('dl.php?f=Matrix/Drugs/E3.htm#x', 'drug/E4')).toBeNull();
});

test('Markdown: links with brackets, notes and escapes; stars that are none', () => {
  expect(
    readInline(
      '**K** [A [bold] title](https://example.org/a_(b) "Note") 2 * 3 \\[x\\] &ndash; a_b',
    ),
  ).toEqual({
    text: 'K A [bold] title 2 * 3 [x] – a_b',
    links: [{ start: 2, end: 16, href: 'https://example.org/a_(b)', note: 'Note' }],
    strong: [{ start: 0, end: 1 }],
  });
});

test('bytes: UTF-16, Windows-1252 with what only it has', () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, 0x4b, 0, 0x20, 0]);
  expect(decodeBytes(utf16)).toEqual({ text: '\ufeffK '.slice(1), problems: [] });
  const windows = decodeBytes(Uint8Array.from([0x93, 0x41, 0x94, 0x96, 0xa3]));
  expect(windows.text).toBe('“A”–£');
  expect(windows.problems).toHaveLength(1);
});

describe('which cell it is', () => {
  const list = 'K A title (2001). Text.\n\nR Another title (2002). Text.\n';
  test('text and file name that disagree', () => {
    const cell = importText(
      `Drug Treatment Matrix cell E4: Treatment systems; Psychosocial therapies\n\n${list}`,
      ['drug-E3.txt'],
    );
    expect(cell.id).toBe('drug/E4');
    expect(cell.problems).toContain(
      'The text says that this is cell drug/E4, the name or address of the file drug/E3.',
    );
  });

  test('titles that belong elsewhere', () => {
    const cell = importText(
      `Drug Treatment Matrix cell E4: Interventions; Reducing harm\n\n${list}`,
    );
    expect(cell.problems).toContain(
      'The titles “Interventions; Reducing harm” do not belong to cell drug/E4.',
    );
  });

  test('titles alone, where the row leaves no doubt', () => {
    expect(importText(`Local and national systems; Reducing harm\n\n${list}`).id).toBe('drug/E1');
    expect(importText(`Practitioners; Medical treatment\n\n${list}`).id).toBeNull();
  });
});

test('a reference to nothing and one that could be two are said', () => {
  const head = 'Drug Treatment Matrix cell A2: Interventions; Generic and cross-cutting issues\n\n';
  const nothing = importText(`${head}K Alone (2001). Related review above.\n`);
  expect(nothing.problems).toContain('line 3: no entry was found for “Related review above”.');
  const two = importText(
    `${head}K Housing first (2001). Related review below.\n\nR Money (2003). Text.\n\nR Travel (2004). Text.\n`,
  );
  expect(two.entries[0]?.relations[0]?.target).toEqual({ kind: 'entry', index: 1 });
  expect(two.problems.join(' ')).toMatch(
    /“Related review below” was taken for “Money”; it may be “Travel”/,
  );
});
