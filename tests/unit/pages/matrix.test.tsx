// The matrix page on the evidence that ships: every kind of place, its title and focus, waiting and failing.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceSource } from '../../../components/matrix/load';
import { MatrixApp } from '../../../components/matrix/MatrixApp';
import { citeEntry } from '../../../lib/evidence/cite';
import { EvidenceDatabase } from '../../../lib/evidence/database';
import { seedEvidence } from '../../../lib/evidence/packs/seed';
import {
  cellView,
  entryView,
  mapView,
  sourceNames,
  topicEvidence,
  topicList,
  topicWords,
} from '../../../lib/evidence/queries';
import { searchRoom } from '../../../lib/evidence/search/room';
import type { Role } from '../../../lib/settings/schema';
import { find, settled, show } from './dom';

const db = new EvidenceDatabase('matrix-test');
const room = searchRoom(db, { patience: 60_000 });
const source: EvidenceSource = {
  map: () => mapView(db),
  topics: () => topicList(db),
  sources: () => sourceNames(db),
  cell: (id) => cellView(db, id),
  entry: (id) => entryView(db, id),
  topic: (id) => topicEvidence(db, id),
  words: (id) => topicWords(db, id),
  search: (ask) => room.ask(ask),
};

beforeAll(async () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../../data/pack.json'), 'utf8');
  const seeded = await seedEvidence(db, text);
  if (!seeded.ok) throw new Error(seeded.reason);
});
afterAll(async () => {
  await db.delete();
});

let copied: string[];
let role: Role;
let tabAlive: number;
beforeEach(() => {
  copied = [];
  role = 'everyone';
  tabAlive = 7;
});

const tools = {
  cite: citeEntry,
  prepareSearch: () => room.prepare(),
  origin: async (ticket: string) =>
    ticket === '0a1b2c3d' ? { title: 'Lot 3 <b>under embargo</b>', tab: 7 } : null,
  toTab: async (tab: number) => tab === tabAlive,
  copy: async (text: string) => {
    copied.push(text);
    return true;
  },
  role: {
    read: async () => role,
    save: async (chosen: Role) => {
      role = chosen;
    },
  },
};

async function visit(hash: string, from: EvidenceSource = source): Promise<HTMLElement> {
  location.hash = hash;
  const root = show(<MatrixApp source={from} tools={tools} />);
  dispatchEvent(new Event('hashchange'));
  await settled();
  return root;
}

const heading = (root: HTMLElement) => root.querySelector('h1')?.textContent;

describe('the map', () => {
  it('shows all 25 cells with what is held, and lights those of the page', async () => {
    const root = await visit('#/?topics=residential-rehabilitation');
    expect(root.querySelectorAll('.map td a')).toHaveLength(25);
    expect(find(root, '.map td', 'E4').className).toBe('lit');
    expect(find(root, '.map td', 'E4').textContent).toContain('15 entries');
    expect(find(root, '.map td', 'A5').textContent).toContain('No entries held yet');
    expect(find(root, '.map a', 'E4').getAttribute('href')).toBe(
      '#/drug/E4?topics=residential-rehabilitation',
    );
  });

  it('names the page by its ticket, leads back to its tab, and says where that is gone', async () => {
    const root = await visit('#/?topics=mutual-aid&from=0a1b2c3d');
    expect(find(root, '.intro b', 'Lot 3').textContent).toBe('Lot 3 <b>under embargo</b>');
    for (const link of root.querySelectorAll('a'))
      expect(link.getAttribute('href')).not.toMatch(/embargo/);
    tabAlive = 8;
    find(root, 'button', 'Back to your page').click();
    await settled();
    expect(root.textContent).toContain('Its tab has been closed.');
    const later = await visit('#/?topics=mutual-aid&from=ffffffff');
    expect(later.textContent).toContain('the page you came from');
    expect(later.textContent).not.toContain('Back to your page');
  });

  it('names row 1 as each matrix does', async () => {
    expect(find(await visit('#/alcohol'), '.map tbody th', '1').textContent).toBe(
      '1 Screening and brief intervention',
    );
  });
});

describe('a cell', () => {
  it('lists its entries and marks itself in the grid', async () => {
    const root = await visit('#/drug/E4');
    expect(heading(root)).toBe('E4 Treatment systems: psychosocial therapies');
    expect(document.title).toBe('E4 Treatment systems: psychosocial therapies – Treatment matrix');
    expect(root.querySelector('[aria-current=page]')?.getAttribute('aria-label')).toBe(
      'E4, 15 entries',
    );
    expect(root.querySelectorAll('section .entries > li')).toHaveLength(15);
  });

  it('without entries says why, and where the nearest are', async () => {
    const root = await visit('#/drug/A5');
    expect(root.textContent).toContain('No entries of this cell are held yet');
    expect(root.textContent).toContain('B5, 6 entries');
  });
});

