// The head of an entry: title, year and source, and where its text begins.
import { type SourceGroup, sourceGroups } from './brackets';
import { type Marker, markerOf } from './kinds';
import { isLegend } from './landmarks';
import type { Line } from './model';

export interface Head {
  readonly title: string;
  /** Bracket with the year; null where the line has none in its place. */
  readonly group: SourceGroup | null;
  /** Address of the title's link. */
  readonly href: string | null;
  /** The title itself is a link. */
  readonly linked: boolean;
  /** Where what the line says begins. */
  readonly end: number;
  /** Title and year stand as they should; enough to know an entry by where no letter says so. */
  readonly strict: boolean;
}

/** Longest title read, in UTF-16 units; the longest seen has 110. */
const MAX_TITLE = 300;
/** Words that may stand between a title's link and its year ("PDF file"). */
const MAX_BETWEEN = 60;
const STOP = /\.["”’)\]]*\s+(?=[\p{Lu}‘“"'[])/gu;
const SHORT_FORM =
  /(?:^|[\s(])(?:St|Dr|Mr|Mrs|Ms|Prof|vs|v|No|Nos|Vol|pp?|etc|e\.g|i\.e|cf|al|[A-Z]|[A-Z]\.[A-Z])$/;
const FOLLOWS = /^\s*(?:[.:;,–—-]|$|[\p{Lu}‘“"'[►])/u;
/** What follows the year of a title that stands for itself. */
const FOLLOWS_TITLE = /^\s*(?:\.|$|[\p{Lu}‘“"'[►])/u;
/** A linked title's year without round brackets: "[Title](…) 2012.", as where a table's column held it. */
const YEAR_AFTER = /^\s*[,:–—[-]?\s*((?:1[89]|20)\d{2})\]?(?=[\s.;,:]|$)/;
const LOOSE_YEAR = /[,;–—-]\s*((?:1[89]|20)\d{2})\s*$/;
/** Openings of sentences that may end in a year without being titles. */
const NO_TITLE =
  /^(?:it|they|there|later|another|both|see|also|corresponding|related|for|this|these|similar|last|first|one of|links?|listed|discuss\w*|search|more|reviewed|published|copyright|page)\b/i;

/** Reads the head that begins at `from`. */
export function headOf(line: Line, from: number): Head {
  const { text } = line;
  const link = line.links.find(({ start }) => start >= from && start <= from + 2);
  const stop = sentenceEnd(
    text,
    link ? Math.max(from, link.end - 1) : from,
    from + MAX_TITLE + 200,
  );
  const groups = sourceGroups(text, from, Math.min(text.length, stop + MAX_TITLE)).filter(
    ({ start }) => start > from && start < stop && start - from <= MAX_TITLE + 20,
  );
  const near = (group: SourceGroup) => !link || group.start - link.end <= MAX_BETWEEN;
  const apt = groups.filter(near);
  const directly = apt.find((g) => link && g.start - link.end <= 2 && g.start >= link.start);
  const follows = apt.find((g) => FOLLOWS.test(text.slice(g.end, g.end + 20)));
  const group = directly ?? follows ?? apt[0] ?? null;
  const href = link && link.href !== '' ? link.href : null;
  if (group) {
    const title = tidy(text.slice(from, group.start));
    const plain = title.length >= 3 && /^[\p{Lu}\p{N}‘“"'[«(]/u.test(title);
    const strict =
      plain &&
      group.years.length > 0 &&
      FOLLOWS_TITLE.test(text.slice(group.end, group.end + 20)) &&
      (link !== undefined || !NO_TITLE.test(title));
    return {
      title,
      group,
      href,
      linked: link !== undefined,
      end: skipStops(text, group.end),
      strict,
    };
  }
  return bareHead(text, from, link, stop, href);
}

/** A head without a bracket: "Title, 1999. Text", "[Title](…) 1999. Text", or no year at all. */
function bareHead(
  text: string,
  from: number,
  link: { readonly end: number } | undefined,
  stop: number,
  href: string | null,
): Head {
  const end = link ? link.end : Math.min(stop, from + MAX_TITLE);
  const words = text.slice(from, end);
  const loose = link ? null : LOOSE_YEAR.exec(words.replace(/[.\s]+$/, ''));
  const after = link ? YEAR_AFTER.exec(text.slice(end, end + 20)) : null;
  const year = loose ?? after;
  const start = loose ? from + loose.index : end;
  const stopAt = after ? end + after[0].length : end;
  const source = { years: [Number(year?.[1])], publisher: null, country: null, nation: null };
  return {
    title: tidy(loose ? text.slice(from, start) : words),
    group: year ? { start, end: stopAt, ...source } : null,
    href,
    linked: link !== undefined,
    end: skipStops(text, stopAt),
    strict: false,
  };
}

/**
 * Whether the line begins an entry. `ahead`: the line with those that its title may run on into. `without` a letter an
 * entry may be free to begin here, must name a publisher with its country to be told from a sentence, or may not begin.
 */
export function startsEntry(
  line: Line,
  ahead: () => Line,
  without: 'free' | 'tagged' | 'none',
): boolean {
  if (isLegend(line.text)) return false;
  const marker = markerOf(line);
  if (marker?.sure) return true;
  if (marker && (headOf(line, marker.end).strict || headOf(ahead(), marker.end).strict))
    return true;
  if (without === 'none' || !/^[\p{Lu}\p{N}‘“"'[«(•*·–—▪●◦-]/u.test(line.text)) return false;
  if (without === 'free') return beginsUnlettered(line);
  const head = headOf(ahead(), bulletOf(line.text));
  return head.strict && head.group?.country != null && head.group.publisher !== null;
}

/** A title with its year, and no letter before it. */
function beginsUnlettered(line: Line): boolean {
  return line.text.includes('(') && headOf(line, bulletOf(line.text)).strict;
}

function bulletOf(text: string): number {
  return /^[-•*·–—▪●◦]\s+/.exec(text)?.[0].length ?? 0;
}

/** The marker of a block that is an entry; null where it is none. `unlettered` allows one without a letter. */
export function entryMarker(line: Line, unlettered: boolean): Marker | null {
  if (isLegend(line.text)) return null;
  const marker = markerOf(line);
  if (marker && (marker.sure || headOf(line, marker.end).strict) && (marker.kind || unlettered))
    return marker;
  if (!unlettered || !beginsUnlettered(line)) return null;
  return { kind: null, second: null, letter: '', end: bulletOf(line.text), sure: false };
}

/** Where the first sentence after `from` ends; at most `limit` or the text's end. */
function sentenceEnd(text: string, from: number, limit: number): number {
  const reach = text.slice(from, limit);
  STOP.lastIndex = 0;
  for (const match of reach.matchAll(STOP)) {
    if (!SHORT_FORM.test(reach.slice(Math.max(0, match.index - 12), match.index)))
      return from + match.index + 1;
  }
  return Math.min(text.length, limit);
}

function skipStops(text: string, at: number): number {
  return at + (/^[\s.:;,–—-]*/.exec(text.slice(at, at + 20))?.[0].length ?? 0);
}

/** Without the stop at its end, and in one line. */
function tidy(title: string): string {
  const plain = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s,;:(–—-]+$/, '');
  return /[^.]\.$/.test(plain) && !/\b(?:[A-Z]\.)+$/.test(plain) ? plain.slice(0, -1) : plain;
}
