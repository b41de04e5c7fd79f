// What a pack's shape cannot say: ids are there once, references lead somewhere, relations hold from both sides.

import type { Pack, Relation } from '../model';
import type { Fault, JsonPath } from './json';

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

/** Every fault found; none means that the pack hangs together. */
export function integrityFaults(pack: Pack): Fault[] {
  const check = new Check(pack);
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
  private readonly known: Readonly<
    Record<'cell' | 'entry' | 'topic' | 'passage' | 'matrix', ReadonlySet<string>>
  >;
  private readonly relations = new Set<string>();

  constructor(private readonly pack: Pack) {
    const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
    this.known = {
      matrix: idsOf(pack.matrices),
      cell: idsOf(pack.cells),
      entry: idsOf(pack.entries),
      passage: idsOf(pack.passages),
      topic: idsOf(pack.vocabulary.topics),
    };
    for (const { id, relations } of pack.entries)
      for (const { type, to } of relations) this.relations.add(`${id} ${type} ${to}`);
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
  }

  cells(): void {
    for (const [i, cell] of this.pack.cells.entries())
      this.one(['cells', i, 'id'], 'matrix', cell.id.split('/')[0] ?? '');
  }

  entries(): void {
    for (const [i, entry] of this.pack.entries.entries()) {
      const at: JsonPath = ['entries', i];
      this.all([...at, 'cells'], 'cell', entry.cells);
      this.all([...at, 'topics'], 'topic', entry.topics);
      for (const [j, { type, to }] of entry.relations.entries()) {
        const here = [...at, 'relations', j, 'to'];
        if (to === entry.id) this.say(here, 'an entry may not be related to itself');
        else if (
          this.one(here, 'entry', to) &&
          !this.relations.has(`${to} ${INVERSE[type]} ${entry.id}`)
        )
          this.say(here, `“${to}” does not name this entry in turn (${INVERSE[type]})`);
      }
      if (entry.completeness === 'full' && entry.summary === null)
        this.say([...at, 'summary'], 'an entry that was read whole needs a summary');
      if (
        entry.completeness === 'title-only' &&
        (entry.summary ?? entry.findings[0] ?? entry.caution)
      )
        this.say([...at, 'completeness'], 'an entry known by its title only can say nothing more');
    }
  }

  passages(): void {
    for (const [i, passage] of this.pack.passages.entries()) {
      const at: JsonPath = ['passages', i];
      this.one([...at, 'cell'], 'cell', passage.cell);
      this.all([...at, 'entries'], 'entry', passage.entries);
      this.all([...at, 'topics'], 'topic', passage.topics);
    }
  }

  guidance(): void {
    for (const [i, guidance] of this.pack.guidance.entries()) {
      const at: JsonPath = ['guidance', i];
      this.all([...at, 'topics'], 'topic', guidance.topics);
      this.all([...at, 'entries'], 'entry', guidance.entries);
      if ((guidance.url === null) !== (guidance.urlKind === null))
        this.say([...at, 'urlKind'], 'an address and its kind go together');
    }
  }

  statements(): void {
    for (const [i, { topic, question, basis }] of this.pack.statements.entries()) {
      const at: JsonPath = ['statements', i];
      this.one([...at, 'topic'], 'topic', topic);
      if (question?.passage) this.one([...at, 'question', 'passage'], 'passage', question.passage);
      for (const [j, id] of (basis ?? []).entries())
        if (!this.known.entry.has(id)) this.one([...at, 'basis', j], 'passage', id);
    }
  }

  topics(): void {
    for (const [i, topic] of this.pack.vocabulary.topics.entries()) {
      const at: JsonPath = ['vocabulary', 'topics', i];
      this.all([...at, 'cells'], 'cell', topic.cells);
      this.all([...at, 'broader'], 'topic', topic.broader);
      this.all([...at, 'related'], 'topic', topic.related);
    }
  }

  private unique<K extends string>(at: JsonPath, rows: readonly Record<K, string>[], key: K): void {
    const seen = new Set<string>();
    for (const [i, row] of rows.entries()) {
      if (seen.has(row[key])) this.say([...at, i, key], `“${row[key]}” is there twice`);
      seen.add(row[key]);
    }
  }

  private all(at: JsonPath, what: keyof typeof this.known, ids: readonly string[]): void {
    const seen = new Set<string>();
    for (const [i, id] of ids.entries()) {
      this.one([...at, i], what, id);
      if (seen.has(id)) this.say([...at, i], `“${id}” is there twice`);
      seen.add(id);
    }
  }

  private one(at: JsonPath, what: keyof typeof this.known, id: string): boolean {
    if (this.known[what].has(id)) return true;
    this.say(at, `no ${what} is called “${id}”`);
    return false;
  }

  private say(path: JsonPath, reason: string): void {
    this.faults.push({ path, reason });
  }
}
