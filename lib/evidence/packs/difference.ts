// What another version of a pack would change: rows added, changed field by field, and removed.
import type { Pack } from '../model';
import type { CitedRow } from '../rows';
import { changesOf, type Fields, fieldsOf } from './fields';
import {
  type Changed,
  type CitedChange,
  type Difference,
  LISTED,
  type Named,
  type RowDifference,
} from './model';

/** A pack before and after; null where it was not held, or would no longer be. */
export interface Step {
  readonly before: Pack | null;
  readonly after: Pack | null;
}

/** Over all steps together. `cited` are the entries whose references the reader copied. */
export function differenceOf(steps: readonly Step[], cited: readonly CitedRow[]): Difference {
  const rows = <T extends object>(
    of: (pack: Pack) => readonly T[],
    id: (row: T) => string,
    title: (row: T) => string,
    fields: (row: T) => Fields = (row) => fieldsOf(row, ['id']),
  ): RowDifference => {
    const tally = new Tally();
    for (const { before, after } of steps)
      tally.compare(
        (before ? of(before) : []).map((row) => new Row(row, id(row), title(row), fields)),
        (after ? of(after) : []).map((row) => new Row(row, id(row), title(row), fields)),
      );
    return tally.done();
  };
  return {
    cells: rows(
      ({ cells }) => cells,
      byId,
      ({ title }) => title,
    ),
    entries: rows(
      ({ entries }) => entries,
      byId,
      ({ title }) => title,
    ),
    passages: rows(
      ({ passages }) => passages,
      byId,
      ({ heading }) => heading,
    ),
    guidance: rows(
      ({ guidance }) => guidance,
      byId,
      ({ title }) => title,
    ),
    statements: rows(
      ({ statements }) => statements,
      ({ topic }) => topic,
      ({ topic }) => topic,
    ),
    topics: topicsOf(steps),
    cited: citedChanges(steps, cited),
  };
}

const byId = ({ id }: { readonly id: string }) => id;

/** Fields are made only where two rows are not the same text: of 100,000 rows nearly all are. */
class Row<T extends object> {
  constructor(
    private readonly row: T,
    readonly id: string,
    readonly title: string,
    private readonly of: (row: T) => Fields,
  ) {}

  changes(other: Row<T>) {
    if (JSON.stringify(this.row) === JSON.stringify(other.row)) return [];
    return changesOf(this.of(this.row), other.of(other.row));
  }
}

class Tally {
  private readonly added = new Kept<Named>();
  private readonly changed = new Kept<Changed>();
  private readonly removed = new Kept<Named>();

  compare<T extends object>(before: readonly Row<T>[], after: readonly Row<T>[]): void {
    const old = new Map(before.map((row) => [row.id, row]));
    for (const row of after) {
      const { id, title } = row;
      const was = old.get(id);
      old.delete(id);
      const changes = was?.changes(row);
      if (!changes) this.added.take({ id, title });
      else if (changes.length > 0) this.changed.take({ id, title, changes });
    }
    for (const { id, title } of old.values()) this.removed.take({ id, title });
  }

  done(): RowDifference {
    const { added, changed, removed } = this;
    return {
      counts: { added: added.count, changed: changed.count, removed: removed.count },
      added: added.rows,
      changed: changed.rows,
      removed: removed.rows,
    };
  }
}

class Kept<T> {
  count = 0;
  readonly rows: T[] = [];

  take(row: T): void {
    this.count++;
    if (this.rows.length < LISTED) this.rows.push(row);
  }
}

interface WordRow {
  readonly id: string;
  readonly title: string;
  readonly forms: readonly string[];
  readonly facts: Fields;
}

/** A topic and what a pack adds to one are told alike: by its facts, and by which words come and go. */
function topicsOf(steps: readonly Step[]): RowDifference {
  const tally = new Tally();
  const rows = (pack: Pack | null): Row<WordRow>[] => {
    const { topics = [], additions = [] } = pack?.vocabulary ?? {};
    const all: WordRow[] = [
      ...topics.map((topic) => ({
        id: topic.id,
        title: topic.label.en,
        forms: formsOf(topic.terms),
        facts: fieldsOf(topic, ['id', 'terms']),
      })),
      ...additions.map((addition) => ({
        id: addition.topic,
        title: addition.topic,
        forms: formsOf(addition.terms),
        facts: fieldsOf(addition, ['topic', 'terms']),
      })),
    ];
    return all.map((row) => new WordsRow(row, row.id, row.title, ({ facts }) => facts));
  };
  for (const { before, after } of steps) tally.compare(rows(before), rows(after));
  return tally.done();
}

class WordsRow extends Row<WordRow> {
  private readonly forms: readonly string[];
  constructor(row: WordRow, id: string, title: string, of: (row: WordRow) => Fields) {
    super(row, id, title, of);
    this.forms = row.forms;
  }

  override changes(other: WordsRow) {
    const terms = (field: string, there: readonly string[], gone: readonly string[]) => {
      const known = new Set(gone);
      const words = there.filter((form) => !known.has(form));
      return words.length === 0 ? [] : [{ field, before: null, after: words.join('; ') }];
    };
    const lost = terms('terms removed', this.forms, other.forms);
    return [
      ...super.changes(other),
      ...terms('terms added', other.forms, this.forms),
      ...lost.map(({ field, after }) => ({ field, before: after, after: null })),
    ];
  }
}

function formsOf(terms: readonly { readonly forms: readonly string[] }[]): string[] {
  return terms.flatMap(({ forms }) => forms);
}

/** Not facts of an entry: where it stands among the others. */
const NO_FACTS = ['id', 'order', 'from', 'filled', 'source', 'relations', 'topics'];

/** What of an entry somebody who cited it relies on. */
export function citedFacts(entry: object): Fields {
  return fieldsOf(entry, NO_FACTS);
}

/** Entries of these packs that differ from what they were when they were cited. */
function citedChanges(steps: readonly Step[], cited: readonly CitedRow[]): CitedChange[] {
  if (cited.length === 0) return [];
  const rows = (side: keyof Step) =>
    new Map(steps.flatMap((step) => (step[side]?.entries ?? []).map((row) => [row.id, row])));
  const [before, after] = [rows('before'), rows('after')];
  return cited.flatMap(({ id, at, title, facts }): CitedChange[] => {
    const now = after.get(id);
    if (now) {
      const changes = changesOf(facts, citedFacts(now));
      return changes.length === 0 ? [] : [{ id, title, changes, cited: at, gone: false }];
    }
    return before.has(id) ? [{ id, title, changes: [], cited: at, gone: true }] : [];
  });
}
