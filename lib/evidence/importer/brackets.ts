// Brackets that name a source: "(2012)", "(1997 and 2000)", "([UK] Home Office, 1999)".
import { countryOfName } from './countries';

export interface SourceGroup {
  readonly start: number;
  readonly end: number;
  /** In the order printed; empty where the bracket names a publisher only, or says that there is no date. */
  readonly years: readonly number[];
  readonly publisher: string | null;
  readonly country: string | null;
  readonly nation: string | null;
}

/** Longest bracket read as a source, in UTF-16 units; two long names of publishers fit. */
const MAX_GROUP = 320;

const YEAR = '(?:1[89]|20)\\d{2}';
const LEAD =
  '(?:(?:c\\.|ca\\.|circa|about|around|published|first published|(?:last )?updated|revised|dated)\\s*)?(?:(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\\s+)?';
const YEARS = `${LEAD}${YEAR}[a-z]?(?:\\s*(?:,\\s*and|,|;|and|&|/|to|or|[-–—])\\s*(?:${LEAD}${YEAR}[a-z]?|\\d{2}(?!\\d)))*`;
const WITH_YEARS = new RegExp(`^(?:(.*?)[,;]\\s*)??(${YEARS})$`, 'is');
const COUNTRY_YEAR = new RegExp(`^(.*?)\\s+(${YEAR})$`, 's');
const UNDATED =
  /^(?:(.*?)[,;]\s*)?(?:undated|no date|n\.\s?d\.?|date unknown|year unknown|in press|forthcoming)$/is;

/** All brackets of the text that name a source, by where they begin. Linear in the text's length. */
export function sourceGroups(text: string, from = 0, to = text.length): SourceGroup[] {
  const open: number[] = [];
  const found: SourceGroup[] = [];
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 40) open.push(at);
    else if (unit === 41) {
      const start = open.pop();
      if (start === undefined || at - start > MAX_GROUP) continue;
      const source = sourceOf(text.slice(start + 1, at));
      if (source !== null) found.push({ start, end: at + 1, ...source });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What stands inside a bracket, read as a source; null where it is something else. */
export function sourceOf(content: string): Omit<SourceGroup, 'start' | 'end'> | null {
  const inside = content
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.;,]$/, '');
  if (inside === '') return null;
  const dated = WITH_YEARS.exec(inside);
  if (dated) return named(dated[1], yearsOf(dated[2] ?? ''));
  const undated = UNDATED.exec(inside);
  if (undated) return named(undated[1], []);
  const short = COUNTRY_YEAR.exec(inside);
  if (short && (/^\[[^\]]+\]/.test(short[1] ?? '') || countryOfName(short[1] ?? '')))
    return named(short[1], yearsOf(short[2] ?? ''));
  return /^\[[A-Z][^\]]{1,30}\]\s+\p{Lu}/u.test(inside) ? named(inside, []) : null;
}

/** `2003–04` gives 2003 and 2004. */
function yearsOf(text: string): number[] {
  const years: number[] = [];
  for (const [, full, short] of text.matchAll(/((?:1[89]|20)\d{2})|(?<!\d)(\d{2})(?!\d)/g)) {
    if (full !== undefined) years.push(Number(full));
    else if (short !== undefined && years.length > 0) {
      const year = Math.floor((years.at(-1) ?? 0) / 100) * 100 + Number(short);
      if (year > (years.at(-1) ?? 0)) years.push(year);
    }
  }
  return [...new Set(years)];
}

function named(
  words: string | undefined,
  years: number[],
): Omit<SourceGroup, 'start' | 'end'> | null {
  let publisher = (words ?? '').trim();
  const tag = /^\[([^\]]{1,40})\]\s*/.exec(publisher);
  const tagged = tag ? countryOfName(tag[1] ?? '') : null;
  if (tag && tagged) publisher = publisher.slice(tag[0].length).trim();
  const whole = countryOfName(publisher.replace(/\s+(?:study|trial|report)$/i, ''));
  if (whole) publisher = '';
  const place = tagged ?? whole ?? { country: null, nation: null };
  // Lower case: words of a sentence ("until, 1989"), not a name.
  if (publisher !== '' && !/^[\p{Lu}\p{N}‘“"'[]/u.test(publisher)) return null;
  return { years, publisher: publisher === '' ? null : publisher, ...place };
}
