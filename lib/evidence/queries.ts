// Questions that the card, the matrix page and the background ask of the database. Every answer is a value.
import type { Citable, Vocabulary } from '../vocabulary/schema';
import { entriesById, entriesOfList } from './blocks';
import { composeHeads, inListOrder, inOrder, newestFirst, sourcesOf } from './compose';
import type { EvidenceDatabase } from './database';
import { type Answer, failure, failureOf } from './errors';
import { rankEntries, withoutTwins } from './rank';
import type { PackInfo } from './rows';
import { readableWords } from './topic-words';
import type {
  CellRow,
  CellView,
  EntryView,
  HeldCell,
  HeldEntry,
  MapView,
  SourceNames,
  TopicEvidence,
  TopicHead,
  TopicWords,
} from './views';

/** All that is held on a topic, entries best first (up to 60; `total` counts them all); null for an unknown topic. */
export function topicEvidence(
  db: EvidenceDatabase,
  topic: string,
): Promise<Answer<TopicEvidence | null>> {
  return answer(db, async () => (await db.cards.get(topic)) ?? null);
}

/** Every entry on a topic, best first, without a limit: for lists that the reader asked to see whole. */
export function topicEntries(db: EvidenceDatabase, topic: string): Promise<Answer<HeldEntry[]>> {
  return answer(db, async () => {
    const [entries, terms] = await Promise.all([
      entriesOfList(db, `topic ${topic}`),
      db.topics.get(topic),
    ]);
    return withoutTwins(rankEntries(entries, terms?.cells ?? []));
  });
}

/** Which words of a topic are marked and which are not, readable; null for an unknown topic. */
export function topicWords(
  db: EvidenceDatabase,
  topic: string,
): Promise<Answer<TopicWords | null>> {
  return answer(db, async () => {
    const [terms, row] = await Promise.all([db.topics.get(topic), db.meta.get('classes')]);
    return terms ? readableWords(terms, row?.key === 'classes' ? row.classes : {}) : null;
  });
}

/** One entry with all that hangs on it; null where none is held under this id. */
export function entryView(db: EvidenceDatabase, id: string): Promise<Answer<EntryView | null>> {
  return answer(db, async () => {
    const [entry] = await entriesById(db, [id]);
    if (!entry) return null;
    const [others, passages, guidance, terms, home] = await Promise.all([
      entriesById(
        db,
        entry.relations.map(({ to }) => to),
      ),
      db.passages.where('entries').equals(id).toArray(),
      db.guidance.where('entries').equals(id).toArray(),
      db.topics.bulkGet(entry.topics),
      db.cells.get(entry.cells[0] ?? ''),
    ]);
    const list = home?.list ?? [];
    const at = list.indexOf(id);
    const [previous, next] = await entriesById(db, [
      (at > 0 && list[at - 1]) || '',
      (at !== -1 && list[at + 1]) || '',
    ]);
    const relations = entry.relations.flatMap(({ label, type }, i) => {
      const other = others[i];
      return other ? [{ label, type, entry: other, incoming: false }] : [];
    });
    const twins = relations.filter(
      ({ type }) => type === 'same-document' || type === 'listed-also-in',
    );
    const cellIds = new Set(
      [entry, ...twins.map((twin) => twin.entry)].flatMap(({ cells }) => cells),
    );
    const cells = await db.cells.bulkGet([...cellIds]);
    const rows = [entry, ...relations.map((relation) => relation.entry), ...passages, ...guidance];
    return {
      entry,
      ...(await named(db, [...rows, ...cells.flatMap((cell) => cell ?? [])])),
      relations: relations.map(({ label, entry: other, incoming }) => ({
        label,
        entry: other,
        incoming,
      })),
      passages: passages.sort(inOrder),
      guidance: newestFirst(guidance),
      cells: cells.flatMap((cell) => (cell ? [asCell(cell)] : [])),
      topics: terms.flatMap((topic) => (topic ? [{ id: topic.id, label: topic.label.en }] : [])),
      previous: previous ?? null,
      next: next ?? null,
      position: at === -1 ? null : { at: at + 1, of: list.length },
    };
  });
}

