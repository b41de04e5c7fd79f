// Puts the shipped pack together from data/sources/, data/topics/ and data/classes.json; refuses whole, by file and field.
import { loadVocabulary } from '../../vocabulary/load';
import { type Entry, PACK_SCHEMA, type Pack, type Relation } from '../model';
import { INVERSE } from './integrity';
import { pathText } from './json';
import { parsePack } from './pack';
import { faultsOf } from './reasons';
import {
  GuidanceFile,
  MatrixFacts,
  ReadCell,
  type SourceRelation,
  StatementsFile,
} from './sources';

/** Parsed JSON of every file, by its name under `data/`. */
export interface PackSources {
  readonly facts: unknown;
  readonly read: unknown;
  readonly guidance: unknown;
  readonly statements: unknown;
  readonly classes: unknown;
  readonly topics: readonly { readonly file: string; readonly json: unknown }[];
}

interface SourceProblem {
  readonly file: string;
  readonly field: string;
  readonly reason: string;
}

/** `text` is the file to be shipped: the same sources always give the same text. */
export type Assembled =
  | { readonly ok: true; readonly pack: Pack; readonly text: string }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** What the facts hold; a build with other numbers has lost or gained something unnoticed. */
const EXPECTED = { matrices: 2, cells: 50, listed: 161, readCellMain: 15, topics: 38 } as const;

const LICENCE =
  'Own-words summaries and copied bibliographic facts. The matrices and their commentary are by Drug and Alcohol Findings (Effectiveness Bank), whose text is not included.';

export function assemblePack(sources: PackSources): Assembled {
  const problems: SourceProblem[] = [];
  const facts = shaped('sources/matrix-facts.json', MatrixFacts, sources.facts, problems);
  const read = shaped('sources/drug-E4.json', ReadCell, sources.read, problems);
  const guidance = shaped('sources/guidance.json', GuidanceFile, sources.guidance, problems);
  const said = shaped('sources/statements.json', StatementsFile, sources.statements, problems);
  // By name: a sense that stands for every topic lists them in the order in which they come.
  const topics = [...sources.topics].sort((a, b) => (a.file < b.file ? -1 : 1));
  const loaded = loadVocabulary({ classes: sources.classes, topics });
  if (!loaded.ok)
    for (const { file, form, reason } of loaded.problems)
      problems.push({ file: vocabularyFile(file), field: form ?? '', reason });
  if (!facts || !read || !guidance || !said || !loaded.ok) return { ok: false, problems };

  const entries = [...listedEntries(facts), ...readEntries(read)];
  relate(entries, [...read.relations, ...sameDocument(facts, entries)], problems);
  const order = new Map(facts.cells.map(({ id }, i) => [id, i]));
  const rank = (entry: Entry) => order.get(entry.cells[0] ?? '') ?? 0;
  entries.sort((a, b) => rank(a) - rank(b));
  const topicOrder = said.statements.map(({ topic }) => topic);
  const pack: Pack = {
    schema: PACK_SCHEMA,
    role: 'shipped',
    id: 'findings-matrices',
    extends: [],
    title: 'Drug and Alcohol Findings treatment matrices',
    version: '1.0.0',
    language: 'en',
    licence: LICENCE,
    revised: facts.retrieved,
    matrices: facts.matrices,
    cells: facts.cells.map(({ entries: _entries, ...cell }) => cell),
    entries,
    passages: read.passages.map(({ slug, ...passage }, i) => ({
      id: `${read.cell}/passage/${slug}`,
      cell: read.cell,
      order: i + 1,
      ...passage,
    })),
    guidance: guidance.guidance,
    statements: said.statements.flatMap(({ says, ...rest }) =>
      says === null ? [] : [{ ...rest, says }],
    ),
    vocabulary: {
      classes: loaded.vocabulary.classes,
      topics: [...loaded.vocabulary.topics].sort(
        (a, b) => topicOrder.indexOf(a.id) - topicOrder.indexOf(b.id),
      ),
      additions: [],
    },
  };
  problems.push(...countProblems(pack, read.cell, topicOrder));
  const text = `${JSON.stringify(pack, null, 1)}\n`;
  const parsed = parsePack(text);
  if (!parsed.ok)
    for (const { path, reason } of parsed.problems)
      problems.push({ file: 'pack.json', field: named(pack, path), reason });
  return problems.length > 0 || !parsed.ok
    ? { ok: false, problems }
    : { ok: true, pack: parsed.pack, text };
}

