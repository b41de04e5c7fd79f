// Citations of the evidence itself: found by number, DOI, address and title, and never in plain prose.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../lib/detect/model';
import { createReferenceFinder } from '../../../lib/detect/references';
import type { Citable } from '../../../lib/vocabulary/schema';

const citable = (part: Partial<Citable>): Citable => ({
  id: 'x',
  topic: 'mutual-aid',
  titles: [],
  titleNeeds: [],
  numbers: [],
  dois: [],
  pmids: [],
  urls: [],
  ...part,
});
const held: Citable[] = [
  citable({
    id: 'nice',
    numbers: ['CG51'],
    titles: ['Drug misuse in over 16s: psychosocial interventions', 'Drug misuse in over 16s'],
    titleNeeds: ['NICE'],
    urls: ['https://www.nice.org.uk/guidance/cg51'],
  }),
  citable({
    id: 'trial',
    dois: ['10.1016/j.drugalcdep.2007.04.007'],
    pmids: ['17524574'],
    titles: [
      'A randomized controlled trial of intensive referral to 12-step self-help groups: one-year outcomes',
    ],
    urls: ['https://pubmed.ncbi.nlm.nih.gov/17524574/'],
  }),
  citable({
    id: 'guide',
    titles: ['Facilitating access to mutual aid'],
    titleNeeds: ['Public Health England', 'PHE'],
    urls: ['https://findings.org.uk/PHP/dl.php?f=Manning_V_3.txt&s=ln&sf=rel'],
  }),
];
const find = createReferenceFinder(held);
function cited(text: string, more: Partial<Block> = {}): string[] {
  const block: Block = { text, kind: 'paragraph', ...more };
  return find(block, 0).map(
    ({ cites, by, start, end }) => `${cites} by ${by}: ${text.slice(start, end)}`,
  );
}
const link = (text: string, words: string, href: string): Partial<Block> => ({
  links: [{ start: text.indexOf(words), end: text.indexOf(words) + words.length, href }],
});

describe('guideline numbers', () => {
  it.each(['CG51', 'CG 51', 'CG-51', 'CG\u00a051'])('finds %s', (number) => {
    expect(cited(`as NICE ${number} advises`)).toEqual([`nice by number: ${number}`]);
  });
  it.each(['CG511', 'cg51', 'XCG51', 'CG52', 'room CG 5 1'])('leaves %s', (number) => {
    expect(cited(`as NICE ${number} advises`)).toEqual([]);
  });
});

describe('DOI and PubMed numbers', () => {
  it('takes a DOI without the stop or bracket that follows it, in any case', () => {
    expect(cited('(doi:10.1016/J.drugalcdep.2007.04.007).')).toEqual([
      'trial by doi: 10.1016/J.drugalcdep.2007.04.007',
    ]);
  });
  it('leaves a DOI that only begins like one that is held', () => {
    expect(cited('10.1016/j.drugalcdep.2007.04.0071')).toEqual([]);
  });
  it('takes a PubMed number only where it is called one', () => {
    expect(cited('PMID: 17524574')).toEqual(['trial by pmid: PMID: 17524574']);
    expect(cited('telephone 17524574')).toEqual([]);
  });
});

describe('addresses', () => {
  const text = 'See the trial for more.';
  it.each([
    ['https://doi.org/10.1016/j.drugalcdep.2007.04.007', 'trial by doi: the trial'],
    ['http://dx.doi.org/10.1016%2Fj.drugalcdep.2007.04.007', 'trial by doi: the trial'],
    ['https://pubmed.ncbi.nlm.nih.gov/17524574', 'trial by pmid: the trial'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/17524574?x=1', 'trial by pmid: the trial'],
    ['http://nice.org.uk/guidance/CG51/', 'nice by link: the trial'],
    ['https://www.nice.org.uk/guidance/cg51/chapter/1-Guidance#a', 'nice by link: the trial'],
    ['http://findings.org.uk/PHP/dl.php?file=Manning_V_3.txt', 'guide by link: the trial'],
  ])('knows %s', (href, expected) => {
    expect(cited(text, link(text, 'the trial', href))).toEqual([expected]);
  });
  it.each([
    'https://www.nice.org.uk/guidance/cg115',
    'https://www.nice.org.uk/guidance',
    'https://nice.org.uk.example.com/guidance/cg51',
    'https://findings.org.uk/PHP/dl.php?f=Other_1.txt',
    'https://findings.org.uk/PHP/dl.php',
    'javascript:alert(1)',
    'not an address',
  ])('leaves %s', (href) => {
    expect(cited(text, link(text, 'the trial', href))).toEqual([]);
  });
  it('reads addresses in the text', () => {
    expect(cited('Read (www.nice.org.uk/guidance/cg51).')).toEqual([
      'nice by link: www.nice.org.uk/guidance/cg51',
    ]);
  });
});

describe('titles', () => {
  it('finds a long title whatever its case, quotes, hyphens and breaks', () => {
    const title =
      'A Randomized Controlled Trial of Intensive Referral to 12\u2013Step Self-Help Groups:\nOne-year outcomes';
    expect(cited(`Timko C. ${title}. 2007.`)).toEqual([`trial by title: ${title}`]);
  });
  it('leaves a long title that is not finished', () => {
    expect(cited('a randomized controlled trial of intensive referral to clinics')).toEqual([]);
  });
  it('leaves field prose in the words of a short title', () => {
    expect(cited('Staff are trained in facilitating access to mutual aid.')).toEqual([]);
    expect(cited('Facilitating Access to Mutual Aid', { kind: 'heading' })).toEqual([]);
  });
  it('takes a short title beside its publisher, in quotation marks, as a link or in a reference list', () => {
    const words = 'Facilitating access to mutual aid';
    const expected = [`guide by title: ${words}`];
    expect(cited(`PHE, ${words} (2013)`)).toEqual(expected);
    expect(cited(`the guide \u2018${words}\u2019 says`)).toEqual(expected);
    expect(cited(words, link(words, words, 'https://example.org/a.pdf'))).toEqual(expected);
    expect(cited(`${words}. London.`, { kind: 'reference' })).toEqual(expected);
  });
  it('does not take a publisher of the next sentence or inside another word', () => {
    expect(cited('It covers facilitating access to mutual aid. The team at PHE agreed.')).toEqual(
      [],
    );
    expect(cited('CAMPHER helps in facilitating access to mutual aid.')).toEqual([]);
  });
  it('prefers the whole title to its first part', () => {
    expect(cited('NICE, Drug misuse in over 16s: psychosocial interventions (CG51)')).toEqual([
      'nice by title: Drug misuse in over 16s: psychosocial interventions',
      'nice by number: CG51',
    ]);
  });
});

it('finds nothing without anything to cite', () => {
  expect(createReferenceFinder([])({ text: 'NICE CG51', kind: 'paragraph' }, 0)).toEqual([]);
});
