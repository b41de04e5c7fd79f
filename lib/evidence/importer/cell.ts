// The importer of matrix cells: text, Markdown or a saved page in; entries, passages and what is doubtful out.
import { counted, say } from '../../words/words';
import { blocksOf } from './blocks';
import { headerOf } from './header';
import type {
  ImportedCell,
  ImportedEntry,
  ImportedPassage,
  ImportedRelation,
  Source,
} from './model';
import { mentionsIn } from './passages';
import { PassageWords, pointedAt } from './pointers';
import { atLine, lineOf } from './problems';
import { type HtmlParser, readHtml } from './read-html';
import { readText } from './read-text';
import { type References, referencesIn } from './references';
import { resolveList } from './resolve';
import { type Sections, sectionsOf } from './sections';

/** A cell holds about a dozen entries; beyond this many the references between them are not followed. */
const MAX_FOLLOWED = 400;
const MAX_PROBLEMS = 200;
/** Headings of the sections that a pointer may name without naming the passage. */
const SECTIONS = {
  issue: 'Issues to consider and discuss',
  highlighted: 'Highlighted study',
  start: 'Where should I start?',
  about: 'What is this cell about?',
  none: null,
} as const;

/** Reads a cell given as plain text or Markdown. `hints`: file name or address, most telling first. Never throws. */
export function importText(text: string, hints: readonly string[] = []): ImportedCell {
  return importSource(readText(text, hints));
}

/** Reads a cell given as a saved page. The parser only parses: no script runs and nothing is fetched. */
export function importHtml(
  html: string,
  parser: HtmlParser,
  hints: readonly string[] = [],
): ImportedCell {
  return importSource(readHtml(html, parser, hints));
}

/** Whether a file's text is a page and not text. */
export function looksLikeHtml(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div)\b/i.test(
    text.slice(0, 4000),
  );
}

function importSource({ lines, hints, problems }: Source): ImportedCell {
  const blocks = blocksOf(lines);
  const { misdated, ...header } = headerOf(blocks, hints);
  const sections = sectionsOf(blocks);
  const { entries, legend } = sections;
  const isCell = entries.length > 0 || legend;
  const found = [...problems, ...header.problems, ...sections.problems];
  if (!isCell) found.unshift(say('No entries were found: this does not look like a matrix cell.'));
  else if (entries.length === 0) found.unshift(say('No entries were found under the legend.'));
  if (entries.length > 0 && header.revised === null && !misdated)
    found.push(say('No date of revision was found.'));
  const follow = entries.length <= MAX_FOLLOWED && sections.passages.length <= MAX_FOLLOWED;
  if (!follow)
    found.push(
      say(
        'This holds {count} entries, more than one cell does; references between them were not followed.',
        { count: String(entries.length) },
      ),
    );
  const followed = follow ? followAll(sections, header.id) : nothingFollowed(sections);
  found.push(...followed.problems);
  return {
    ...header,
    legend,
    entries: entries.map(
      (entry, i): ImportedEntry => ({
        line: entry.line,
        kind: entry.kind,
        title: entry.title,
        year: entry.year,
        country: entry.place?.country ?? null,
        nation: entry.nation,
        publisher: entry.publisher,
        href: entry.href === '#' ? null : entry.href,
        text: entry.body.text,
        secondary: entry.secondary,
        relations: followed.relations[i] ?? [],
      }),
    ),
    passages: sections.passages.map(
      ({ line, heading, kind, blocks }, i): ImportedPassage => ({
        line,
        heading,
        kind,
        paragraphs: blocks.filter(({ folded }) => !folded).map(({ text }) => text),
        more: blocks.filter(({ folded }) => folded).map(({ text }) => text),
        entries: followed.passages[i] ?? [],
      }),
    ),
    problems: limited(found),
  };
}

interface Followed {
  readonly relations: readonly (readonly ImportedRelation[])[];
  readonly passages: readonly (readonly number[])[];
  readonly problems: readonly string[];
}