interface Shape<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: Parameters<typeof faultsOf>[0] };
}

function shaped<T>(file: string, shape: Shape<T>, value: unknown, problems: SourceProblem[]) {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, reason } of faultsOf(parsed.error))
    problems.push({ file, field: pathText(path), reason });
  return null;
}

function vocabularyFile(file: string): string {
  return file === 'classes.json' ? file : `topics/${file}`;
}

function listedEntries(facts: MatrixFacts): Entry[] {
  return facts.cells.flatMap((cell) =>
    cell.entries.map(({ source, ...listed }, i) => ({
      ...listed,
      cells: [cell.id],
      kindInferred: false,
      role: 'main' as const,
      order: i + 1,
      summary: null,
      findings: [],
      caution: null,
      links: [],
      citation: null,
      relations: [],
      completeness: 'title-only' as const,
      source: source ?? cell.source,
    })),
  );
}

function readEntries({ cell, entries }: ReadCell): Entry[] {
  let order = 0;
  return entries.map(({ slug, kindInferred, ...entry }) => ({
    id: `${cell}/${slug}`,
    cells: [cell],
    kindInferred: kindInferred ?? false,
    order: entry.role === 'main' ? ++order : null,
    relations: [],
    completeness: 'full' as const,
    edition: 'latest' as const,
    ...entry,
  }));
}

/** Each pair of a group is the same document: under the same title, or under another. */
function sameDocument({ same }: MatrixFacts, entries: readonly Entry[]): SourceRelation[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return same.flatMap(({ entries: ids, because }) =>
    ids.flatMap((from, i) =>
      ids.slice(i + 1).map((to): SourceRelation => {
        const equal = byId.get(from)?.title === byId.get(to)?.title;
        const words = (id: string) =>
          `Same document, in ${byId.get(id)?.cells[0]?.replace('/', ' cell ') ?? id}${equal ? '' : ` under another title: ${because}`}`;
        return {
          from,
          to,
          type: equal ? 'listed-also-in' : 'same-document',
          label: words(to),
          back: words(from),
        };
      }),
    ),
  );
}

function relate(
  entries: readonly Entry[],
  relations: readonly SourceRelation[],
  problems: SourceProblem[],
): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const add = (id: string, relation: Relation) => {
    const entry = byId.get(id);
    if (entry) entry.relations.push(relation);
    else
      problems.push({ file: 'sources', field: 'relations', reason: `no entry is called “${id}”` });
  };
  for (const { from, type, to, label, back } of relations) {
    add(from, { type, to, label });
    add(to, { type: INVERSE[type], to: from, label: back });
  }
}

function countProblems(pack: Pack, readCell: string, topics: readonly string[]): SourceProblem[] {
  const main = pack.entries.filter(({ role }) => role === 'main');
  const counts: [string, number, number][] = [
    ['matrices', pack.matrices.length, EXPECTED.matrices],
    ['cells', pack.cells.length, EXPECTED.cells],
    ['entries with a line of their own', main.length, EXPECTED.listed],
    [
      `such entries of ${readCell}`,
      main.filter(({ cells }) => cells.includes(readCell)).length,
      EXPECTED.readCellMain,
    ],
    ['topics', pack.vocabulary.topics.length, EXPECTED.topics],
  ];
  const problems = counts
    .filter(([, found, expected]) => found !== expected)
    .map(([what, found, expected]) => ({
      file: 'pack.json',
      field: what,
      reason: `${found} instead of ${expected}`,
    }));
  for (const { id } of pack.vocabulary.topics)
    if (!topics.includes(id))
      problems.push({
        file: 'sources/statements.json',
        field: id,
        reason: 'the topic has no record',
      });
  return problems;
}

/** `entries[3].year` → `entries[3].year (drug/E4/…)`, so that the source can be found. */
function named(pack: Pack, path: string): string {
  const at = /^entries\[(\d+)\]/.exec(path)?.[1];
  const id = at === undefined ? undefined : pack.entries[Number(at)]?.id;
  return id === undefined ? path : `${path} (${id})`;
}
