// Puts packs together: the shipped one first, each further one beside it. What does not fit gives way and is told.
import { phrase, say } from '../../words/words';
import type { Pack, Relation } from '../model';
import type { HeldCell, HeldEntry, Merged, SourceNames } from '../views';
import { fillCell, fillEntry } from './fill';
import { INVERSE } from './integrity';
import { addWords, type WordProblem } from './layer-words';
import type { Clash } from './model';

export interface MergedPacks {
  readonly merged: Merged;
  /** The first `KEPT`. */
  readonly clashes: readonly Clash[];
  /** How many there are in all. */
  readonly total: number;
  /** Words of packs that may not stand beside those before them, by the id of their pack. */
  readonly words: ReadonlyMap<string, readonly WordProblem[]>;
}

/** Clashes that are listed; a pack of 100,000 entries can clash 100,000 times. */
const KEPT = 500;

/** `packs` are checked ones, the shipped one first, the reader's own last. An earlier pack's row is shown for the same id. */
export function mergePacks(packs: readonly Pack[]): MergedPacks {
  const [shipped, ...others] = packs;
  if (!shipped) throw new Error('there is no pack to put together');
  if (others.length === 0) return { merged: shipped, clashes: [], total: 0, words: new Map() };
  const merge = new Merge(shipped);
  for (const pack of others) merge.add(pack);
  return merge.done();
}

type Sort = 'cell' | 'entry' | 'passage' | 'topic';

/** Title and year by which two entries are the same document. */
function documentOf({ title, year }: Pick<HeldEntry, 'title' | 'year'>): string {
  return `${year} ${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')}`;
}

