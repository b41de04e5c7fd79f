// What is shown of an import and what is kept of it: ticks, doubts, kinds, and nothing taken away from what is held.
import { describe, expect, test } from 'vitest';
import { importText } from '../../../../lib/evidence/importer/cell';
import { keptOf } from '../../../../lib/evidence/importer/decide';
import type { ImportedCell } from '../../../../lib/evidence/importer/model';
import { reviewImport } from '../../../../lib/evidence/importer/review';
import { importView } from '../../../../lib/evidence/importer/view';
import type {
  Choice,
  Held,
  ImportView,
  TopicsOfTitles,
} from '../../../../lib/evidence/importer/views';
import { Cell, Entry, Passage } from '../../../../lib/evidence/model';
import { INVERSE } from '../../../../lib/evidence/packs/integrity';
import { OWN_PACK } from '../../../../lib/evidence/packs/model';
import { fixture } from './read';

const options = { file: 'drug-B3.md', date: '2026-11-25' };
/** Two topics, each worded by one word, one of them a general one. */
const topicsOf: TopicsOfTitles = (titles) => ({
  topics: new Map([
    ['trusting', { label: 'Trusting', general: true }],
    ['medicine', { label: 'Medicine', general: false }],
    ['brief-interventions', { label: 'Brief interventions', general: false }],
  ]),
  found: titles.map((title) =>
    ['trust', 'medicine'].flatMap((word) => {
      const start = title.indexOf(word);
      const topic = word === 'trust' ? 'trusting' : word;
      return start === -1 ? [] : [{ topic, start, end: start + word.length }];
    }),
  ),
});
const nothing: Held = { cells: [], entries: [], passages: [] };

function viewed(imported: ImportedCell, held: Held): ImportView {
  const reviewed = reviewImport(imported, held, options);
  if (!reviewed.ok) throw new Error(reviewed.reason);
  return importView(imported, reviewed.review, held, topicsOf);
}

const everything = ({ review }: ImportView): Choice => ({
  ids: new Set([...review.entries, ...review.passages].map(({ id }) => id)),
  cell: true,
  kinds: new Map(),
  topics: new Map(),
});

const imported = fixture('drug-B3.md');
const first = viewed(imported, nothing);
const kept = keptOf(first, everything(first));
const own = { from: OWN_PACK };
/** As it is held once the reader kept all of it. */
const held: Held = {
  cells: [{ ...kept.cell, ...own }],
  entries: kept.entries.map((entry) => ({ ...entry, ...own })),
  passages: kept.passages.map((passage) => ({ ...passage, ...own })),
};

describe('what is shown', () => {
  test('new entries are ticked, those with a doubt are not', () => {
    for (const row of first.entries)
      expect(row.ticked, row.entry.title).toBe(row.doubts.length === 0 && row.kindMissing === null);
    expect(first.entries.some(({ ticked }) => ticked)).toBe(true);
    expect(first.entries.every(({ difference }) => difference.state === 'new')).toBe(true);
  });

  test('lines are told for lines of their own only', () => {
    const lines = first.entries.map(({ line }) => line);
    expect(lines.filter((line) => line !== null)).toEqual(imported.entries.map(({ line }) => line));
  });

  test('a missing kind is asked for, with the likeliest where place and words tell', () => {
    const without = (title: string, text: string) =>
      importText(
        [
          'Drug Matrix cell B3: Practitioners; Medical treatment',
          'S Seminal studies K Key studies R Reviews G Guidance',
          'S First of its kind (1970). UK study.',
          'K Nurses who listen (2001). UK trial.',
          `${title} ([UK] Invented Institute, 2004). ${text}`,
          'K Doctors who talk (2006). US trial.',
          'R What reviewers found (2009). Summary of trials.',
          `Where the letter was lost ([UK] Invented Institute, 2011). ${text}`,
          'G What to do about it ([UK] Invented Institute, 2012). For nurses.',
          'Last revised 1 March 2019.',
        ].join('\n\n'),
        ['drug-B3.txt'],
      );
    const rows = viewed(without('Keyworkers who stay', 'Irish trial.'), nothing).entries;
    const probably = rows.flatMap(({ kindMissing, entry }) =>
      kindMissing ? [[entry.title, kindMissing.probably]] : [],
    );
    expect(probably).toEqual([
      ['Keyworkers who stay', 'key'],
      ['Where the letter was lost', null],
    ]);
    const named = viewed(without('Keyworkers who stay', 'Guidance for nurses.'), nothing).entries;
    expect(named.map(({ kindMissing }) => kindMissing?.probably)).toContain('guidance');
  });

  test('of an older copy nothing is ticked', () => {
    const [cell] = held.cells;
    if (!cell) throw new Error('no cell');
    const later = viewed(imported, { ...nothing, cells: [{ ...cell, revised: '2031-01-01' }] });
    expect(later.older).toEqual({ imported: cell.revised, held: '2031-01-01' });
    expect([...later.entries, ...later.passages].some(({ ticked }) => ticked)).toBe(false);
    const one = later.review.entries[0]?.id ?? '';
    const choice = { ids: new Set([one]), cell: false, kinds: new Map(), topics: new Map() };
    const { cell: stays, entries } = keptOf(later, choice);
    expect(stays.revised).toBe('2031-01-01');
    expect(entries.map(({ id, edition }) => [id, edition])).toEqual([[one, 'older']]);
  });
});

