// Finds in a line what it refers to: other entries "above" and "below", other cells, passages of the commentary.
import type { Kind } from '../model';
import { cellOfAddress } from './addresses';
import { type Place, placesIn } from './countries';
import type { Line, Link, RelationType } from './model';
import { kindsNamed } from './nouns';
import { sentencesOf } from './words';

/** A document of the same list, described in words. */
export interface ListReference {
  readonly type: RelationType;
  readonly direction: 'above' | 'below';
  /** Kinds that the words allow; empty where they name none. Several groups: one document of each is meant. */
  readonly kinds: readonly (readonly Kind[])[];
  readonly places: readonly Place[];
  readonly plural: boolean;
  readonly words: string;
  readonly links: readonly Link[];
}

interface CellReference {
  readonly type: RelationType;
  readonly matrix: 'drug' | 'alcohol' | null;
  readonly code: string;
  readonly words: string;
}

/** "For discussion click here": a passage of the commentary. */
export interface Pointer {
  /** How many passages the words lead to. */
  readonly count: number;
  /** Heading of the section, where the words name it. */
  readonly section: 'issue' | 'highlighted' | 'start' | 'about' | null;
  readonly words: string;
  readonly links: readonly Link[];
}

export interface References {
  readonly list: readonly ListReference[];
  readonly cells: readonly CellReference[];
  readonly pointers: readonly Pointer[];
}

const PLURAL =
  /\b(?:studies|trials|experiments|evaluations|reviews|guidelines|documents|reports|messages)\b/i;
const CUE =
  /\b(?:correspond\w*|related|similar|same|see|implement\w*|listed|stud(?:y|ies)|trials?|reviews?|guidance|guidelines?|versions?|editions?|updated?|messages?|findings|analys[ei]s|evaluations?|reports?|documents?|entr(?:y|ies)|also|the)\b/i;
