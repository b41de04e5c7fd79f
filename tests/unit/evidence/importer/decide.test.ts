// What is shown of an import and what is kept of it: ticks, doubts, kinds, and nothing taken away from what is held.
import { describe, expect, test } from 'vitest';
import { importText } from '../../../../lib/evidence/importer/cell';
import { keptOf } from '../../../../lib/evidence/importer/decide';
import type { ImportedCell } from '../../../../lib/evidence/importer/model';
import { reviewImport } from '../../../../lib/evidence/importer/review';
import { importView } from '../../../../lib/evidence/importer/view';
import type { Choice, Held, ImportView } from '../../../../lib/evidence/importer/views';
import { Cell, Entry, Passage } from '../../../../lib/evidence/model';
import { INVERSE } from '../../../../lib/evidence/packs/integrity';
import { fixture } from './read';

const options = { file: 'drug-B3.md', date: '2026-11-25' };
const nothing: Held = { cells: [], entries: [], passages: [] };

function viewed(imported: ImportedCell, held: Held): ImportView {
  const reviewed = reviewImport(imported, held, options);
  if (!reviewed.ok) throw new Error(reviewed.reason);
  return importView(imported, reviewed.review, held);
}

const everything = ({ review }: ImportView): Choice => ({
  ids: new Set([...review.entries, ...review.passages].map(({ id }) => id)),
  cell: true,
  kinds: new Map(),
});

const imported = fixture('drug-B3.md');
const first = viewed(imported, nothing);
const kept = keptOf(first, everything(first));
const held: Held = { cells: [kept.cell], entries: kept.entries, passages: kept.passages };

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
    const choice = { ids: new Set([one]), cell: false, kinds: new Map() };
    const { cell: stays, entries } = keptOf(later, choice);
    expect(stays.revised).toBe('2031-01-01');
    expect(entries.map(({ id, edition }) => [id, edition])).toEqual([[one, 'older']]);
  });
});

describe('what is kept', () => {
  test('fits the schemas and hangs together, whatever is ticked', () => {
    const ids = [...first.review.entries, ...first.review.passages].map(({ id }) => id);
    for (let n = 0; n <= ids.length; n++) {
      const part = keptOf(first, { ids: new Set(ids.slice(0, n)), cell: true, kinds: new Map() });
      expect(Cell.safeParse(part.cell).success).toBe(true);
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

  test('the same copy again leaves nothing to keep', () => {
    const again = viewed(imported, held);
    expect(again.entries.filter(({ ticked }) => ticked)).toEqual([]);
    expect(keptOf(again, everything(again)).entries).toEqual([]);
  });

  test('a changed line takes over what it says and keeps what is known besides', () => {
    const [entry, ...others] = held.entries;
    if (!entry) throw new Error('no entry');
    const before: Entry = {
      ...entry,
      year: 1951,
      summary: 'Read and summarised.',
      completeness: 'full',
      topics: ['mutual-aid'],
      links: [{ kind: 'free', url: 'https://example.org/free', confidence: 'confirmed' }],
    };
    const view = viewed(imported, { ...held, entries: [before, ...others] });
    const row = view.entries.find((one) => one.entry.id === entry.id);
    expect(row?.difference.changes).toContainEqual({
      field: 'year',
      held: 1951,
      imported: entry.year,
    });
    const { entries } = keptOf(view, everything(view));
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      id: entry.id,
      year: entry.year,
      summary: 'Read and summarised.',
      completeness: 'full',
      topics: ['mutual-aid'],
    });
    expect(entries[0]?.links).toContainEqual(before.links[0]);
    const none = keptOf(view, { ids: new Set(), cell: false, kinds: new Map() });
    expect(none).toEqual({ cell: held.cells[0], entries: [], passages: [] });
  });

  test('passages keep the topics that are held under their heading', () => {
    const [passage, ...others] = held.passages;
    if (!passage) throw new Error('no passage');
    const before: Passage = { ...passage, paragraphs: ['In other words.'], topics: ['mutual-aid'] };
    const view = viewed(imported, { ...held, passages: [before, ...others] });
    const [after] = keptOf(view, everything(view)).passages;
    expect(after).toMatchObject({ id: passage.id, topics: ['mutual-aid'] });
    expect(after?.paragraphs).toEqual(passage.paragraphs);
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
