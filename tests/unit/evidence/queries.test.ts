// Questions to a database filled with the shipped evidence.
import { beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceDatabase } from '../../../lib/evidence/database';
import type { Answer } from '../../../lib/evidence/errors';
import {
  cellView,
  entryView,
  mapView,
  packInfo,
  topicEntries,
  topicEvidence,
  topicList,
  vocabulary,
} from '../../../lib/evidence/queries';
import { TopicEvidence } from '../../../lib/evidence/views';
import { freshDatabase, pack, seededDatabase } from './real-pack';

let db: EvidenceDatabase;
beforeAll(async () => {
  db = await seededDatabase();
});

function held<T>(answer: Answer<T>): NonNullable<T> {
  if (!answer.ok) throw new Error(answer.reason);
  if (answer.value === null || answer.value === undefined) throw new Error('not held');
  return answer.value;
}

const UK = 'drug/E4/active-referral-promotes-na-aa-attendance-in-uk';
const US = 'drug/E4/in-usa-persistent-attempts-to-link-patients-to-mutual-aid';

describe('topic', () => {
  it('gives every topic in the form that messages carry', async () => {
    for (const { id } of pack.vocabulary.topics) {
      const evidence = held(await topicEvidence(db, id));
      expect(TopicEvidence.parse(evidence)).toEqual(evidence);
      expect(evidence.total).toBe(evidence.entries.length);
    }
  });

  it('says first that the evidence on active referral is mixed, and leads with both trials', async () => {
    const evidence = held(await topicEvidence(db, 'mutual-aid-facilitation'));
    expect(evidence.statement?.lead).toBe('Mixed');
    expect(evidence.entries.slice(0, 2).map(({ id }) => id)).toEqual([UK, US]);
    expect(evidence.revised).toBe('2018-07-17');
    expect(evidence.guidance.map(({ year }) => year)).toEqual([2023, 2014, 2013, 2013]);
  });

  it('shows a trial listed in several cells once, and says where it is listed', async () => {
    const evidence = held(await topicEvidence(db, 'mutual-aid-facilitation'));
    expect(
      evidence.entries.filter(({ title }) => /boosted attendance|In UK active/.test(title)),
    ).toEqual([]);
    expect(evidence.entries[0]?.cells).toEqual(['drug/E4', 'alcohol/E4', 'drug/A4']);
  });

  it('has titles but no statement where only titles are held', async () => {
    const evidence = held(await topicEvidence(db, 'opioid-substitution'));
    expect(evidence.statement).toBeNull();
    expect(evidence.entries.length).toBeGreaterThan(8);
    expect(evidence.entries.every(({ completeness }) => completeness === 'title-only')).toBe(true);
    expect(evidence.entries[0]?.cells[0]).toBe('drug/A3');
  });

  it('answers with an empty list where nothing is held', async () => {
    const evidence = held(await topicEvidence(db, 'outreach'));
    expect([evidence.statement, evidence.entries, evidence.passages, evidence.guidance]).toEqual([
      null,
      [],
      [],
      [],
    ]);
  });

  it('knows no other topic, not even by the names that every object has', async () => {
    for (const id of ['', 'parking', '__proto__', 'constructor'])
      expect(await topicEvidence(db, id)).toEqual({ ok: true, value: null });
  });

  it('lists the same entries without a limit', async () => {
    for (const { id } of pack.vocabulary.topics)
      expect(held(await topicEntries(db, id))).toEqual(held(await topicEvidence(db, id)).entries);
  });
});

