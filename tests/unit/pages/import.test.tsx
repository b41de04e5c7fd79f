// Bringing in a cell: every answer to a file, the review and its ticks, keeping, failing and discarding.
import { describe, expect, it, vi } from 'vitest';
import type { Got, ImportDoors, ReadCell } from '../../../components/settings/evidence/doors';
import { ImportPage } from '../../../components/settings/evidence/ImportPage';
import { importText } from '../../../lib/evidence/importer/cell';
import { reviewImport } from '../../../lib/evidence/importer/review';
import { importView } from '../../../lib/evidence/importer/view';
import type { Choice, Held, TopicsOfTitles } from '../../../lib/evidence/importer/views';
import { fixture } from '../evidence/importer/read';
import { find, settled, show } from './dom';

const topicsOf: TopicsOfTitles = (titles) => ({
  topics: new Map([['medicine', { label: 'Medicine', general: false }]]),
  found: titles.map((title) => {
    const start = title.indexOf('medicine');
    return start === -1 ? [] : [{ topic: 'medicine', start, end: start + 8 }];
  }),
});
const nothing: Held = { cells: [], entries: [], passages: [] };
const cell = fixture('drug-B3.md');
const noLetters = importText(
  [
    'Drug Matrix cell C1: Management; Reducing harm',
    'S Seminal studies K Key studies R Reviews G Guidance',
    'K A trial of queues (2001). UK trial.',
    'Queues again ([UK] Invented Institute, 2004). UK trial.',
    'K A trial of chairs (2006). US trial.',
  ].join('\n\n'),
);

interface Given {
  readonly held?: Held;
  readonly read?: Record<string, Got<ReadCell>>;
  readonly handed?: Got<ReadCell> | null;
  readonly keep?: ImportDoors['keep'];
  readonly tabs?: { id: number; title: string }[];
}

function doorsOf({ held = nothing, read = {}, handed = null, keep, tabs = [] }: Given) {
  const kept = vi.fn<ImportDoors['keep']>(keep ?? (async () => ({ ok: true, value: {} })));
  const doors: ImportDoors = {
    map: async () => ({ ok: false, reason: 'no maps in this test' }),
    readFile: async (file) => read[file.name] ?? { ok: true, value: { name: file.name, cell } },
    readHanded: async () => handed,
    tabs: async () => tabs,
    readTab: async () => ({ ok: true, value: { name: 'https://example.org/B3', cell } }),
    review: async ({ name, cell: imported }, chosen) => {
      const reviewed = reviewImport(imported, held, {
        file: name,
        date: '2026-11-24',
        ...(chosen === null ? {} : { cellId: chosen }),
      });
      return reviewed.ok
        ? { ok: true, value: importView(imported, reviewed.review, held, topicsOf) }
        : reviewed;
    },
    keep: kept,
  };
  return { doors, kept };
}

async function page(given: Given, handed = false) {
  const { doors, kept } = doorsOf(given);
  const root = show(<ImportPage doors={doors} handed={handed} />);
  await settled();
  return { root, kept };
}

