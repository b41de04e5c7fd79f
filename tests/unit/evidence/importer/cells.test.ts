import { describe, expect, test } from 'vitest';
import { fixture, lines, passages, relations, secondary } from './read';

describe('Markdown with seminal studies, commentary and every sort of reference', () => {
  const cell = fixture('drug-B3.md');

  test('says which cell it is and when it was revised', () => {
    expect(cell).toMatchObject({
      id: 'drug/B3',
      title: 'Practitioners; Medical treatment',
      level: 'Practitioners',
      type: 'Medical treatment',
      revised: '2016-03-03',
      firstUploaded: '2013-05-01',
      legend: true,
    });
  });

  test('titles keep brackets, quotation marks, question marks and dashes', () => {
    expect(lines(cell)).toEqual([
      'S 1971 The nurse who (nearly) closed a clinic | Denmark | –',
      'S 1984 ‘Why did they come back?’ Reception staff asked | – | –',
      'K 2004 Is trust a medicine? | Norway | –',
      "K 2011 Porto's pharmacists as listeners – ten years on | Portugal | –",
      "K 2013 Prescribers' manners counted in Quebec | Canada | Institute of Imaginary Medicine",
      'R 2015 Bedside manner: a meta-analysis | – | –',
      'G 2009 Talking with patients on methadone | UK | College of Fictional Prescribers',
    ]);
  });

  test('documents inside a line, and further years after a title, stand apart', () => {
    expect(secondary(cell)).toEqual([
      '2: 1986 ‘Why did they come back?’ Reception staff asked',
      '2: 1990 account of the town',
      '6: 2016 an update',
      '6: 2017 its appendix | Board of Made-up Statistics',
    ]);
  });

  test('references lead to the entries, cells and passages that they mean', () => {
    expect(relations(cell)).toEqual([
      '1 corresponds-to 3',
      '1 discussed-in passage: Issues to consider and discuss',
      '3 discussed-in cell drug/A2',
      '3 discussed-in cell drug/C3',
      '3 corresponds-to 1',
      '3 related 4',
      '3 related 5',
      '5 related 6',
      '6 related 7',
      '7 related 6',
      '7 discussed-in passage: Can warmth be taught?',
    ]);
  });

  test('passages know the entries that they discuss: listed above, or named', () => {
    expect(passages(cell)).toEqual([
      'What is this cell about?',
      'Where should I start? 6',
      'Highlighted study 1',
      'Can warmth be taught? 7',
      'Do pharmacists count as practitioners? 4',
    ]);
    expect(cell.passages.map(({ kind }) => kind)).toEqual([
      'about',
      'start',
      'highlighted',
      'issue',
      'issue',
    ]);
    expect(cell.passages[3]?.paragraphs[0]).toMatch(/^The college’s guidance listed above/);
  });

  test('what is doubtful is said with its line', () => {
    expect(cell.problems).toEqual([
      'line 8: it points to a discussion, but not in words that tell under which heading.',
      'line 10: several years after “‘Why did they come back?’ Reception staff asked” (1984, 1986); the first is kept, the others stand as further documents.',
    ]);
  });
});

describe('plain text without links: Windows line ends, byte order mark, broken lines, letters glued to titles', () => {
  const cell = fixture('alcohol-C2-plain.txt');

  test('every entry, and no legend among them', () => {
    expect(cell).toMatchObject({
      id: 'alcohol/C2',
      revised: '2019-11-30',
      legend: true,
      passages: [],
    });
    expect(lines(cell)).toEqual([
      'S 1959 Rotas first, theories later | Australia | –',
      'K 2002 Weekly supervision beats monthly supervision | UK | –',
      'K 2010 ‘No one told me’: managers on hand-overs | New Zealand | –',
      'K 2014 UK trial of coaching stopped early; was it a failure? | UK | –',
      'R 2012 Supervision of counsellors | – | American Society of Invented Psychology',
      'G 2008 Standards for supervisors | UK | Council for Pretend Counselling',
      'G 2012 Putting the standards for supervisors into practice | UK | Council for Pretend Counselling',
    ]);
  });

  test('years inside a line are further documents, named by the words before them', () => {
    expect(secondary(cell)).toEqual([
      '2: 2003 Later reports came from Fife',
      '2: 2005 Borders',
      '2: 2007 nationally | Office of Unreal Workforce',
      '6: 2011 Standards for supervisors | Council for Pretend Counselling',
    ]);
  });

  test('“see above” takes the meaning that the other side gives it', () => {
    expect(relations(cell)).toEqual([
      '3 related 5',
      '5 discussed-in cell alcohol/B2',
      '6 implemented-by 7',
      '7 implements 6',
    ]);
  });
});

test('text out of a PDF: page breaks, page numbers, letters on lines of their own, a lost letter', () => {
  const cell = fixture('drug-D1-pdf.txt');
  expect(cell).toMatchObject({ id: 'drug/D1', revised: '2018-05-09', firstUploaded: '2013-06-02' });
  expect(lines(cell)).toEqual([
    'K 1998 Opening hours decide who comes to needle exchanges in port towns | – | –',
    'K 2016 Boards with ex-users on them keep naloxone in stock | US | –',
    'R 2013 What makes a low-threshold service low? | – | –',
    '? 2006 Running a needle exchange | UK | Agency for Invented Hygiene',
  ]);
  expect(relations(cell)).toEqual([
    '1 discussed-in passage: When should an exchange be open?',
    '2 related 4',
    '4 related 2',
  ]);
  expect(cell.entries[0]?.text).toMatch(
    /For discussion click here and scroll down to highlighted heading\.$/,
  );
  expect(cell.entries[1]?.text).toMatch(/those with former service users/);
  expect(cell.problems).toEqual([
    'line 36: no kind letter before “Running a needle exchange”; kept without a kind.',
  ]);
});