function nothingFollowed({ entries, passages }: Sections): Followed {
  return { relations: entries.map(() => []), passages: passages.map(() => []), problems: [] };
}

function followAll({ entries, passages, places }: Sections, id: string | null): Followed {
  const references = entries.map(({ body }) => referencesIn(body));
  const listed = resolveList(entries, references, places, id);
  const mentions = mentionsIn(passages, entries, places, id);
  const discussed = mentions.entries.map((set) => new Set(set));
  const problems = [...listed.problems, ...mentions.problems];
  const matcher = new PassageWords(passages);
  const matrix = id === null ? null : id.startsWith('drug') ? 'drug' : 'alcohol';
  const relations = entries.map((entry, at) => {
    const mine = (listed.relations[at] ?? []).map((relation): ImportedRelation => {
      const { target } = relation;
      return target.kind === 'cell' && target.matrix === null
        ? { ...relation, target: { ...target, matrix } }
        : relation;
    });
    for (const pointer of references[at]?.pointers ?? []) {
      const pointed = pointedAt(
        at,
        entry,
        pointer,
        passages,
        mentions.entries,
        places,
        id,
        matcher,
      );
      if (passages.length > 0)
        problems.push(...pointerProblems(entry.line, pointer.count, pointed, passages));
      const section = pointed === null ? SECTIONS[pointer.section ?? 'none'] : null;
      if (section)
        mine.push({
          type: 'discussed-in',
          target: { kind: 'section', heading: section },
          words: pointer.words,
        });
      for (const index of pointed?.passages ?? []) {
        discussed[index]?.add(at);
        if (!mine.some(({ target }) => target.kind === 'passage' && target.index === index))
          mine.push({
            type: 'discussed-in',
            target: { kind: 'passage', index },
            words: pointer.words,
          });
      }
    }
    return mine;
  });
  if (passages.length === 0) problems.push(...noCommentary(references));
  return {
    relations,
    passages: discussed.map((set) => [...set].sort((a, b) => a - b)),
    problems,
  };
}

function pointerProblems(
  line: number,
  count: number,
  pointed: ReturnType<typeof pointedAt>,
  passages: Sections['passages'],
): string[] {
  if (pointed === null)
    return [
      atLine(
        line,
        say('it points to a discussion, but not in words that tell under which heading.'),
      ),
    ];
  const names = (at: readonly number[]) =>
    at
      .map((i) => `“${passages[i]?.heading ?? ''}”`)
      .reduce((a, b) => (a === '' ? b : say('{a} and {b}', { a, b })), '');
  const problems = pointed.guessed.map((i) =>
    atLine(
      line,
      say(
        'it points to a discussion without naming the heading; {heading} fits best by its words. Check.',
        { heading: names([i]) },
      ),
    ),
  );
  if (pointed.passages.length < count)
    problems.push(
      atLine(
        line,
        say('it points to {count} discussions; only {headings} could be told.', {
          count,
          headings: names(pointed.passages),
        }),
      ),
    );
  return problems;
}

function noCommentary(references: readonly References[]): string[] {
  const pointing = references.filter(({ pointers }) => pointers.length > 0).length;
  if (pointing === 0) return [];
  return [
    counted(
      pointing,
      '{count} entry points to a discussion, but there is no commentary in this file.',
      '{count} entries point to a discussion, but there is no commentary in this file.',
    ),
  ];
}

/** The first problems in the order of the lines, each once; the rest are counted. */
function limited(problems: readonly string[]): string[] {
  const all = [...new Set(problems)].sort((a, b) => lineOf(a) - lineOf(b));
  if (all.length <= MAX_PROBLEMS) return all;
  return [
    ...all.slice(0, MAX_PROBLEMS),
    counted(
      all.length - MAX_PROBLEMS,
      '{count} more problem is not listed.',
      '{count} more problems are not listed.',
    ),
  ];
}