describe('what is kept', () => {
  test('fits the schemas and hangs together, whatever is ticked', () => {
    const ids = [...first.review.entries, ...first.review.passages].map(({ id }) => id);
    for (let n = 0; n <= ids.length; n++) {
      const part = keptOf(first, {
        ids: new Set(ids.slice(0, n)),
        cell: true,
        kinds: new Map(),
        topics: new Map(),
      });
      expect(Cell.safeParse(part.cell).success).toBe(true);
      const all = part.entries.length === first.review.entries.length;
      expect(part.cell.completeness).toBe(all ? 'full' : 'part');
      const there = new Map(part.entries.map((entry) => [entry.id, entry]));
      for (const entry of part.entries) {
        expect(Entry.safeParse(entry).success).toBe(true);
        for (const { to, type } of entry.relations)
          expect(
            there.get(to)?.relations.some((r) => r.to === entry.id && r.type === INVERSE[type]),
          ).toBe(true);
      }
      for (const passage of part.passages) {
        expect(Passage.safeParse(passage).success).toBe(true);
        expect(passage.entries.every((id) => there.has(id))).toBe(true);
      }
    }
  });

  test('the same copy again leaves nothing to tick, and what was kept is kept whole', () => {
    const again = viewed(imported, held);
    for (const row of [...again.entries, ...again.passages])
      expect([row.effect, row.ticked]).toEqual(['none', false]);
    const nothingTicked: Choice = {
      ids: new Set(),
      cell: false,
      kinds: new Map(),
      topics: new Map(),
    };
    const { cell, entries, passages } = keptOf(again, nothingTicked);
    expect(cell.completeness).toBe('full');
    expect(new Set(entries)).toEqual(new Set(kept.entries));
    expect(new Set(passages)).toEqual(new Set(kept.passages));
  });

  test('other evidence is not written over: where it differs it stays, and only gaps are filled', () => {
    const [entry, other, second, ...others] = kept.entries;
    if (!entry || !other || !second) throw new Error('no entries');
    const shipped = [{ ...entry, year: 1951 }, other, { ...second, country: null }, ...others];
    const view = viewed(imported, { ...nothing, entries: shipped });
    const rows = new Map(view.entries.map((row) => [row.entry.id, row]));
    expect(rows.get(entry.id)).toMatchObject({ effect: 'none', ticked: false });
    expect(rows.get(entry.id)?.difference.changes).toEqual([
      { field: 'year', held: 1951, imported: entry.year },
    ]);
    expect(rows.get(second.id)).toMatchObject({ effect: 'fills', ticked: true });
    const ticked = view.entries.flatMap((row) => (row.ticked ? [row.entry.id] : []));
    const { entries } = keptOf(view, {
      ids: new Set(ticked),
      cell: false,
      kinds: new Map(),
      topics: new Map(),
    });
    // The others are there for their place in the list, with what is held of them.
    const found = (id: string) => entries.find((one) => one.id === id);
    expect(found(second.id)?.country).toBe(second.country);
    expect(found(entry.id)?.year).toBe(1951);
    expect(entries).toHaveLength(kept.entries.length);
  });

  test('an earlier copy gives way, and what only it said stays', () => {
    const [entry, ...others] = held.entries;
    if (!entry) throw new Error('no entry');
    const before = {
      ...entry,
      year: 1951,
      links: [
        { kind: 'free' as const, url: 'https://example.org/f', confidence: 'likely' as const },
      ],
    };
    const view = viewed(imported, { ...held, entries: [before, ...others] });
    expect(view.entries.find((row) => row.entry.id === entry.id)?.effect).toBe('replaces');
    const after = keptOf(view, everything(view)).entries.find(({ id }) => id === entry.id);
    expect(after?.year).toBe(kept.entries[0]?.year);
    expect(after?.links).toContainEqual(before.links[0]);
    expect(after).not.toHaveProperty('from');
  });

  test('a row of other evidence that an earlier copy filled in keeps that', () => {
    const filled = { from: OWN_PACK, fields: ['country'] };
    const [entry] = kept.entries;
    if (!entry) throw new Error('no entry');
    const full = { ...entry, summary: 'In our words.', completeness: 'full' as const, filled };
    const view = viewed(imported, { ...nothing, entries: [full] });
    const { entries } = keptOf(view, {
      ids: new Set(),
      cell: false,
      kinds: new Map(),
      topics: new Map(),
    });
    expect(entries.map(({ id }) => id)).toEqual([entry.id]);
    expect(entries[0]).toMatchObject({ country: entry.country, summary: null });
    expect(Entry.safeParse(entries[0]).success).toBe(true);
  });

  test('a passage stands beside our own summary of it, and takes the place of an earlier copy', () => {
    const [passage] = kept.passages;
    if (!passage) throw new Error('no passage');
    const ours = { ...passage, paragraphs: ['In other words.'], topics: ['mutual-aid'] };
    const view = viewed(imported, { ...nothing, passages: [ours] });
    const row = view.passages.find((one) => one.held !== null);
    expect(row).toMatchObject({ effect: 'adds', ticked: true, held: { id: passage.id } });
    expect(row?.passage.id).toBe(`${passage.id}-in-a-copy`);
    const added = keptOf(view, everything(view)).passages.find(({ id }) => id === row?.passage.id);
    expect(added).toMatchObject({ paragraphs: passage.paragraphs, topics: [] });
    const copy = { ...passage, ...own, id: `${passage.id}-in-a-copy`, paragraphs: ['Earlier.'] };
    const again = viewed(imported, { ...nothing, passages: [ours, copy] });
    const later = again.passages.find(({ held: before }) => before !== null);
    expect(later).toMatchObject({ effect: 'replaces', held: { id: copy.id } });
    expect(later?.passage.id).toBe(copy.id);
  });

  test('a kind that the reader set stays marked as inferred', () => {
    const id = first.review.entries[0]?.id ?? '';
    const { entries } = keptOf(first, { ...everything(first), kinds: new Map([[id, 'review']]) });
    expect(entries.find((entry) => entry.id === id)).toMatchObject({
      kind: 'review',
      kindInferred: true,
    });
  });
});

