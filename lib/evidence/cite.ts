// References and a ready paragraph to paste into a paper, as plain text and as HTML for Word. Pure: no clipboard here.
import type { Entry, Guidance, Passage } from './model';
import type { TopicEvidence } from './views';
import { KIND_WORDS, MONTHS } from './words';

/** One thing to paste: browsers put both forms on the clipboard, and the target takes the one it knows. */
export interface Copied {
  readonly text: string;
  readonly html: string;
}

/** When and beside which words the reader copied. */
export interface CopyContext {
  /** Day of copying, `2026-11-24`. */
  readonly day: string;
}

const SOURCE = 'Drug and Alcohol Findings (Effectiveness Bank)';

/**
 * An entry as a reference. Where the publication is known for sure, it is cited; where it is likely,
 * the matrix's line is cited and the publication named as probable; else only the line is cited.
 */
export function citeEntry(entry: Entry): string {
  const { citation } = entry;
  if (!citation) return `${listed(entry)} The original publication is not known here.`;
  const publication = [
    `${authors(citation.authors)} (${yearWords(citation.year)}). ${sentence(citation.title)}`,
    ...containerOf(citation.authors, citation.container, citation.locator),
    ...(citation.doi ? [`https://doi.org/${citation.doi}`] : []),
  ].join(' ');
  return citation.confidence === 'confirmed'
    ? publication
    : `${listed(entry)} Probably: ${publication}`;
}

/** A piece of newer guidance as a reference. */
export function citeGuidance({ title, publisher, year, nation, url }: Guidance): string {
  const address = url === null ? '' : ` ${url}`;
  return `${publisher} (${yearWords(year)}). ${sentence(title)} ${nation}.${address}`;
}

/** A part of a cell's commentary as a reference. */
export function citePassage({ cell, heading }: Passage): string {
  return `${SOURCE}. ${sentence(heading)} Commentary on ${cellWords(cell)}.`;
}

/**
 * What the evidence says of a topic, with the sources that it rests on and how old it is. Where no
 * statement is held it says so and lists what is held, up to `LISTED` entries.
 */
export function copyTopic(evidence: TopicEvidence, { day }: CopyContext): Copied {
  const { topic, statement, entries, guidance, revised } = evidence;
  const sources = sourcesOf(evidence);
  const marks = sources.length === 0 ? '' : ` [${range(sources.length)}]`;
  const lead = statement?.lead ? `${statement.lead}. ` : '';
  const body = statement
    ? `${lead}${statement.says}${marks}`
    : entries.length === 0
      ? 'The treatment matrices as held here have no entry on this topic. That is no sign that it does or does not work.'
      : `Only titles are held on this topic, so nothing is said here about what they found.${marks}`;
  const newer = guidance[0];
  const unlisted = statement ? 0 : (evidence.total ?? entries.length) - sources.length;
  const notes = [
    ...(unlisted > 0 ? [`${unlisted} more entries are not listed here.`] : []),
    ...(newer ? [`Newer guidance: ${citeGuidance(newer)}`] : []),
    `${SOURCE}, treatment matrices: ${topic.cells.map(shortCell).join(', ')}${
      revised ? `; main cell last revised ${longDay(revised)}` : '; date of revision not known'
    }. Summary in own words, copied ${longDay(day)}.`,
  ];
  const numbered = sources.map((source, i) => `${i + 1}. ${source}`);
  return {
    text: [
      `${topic.label}: ${body}`,
      ...(numbered.length > 0 ? [numbered.join('\n')] : []),
      notes.join('\n'),
    ].join('\n\n'),
    html: [
      `<p><b>${escaped(topic.label)}:</b> ${escaped(body)}</p>`,
      ...(sources.length > 0
        ? [`<ol>${sources.map((source) => `<li>${linked(source)}</li>`).join('')}</ol>`]
        : []),
      ...notes.map((note) => `<p>${linked(note)}</p>`),
    ].join(''),
  };
}

/** Ids of the entries that the copied text of a topic cites. */
export function citedBy(evidence: TopicEvidence): string[] {
  return basisOf(evidence).flatMap((source) => ('heading' in source ? [] : [source.id]));
}

/** Titles listed where there is no statement; a paper needs no more. */
const LISTED = 8;

/** What the statement rests on; without a statement, the best entries. */
function sourcesOf(evidence: TopicEvidence): string[] {
  return basisOf(evidence).map((source) =>
    'heading' in source ? citePassage(source) : citeEntry(source),
  );
}

function basisOf({ statement, entries, passages }: TopicEvidence): (Entry | Passage)[] {
  if (!statement) return entries.slice(0, LISTED);
  return (statement.basis ?? []).flatMap(
    (id) => entries.find((one) => one.id === id) ?? passages.find((one) => one.id === id) ?? [],
  );
}

/** The matrix's own line as a reference. */
function listed({ title, kind, country, nation, year, cells, role }: Entry): string {
  const place = nation ?? country;
  const facts = [
    ...(kind ? [KIND_WORDS[kind].toLowerCase()] : []),
    ...(place ? [place] : []),
    yearWords(year),
  ].join(', ');
  const where = cells.map(cellWords).join(' and ');
  const how = role === 'commentary' ? 'named in the commentary on' : 'listed in';
  return `“${title}” (${facts}), ${how} ${where}, ${SOURCE}.`;
}

function authors(names: readonly string[]): string {
  if (names.length === 0) return 'Author not known';
  const shown = names.length > 4 ? [...names.slice(0, 3), 'et al.'] : names;
  return shown.join(', ');
}

/** Journal and place in it; a publisher that is also the author is not said twice. */
function containerOf(
  names: readonly string[],
  container: string | null,
  locator: string | null,
): string[] {
  const parts = [
    ...(container && !names.includes(container) ? [container] : []),
    ...(locator ? [locator] : []),
  ];
  return parts.length === 0 ? [] : [sentence(parts.join(', '))];
}

function yearWords(year: number | null): string {
  return year === null ? 'year not known' : String(year);
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** `drug/E4` → "drug treatment matrix cell E4". */
function cellWords(cell: string): string {
  return cell.replace(/^(\w+)\/(\w+)$/, '$1 treatment matrix cell $2');
}

function shortCell(cell: string): string {
  return cell.replace('/', ' ');
}

function range(n: number): string {
  return n < 3 ? [1, 2].slice(0, n).join(', ') : `1–${n}`;
}

/** `2018-07-17` → "17 July 2018". */
function longDay(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Escaped, with web addresses made into links. Addresses hold no quotes or brackets (see the model). */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, i) => {
      const safe = escaped(part);
      return i % 2 === 1 ? `<a href="${safe}">${safe}</a>` : safe;
    })
    .join('');
}
