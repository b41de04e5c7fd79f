// One entry of the list: its head, its country, and the documents named inside its line.
import { phrase, say } from '../../words/words';
import type { Kind } from '../model';
import { type SourceGroup, sourceGroups } from './brackets';
import { type Place, placeOf } from './countries';
import { headOf } from './heads';
import type { Marker } from './kinds';
import { slice } from './lines';
import type { Line, SecondaryDocument } from './model';
import { atLine } from './problems';
import { secondaryOf } from './secondary';
import { sentencesOf } from './words';

/** An entry before its cross-references are followed. */
export interface DraftEntry {
  readonly line: number;
  readonly kind: Kind | null;
  readonly title: string;
  readonly year: number | null;
  readonly place: Place | null;
  /** Nation of the UK that the document is for or about, where tag or title name it or the line says "for" it. */
  readonly nation: string | null;
  readonly publisher: string | null;
  readonly href: string | null;
  /** What the line says after title and year. */
  readonly body: Line;
  readonly secondary: readonly SecondaryDocument[];
  readonly problems: readonly string[];
}

/** Missing or doubled letters, which the review asks about apart. */
export const KIND_LETTERS = {
  none: phrase('no kind letter before {title}; kept without a kind.'),
  two: phrase('two kind letters before {title}; the first is kept.'),
} as const;

/** Years that the evidence can hold (lib/evidence/model). */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Sentences that speak of other documents, whose country is not this entry's. */
const OF_OTHERS =
  /\b(?:above|below)\b|^(?:see|for|corresponding|related|similar|discuss\w*|also)\b|\bsee (?:also|related|corresponding)\b/i;

/** @param linked whether links are marked in this source; if not, documents inside a line are told by their years alone */
export function readEntry(
  block: Line,
  marker: Marker,
  kind: Kind | null,
  linked: boolean,
): DraftEntry {
  const head = headOf(block, marker.end);
  const tag = /^\[([^\]]{1,30})\]\s*(?=\S)/.exec(head.title);
  const ahead = tag ? placeOf([tag[1] ?? '']) : null;
  const title = (ahead && tag ? head.title.slice(tag[0].length) : head.title) || '(no title)';
  const body = slice(block, head.end);
  const { group } = head;
  const [year = null, ...further] = group?.years ?? [];
  const valid = year !== null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
  const secondary = [
    ...further.map((other) => ({
      title,
      year: other,
      publisher: group?.publisher ?? null,
      country: group?.country ?? null,
      href: group ? (linkWithin(block, group, String(other)) ?? null) : null,
    })),
    ...secondaryOf(body, linked),
  ];
  const tagged = group?.country ? { country: group.country, nation: group.nation } : null;
  const own = placeOf([title, ...ownSentences(body.text)]);
  const place = mostExact(tagged ?? ahead, own);
  const nation = tagged?.nation ?? ahead?.nation ?? nationOf(title, body.text, place);
  return {
    line: block.number,
    kind,
    title,
    year: valid,
    place,
    nation,
    publisher: group?.publisher ?? null,
    href: head.href,
    body,
    secondary,
    problems: problemsOf(block, title, valid, year, further, marker, kind),
  };
}

/** A nation that title or text names makes "[UK]" more exact. */
function mostExact(tagged: Place | null, own: Place | null): Place | null {
  if (!tagged) return own;
  return tagged.nation === null && own?.country === tagged.country ? own : tagged;
}

function nationOf(title: string, text: string, place: Place | null): string | null {
  if (place?.country !== 'UK') return null;
  const titled = placeOf([title]);
  if (titled?.nation)
    return titled.nation === 'England' && /\bLondon\b/.test(title) ? null : titled.nation;
  return /\bfor (England|Scotland|Wales|Northern Ireland)\b/.exec(text)?.[1] ?? null;
}

/** What the line says of the document itself, without brackets that name other sources. */
function ownSentences(text: string): string[] {
  const clauses = sentencesOf(text.slice(0, 3000))
    .flatMap((sentence) => sentence.text.split(/;\s+/))
    .filter((clause) => !OF_OTHERS.test(clause));
  const own = clauses.map((clause) => {
    let bare = clause;
    for (const { start, end } of sourceGroups(bare).reverse())
      bare = bare.slice(0, start) + bare.slice(end);
    return bare;
  });
  return own.length === 0 ? [] : [own.join(' ')];
}

function linkWithin(line: Line, { start, end }: SourceGroup, words: string): string | undefined {
  return line.links.find(
    (link) =>
      link.start >= start &&
      link.end <= end &&
      line.text.slice(link.start, link.end).includes(words),
  )?.href;
}

function problemsOf(
  block: Line,
  title: string,
  valid: number | null,
  year: number | null,
  further: readonly number[],
  marker: Marker,
  kind: Kind | null,
): string[] {
  const name = `“${title.length > 80 ? `${title.slice(0, 79)}…` : title}”`;
  const problems: string[] = [];
  if (kind === null)
    problems.push(
      marker.letter === ''
        ? say(KIND_LETTERS.none, { title: name })
        : say(
            'the letter “{letter}” before {title} is not one of S, K, R and G; kept without a kind.',
            { letter: marker.letter, title: name },
          ),
    );
  if (marker.second !== null) problems.push(say(KIND_LETTERS.two, { title: name }));
  if (year !== null && valid === null)
    problems.push(
      say('the year {year} of {title} cannot be right; left out.', {
        year: String(year),
        title: name,
      }),
    );
  else if (valid === null) {
    const later = /\b(?:1[89]|20)\d{2}\b/.exec(block.text)?.[0];
    problems.push(
      later === undefined
        ? say('no year after the title {title}.', { title: name })
        : say(
            'no year after the title {title} ({year} stands elsewhere in the line and was not taken).',
            { title: name, year: later },
          ),
    );
  }
  if (further.length > 0)
    problems.push(
      say(
        'several years after {title} ({years}); the first is kept, the others stand as further documents.',
        { title: name, years: [year, ...further].join(', ') },
      ),
    );
  return problems.map((words) => atLine(block.number, words));
}