/** One cell with its entries, commentary and newer guidance; null for an unknown cell. */
export function cellView(db: EvidenceDatabase, id: string): Promise<Answer<CellView | null>> {
  return answer(db, async () => {
    const [cell, entries, passages] = await Promise.all([
      db.cells.get(id),
      entriesOfList(db, `cell ${id}`),
      db.passages.where('cell').equals(id).toArray(),
    ]);
    if (!cell) return null;
    const guidance = await db.guidance
      .where('entries')
      .anyOf(entries.map((entry) => entry.id))
      .distinct()
      .toArray();
    entries.sort(inListOrder);
    return {
      cell: asCell(cell),
      ...(await named(db, [cell, ...entries, ...passages, ...guidance])),
      entries: entries.filter(({ role }) => role === 'main'),
      named: entries.filter(({ role }) => role !== 'main'),
      passages: passages.sort(inOrder),
      guidance: newestFirst(guidance),
    };
  });
}

/** Both matrices with every cell's entries counted by kind. */
export function mapView(db: EvidenceDatabase): Promise<Answer<MapView>> {
  return answer(db, async (info) => {
    const [cells, row] = await Promise.all([db.cells.toArray(), db.meta.get('matrices')]);
    return {
      matrices: row?.key === 'matrices' ? row.matrices : [],
      cells: cells.map((row) => ({ cell: asCell(row), counts: row.counts })),
      revised: info.revised,
    };
  });
}

/** All topics, in the order of the vocabulary. */
export function topicList(db: EvidenceDatabase): Promise<Answer<TopicHead[]>> {
  return answer(db, async () => {
    const topics = await db.topics.orderBy('place').toArray();
    return composeHeads({ vocabulary: { topics } });
  });
}

/** The topics' words and the word classes: what marking a page needs. */
export function vocabulary(db: EvidenceDatabase): Promise<Answer<Vocabulary>> {
  return answer(db, async () => {
    const [topics, row] = await Promise.all([
      db.topics.orderBy('place').toArray(),
      db.meta.get('classes'),
    ]);
    return {
      classes: row?.key === 'classes' ? row.classes : {},
      topics: topics.map(({ place: _place, from: _from, addedBy: _by, ...topic }) => topic),
    };
  });
}

/** How documents cite the entries and the newer guidance: what finding such citations needs. */
export function citableList(db: EvidenceDatabase): Promise<Answer<Citable[]>> {
  return answer(db, async () => {
    const row = await db.meta.get('citables');
    return row?.key === 'citables' ? [...row.citables] : [];
  });
}

/** What the packs beside the shipped one are called, by id; empty where there is none. */
export function sourceNames(db: EvidenceDatabase): Promise<Answer<SourceNames>> {
  return answer(db, async () => {
    const row = await db.meta.get('sources');
    return row?.key === 'sources' ? row.sources : {};
  });
}

/** Which set of evidence is held: title, date, checksum, counts. */
export function packInfo(db: EvidenceDatabase): Promise<Answer<PackInfo>> {
  return answer(db, (info) => Promise.resolve(info));
}

/** Runs one question inside one read transaction: what it sees is never half of an update. */
async function answer<T>(
  db: EvidenceDatabase,
  ask: (info: PackInfo) => Promise<T>,
): Promise<Answer<T>> {
  try {
    return await db.transaction('r', db.tables, async () => {
      const row = await db.meta.get('pack');
      if (row?.key !== 'pack') return failure('empty');
      return { ok: true as const, value: await ask(row.pack) };
    });
  } catch (error) {
    return failureOf(error);
  }
}

/** The row without what the database added to it. */
function asCell({ counts: _counts, list: _list, ...cell }: CellRow): HeldCell {
  return cell;
}

/** What the packs are called that these rows are from; nothing where all are from the shipped one. */
async function named(
  db: EvidenceDatabase,
  rows: Parameters<typeof sourcesOf>[0],
): Promise<{ sources?: SourceNames }> {
  const row = await db.meta.get('sources');
  const sources = row?.key === 'sources' ? sourcesOf(rows, row.sources) : undefined;
  return sources ? { sources } : {};
}
