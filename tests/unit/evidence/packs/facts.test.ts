// The shipped evidence held against the material it was made from: facts carried over exactly, sentences not at all.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../lib/evidence/model';
import { pack } from '../real-pack';

const SEED = resolve('../shared/seed/cell-drug-E4.txt');
const FACTS = resolve('../shared/data/matrix-facts.json');
const LINKS = resolve('../shared/data/entry-links.json');
const here = [SEED, FACTS, LINKS].every(existsSync);
const suffix = here ? '' : ' (skipped: ../shared is not here)';

const e4 = pack.entries.filter(({ cells }) => cells.includes('drug/E4'));

/** Every sentence of ours, with the place it stands in. */
function ownWords(): { where: string; text: string }[] {
  return [
    ...e4.flatMap(({ id, summary, caution, findings }) => [
      { where: `${id} summary`, text: summary ?? '' },
      { where: `${id} caution`, text: caution ?? '' },
      ...findings.map(({ outcome, detail }) => ({
        where: `${id} finding`,
        text: `${outcome} ${detail ?? ''}`,
      })),
    ]),
    ...pack.passages.flatMap(({ id, paragraphs, more }) =>
      [...paragraphs, ...more].map((text) => ({ where: id, text })),
    ),
    ...pack.statements.flatMap(({ topic, says, question }) => [
      { where: `statement ${topic}`, text: says },
      { where: `question ${topic}`, text: question?.text ?? '' },
    ]),
  ];
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/\]\([^)]*\)/g, ' ')
      .replace(/[’‘']/g, '')
      .match(/[\p{L}\p{N}£]+/gu) ?? []
  );
}

function runsOf(text: string, length: number): string[] {
  const words = wordsOf(text);
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(' '));
}

interface SourceEntry {
  kind: string | null;
  title: string;
  year: number | null;
  country: string | null;
  publisher: string | null;
  seenIn: string;
}
interface SourceCell {
  id: string;
  title: string;
  url: string;
  urlDerived?: boolean;
  biteTitle: string | null;
  questions: string[];
  complete: boolean;
  lastRevised?: string;
  entries: SourceEntry[];
}
interface SourceLink {
  entryTitle: string;
  confidence: string;
  original: {
    authors: string[];
    title: string | null;
    container: string | null;
    year: number | null;
    doi: string | null;
    pmid: string | null;
    url: string | null;
    locator?: string;
  };
  analysis: { url: string } | null;
}
interface SourceGuidance {
  title: string;
  publisher: string;
  year: number | null;
  nation: string;
  url: string;
  urlKind: string;
  relatesTo: string[];
}

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;

/** Entries of ours that the link records call by another name. */
const BY_RECORD: Readonly<Record<string, string>> = {
  'drug/E4/siting-case-managers-at-detoxification-services':
    'Siting case managers at detoxification (2006)',
  'drug/E4/therapeutic-communities-for-substance-related-disorder':
    'Review of randomised trials of therapeutic communities (2006)',
  'drug/E4/care-planning-practice-guide':
    'Earlier care planning guidance from the same body (2006)',
  'drug/E4/role-of-residential-rehab-in-an-integrated-treatment-system':
    'Analysis of residential rehabilitation in England (2012)',
  'drug/E4/report-on-uk-drug-misuse-in-2016':
    'Report to the European drugs agency on UK drug misuse in 2016',
  'drug/E4/intensive-referral-to-12-step-groups-six-month-outcomes':
    'Six-month outcomes of the US mutual aid referral trial',
};