describe('entry', () => {
  it('gives its corresponding study, commentary, newer guidance and place', async () => {
    const view = held(await entryView(db, UK));
    expect(view.relations.map(({ label }) => label)).toContain('Corresponding US study');
    expect(view.passages.map(({ heading }) => heading)).toEqual(['Highlighted study']);
    expect(view.guidance.map(({ id }) => id)).toContain(
      'guidance/improving-access-to-mutual-aid-2014',
    );
    expect(view.position).toEqual({ at: 3, of: 15 });
    expect(view.next?.id).toBe(US);
    expect(view.cells.map(({ id }) => id)).toEqual(['drug/E4', 'alcohol/E4', 'drug/A4']);
  });

  it('shows a relation from both sides', async () => {
    const there = held(await entryView(db, US)).relations.find(({ entry }) => entry.id === UK);
    expect(there?.label).toBe('Corresponding British study');
  });

  it('has no place in the list for a document named inside a line', async () => {
    const view = held(await entryView(db, 'drug/E4/care-planning-practice-guide'));
    expect([view.position, view.previous, view.next]).toEqual([null, null, null]);
    expect(view.relations.map(({ entry }) => entry.title)).toEqual([
      'Coordinating services to meet individual needs',
    ]);
  });

  it('has no neighbour before the first and after the last', async () => {
    const [first, last] = [
      pack.entries.find((e) => e.order === 1 && e.cells[0] === 'drug/E4'),
      'drug/E4/organising-holistic-and-continuing-care',
    ];
    expect(held(await entryView(db, first?.id ?? '')).previous).toBeNull();
    expect(held(await entryView(db, last)).next).toBeNull();
  });
});

describe('cell', () => {
  it('gives drug E4 whole and in order', async () => {
    const view = held(await cellView(db, 'drug/E4'));
    expect(view.entries.map(({ order }) => order)).toEqual([...Array(15).keys()].map((i) => i + 1));
    expect(view.named).toHaveLength(6);
    expect(view.passages.map(({ heading }) => heading)).toEqual([
      'What is this cell about?',
      'Where should I start?',
      'Highlighted study',
      'How much should be left to services?',
      'Who needs residential care?',
    ]);
    expect(view.cell.revised).toBe('2018-07-17');
    expect(new Set(view.guidance.map(({ id }) => id)).size).toBe(view.guidance.length);
    expect(view.guidance).toHaveLength(pack.guidance.length);
  });

  it('gives a cell without entries', async () => {
    const view = held(await cellView(db, 'drug/A5'));
    expect([view.entries, view.passages, view.guidance]).toEqual([[], [], []]);
    expect(view.cell.completeness).toBe('none');
  });

  it('knows no cell off the grid', async () => {
    expect(await cellView(db, 'drug/F1')).toEqual({ ok: true, value: null });
  });
});

describe('whole', () => {
  it('counts the map by kind', async () => {
    const map = held(await mapView(db));
    expect(map.cells).toHaveLength(50);
    expect(map.cells.reduce((sum, { counts }) => sum + counts.total, 0)).toBe(161);
    expect(map.cells.find(({ cell }) => cell.id === 'drug/E4')?.counts).toEqual({
      seminal: 0,
      key: 5,
      review: 4,
      guidance: 6,
      unknown: 0,
      total: 15,
    });
    expect(map.matrices.map(({ id }) => id)).toEqual(['drug', 'alcohol']);
    expect(map.revised).toBe('2026-11-24');
  });

  it('gives topics and words as they were packed', async () => {
    expect(held(await topicList(db)).map(({ id }) => id)).toEqual(
      pack.vocabulary.topics.map(({ id }) => id),
    );
    const { additions: _none, ...words } = pack.vocabulary;
    expect(held(await vocabulary(db))).toEqual(words);
    expect(held(await packInfo(db)).title).toBe(pack.title);
  });

  it('says so where no evidence is held', async () => {
    const empty = freshDatabase();
    for (const ask of [mapView, topicList, vocabulary, packInfo])
      expect(await ask(empty)).toMatchObject({ ok: false, code: 'empty' });
    expect(await topicEvidence(empty, 'mutual-aid')).toMatchObject({ ok: false, code: 'empty' });
  });

  it('says so when the database was closed under it', async () => {
    const closed = await seededDatabase();
    closed.close();
    expect(await mapView(closed)).toMatchObject({ ok: false, code: 'closed' });
  });
});