describe('rows from elsewhere', () => {
  const OWN = 'imported from E4.htm on 2026-11-24 by the reader';
  const mixed: EvidenceSource = {
    ...source,
    sources: async () => ({
      ok: true,
      value: {
        own: { title: 'Your imported cells', role: 'own', revised: '2026-11-24' },
        county: { title: 'Example <b>County</b>', role: 'organisation', revised: '2026-10-01' },
      },
    }),
    async cell(id) {
      const got = await cellView(db, id);
      if (!got.ok || !got.value) return got;
      const { entries, passages, ...view } = got.value;
      const [first, second, third, ...others] = entries;
      const [passage] = passages;
      if (!first || !second || !third || !passage) throw new Error('E4 is not whole');
      const copy = {
        ...passage,
        id: `${passage.id}-in-a-copy`,
        from: 'own',
        paragraphs: ['The page’s own words.'],
        entries: [second.id],
      };
      return {
        ok: true,
        value: {
          ...view,
          entries: [
            { ...first, from: 'own', source: OWN },
            { ...second, from: 'county' },
            { ...third, filled: { from: 'own', fields: ['year', 'order'] } },
            ...others,
          ],
          passages: [...passages, copy],
        },
      };
    },
  };

  it('say where they are from, and others say nothing', async () => {
    const root = await visit('#/drug/E4', mixed);
    const said = [...root.querySelectorAll('.entry .fromwhere')].map((p) => p.textContent);
    expect(said).toEqual([
      'From your copy of the cell, read on 24 November 2026.',
      'From “Example <b>County</b>”, put together on 1 October 2026.',
      'Filled in from your copy of the cell: year.',
    ]);
  });

  it('a copy’s text of a passage stands folded under our summary, and opens at its own address', async () => {
    const root = await visit('#/drug/E4', mixed);
    const sections = root.querySelectorAll('.passage');
    expect(sections).toHaveLength(5);
    const folded = find(root, '.passage details', 'The page’s own words.');
    expect(folded.hasAttribute('open')).toBe(false);
    expect(folded.querySelector('summary')?.textContent).toContain('read on 24 November 2026');
    const heading = folded.closest('.passage')?.querySelector('h3')?.textContent;
    const at = await visit('#/drug/E4/passage/what-is-this-cell-about-in-a-copy', mixed);
    expect(at.querySelector('.passage.hit h3')?.textContent).toBe(heading);
    expect(find(at, '.passage.hit details', 'own words').hasAttribute('open')).toBe(true);
  });
});

describe('an entry', () => {
  const ID = 'drug/E4/active-referral-promotes-na-aa-attendance-in-uk';

  it('shows findings as words, its place in the list, and a reference to copy', async () => {
    const root = await visit(`#/${ID}`);
    expect(heading(root)).toContain('Active referral');
    expect(find(root, '.finds td', 'No clear difference').querySelector('.f')?.className).toBe(
      'f same',
    );
    expect(root.textContent).toContain('3 of 15');
    find(root, 'button', 'Copy reference').click();
    await settled();
    expect(copied).toHaveLength(1);
    expect(root.textContent).toContain('Copied.');
    expect(root.textContent).toContain(copied[0]);
  });

  it('of which only the title is held says that', async () => {
    const root = await visit('#/drug/A1/methadone-treatment-saved-lives-in-sweden');
    expect(root.textContent).toContain('Only what its line in the list says is held');
    expect(root.querySelector('.finds')).toBeNull();
  });

  it('leads to the next by a link', async () => {
    const root = await visit(`#/${ID}`);
    const next = root.querySelector('[rel=next]')?.getAttribute('href') ?? '';
    expect(heading(await visit(next))).toContain('In USA');
    expect(document.activeElement?.tagName).toBe('H1');
  });
});

describe('a passage and a topic', () => {
  it('show what they hold', async () => {
    const passage = await visit('#/drug/E4/passage/who-needs-residential-care');
    expect(heading(passage)).toContain('E4');
    expect(find(passage, '.hit h3', 'Who needs residential care?')).toBe(document.activeElement);
    expect(document.title).toBe('Who needs residential care? – Treatment matrix');
    const topic = await visit('#/topic/residential-rehabilitation');
    expect(heading(topic)).toBe('Residential rehabilitation');
    expect(topic.textContent).toContain('Mixed.');
  });
});

describe('what is not there', () => {
  it.each([
    '#/drug/Z9',
    '#/drug/E4/no-such-entry',
    '#/drug/E4/passage/none',
    '#/topic/none',
    '#/x y',
  ])('%s is said in plain words', async (hash) => {
    const root = await visit(hash);
    expect(heading(root)).toBe('Nothing is held at this address');
    expect(find(root, 'a', 'Go to the map').getAttribute('href')).toBe('#/');
  });
});

describe('waiting and failing', () => {
  it('says that it is opening until the evidence answers', async () => {
    const never: EvidenceSource = { ...source, map: () => new Promise(() => {}) };
    expect((await visit('#/', never)).textContent).toContain('Opening the evidence');
  });

  it('says why it cannot open, and opens when asked again', async () => {
    let blocked = true;
    const flaky: EvidenceSource = {
      ...source,
      map: async () =>
        blocked ? { ok: false, reason: 'Another tab is updating it.' } : mapView(db),
    };
    const root = await visit('#/drug/E4', flaky);
    expect(heading(root)).toBe('The evidence could not be opened');
    expect(root.querySelector('[role=alert]')?.textContent).toBe('Another tab is updating it.');
    blocked = false;
    find(root, 'button', 'Try now').click();
    await settled();
    expect(heading(root)).toContain('E4');
  });

  it('drops the late answer for a place that the reader has left', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: EvidenceSource = {
      ...source,
      cell: async (id) => {
        if (id === 'drug/E4') await held;
        return cellView(db, id);
      },
    };
    await visit('#/drug/E4', slow);
    const root = await visit('#/drug/B5', slow);
    release();
    await settled();
    expect(heading(root)).toContain('B5');
  });
});