describe.skipIf(!here)(`the evidence and its sources${suffix}`, () => {
  it('has no run of nine words in common with the cell’s text', () => {
    const seed = new Set(runsOf(readFileSync(SEED, 'utf8'), 9));
    expect(seed.size).toBeGreaterThan(3000);
    const copied = ownWords().flatMap(({ where, text }) =>
      runsOf(text, 9)
        .filter((run) => seed.has(run))
        .map((run) => `${where}: ${run}`),
    );
    expect(copied).toEqual([]);
  });

  it('states no number that the sources do not hold', () => {
    const source = [SEED, LINKS].map((file) => readFileSync(file, 'utf8')).join('\n');
    const known = new Set(source.match(/£?\d[\d,]*\d|\d/g));
    const unknown = ownWords().flatMap(({ where, text }) =>
      (text.match(/£?\d[\d,]*\d|\d/g) ?? [])
        .filter((n) => !known.has(n))
        .map((n) => `${where}: ${n}`),
    );
    expect(unknown).toEqual([]);
  });

  it('says the figures of the commentary exactly', () => {
    const all = ownWords()
      .map(({ text }) => text)
      .join('\n');
    for (const figure of [
      '60% more likely',
      '8 in 10',
      '7 in 10',
      '£7,750',
      'UK drug misuse in 2016',
    ])
      expect(all).toContain(figure);
  });

  it('lists the fifteen lines of drug/E4 with their letters, titles and years', () => {
    const lines = readFileSync(SEED, 'utf8').split('\n');
    const listed = lines.flatMap((line) => {
      const parts =
        /^([KRGS]?) ?\[([^\]]+)\]\(#\) \((?:[^()]*?, )?(?:\[U[KS]\] .*?, )?(\d{4})\)/.exec(line);
      return parts ? [{ letter: parts[1], title: parts[2], year: Number(parts[3]) }] : [];
    });
    const withBrackets = lines.filter((line) =>
      /^([KRG] )? ?\[[^\]]+\]\(#\) \(\[U[KS]\]/.test(line),
    );
    expect(
      listed.length +
        withBrackets.filter((line) => !listed.some(({ title }) => line.includes(`[${title}]`)))
          .length,
    ).toBe(15);
    const main = e4.filter(({ role }) => role === 'main');
    for (const { letter, title, year } of listed) {
      const entry = main.find((one) => one.title === title);
      expect([title, entry?.year]).toEqual([title, year]);
      if (letter) expect(entry?.kind?.[0]?.toUpperCase()).toBe(letter);
      else expect(entry?.kindInferred).toBe(true);
    }
    for (const { title, year } of main)
      expect(
        lines.some((line) => line.includes(`[${title}](#)`) && line.includes(String(year))),
      ).toBe(true);
  });

  it('copies every fact of the fifty cells and of the other entries', () => {
    const letters: Record<string, string> = { S: 'seminal', K: 'key', R: 'review', G: 'guidance' };
    const { cells } = read<{ cells: SourceCell[] }>(FACTS);
    expect(pack.cells.map(({ id }) => id)).toEqual(cells.map(({ id }) => id));
    for (const source of cells) {
      const cell = pack.cells.find(({ id }) => id === source.id);
      expect(cell).toMatchObject({
        title: source.title,
        url: source.url,
        biteTitle: source.biteTitle,
        questions: source.questions,
        revised: source.lastRevised ?? null,
        completeness: source.complete ? 'full' : source.entries.length > 0 ? 'part' : 'none',
      });
      expect(cell?.urlDerived ?? false).toBe(source.urlDerived ?? false);
      const ours = pack.entries.filter(
        ({ cells: [home], role }) => home === source.id && role === 'main',
      );
      expect(ours.map((entry) => factsOf(entry, source.id))).toEqual(
        source.entries.map((entry) => ({
          kind: letters[entry.kind ?? 'G'],
          title: entry.title,
          year: entry.year,
          country: entry.country === 'Europe/US' ? 'Europe and US' : entry.country,
          publisher: (entry.publisher ?? '').replace(/ \(publisher line cut off\)| ?\[NICE\]/, ''),
          edition: entry.seenIn,
        })),
      );
    }
  });

  it('gives publications and links as recorded, with how sure they are, and none where nothing was found', () => {
    const { entries } = read<{ entries: SourceLink[] }>(LINKS);
    for (const entry of e4) {
      const name = BY_RECORD[entry.id] ?? entry.title;
      const source = entries.find(({ entryTitle }) => entryTitle === name);
      if (!source) throw new Error(`no record is called ${name}`);
      const { original, analysis, confidence } = source;
      if (confidence === 'unknown') {
        expect([entry.id, entry.citation, entry.links]).toEqual([entry.id, null, []]);
        continue;
      }
      expect(entry.citation).toEqual({
        authors: original.authors,
        title: original.title,
        container: original.container,
        year: original.year,
        locator: original.locator ?? null,
        doi: original.doi,
        pmid: original.pmid,
        confidence,
      });
      const urls = [analysis?.url, original.url].filter((url) => url !== undefined && url !== null);
      expect(entry.links.map(({ url }) => url)).toEqual(urls);
      for (const link of entry.links) expect(link.confidence).toBe(confidence);
    }
  });

  it('gives newer guidance as recorded, and no address where only a shared copy was seen', () => {
    const { newerGuidance } = read<{ newerGuidance: SourceGuidance[] }>(LINKS);
    const titles = new Map(e4.map(({ id, title }) => [id, title]));
    expect(
      pack.guidance.map(({ title, publisher, year, nation, url, urlKind, entries }) => ({
        title,
        publisher,
        year,
        nation,
        url,
        urlKind,
        relatesTo: entries.map((id) => titles.get(id)),
      })),
    ).toEqual(
      newerGuidance.map(({ title, publisher, year, nation, url, urlKind, relatesTo }) => ({
        title,
        publisher,
        year,
        nation,
        url: urlKind === 'mirror' ? null : url,
        urlKind: urlKind === 'mirror' ? null : urlKind,
        relatesTo,
      })),
    );
  });
});

function factsOf(entry: Entry, cell: string) {
  const { kind, title, year, country, publisher, edition } = entry;
  return {
    kind,
    title,
    year,
    country,
    publisher: cell === 'drug/E4' ? sourcePublisher(publisher) : (publisher ?? ''),
    edition,
  };
}

/** The list prints "Report Produced" and "… [NICE]"; we do not. */
function sourcePublisher(publisher: string | null): string {
  return (publisher ?? '').replace('Report produced', 'Report Produced').replace(' (NICE)', '');
}