test('text that was saved in the wrong encoding is mended, and said to be', () => {
  const cell = fixture('alcohol-B5-wrong-encoding.txt');
  expect(lines(cell)).toEqual([
    'K 2006 Probation officers’ “second chances” | UK | –',
    'K 1977 What they did not say: a magistrate’s notebook | – | –',
  ]);
  expect(cell.problems).toEqual([
    'lines 3, 4: the text was saved in the wrong encoding (“â€™” and the like); mended. Check quotation marks, dashes and accents.',
  ]);
});

test('missing letters, years and days: kept, left empty, and said', () => {
  const cell = fixture('drug-C4-undated.md');
  expect(cell.revised).toBeNull();
  expect(lines(cell)).toEqual([
    'K ---- A title whose year was lost | – | –',
    'K ---- Managers on paper | – | –',
    '? 2010 Coaching without a letter | Sweden | –',
    '? 2014 Audit without a letter | Scotland | Fund for Absent Auditors',
    '? 2012 A letter that nobody knows | – | –',
    'K 2001 Plain title in a file of links | – | –',
    'S 1969 Both a classic and a guide | – | –',
    'K ---- A year that cannot be | – | –',
    'G ---- No year but a publisher | UK | Ministry of Missing Dates',
  ]);
  expect(cell.problems).toEqual([
    'line 5: no year after the title “A title whose year was lost” (2003 stands elsewhere in the line and was not taken).',
    'line 7: no year after the title “Managers on paper”.',
    'line 9: no kind letter before “Coaching without a letter”; kept without a kind.',
    'line 11: no kind letter before “Audit without a letter”; kept without a kind.',
    'line 13: the letter “X” before “A letter that nobody knows” is not one of S, K, R and G; kept without a kind.',
    'line 17: two kind letters before “Both a classic and a guide”; the first is kept.',
    'line 19: the year 1802 of “A year that cannot be” cannot be right; left out.',
    'line 21: no year after the title “No year but a publisher”.',
    'line 23: the date of revision “July 2018” does not name a day; left out.',
  ]);
});

test('kinds given by headings in place of letters; issues without bullets stay one passage', () => {
  const cell = fixture('alcohol-E1-headings.txt');
  expect(cell.revised).toBe('2018-01-31');
  expect(lines(cell)).toEqual([
    'K 2003 Screening by post in Lower Wherever | – | –',
    'K 2018 Brief advice in barbers’ shops | Iceland | –',
    'R 2016 Nation-wide screening: nine countries compared | – | –',
    'G 2011 Local plans for brief advice | Wales | Board of Made-up Plans',
  ]);
  expect(passages(cell)).toEqual(['Where should I start? 2', 'Issues to consider and discuss']);
  expect(cell.problems).toEqual([]);
});

test('legend and letters on lines of their own; the cell’s name only in the name of the file', () => {
  const cell = fixture('drug-A5-letters-apart.txt');
  expect(cell).toMatchObject({
    id: 'drug/A5',
    title: 'Interventions; Safeguarding the community',
    legend: true,
  });
  expect(lines(cell)).toEqual([
    'S 1976 The court that paid for buses | US | –',
    'K 2008 Bus passes again: no gain in Lyon | France | –',
    'R 2012 Getting to treatment | – | –',
    'G 2015 Transport for people on orders | Australia | Department of Unlikely Journeys',
  ]);
  expect(relations(cell)).toEqual(['1 corresponds-to 2', '2 corresponds-to 1']);
  expect(cell.problems).toEqual([
    'The text does not say which cell this is; drug/A5 was taken from the name or address of the file.',
    'No date of revision was found.',
    '1 entry points to a discussion, but there is no commentary in this file.',
  ]);
});

test('Markdown with a table, escapes, reference links and headings', () => {
  const cell = fixture('alcohol-D3-escaped.md');
  expect(cell).toMatchObject({ id: 'alcohol/D3', revised: '2019-06-05', problems: [] });
  expect(lines(cell)).toEqual([
    'S 1964 Keys to the drug cupboard | Norway | –',
    "K 1999 Does the ward sister's desk matter? | UK | –",
    'K 2005 Staff meetings (and why they fail) | – | –',
    'G 2001 Putting the desk in its place | UK | Guild of Furniture Nurses',
  ]);
  expect(cell.entries[2]?.secondary).toEqual([
    {
      title: 'an older paper',
      year: 1987,
      publisher: null,
      country: null,
      href: 'https://example.org/c_(1)',
    },
  ]);
  expect(relations(cell)).toEqual(['2 implemented-by 4', '3 listed-also-in cell alcohol/C3']);
  expect(passages(cell)).toEqual(['Where should I start? 2', 'Highlighted study']);
});

test('a text about something else gives no entries, and says so', () => {
  const cell = fixture('not-a-cell.txt');
  expect(cell).toMatchObject({ id: null, entries: [], passages: [] });
  expect(cell.problems).toEqual([
    'No entries were found: this does not look like a matrix cell.',
    'Neither the text nor the file’s name says which cell this is.',
    'line 5: it begins with the letter R and names a year, but not as an entry does; not taken.',
  ]);
});
