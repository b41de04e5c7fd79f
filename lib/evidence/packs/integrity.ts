// What a pack's shape cannot say: ids are there once, references lead somewhere, relations hold from both sides.

import { phrase, say } from '../../words/words';
import type { Pack, Relation } from '../model';
import type { Fault, JsonPath } from './json';
import { OWN_PACK } from './model';

type RelationType = Relation['type'];

/** What a relation is called from the other side. */
export const INVERSE: Readonly<Record<RelationType, RelationType>> = {
  'corresponds-to': 'corresponds-to',
  'secondary-of': 'has-secondary',
  'has-secondary': 'secondary-of',
  'earlier-version-of': 'later-version-of',
  'later-version-of': 'earlier-version-of',
  implements: 'implemented-by',
  'implemented-by': 'implements',
  related: 'related',
  'same-document': 'same-document',
  'listed-also-in': 'listed-also-in',
};

/** More than a refusal names. */
const MAX_FAULTS = 100;

type Sort = 'cell' | 'entry' | 'topic' | 'passage' | 'matrix';
const NONE: Readonly<Record<Sort, string>> = {
  cell: phrase('no cell is called “{id}”'),
  entry: phrase('no entry is called “{id}”'),
  topic: phrase('no topic is called “{id}”'),
  passage: phrase('no passage is called “{id}”'),
  matrix: phrase('no matrix is called “{id}”'),
};
type Known = Readonly<Record<Sort, ReadonlySet<string>>>;

/**
 * Every fault found; none means that the pack hangs together. `beside` are the packs that it may refer to, which the
 * shipped one may not. Of an organisation's references only those are faults without which a row has no place;
 * others that lead nowhere are left out and told when the packs are put together.
 */
export function integrityFaults(pack: Pack, beside: readonly Pack[] = []): Fault[] {
  const check = new Check(pack, pack.role === 'shipped' ? [] : beside);
  check.role();
  check.ids();
  check.cells();
  check.entries();
  check.passages();
  check.guidance();
  check.statements();
  check.topics();
  return check.faults;
}

class Check {
  readonly faults: Fault[] = [];
  private readonly known: Known;
  /** Entries of this pack. */
  private readonly own: ReadonlySet<string>;
  private readonly whole: boolean;
  private readonly relations = new Set<string>();

  constructor(
    private readonly pack: Pack,
    private readonly beside: readonly Pack[],
  ) {
    const all = [pack, ...beside];
    const idsOf = (rows: (one: Pack) => readonly { id: string }[]) => {
      const ids = new Set<string>();
      for (const one of all) for (const { id } of rows(one)) ids.add(id);
      return ids;
    };
    this.whole = pack.role === 'shipped';
    this.own = new Set(pack.entries.map(({ id }) => id));
    this.known = {
      matrix: idsOf(({ matrices }) => matrices),
      cell: idsOf(({ cells }) => cells),
      entry: idsOf(({ entries }) => entries),
      passage: idsOf(({ passages }) => passages),
      topic: idsOf(({ vocabulary }) => vocabulary.topics),
    };
    for (const { id, relations } of pack.entries)
      for (const { type, to } of relations) this.relations.add(`${id} ${type} ${to}`);
  }

  role(): void {
    const { role, id, extends: others, matrices } = this.pack;
    if (role === 'shipped') {
      if (others.length > 0) this.fault(['extends'], say('the matrices themselves extend nothing'));
      if (this.pack.vocabulary.additions.length > 0)
        this.fault(
          ['vocabulary', 'additions'],
          say('the matrices’ own topics hold all their words'),
        );
    } else {
      if (others.length === 0)
        this.fault(['extends'], say('it must name the evidence beside which it stands'));
      if (matrices.length > 0)
        this.fault(['matrices'], say('only the matrices’ own evidence may hold these'));
      const held = new Set(this.beside.map((one) => one.id));
      for (const [i, other] of others.entries())
        if (!held.has(other))
          this.fault(['extends', i], say('no evidence called “{id}” is held', { id: other }));
    }
    if ((role === 'own') !== (id === OWN_PACK))
      this.fault(
        ['id'],
        say('“{id}” is the name of what a reader imported, and of nothing else', { id: OWN_PACK }),
      );
  }

  ids(): void {
    const { matrices, cells, entries, passages, guidance, statements, vocabulary } = this.pack;
    this.unique(['matrices'], matrices, 'id');
    this.unique(['cells'], cells, 'id');
    this.unique(['entries'], entries, 'id');
    this.unique(['passages'], passages, 'id');
    this.unique(['guidance'], guidance, 'id');
    this.unique(['statements'], statements, 'topic');
    this.unique(['vocabulary', 'topics'], vocabulary.topics, 'id');
    this.unique(['vocabulary', 'additions'], vocabulary.additions, 'topic');
  }

