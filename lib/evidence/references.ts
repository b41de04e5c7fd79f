// How documents cite what is held (titles, guideline numbers, DOIs, addresses), so that such citations can be found.
import type { Citable } from '../vocabulary/schema';
import type { Citation, Entry, Guidance } from './model';

/** Shorter titles are found in plain prose too often; a title cut at its colon is more at risk. */
const MIN_WORDS = 4;
const MIN_WORDS_CUT = 5;
/** Up to this many letters a surname is likely to be a word as well (White, Gates), so its initials go with it. */
const SHORT_NAME = 5;
/** What papers call the bodies; anything else that a title of plain words needs beside it is spelled out. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  'National Treatment Agency for Substance Misuse': 'NTA',
  'National Institute for Health and Care Excellence': 'NICE',
  'National Institute for Health and Clinical Excellence': 'NICE',
  'British Psychological Society': 'BPS',
  'Public Health England': 'PHE',
  'Office for Health Improvement and Disparities': 'OHID',
  'Department of Health and Social Care': 'DHSC',
  'Substance Abuse and Mental Health Services Administration': 'SAMHSA',
  'Center for Substance Abuse Treatment': 'CSAT',
  'Scottish Advisory Committee on Drug Misuse': 'SACDM',
};
/** Whoever cites one of the matrix's own titles names the matrix's publisher. */
const MATRIX_NAMES = ['Drug and Alcohol Findings', 'Effectiveness Bank'];
/** NICE and SAMHSA number their guidelines; the number may stand without the title. */
const NUMBER = /\b(CG|NG|QS|PH|TA)\s?(\d{1,3})\b/g;
const PROTOCOL = /\bTreatment Improvement Protocol (\d{1,3})\b/g;

/**
 * One record for each entry read whole and each piece of newer guidance that a topic's card shows.
 * Entries known by a title only are left out: their titles are the matrix's own, which no paper bears.
 */
export function citables({
  entries,
  guidance,
}: {
  readonly entries: readonly Entry[];
  readonly guidance: readonly Guidance[];
}): Citable[] {
  const all = [...entries.flatMap(ofEntry), ...guidance.flatMap(ofGuidance)];
  // A title or an address that two of them share (parts of a series, guides of one record) names neither.
  const titled = countOf(all.flatMap(({ titles }) => titles));
  const addressed = countOf(all.flatMap(({ urls }) => urls));
  return all.flatMap((citable) => {
    const titles = citable.titles.filter((title) => titled.get(title) === 1);
    const urls = citable.urls.filter((url) => addressed.get(url) === 1);
    const { numbers, dois, pmids } = citable;
    const found = titles.length + numbers.length + dois.length + pmids.length + urls.length;
    return found === 0 ? [] : [{ ...citable, titles, urls }];
  });
}

function ofEntry(entry: Entry): Citable[] {
  const [topic] = entry.topics;
  if (entry.completeness !== 'full' || topic === undefined) return [];
  const citation = sure(entry);
  return [
    {
      id: entry.id,
      topic,
      titles: titlesOf([entry.title, ...(citation ? [citation.title] : [])]),
      titleNeeds: needs([
        ...(citation?.authors ?? []).map(surname),
        entry.publisher,
        citation?.container,
        ...MATRIX_NAMES,
      ]),
      numbers: citation ? numbersOf(citation.title) : [],
      dois: citation?.doi ? [citation.doi] : [],
      pmids: citation?.pmid ? [citation.pmid] : [],
      urls: entry.links
        .filter(({ confidence }) => confidence === 'confirmed')
        .map(({ url }) => url),
    },
  ];
}

function ofGuidance(guidance: Guidance): Citable[] {
  const [topic] = guidance.topics;
  if (topic === undefined) return [];
  return [
    {
      id: guidance.id,
      topic,
      titles: titlesOf([guidance.title]),
      titleNeeds: needs([guidance.publisher]),
      numbers: numbersOf(guidance.title),
      dois: [],
      pmids: [],
      // A news page is about the guidance; it is not the guidance.
      urls: guidance.url !== null && guidance.urlKind !== 'news' ? [guidance.url] : [],
    },
  ];
}

/** The publication, where it is sure that the entry is about it. */
function sure({ citation, title }: Entry): Citation | null {
  return citation && (citation.confidence === 'confirmed' || citation.title === title)
    ? citation
    : null;
}

/** Each title without what stands in brackets at its end, and its part before a colon or question mark. */
function titlesOf(titles: readonly string[]): string[] {
  const whole = titles.map((title) => title.replace(/\s*\([^)]*\)\s*$/, ''));
  const cut = whole.flatMap((title) => /^(.+?)[:?.](?:\s|$)/.exec(title)?.[1] ?? []);
  return [
    ...new Set([
      ...whole.filter((title) => wordCount(title) >= MIN_WORDS),
      ...cut.filter((title) => wordCount(title) >= MIN_WORDS_CUT),
    ]),
  ];
}

function wordCount(title: string): number {
  return title.split(/\s+/).length;
}

function numbersOf(title: string): string[] {
  const guidelines = [...title.matchAll(NUMBER)].map(([, series, number]) => `${series}${number}`);
  const protocols = [...title.matchAll(PROTOCOL)].map(([, number]) => `TIP${number}`);
  return [...new Set([...guidelines, ...protocols])];
}

/** "Manning V" → "Manning", "White WL" → "White WL"; the name of a body stays whole. */
function surname(author: string): string {
  const name = /^(\S+) [A-Z]{1,3}$/.exec(author)?.[1];
  return name !== undefined && name.length > SHORT_NAME ? name : author;
}

/** Names as written, without brackets, each body's short form beside them. */
function needs(names: readonly (string | null | undefined)[]): string[] {
  const all = names.flatMap((name) => {
    if (!name || name === 'et al.') return [];
    return name.split(/ \/ |, | and (?=NHS)/).flatMap((part) => {
      const full = part.replace(/\s*\([^)]*\)/g, '');
      const short = SHORT_FORMS[full];
      return short === undefined ? [full] : [full, short];
    });
  });
  return [...new Set(all)];
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
