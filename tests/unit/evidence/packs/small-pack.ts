// A small pack made of the shipped one, and one of an organisation beside it, for tests that need many of them.

import type { EvidenceDatabase } from '../../../../lib/evidence/database';
import type { Pack } from '../../../../lib/evidence/model';
import { packRoom } from '../../../../lib/evidence/packs/room';
import { seedEvidence } from '../../../../lib/evidence/packs/seed';
import { freshDatabase, packCopy } from '../real-pack';
import { organisationSet } from './organisation-set';

/** Cell drug/E4 with three topics. */
export function smallPack(): Pack {
  const pack = packCopy();
  const topics = new Set(['mutual-aid', 'recovery-capital', 'outreach']);
  const kept = (ids: readonly string[], within: ReadonlySet<string>) =>
    ids.filter((id) => within.has(id));
  const entries = pack.entries.filter(({ cells }) => cells.includes('drug/E4'));
  const ids = new Set(entries.map(({ id }) => id));
  for (const entry of entries) {
    entry.topics = kept(entry.topics, topics);
    entry.relations = entry.relations.filter(({ to }) => ids.has(to));
  }
  return {
    ...pack,
    entries,
    passages: pack.passages.map((one) => ({ ...one, topics: kept(one.topics, topics) })),
    guidance: pack.guidance
      .slice(0, 3)
      .map((one) => ({ ...one, topics: kept(one.topics, topics) })),
    statements: pack.statements.filter(({ topic }) => topics.has(topic)),
    vocabulary: {
      classes: {},
      additions: [],
      topics: pack.vocabulary.topics
        .filter(({ id }) => topics.has(id))
        .map((topic) => ({
          ...topic,
          broader: [],
          related: kept(topic.related, topics),
          senses: {},
          not: [],
          terms: [{ kind: 'preferred' as const, forms: [topic.label.en.toLowerCase()] }],
        })),
    },
  };
}

export const smallText = JSON.stringify(smallPack());

/** Of an organisation: one entry, one passage, a topic of its own and a word more for mutual aid. */
export function council(more: Partial<Pack> = {}): Pack {
  const [model] = smallPack().entries;
  const [topic] = smallPack().vocabulary.topics;
  if (!model || !topic) throw new Error('the small pack holds no entry or topic');
  const set = organisationSet({
    id: 'council',
    title: 'Evidence of a council',
    version: '1.0.0',
    entry: {
      ...model,
      id: 'drug/E4/council-study',
      cells: ['drug/E4'],
      title: 'What our own service found',
      topics: ['mutual-aid', 'boats'],
      relations: [{ type: 'related', to: model.id, label: 'A study like this' }],
    },
    own: 'boats',
    topic,
    moreWords: true,
  });
  return {
    ...set,
    passages: [
      {
        id: 'drug/E4/passage/council-note',
        cell: 'drug/E4',
        order: 99,
        heading: 'A note of the council',
        kind: 'issue',
        paragraphs: ['Our own words.'],
        more: [],
        entries: ['drug/E4/council-study'],
        topics: ['mutual-aid'],
      },
    ],
    ...more,
  };
}

/** As the reader gives it. */
export function asFile(pack: object | string, name = 'evidence.json') {
  const text = typeof pack === 'string' ? pack : JSON.stringify(pack);
  return { kind: 'file' as const, name, file: new Blob([text]) };
}

/** A database with the small pack in it, and the room of packs over it; the clock goes on by a second at each look. */
export async function smallRoom(): Promise<{
  db: EvidenceDatabase;
  room: ReturnType<typeof packRoom>;
}> {
  const db = freshDatabase();
  const seeded = await seedEvidence(db, smallText);
  if (!seeded.ok) throw new Error(seeded.reason);
  let clock = Date.UTC(2026, 10, 24, 9);
  return {
    db,
    room: packRoom(db, () => {
      clock += 1000;
      return new Date(clock);
    }),
  };
}

/** Reviews and applies; throws where either is refused. */
export async function putInUse(
  room: ReturnType<typeof packRoom>,
  pack: Parameters<typeof asFile>[0],
) {
  const review = await room.review(asFile(pack));
  if (!review.ok) throw new Error(review.reason);
  const applied = await room.apply(review.value.ticket);
  if (!applied.ok) throw new Error(applied.reason);
  return { review: review.value, sources: applied.value };
}