  cells(): void {
    for (const [i, { id }] of this.pack.cells.entries())
      this.one('matrix', id.split('/')[0] ?? '', () => ['cells', i, 'id']);
  }

  entries(): void {
    for (const [i, entry] of this.pack.entries.entries()) {
      this.all('cell', entry.cells, 'needed', () => ['entries', i, 'cells']);
      this.all('topic', entry.topics, 'extra', () => ['entries', i, 'topics']);
      for (const [j, relation] of entry.relations.entries())
        this.relation(i, j, entry.id, relation);
      if (entry.completeness === 'full' && entry.summary === null)
        this.fault(['entries', i, 'summary'], say('an entry that was read whole needs a summary'));
      if (
        entry.completeness === 'title-only' &&
        (entry.summary ?? entry.findings[0] ?? entry.caution)
      )
        this.fault(
          ['entries', i, 'completeness'],
          say('an entry known by its title only can say nothing more'),
        );
    }
  }

  private relation(i: number, j: number, id: string, { type, to }: Relation): void {
    const at = () => ['entries', i, 'relations', j, 'to'];
    if (to === id) this.fault(at(), say('an entry may not be related to itself'));
    else if (!this.own.has(to)) {
      if (this.whole) this.one('entry', to, at);
    } else if (!this.relations.has(`${to} ${INVERSE[type]} ${id}`))
      this.fault(
        at(),
        say('“{id}” does not name this entry in turn ({relation})', {
          id: to,
          relation: INVERSE[type],
        }),
      );
  }

  passages(): void {
    for (const [i, passage] of this.pack.passages.entries()) {
      this.one('cell', passage.cell, () => ['passages', i, 'cell']);
      this.all('entry', passage.entries, 'extra', () => ['passages', i, 'entries']);
      this.all('topic', passage.topics, 'extra', () => ['passages', i, 'topics']);
    }
  }

  guidance(): void {
    for (const [i, guidance] of this.pack.guidance.entries()) {
      this.all('topic', guidance.topics, 'extra', () => ['guidance', i, 'topics']);
      this.all('entry', guidance.entries, 'extra', () => ['guidance', i, 'entries']);
      if ((guidance.url === null) !== (guidance.urlKind === null))
        this.fault(['guidance', i, 'urlKind'], say('an address and its kind go together'));
    }
  }

  statements(): void {
    for (const [i, { topic, question, basis }] of this.pack.statements.entries()) {
      this.one('topic', topic, () => ['statements', i, 'topic']);
      if (!this.whole) continue;
      if (question?.passage)
        this.one('passage', question.passage, () => ['statements', i, 'question', 'passage']);
      for (const [j, id] of (basis ?? []).entries())
        if (!this.known.entry.has(id)) this.one('passage', id, () => ['statements', i, 'basis', j]);
    }
  }

  topics(): void {
    const { topics, additions } = this.pack.vocabulary;
    for (const [i, topic] of topics.entries()) {
      const at = (field: string) => () => ['vocabulary', 'topics', i, field];
      this.all('cell', topic.cells, 'needed', at('cells'));
      this.all('topic', topic.broader, 'needed', at('broader'));
      this.all('topic', topic.related, 'needed', at('related'));
    }
    for (const [i, { topic }] of additions.entries())
      this.one('topic', topic, () => ['vocabulary', 'additions', i, 'topic']);
  }

  private unique<K extends string>(at: JsonPath, rows: readonly Record<K, string>[], key: K): void {
    const seen = new Set<string>();
    for (const [i, row] of rows.entries()) {
      if (seen.has(row[key]))
        this.fault([...at, i, key], say('“{id}” is there twice', { id: row[key] }));
      seen.add(row[key]);
    }
  }

  /** `extra`: a row stands without it, so in a pack beside others it may lead nowhere. */
  private all(
    sort: Sort,
    ids: readonly string[],
    need: 'needed' | 'extra',
    at: () => JsonPath,
  ): void {
    // Most rows name one or two; a hostile one may name a million.
    const seen = ids.length > 1 ? new Set<string>() : null;
    for (const [i, id] of ids.entries()) {
      if (need === 'needed' || this.whole) this.one(sort, id, () => [...at(), i]);
      if (seen?.has(id)) this.fault([...at(), i], say('“{id}” is there twice', { id }));
      seen?.add(id);
    }
  }

  /** `at` is asked for only where there is something to say: there are many rows and few faults. */
  private one(sort: Sort, id: string, at: () => JsonPath): void {
    if (!this.known[sort].has(id)) this.fault(at(), say(NONE[sort], { id }));
  }

  private fault(path: JsonPath, reason: string): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ path, reason });
  }
}