const ENDS_WELL = /^[’'”"]?\s*(?:[.,;:)\]]|$|from\b|for\b|and\b|\(|on\b|in this|of the)/i;
const NOT_A_PLACE =
  /(?:\d|\b(?:and|or|over|just|well|far|fall\w*|fell|rise|rose|slightly|years?|average|par))\s+$/i;
const DISCUSS = /\bdiscuss(?:ions?|ed|es)?\b/i;
const POINTS =
  /\b(?:click|highlighted|scroll|bites?|commentary|issues section|unfold)\b|\bdiscuss\w*\s+(?:further\s+)?(?:here|above|below)\b/i;
const CELLS =
  /\bcells?\s+([A-E][1-5])\b((?:\s*(?:,|and|or|&|\/|[’'`]s)\s*(?:and\s+|bite\s*)?[A-E][1-5]\b)*)/g;

/** Longer stretches without a full stop are no sentences; reading on in them would cost the square of their length. */
const MAX_SENTENCE = 4000;

export function referencesIn(body: Line): References {
  const list: ListReference[] = [];
  const cells: CellReference[] = [];
  const pointers: Pointer[] = [];
  let next = 0;
  for (const sentence of sentencesOf(body.text)) {
    if (sentence.text.length > MAX_SENTENCE) continue;
    const end = sentence.start + sentence.text.length;
    const links: Link[] = [];
    for (; (body.links[next]?.start ?? end) < end; next++) {
      const link = body.links[next];
      if (!link || link.end > end) continue;
      links.push({ ...link, start: link.start - sentence.start, end: link.end - sentence.start });
    }
    const found = cellsIn(sentence.text, links);
    cells.push(...found);
    if (DISCUSS.test(sentence.text) && POINTS.test(sentence.text)) {
      if (found.length === 0 || /\bclick\b/i.test(sentence.text))
        pointers.push(pointerIn(sentence.text, links));
      // A sentence that sends the reader to the commentary may still name documents of the list before that.
      if (!/\bdiscuss\w*\s+(?:further\s+)?(?:above|below)\b/i.test(sentence.text))
        list.push(...listIn(sentence.text, links));
      continue;
    }
    list.push(...listIn(sentence.text, links));
  }
  return { list, cells, pointers };
}

function cellsIn(sentence: string, links: readonly Link[]): CellReference[] {
  const type: RelationType = /\bdiscuss|\bbite|\bcommentary|\bexplored|\bdescribed/i.test(sentence)
    ? 'discussed-in'
    : /\b(?:also )?listed|\balso (?:in|appears)/i.test(sentence)
      ? 'listed-also-in'
      : 'related';
  const said = /\balcohol (?:treatment )?matrix|\balcohol cell/i.test(sentence)
    ? 'alcohol'
    : /\bdrugs? (?:treatment )?matrix|\bdrugs? cell/i.test(sentence)
      ? 'drug'
      : null;
  const found = new Map<string, CellReference>();
  for (const { href, start, end } of links) {
    const cell =
      href.includes('#') && !/cell/i.test(sentence.slice(start, end)) ? null : cellOfAddress(href);
    if (cell) found.set(cell.code, { type, ...pick(cell), words: sentence });
  }
  for (const match of sentence.matchAll(CELLS))
    for (const [code] of match[0].matchAll(/[A-E][1-5]/g))
      if (!found.has(code)) found.set(code, { type, matrix: said, code, words: sentence });
  return [...found.values()];
}

function pick({ matrix, code }: { matrix: 'drug' | 'alcohol'; code: string }) {
  return { matrix, code };
}

function pointerIn(sentence: string, links: readonly Link[]): Pointer {
  const here = links.filter(({ start, end }) =>
    /^(?:click|here|click here|this)$/i.test(sentence.slice(start, end).trim()),
  );
  const said = sentence.match(/\bhere\b/gi)?.length ?? 0;
  const plural = /\bdiscussions\b/i.test(sentence) ? 2 : 1;
  const section = /\bissues?\b/i.test(sentence)
    ? 'issue'
    : /\bhighlighted (?:study|review)\b/i.test(sentence)
      ? 'highlighted'
      : /\bwhere should I start/i.test(sentence)
        ? 'start'
        : /\bwhat is this cell/i.test(sentence)
          ? 'about'
          : null;
  return { count: Math.max(here.length, said, plural), section, words: sentence, links: here };
}

function listIn(sentence: string, links: readonly Link[]): ListReference[] {
  const found: ListReference[] = [];
  let from = 0;
  for (const match of sentence.matchAll(/\b(above|below)\b/gi)) {
    const at = match.index;
    const end = at + match[0].length;
    const before = sentence.slice(from, at);
    const inLink = links.some(
      (link) => link.start <= at && link.end >= end && link.end - link.start <= 60,
    );
    if (
      !inLink &&
      (!CUE.test(before) ||
        !ENDS_WELL.test(sentence.slice(end, end + 12)) ||
        NOT_A_PLACE.test(before))
    )
      continue;
    found.push(reference(sentence, before, from, at, end, links));
    from = end;
  }
  return found;
}

/** Reads the words around "above" or "below" that say which document is meant. */
function reference(
  sentence: string,
  before: string,
  from: number,
  at: number,
  end: number,
  links: readonly Link[],
): ListReference {
  const bracket = before.lastIndexOf('(');
  const bracketed = bracket > before.lastIndexOf(')');
  const clause = bracketed
    ? before.slice(bracket + 1)
    : (before.split(/[;)]|,\s(?=and see|see|also)/).at(-1) ?? '');
  // "reviews (1; below)": the noun stands before the bracket. "(see above)": the sentence gives no noun.
  const noun = bracketed ? (/(?:\S+\s+)?\S+\s*$/.exec(before.slice(0, bracket))?.[0] ?? '') : '';
  const after = /^\s*(?:from|for|on)\b[^.;]{0,80}/i.exec(sentence.slice(end))?.[0] ?? '';
  const own = `${noun} ${clause} ${after}`;
  const kinds = kindsNamed(own.replace(/\bimplementation (?=guid)/i, ''));
  const start = from + before.length - clause.length;
  return {
    type: typeOf(clause.trim() === '' ? before : clause),
    direction: sentence.slice(at, end).toLowerCase() === 'above' ? 'above' : 'below',
    kinds,
    places: placesIn(own),
    plural: PLURAL.test(own),
    words: sentence.slice(bracketed ? from : start, end + after.length).trim(),
    links: links.filter((link) => link.start >= start && link.end <= end + after.length),
  };
}

function typeOf(words: string): RelationType {
  if (/\bcorrespond/i.test(words)) return 'corresponds-to';
  if (/\bimplementation\b|\bguid\w+ on (?:how to )?implement/i.test(words)) return 'implemented-by';
  if (/\bimplement(?:s|ing)\b/i.test(words)) return 'implements';
  if (
    /\b(?:updated (?:by|in|version)|superseded|newer (?:version|edition)|later (?:version|edition)|replaced by)\b/i.test(
      words,
    )
  )
    return 'earlier-version-of';
  if (
    /\b(?:updates?(?: of| to)?|supersedes|earlier (?:version|edition)|previous (?:version|edition)|replaces)\b/i.test(
      words,
    )
  )
    return 'later-version-of';
  if (/\bsame (?:study|trial|document|report|review)\b/i.test(words)) return 'same-document';
  return 'related';
}