async function choose(root: HTMLElement, ...names: string[]) {
  const input = root.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no field for files');
  const files = names.map((name) => new File(['text'], name));
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

const states = (root: HTMLElement) =>
  [...root.querySelectorAll('.files > li')].map((li) => li.textContent);
const box = (root: HTMLElement, title: string) =>
  find(root, '.rows .opt', title).querySelector<HTMLInputElement>('input[type=checkbox]');

describe('bringing in a cell', () => {
  it('says before anything else that the copy stays on this computer', async () => {
    const { root } = await page({});
    expect(root.textContent).toContain('Your copy is read on this computer and stays here');
    expect(root.textContent).toContain('click the extension’s toolbar button');
    expect(root.querySelector('.review')).toBeNull();
  });

  it('shows what was recognised, found and is doubtful, and keeps what is ticked', async () => {
    const { root, kept } = await page({});
    await choose(root, 'drug-B3.md');
    expect(root.querySelector('.dl')?.textContent).toMatch(
      /Last revised\s*3 March 2016.*11 entries \(11 new\), 5 passages/s,
    );
    const doubtful = find(root, '.rows > li', 'line 8');
    expect(doubtful.querySelector('input')?.checked).toBe(false);
    expect(box(root, 'Is trust a medicine?')?.checked).toBe(true);
    box(root, 'Is trust a medicine?')?.click();
    await settled();
    expect(find(root, '.decide [role=status]', 'ticked').textContent).toContain('13 of 16 ticked');
    find(root, 'button', 'Keep').click();
    await settled();
    const choice = kept.mock.calls[0]?.[2] as Choice;
    expect(choice.ids.has('drug/B3/is-trust-a-medicine')).toBe(false);
    expect(choice.ids.size).toBe(13);
    expect(states(root)[0]).toMatch(/kept.*8 entries and 5 passages of Drug B3/s);
    expect(document.activeElement?.className).toBe('files');
  });

  it('shows on which cards an entry would stand and why, and takes a topic that is left out', async () => {
    const { root, kept } = await page({});
    await choose(root, 'drug-B3.md');
    const topics = [...root.querySelectorAll('.ontopics')];
    expect(topics.map(({ textContent }) => textContent)).toEqual([
      'Shows on the cards of: Is trust a medicine?Medicine (its title says “medicine”)',
    ]);
    const topic = find(root, '.ontopics .opt', 'Medicine').querySelector('input');
    expect(topic?.checked).toBe(true);
    topic?.click();
    await settled();
    expect(topic?.checked).toBe(false);
    find(root, 'button', 'Keep').click();
    await settled();
    const choice = kept.mock.calls[0]?.[2] as Choice;
    expect([...choice.topics]).toEqual([['drug/B3/is-trust-a-medicine', new Set()]]);
  });

  it('asks for a kind that the copy does not give, and ticks the entry when it is set', async () => {
    const { root, kept } = await page({
      read: { 'c1.txt': { ok: true, value: { name: 'c1.txt', cell: noLetters } } },
    });
    await choose(root, 'c1.txt');
    const row = find(root, '.rows > li', 'Queues again');
    expect(row.textContent).toContain('Kind letter missing: probably Key study.');
    expect(row.querySelector('input')?.checked).toBe(false);
    const select = row.querySelector('select');
    if (!select) throw new Error('no choice of kind');
    select.value = 'review';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect(row.querySelector('input')?.checked).toBe(true);
    expect(row.textContent).toContain('Review · 2004');
    find(root, 'button', 'Keep').click();
    await settled();
    const [id, kind] = [...(kept.mock.calls[0]?.[2].kinds ?? [])][0] ?? [];
    expect([id, kind]).toEqual([expect.stringContaining('queues-again'), 'review']);
  });

  it('shows held and imported values beside each other, and that other evidence stays', async () => {
    const first = await page({});
    await choose(first.root, 'drug-B3.md');
    const reviewed = reviewImport(cell, nothing, { file: 'x', date: '2026-11-24' });
    if (!reviewed.ok) throw new Error(reviewed.reason);
    const { review } = reviewed;
    const entries = review.entries.map((entry) =>
      entry.title === 'Is trust a medicine?' ? { ...entry, year: 1999, country: null } : entry,
    );
    const held: Held = {
      cells: [{ ...review.cell, revised: null }],
      entries: [
        ...entries,
        {
          ...(entries[0] ?? entries[1]),
          id: 'drug/B3/gone',
          title: 'Held alone',
          year: 1970,
        } as never,
      ],
      passages: [],
    };
    show(null);
    const { root } = await page({ held });
    await choose(root, 'drug-B3.md');
    const row = find(root, '.rows > li', 'Is trust a medicine?');
    const rows = [...row.querySelectorAll('.changes tbody tr')].map((tr) =>
      [...tr.children].map((one) => one.textContent),
    );
    expect(rows).toEqual([
      ['Year', '1999', '2004held stays'],
      ['Country', 'not given', 'Norwayfilled in'],
    ]);
    expect(root.textContent).toContain('10 entries are the same as held');
    expect(root.textContent).toMatch(/Held, but not in your copy.*Held alone/s);
    expect(root.textContent).toMatch(/The cell itself.*Last revised/s);
  });

  it('ticks nothing of a copy that is older than what is held', async () => {
    const reviewed = reviewImport(cell, nothing, { file: 'x', date: '2026-11-24' });
    if (!reviewed.ok) throw new Error(reviewed.reason);
    const held = { ...nothing, cells: [{ ...reviewed.review.cell, revised: '2020-01-01' }] };
    const { root } = await page({ held });
    await choose(root, 'drug-B3.md');
    expect(root.textContent).toContain('Your copy is the older one');
    expect(root.querySelectorAll('.rows > li > .opt input:checked')).toHaveLength(0);
    expect(find(root, 'button', 'Keep').hasAttribute('disabled')).toBe(true);
    find(root, 'button', 'Tick all').click();
    await settled();
    expect(find(root, 'button', 'Keep').hasAttribute('disabled')).toBe(false);
  });

  it('asks which cell it is where the copy does not say it', async () => {
    const unplaced = { ...cell, id: null };
    const read = { 'x.txt': { ok: true as const, value: { name: 'x.txt', cell: unplaced } } };
    const { root } = await page({ read });
    await choose(root, 'x.txt');
    expect(root.textContent).toContain('Which cell is this?');
    const select = root.querySelector('select');
    if (!select) throw new Error('no choice of cell');
    expect(select.querySelectorAll('option')).toHaveLength(51);
    select.value = 'alcohol/B3';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect(root.querySelector('.review select')).toHaveProperty('value', 'alcohol/B3');
  });

  it('answers each of several files, and a refused one keeps no other back', async () => {
    const read = { 'a.pdf': { ok: false as const, reason: 'This is a PDF. Nothing was changed.' } };
    const { root } = await page({ read });
    await choose(root, 'a.pdf', 'b.md', 'c.md');
    expect(states(root).map((text) => text?.slice(0, 24))).toEqual([
      'a.pdf was not usedThis i',
      'b.md shown below',
      'c.md read',
    ]);
    find(root, 'button', 'Discard').click();
    await settled();
    expect(states(root)[1]).toContain('discarded; nothing was changed');
    expect(states(root)[2]).toContain('shown below');
  });

  it('says why it could not be kept, and lets the reader try again', async () => {
    let full = true;
    const { root } = await page({
      keep: async () =>
        full ? { ok: false, reason: 'There is no room left.' } : { ok: true, value: {} },
    });
    await choose(root, 'drug-B3.md');
    find(root, 'button', 'Keep').click();
    await settled();
    expect(find(root, '[role=alert]', 'It could not be kept').textContent).toContain(
      'no room left',
    );
    full = false;
    find(root, 'button', 'Keep').click();
    await settled();
    expect(states(root)[0]).toContain('kept');
  });

  it('takes a page from the toolbar, and says where that is no longer at hand', async () => {
    const handed = { ok: true as const, value: { name: 'https://example.org/B3.htm', cell } };
    const { root } = await page({ handed }, true);
    expect(states(root)[0]).toContain('https://example.org/B3.htm');
    expect(root.querySelector('.review')).not.toBeNull();
    show(null);
    const lost = await page({}, true);
    expect(states(lost.root)[0]).toContain('no longer at hand');
  });

  it('reads an open tab of the site', async () => {
    const { root } = await page({ tabs: [{ id: 4, title: 'Cell B3' }] });
    find(root, 'button', 'Read the open tab: Cell B3').click();
    await settled();
    expect(root.querySelector('.review')).not.toBeNull();
  });

  it('shows words of the copy as text only', async () => {
    const evil = importText(
      'Drug Matrix cell C1: Management; Reducing harm\n\nK <img src=x onerror=alert(1)> trial (2001). UK trial.',
    );
    const read = { 'x.txt': { ok: true as const, value: { name: '<b>x</b>.txt', cell: evil } } };
    const { root } = await page({ read });
    await choose(root, 'x.txt');
    expect(root.querySelector('img, b b')).toBeNull();
    expect(root.textContent).toContain('<b>x</b>.txt');
  });
});