/** A number that is the same where `documentOf` is: FNV-1a of the title's plain letters and the year. */
function roughly({ title, year }: Pick<HeldEntry, 'title' | 'year'>): number {
  let hash = 0x811c9dc5 ^ (year ?? 0);
  for (let i = 0; i < title.length; i++) {
    const unit = title.charCodeAt(i) | 0x20;
    if (unit >= 0x61 && unit <= 0x7a) hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash;
}

class Merge {
  private readonly clashes: Clash[] = [];
  private total = 0;
  private readonly cells: Map<string, HeldCell>;
  private readonly entries: Map<string, HeldEntry>;
  private readonly passages;
  private readonly guidance;
  private readonly statements;
  private words: Merged['vocabulary'];
  private readonly wordProblems = new Map<string, readonly WordProblem[]>();
  /** By `roughly`; of those that share a number only the first is known, which may leave out a clash but makes none up. */
  private readonly documents: Map<number, HeldEntry>;
  /** Relations to be added to an entry, by its id; `told` are those that it has already. */
  private readonly answers = new Map<string, { told: Set<string>; relations: Relation[] }>();
  private readonly sources: SourceNames = {};

  constructor(private readonly shipped: Pack) {
    const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
      new Map(rows.map((row): [string, T & { from?: string }] => [row.id, row]));
    this.cells = byId<HeldCell>(shipped.cells);
    this.entries = byId<HeldEntry>(shipped.entries);
    this.passages = byId<Merged['passages'][number]>(shipped.passages);
    this.guidance = byId<Merged['guidance'][number]>(shipped.guidance);
    this.statements = new Map<string, Merged['statements'][number]>(
      shipped.statements.map((row) => [row.topic, row]),
    );
    this.words = shipped.vocabulary;
    this.documents = new Map(shipped.entries.map((row) => [roughly(row), row]));
  }

  add(pack: Pack): void {
    const from = pack.id;
    this.sources[from] = { title: pack.title, role: pack.role, revised: pack.revised };
    const words = addWords(this.words, pack);
    this.words = words.vocabulary;
    if (words.problems.length > 0) this.wordProblems.set(from, words.problems);
    for (const clash of words.clashes) this.clash(clash);
    for (const cell of pack.cells) this.cell(cell, pack);
    const whole = new Set(
      pack.cells.filter(({ completeness }) => completeness === 'full').map(({ id }) => id),
    );
    for (const entry of pack.entries) this.entry(entry, pack, whole);
    for (const { id, title, relations } of pack.entries)
      for (const relation of relations) this.answer(id, title, relation, from);
    for (const row of pack.passages) this.row('passage', this.passages, row.id, { ...row, from });
    for (const row of pack.guidance) this.row('guidance', this.guidance, row.id, { ...row, from });
    for (const row of pack.statements)
      this.row('statement', this.statements, row.topic, { ...row, from });
  }

  /** References are looked at last: a pack may name what a later one holds. */
  done(): MergedPacks {
    for (const [id, { relations }] of this.answers) {
      const row = this.entries.get(id);
      if (row) this.entries.set(id, { ...row, relations: [...row.relations, ...relations] });
    }
    const topics = new Set(this.words.topics.map(({ id }) => id));
    const known: Readonly<Record<Sort, { has(id: string): boolean }>> = {
      cell: this.cells,
      entry: this.entries,
      passage: this.passages,
      topic: topics,
    };
    const kept = <T extends { readonly from?: string | undefined }>(
      row: T,
      what: Clash['what'],
      id: string,
      sort: Sort,
      ids: readonly string[],
    ): string[] => {
      if (ids.every((one) => known[sort].has(one))) return ids as string[];
      return ids.filter((one) => {
        const there = known[sort].has(one);
        if (!there) this.missing(row.from ?? this.shipped.id, what, id, sort, one);
        return there;
      });
    };
    for (const [id, row] of this.entries) {
      if (row.from === undefined && row.filled === undefined && row.relations.length === 0)
        continue;
      const held = kept(row, 'entry', id, 'topic', row.topics);
      const to = row.relations.map((relation) => relation.to);
      const related = kept(row, 'entry', id, 'entry', to);
      if (held === row.topics && related === to) continue;
      const there = new Set(related);
      const relations = row.relations.filter((relation) => there.has(relation.to));
      this.entries.set(id, { ...row, topics: held, relations });
    }
    for (const [id, row] of this.passages)
      if (row.from !== undefined)
        this.passages.set(id, {
          ...row,
          topics: kept(row, 'passage', id, 'topic', row.topics),
          entries: kept(row, 'passage', id, 'entry', row.entries),
        });
    for (const [id, row] of this.guidance)
      if (row.from !== undefined)
        this.guidance.set(id, {
          ...row,
          topics: kept(row, 'guidance', id, 'topic', row.topics),
          entries: kept(row, 'guidance', id, 'entry', row.entries),
        });
    for (const [id, row] of this.statements)
      if (row.from !== undefined) this.statements.set(id, this.statement(row, topics));
    for (const [id, row] of this.statements)
      if (row.from !== undefined && !topics.has(row.topic)) this.statements.delete(id);
    this.homeless(known);
    return {
      merged: {
        matrices: this.shipped.matrices,
        cells: [...this.cells.values()],
        entries: [...this.entries.values()],
        passages: [...this.passages.values()],
        guidance: [...this.guidance.values()],
        statements: [...this.statements.values()],
        vocabulary: this.words,
        sources: this.sources,
      },
      clashes: this.clashes,
      total: this.total,
      words: this.wordProblems,
    };
  }

  private cell(cell: HeldCell, { id: from, role }: Pack): void {
    const held = this.cells.get(cell.id);
    if (!held) this.cells.set(cell.id, { ...cell, from });
    else if (role === 'own') this.cells.set(cell.id, fillCell(held, cell, from));
    else this.same('cell', cell.id, from, held.from, say('The cell {id}', { id: cell.id }));
  }

  private entry(entry: HeldEntry, { id: from, role }: Pack, whole: ReadonlySet<string>): void {
    const held = this.entries.get(entry.id);
    if (!held) {
      const rough = roughly(entry);
      const other = this.documents.get(rough);
      if (other && other.from !== from && documentOf(other) === documentOf(entry)) {
        const shown = other.from ?? this.shipped.id;
        this.clash({
          kind: 'same-document',
          from,
          shown,
          what: 'entry',
          id: entry.id,
          reason: say('“{title}” ({year}) is also in {source}, under another id. Both are shown.', {
            title: entry.title,
            year: entry.year === null ? say('year not known') : String(entry.year),
            source: this.name(shown),
          }),
        });
      }
      const row = { ...entry, from };
      if (!other) this.documents.set(rough, row);
      this.entries.set(entry.id, row);
    } else if (role === 'own') {
      const listed = entry.cells.some((cell) => whole.has(cell));
      const { row, differs } = fillEntry(held, entry, from, listed);
      this.entries.set(entry.id, row);
      if (differs.length > 0)
        this.same('entry', entry.id, from, held.from, `“${held.title}” (${differs.join(', ')})`);
    } else this.same('entry', entry.id, from, held.from, `“${entry.title}”`);
  }

  /** What an entry of this pack says of another pack's is also told from there. */
  private answer(id: string, title: string, { type, to }: Relation, from: string): void {
    const other = this.entries.get(to);
    if (!other || other.from === from) return;
    const back = INVERSE[type];
    let answers = this.answers.get(to);
    if (!answers) {
      const told = other.relations.map((relation) => `${relation.type} ${relation.to}`);
      answers = { told: new Set(told), relations: [] };
      this.answers.set(to, answers);
    }
    if (answers.told.has(`${back} ${id}`)) return;
    answers.told.add(`${back} ${id}`);
    answers.relations.push({ type: back, to: id, label: `Named by “${title}”` });
  }

  private row<T extends { readonly from?: string | undefined }>(
    what: 'passage' | 'guidance' | 'statement',
    rows: Map<string, T>,
    id: string,
    row: T,
  ): void {
    const held = rows.get(id);
    if (!held) rows.set(id, row);
    else this.same(what, id, row.from ?? '', held.from, say(NAMES[what], { id }));
  }

  private statement(
    row: Merged['statements'][number],
    topics: ReadonlySet<string>,
  ): Merged['statements'][number] {
    const from = row.from ?? this.shipped.id;
    if (!topics.has(row.topic)) this.missing(from, 'statement', row.topic, 'topic', row.topic);
    const basis = (row.basis ?? []).filter((id) => {
      const there = this.entries.has(id) || this.passages.has(id);
      if (!there) this.missing(from, 'statement', row.topic, 'entry', id);
      return there;
    });
    const passage = row.question?.passage;
    if (row.question && passage && !this.passages.has(passage)) {
      this.missing(from, 'statement', row.topic, 'passage', passage);
      return { ...row, basis, question: { ...row.question, passage: null } };
    }
    return { ...row, basis };
  }

  /** Rows whose cells are all gone, since a pack before them no longer holds these. */
  private homeless(known: Readonly<Record<Sort, { has(id: string): boolean }>>): void {
    for (const [id, { from, cells, title }] of this.entries) {
      if (from === undefined || cells.every((cell) => known.cell.has(cell))) continue;
      const left = cells.filter((cell) => known.cell.has(cell));
      this.missing(from, 'entry', id, 'cell', cells.find((cell) => !known.cell.has(cell)) ?? title);
      const row = this.entries.get(id);
      if (left.length === 0) this.entries.delete(id);
      else if (row) this.entries.set(id, { ...row, cells: left });
    }
    for (const [id, { from, cell }] of this.passages) {
      if (from === undefined || known.cell.has(cell)) continue;
      this.missing(from, 'passage', id, 'cell', cell);
      this.passages.delete(id);
    }
  }

  private same(
    what: Clash['what'],
    id: string,
    from: string,
    held: string | undefined,
    named: string,
  ): void {
    const shown = held ?? this.shipped.id;
    const reason = say('{named} is in {source} and in {shown}, which is shown.', {
      named,
      source: this.name(from),
      shown: this.name(shown),
    });
    this.clash({ kind: 'same-id', from, shown, what, id, reason });
  }

  private missing(from: string, what: Clash['what'], id: string, sort: Sort, to: string): void {
    const reason = say(MISSING[sort], { source: this.name(from), id, to });
    this.clash({ kind: 'missing', from, shown: null, what, id, reason });
  }

  private clash(clash: Clash): void {
    this.total++;
    if (this.clashes.length < KEPT) this.clashes.push(clash);
  }

  private name(pack: string): string {
    return `“${this.sources[pack]?.title ?? this.shipped.title}”`;
  }
}

const NAMES = {
  passage: phrase('The passage {id}'),
  guidance: phrase('The guidance {id}'),
  statement: phrase('What the evidence says of {id}'),
};

const MISSING: Readonly<Record<Sort, string>> = {
  cell: phrase('In {source}, {id} names the cell “{to}”, which no source holds. It is left out.'),
  entry: phrase('In {source}, {id} names the entry “{to}”, which no source holds. It is left out.'),
  passage: phrase(
    'In {source}, {id} names the passage “{to}”, which no source holds. It is left out.',
  ),
  topic: phrase('In {source}, {id} names the topic “{to}”, which no source holds. It is left out.'),
};
