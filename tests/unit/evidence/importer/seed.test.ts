import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importHtml, importText } from '../../../../lib/evidence/importer/cell';
import { cellRow } from '../../../../lib/evidence/importer/listing';
import { lines, parser, passages, relations, secondary } from './read';

const SEED = '../shared/seed/cell-drug-E4.txt';
const absent = !existsSync(SEED);
const text = absent ? '' : readFileSync(SEED, 'utf8');
const name = absent
  ? 'a whole cell as the site gives it (passed over: its text is not part of the project and is not beside it here)'
  : 'a whole cell as the site gives it';

describe.skipIf(absent)(name, () => {
  const cell = importText(text, ['cell-drug-E4.txt']);

  test('15 entries, 14 kinds, one flagged; years, countries, publishers', () => {
    const publisher = 'National Treatment Agency for Substance Misuse';
    expect(lines(cell)).toEqual([
      'K 2012 Forging inter-service links in US states | US | –',
      'K 2008 De-individualisation forced by cost-containment associated with worse treatment outcomes | US | –',
      'K 2012 Active referral significantly promotes NA/AA attendance in UK but not abstinence | UK | –',
      'K 2007 In USA active and persistent attempts to link patients to mutual aid groups helps reduce substance use | US | –',
      'K 2001 Determining who needs residential care | US | –',
      'R 2011 Ways to continue to care for patients | – | –',
      'R 2009 Peer-based recovery support services | – | –',
      'R 2006 Varieties and impacts of case management | Europe and US | –',
      'R 2003 Severe cases differentially benefit from residential care | – | –',
      `G 2010 Guidance for England on commissioning for recovery | England | ${publisher}`,
      '? 2007 NICE-recommended psychosocial interventions | UK | National Institute for Health and Care Excellence [NICE]',
      `G 2010 Implementing NICE-recommended psychosocial interventions | UK | ${publisher}`,
      `G 2006 Coordinating services to meet individual needs | UK | ${publisher}`,
      'G 2008 Integrated care for drug and alcohol users | Scotland | Report Produced for the Scottish Advisory Committee on Drug Misuse',
      'G 1998 Organising holistic and continuing care | US | Substance Abuse and Mental Health Services Administration',
    ]);
    expect(cell).toMatchObject({
      id: 'drug/E4',
      title: 'Treatment systems; Psychosocial therapies',
      revised: '2018-07-17',
      firstUploaded: '2013-06-01',
      legend: true,
    });
  });

  test('the documents inside lines', () => {
    expect(secondary(cell)).toEqual([
      '1: 2006 has been',
      '9: 2006 review',
      '13: 2006 slightly earlier guidance | National Treatment Agency for Substance Misuse',
    ]);
  });

  test('every relation that the lines name', () => {
    const who = 'passage: Who needs residential care?';
    const highlighted = 'passage: Highlighted study';
    expect(relations(cell)).toEqual([
      '1 discussed-in cell drug/E3',
      '3 corresponds-to 4',
      `3 discussed-in ${highlighted}`,
      '4 corresponds-to 3',
      `4 discussed-in ${highlighted}`,
      `5 discussed-in ${who}`,
      '6 discussed-in cell drug/D2',
      '7 discussed-in passage: Where should I start?',
      '8 related 15',
      `9 discussed-in ${who}`,
      `10 discussed-in ${highlighted}`,
      '11 implemented-by 12',
      `11 discussed-in ${highlighted}`,
      `11 discussed-in ${who}`,
      '12 implements 11',
      '15 related 8',
    ]);
  });

  test('the commentary and what it discusses', () => {
    expect(passages(cell)).toEqual([
      'What is this cell about?',
      'Where should I start? 7',
      'Highlighted study 3, 4, 10, 11',
      'How much should be left to services?',
      'Who needs residential care? 5, 9, 11',
    ]);
  });

  test('what is doubtful', () => {
    expect(cell.problems).toEqual([
      'line 43: no kind letter before “NICE-recommended psychosocial interventions”; kept without a kind.',
      'line 43: it points to a discussion without naming the heading; “Highlighted study” fits best by its words. Check.',
    ]);
  });

  /** The same cell as other programs would leave it. */
  const bare = (from: string) =>
    from.replace(/\[((?:[^[\]]|\[[^\]]*\])*)\]\(#\)/g, '$1').replaceAll('**', '');
  const wrapped = (from: string) => from.replace(/(.{50,90}?) (?=\S)/g, '$1\n');
  const dense = (from: string) => from.replace(/\n\s*\n/g, '\n');
  const page = (from: string) => {
    const blocks = from
      .replaceAll('&', '&amp;')
      .replace(/\[((?:[^[\]]|\[[^\]]*\])*)\]\(#\)/g, '<a href="#">$1</a>')
      .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
      .split(/\n\s*\n/);
    return `<html><body>${blocks.map((block) => `<p>${block}</p>`).join('')}</body></html>`;
  };
  const rows = (html: string) =>
    html.replace(
      /<p>([SKRG]) (.*?)<\/p>/gs,
      '<table><tr><td><img src="$1.gif" alt="$1"><td>$2</table>',
    );
  const alike = (other: ReturnType<typeof importText>) => {
    const row = cellRow('f', other);
    const want = cellRow('f', cell);
    // Without links the extent of a document's name inside a line is a guess; its year is not.
    const plain = ({ entries, passages, cell, revised }: typeof row) => ({
      cell,
      revised,
      passages,
      entries: entries.map((entry) => ({
        ...entry,
        secondary: entry.secondary.map(({ year }) => year),
      })),
    });
    expect(plain(row)).toEqual(plain(want));
  };

  test.each([
    [
      'Windows line ends and a byte order mark',
      () => importText(`\ufeff${text.replaceAll('\n', '\r\n')}`),
    ],
    ['no links', () => importText(bare(text))],
    ['lines broken', () => importText(wrapped(text))],
    ['lines broken, no links', () => importText(wrapped(bare(text)))],
    ['no blank lines', () => importText(dense(text))],
    ['no blank lines, no links', () => importText(dense(bare(text)))],
    ['lines broken, no blank lines, no links', () => importText(dense(wrapped(bare(text))))],
    ['letters on lines of their own', () => importText(text.replace(/^([SKRG]) (?=\S)/gm, '$1\n'))],
    ['letters glued to titles', () => importText(text.replace(/^([SKRG]) (?=\[)/gm, '$1'))],
    [
      'letters glued to titles, no links',
      () => importText(bare(text.replace(/^([SKRG]) (?=\[)/gm, '$1'))),
    ],
    ['spaces that do not break', () => importText(text.replaceAll(' ', '\u00a0'))],
    ['a page', () => importHtml(page(text), parser)],
    ['a page with tables and pictures', () => importHtml(rows(page(text)), parser)],
  ])('comes through alike: %s', (_, read) => {
    alike(read());
  });
});