describe('topics of an entry', () => {
  const id = 'drug/B3/is-trust-a-medicine';
  const rowOf = (view: ImportView) => view.entries.find(({ entry }) => entry.id === id);
  const keptTopics = (view: ImportView, choice: Choice) =>
    keptOf(view, choice).entries.find((entry) => entry.id === id)?.topics;

  test('are proposed where the title words them, with the words; general words are not ticked', () => {
    const said = (word: string) => ({ reason: `its title says “${word}”` });
    expect(rowOf(first)?.topics).toEqual([
      { id: 'trusting', label: 'Trusting', ...said('trust'), general: true, ticked: false },
      { id: 'medicine', label: 'Medicine', ...said('medicine'), general: false, ticked: true },
    ]);
    const others = first.entries.filter(({ topics }) => topics.length === 0);
    expect(others.length).toBeGreaterThan(5);
    expect(keptTopics(first, everything(first))).toEqual(['medicine']);
    const topics = new Map([[id, new Set(['trusting'])]]);
    expect(keptTopics(first, { ...everything(first), topics })).toEqual(['trusting']);
  });

  test('that were left out stay so in the next copy, and can be taken in then', () => {
    const without = held.entries.map((entry) => ({
      ...entry,
      topics: entry.id === id ? ['trusting'] : entry.topics,
    }));
    const again = viewed(imported, { ...held, entries: without });
    expect(rowOf(again)).toMatchObject({ effect: 'replaces', ticked: false });
    expect(rowOf(again)?.topics.map(({ ticked }) => ticked)).toEqual([true, false]);
    const nothingTicked: Choice = {
      ids: new Set(),
      cell: false,
      kinds: new Map(),
      topics: new Map(),
    };
    expect(keptTopics(again, nothingTicked)).toEqual(['trusting']);
    const topics = new Map([[id, new Set(['trusting', 'medicine'])]]);
    expect(keptTopics(again, { ...nothingTicked, ids: new Set([id]), topics })).toEqual([
      'trusting',
      'medicine',
    ]);
  });

  test('are not proposed for an entry that other evidence holds', () => {
    const shipped = kept.entries.map((entry) => ({ ...entry, country: null }));
    const view = viewed(imported, { ...nothing, entries: shipped });
    expect(view.entries.flatMap(({ topics }) => topics)).toEqual([]);
  });

  test('are the row’s own in the first row of the alcohol matrix', () => {
    const lines = ['Alcohol Matrix cell B1', 'K A trial of queues (2001). UK trial.'];
    const cell = importText(lines.join('\n\n'), ['alcohol-B1.txt']);
    expect(viewed(cell, nothing).entries.map(({ topics }) => topics)).toEqual([
      [
        {
          id: 'brief-interventions',
          label: 'Brief interventions',
          reason: 'this row of the matrix is on screening and brief intervention',
          general: false,
          ticked: true,
        },
      ],
    ]);
  });
});
