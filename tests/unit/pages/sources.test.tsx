// The evidence on this computer: each state of the page, and what its buttons ask for.
import { describe, expect, it, vi } from 'vitest';
import type { SourceDoors } from '../../../components/settings/evidence/doors';
import { SourcesPage } from '../../../components/settings/evidence/SourcesPage';
import { type Section, SettingsApp } from '../../../components/settings/SettingsApp';
import type {
  Difference,
  HeldPack,
  PackVersion,
  Progress,
  Review,
  RowDifference,
  SourcesView,
  Subscription,
} from '../../../lib/evidence/packs/model';
import { find, settled, show } from './dom';

const counts = {
  cells: 50,
  entries: 1,
  passages: 0,
  guidance: 0,
  statements: 3,
  topics: 38,
  terms: 14210,
};
const version = (more: Partial<PackVersion> = {}): PackVersion => ({
  title: 'Treatment matrices',
  version: '1.1.0',
  licence: 'CC BY 4.0',
  revised: '2026-11-24',
  sha256: 'a'.repeat(64),
  counts,
  origin: { kind: 'shipped' },
  applied: null,
  ...more,
});
const shipped: HeldPack = {
  ...version(),
  id: 'm',
  role: 'shipped',
  previous: version({ version: '1.0.0' }),
};
const county: HeldPack = {
  ...version({ title: 'County', version: '0.3.0', origin: { kind: 'file', name: 'county.json' } }),
  id: 'county',
  role: 'organisation',
  previous: null,
};
const mine: HeldPack = {
  ...version({ title: 'Your imported cells', origin: { kind: 'imported', name: 'b3.md' } }),
  id: 'own',
  role: 'own',
  previous: null,
};
const view = (
  packs: readonly HeldPack[],
  subscriptions: readonly Subscription[] = [],
): SourcesView => ({
  packs,
  clashes: [],
  clashCount: 0,
  subscriptions,
});
const none: RowDifference = {
  counts: { added: 0, changed: 0, removed: 0 },
  added: [],
  changed: [],
  removed: [],
};
const difference: Difference = {
  cells: none,
  passages: none,
  guidance: none,
  statements: none,
  topics: none,
  entries: {
    counts: { added: 3, changed: 1, removed: 0 },
    added: [{ id: 'a', title: 'A new guide' }],
    changed: [
      { id: 'b', title: 'Peers', changes: [{ field: 'year', before: '2008', after: '2009' }] },
    ],
    removed: [],
  },
  cited: [
    {
      id: 'b',
      title: 'Peers',
      changes: [{ field: 'year', before: '2008', after: '2009' }],
      cited: '2026-11-12T12:00:00Z',
      gone: false,
    },
  ],
};
const review: Review = {
  ticket: '1',
  packs: [
    {
      id: 'county',
      role: 'organisation',
      state: 'newer',
      next: version({ title: 'County', version: '0.4.0' }),
      held: version({ version: '0.3.0' }),
    },
  ],
  difference,
  clashes: [
    {
      kind: 'same-id',
      from: 'county',
      shown: 'm',
      what: 'entry',
      id: 'x',
      reason: '“X” is in both.',
    },
  ],
  clashCount: 700,
};
const ok = <T,>(value: T) => ({ ok: true as const, value });

function page(held: SourcesView, more: Partial<SourceDoors> = {}) {
  const saved: [string, string][] = [];
  const doors: SourceDoors = {
    sources: async () => ok(held),
    review: vi.fn<SourceDoors['review']>(async () => ok(review)),
    apply: vi.fn<SourceDoors['apply']>(async () => ok(held)),
    rollBack: vi.fn<SourceDoors['rollBack']>(async () => ok(held)),
    remove: vi.fn<SourceDoors['remove']>(async () => ok(view([shipped]))),
    removeCell: vi.fn<SourceDoors['removeCell']>(async () => ok(held)),
    exportPack: vi.fn<SourceDoors['exportPack']>(async (id) =>
      ok({ name: `${id}.json`, file: new Blob(['x'.repeat(84_000)]), sha256: '' }),
    ),
    exportAll: vi.fn<SourceDoors['exportAll']>(async ({ own }) =>
      ok({ name: own ? 'all-own.json' : 'all.json', file: new Blob(['x']), sha256: '' }),
    ),
    subscriptions: {
      subscribe: vi.fn<SourceDoors['subscriptions']['subscribe']>(async () => ok({})),
      unsubscribe: vi.fn<SourceDoors['subscriptions']['unsubscribe']>(async () => ok({})),
      check: vi.fn<SourceDoors['subscriptions']['check']>(async () => ok({})),
      weekly: vi.fn<SourceDoors['subscriptions']['weekly']>(async () => ok({})),
    },
    ownCells: async () => ok([{ id: 'drug/B3', read: { from: 'b3.md', day: '2026-11-24' } }]),
    map: async () => ({ ok: false, reason: 'no maps in this test' }),
    save: (name, file) => void saved.push([name, `${file.size}`]),
    copy: async () => true,
    ...more,
  };
  return { root: show(<SourcesPage doors={doors} />), doors, saved };
}

const pack = (root: HTMLElement, title: string) => find(root, 'section.pack', title);

async function give(root: HTMLElement, name: string) {
  const input = root.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no field for files');
  Object.defineProperty(input, 'files', { value: [new File(['x'], name)], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

describe('what is held', () => {
  it('names title, version, dates, licence, checksum and counts of each', async () => {
    const { root } = page(view([shipped, county, mine]));
    expect(root.textContent).toContain('Opening the evidence');
    await settled();
    const words = pack(root, 'Treatment matrices').textContent;
    expect(words).toContain('Came with the extension');
    expect(words).toContain('1.1.0, put together on 24 November 2026');
    expect(words).toContain('50 cells, 1 entry, 38 topics, 14,210 wordings');
    expect(words).toContain(`${'a'.repeat(12)}…`);
    expect(pack(root, 'County').textContent).toContain('from the file county.json');
    expect(pack(root, 'Your imported cells').textContent).toContain(
      'Drug B3 · read on 24 November 2026 from b3.md',
    );
    expect(pack(root, 'Treatment matrices').textContent).not.toContain('Take it out');
  });

  it('says why it cannot be opened, and opens when asked again', async () => {
    let blocked = true;
    const held = view([shipped]);
    const { root } = page(held, {
      sources: async () =>
        blocked ? { ok: false, reason: 'Another tab holds it back.' } : ok(held),
    });
    await settled();
    expect(find(root, '[role=alert]', 'could not be opened').textContent).toContain('Another tab');
    blocked = false;
    find(root, 'button', 'Try again').click();
    await settled();
    expect(pack(root, 'Treatment matrices')).toBeTruthy();
  });

  it('goes back only after saying what that does', async () => {
    const { root, doors } = page(view([shipped]));
    await settled();
    find(root, 'button', 'Go back to this one…').click();
    await settled();
    expect(root.textContent).toContain('Version 1.1.0 is kept, so you can return to it');
    expect(doors.rollBack).not.toHaveBeenCalled();
    find(root, 'button', 'Leave it').click();
    await settled();
    expect(document.activeElement?.textContent).toBe('Go back to this one…');
    find(root, 'button', 'Go back to this one…').click();
    await settled();
    const yes = find(root, 'button', 'Go back to version 1.0.0');
    yes.focus();
    yes.click();
    await settled();
    expect(doors.rollBack).toHaveBeenCalledWith('m', expect.anything());
    expect(find(root, '.done', 'is version 1.0.0 again')).toBeTruthy();
    expect(document.activeElement?.className).toBe('news');
  });

  it('takes a set out and puts it back', async () => {
    const { root, doors } = page(view([shipped, county]));
    await settled();
    find(pack(root, 'County'), 'button', 'Take it out…').click();
    await settled();
    find(pack(root, 'County'), '.confirm button', 'Take it out').click();
    await settled();
    expect(root.textContent).toContain('“County” was taken out.');
    expect(root.querySelectorAll('section.pack')).toHaveLength(1);
    find(root, 'button', 'Undo').click();
    await settled();
    expect(doors.review).toHaveBeenCalledWith(
      { kind: 'file', name: 'County', file: expect.any(Blob) },
      expect.anything(),
    );
    expect(doors.apply).toHaveBeenCalledWith('1', expect.anything());
    expect(pack(root, 'County')).toBeTruthy();
  });

  it('saves one set, or all; the reader’s own only where they say so', async () => {
    const { root, saved } = page(view([shipped, mine]));
    await settled();
    find(pack(root, 'Treatment matrices'), 'button', 'Save a copy').click();
    await settled();
    expect(root.textContent).toContain('Saved as m.json, 84 kB.');
    find(root, 'button', 'Save a copy of all').click();
    await settled();
    find(root, '.opt', 'With your own copies').querySelector('input')?.click();
    await settled();
    find(root, 'button', 'Save a copy of all').click();
    await settled();
    expect(saved.map(([name]) => name)).toEqual(['m.json', 'all.json', 'all-own.json']);
  });

  it('takes out one imported cell', async () => {
    const { root, doors } = page(view([shipped, mine]));
    await settled();
    find(root, 'button', 'Take this copy out').click();
    await settled();
    expect(doors.removeCell).toHaveBeenCalledWith('drug/B3', expect.anything());
  });
});

describe('another set', () => {
  it('is shown with what it changes, what the reader cited first, and used only when they say so', async () => {
    const { root, doors } = page(view([shipped, county]));
    await settled();
    await give(root, 'newer.json');
    const box = pack(root, 'Ready to be used');
    expect(box.textContent).toContain(
      'County, version 0.4.0 of 24 November 2026: newer than what is held',
    );
    expect(box.textContent).toContain('3 added, 1 changed, 0 removed.');
    expect(box.textContent).toMatch(
      /1 entry that you copied a reference of.*Peers copied on 12 November 2026.*Year20082009/s,
    );
    expect(box.textContent).toContain('2 more are not listed.');
    expect(box.textContent).toMatch(/700 places.*“X” is in both\..*699 more are not listed/s);
    expect(doors.apply).not.toHaveBeenCalled();
    find(box, 'button', 'Use it').click();
    await settled();
    expect(doors.apply).toHaveBeenCalledWith('1', expect.anything());
    expect(root.textContent).toContain('“County” is in use now.');
  });

  it('left alone changes nothing', async () => {
    const { root, doors } = page(view([shipped]));
    await settled();
    await give(root, 'newer.json');
    find(root, 'button', 'Not now').click();
    await settled();
    expect(root.textContent).toContain('Nothing was changed.');
    expect(doors.apply).not.toHaveBeenCalled();
  });

  it('that is refused is named with every place and reason', async () => {
    const problems = [
      { line: 212, path: 'entries[3].year', reason: 'it must be a whole number' },
      { line: null, path: '', reason: 'the file does not hold a set of evidence' },
    ];
    const failure = {
      ok: false as const,
      code: 'refused' as const,
      reason: 'Refused: line 212. Unchanged.',
      problems,
    };
    const { root } = page(view([shipped]), { review: async () => failure });
    await settled();
    await give(root, 'faulty.json');
    const words = find(root, '.box', 'This was not used: faulty.json').textContent;
    expect(words).toContain('Refused: line 212. Unchanged.');
    expect(words).toContain('Line 212, “entries[3].year”: it must be a whole number');
    expect(words).toContain('the file: the file does not hold a set of evidence');
    expect(pack(root, 'Treatment matrices')).toBeTruthy();
  });

  it('that is held already is not offered', async () => {
    const same: Review = {
      ...review,
      packs: review.packs.map((one) => ({ ...one, state: 'same' as const })),
    };
    const { root } = page(view([shipped]), { review: async () => ok(same) });
    await settled();
    await give(root, 'same.json');
    expect(root.textContent).toContain('byte for byte');
    expect([...root.querySelectorAll('button')].map((b) => b.textContent)).not.toContain('Use it');
  });

  it('can be stopped while it is read; how far it has come is told', async () => {
    let tell: ((progress: Progress) => void) | undefined;
    const { root } = page(view([shipped]), {
      review: (_input, watch) =>
        new Promise((resolve) => {
          tell = watch?.progress;
          watch?.signal?.addEventListener('abort', () =>
            resolve({ ok: false, code: 'cancelled', reason: 'Stopped as you asked. Unchanged.' }),
          );
        }),
    });
    await settled();
    await give(root, 'large.json');
    expect(find(root, '[role=progressbar]', '').hasAttribute('aria-valuenow')).toBe(false);
    tell?.({ step: 'checking', done: 30, of: 120 });
    await settled();
    expect(find(root, '.news [role=status]', 'checking every line').textContent).toContain('25 %');
    expect(find(root, '[role=progressbar]', '').getAttribute('aria-valuenow')).toBe('25');
    find(root, 'button', 'Stop').click();
    await settled();
    expect(find(root, '.done', 'Stopped as you asked. Unchanged.')).toBeTruthy();
    expect(root.querySelector('[role=progressbar]')).toBeNull();
  });
});

describe('an address', () => {
  const at = (outcome: Subscription['outcome']): Subscription => ({
    url: 'https://county.example/set.json',
    pack: null,
    weekly: false,
    checked: outcome.is === 'never' ? null : '2026-11-20T12:00:00Z',
    outcome,
  });

  it.each<[Subscription['outcome'], RegExp]>([
    [{ is: 'never' }, /Not checked yet\./],
    [{ is: 'same' }, /Last checked on 20 November 2026: nothing newer there/],
    [
      { is: 'waiting', sha256: 'x', bytes: 1_250_000, at: '2026-11-20T12:00:00Z' },
      /a newer set is waiting \(1\.3 MB\).*Nothing changes until you say so/s,
    ],
    [
      { is: 'failed', reason: 'The site answered “404”.' },
      /without success: The site answered “404”\..*The evidence in use is unchanged/s,
    ],
  ])('says how the last look went: %j', async (outcome, words) => {
    const { root } = page(view([shipped], [at(outcome)]));
    await settled();
    expect(find(root, '.rows > li', 'county.example').textContent).toMatch(words);
  });

  it('is looked at now, weekly, or no more; what waits is shown before it is used', async () => {
    const waiting = at({ is: 'waiting', sha256: 'x', bytes: 1, at: '' });
    const { root, doors } = page(view([shipped], [waiting]));
    await settled();
    find(root, 'button', 'Check now').click();
    await settled();
    expect(doors.subscriptions.check).toHaveBeenCalledWith(waiting.url);
    find(root, '.opt', 'once a week').querySelector('input')?.click();
    await settled();
    expect(doors.subscriptions.weekly).toHaveBeenCalledWith(waiting.url, true);
    find(root, 'button', 'See what it would change').click();
    await settled();
    expect(doors.review).toHaveBeenCalledWith(
      { kind: 'waiting', url: waiting.url },
      expect.anything(),
    );
    find(root, 'button', 'Not now').click();
    await settled();
    find(root, 'button', 'Stop checking').click();
    await settled();
    expect(doors.subscriptions.unsubscribe).toHaveBeenCalledWith(waiting.url);
    expect(root.textContent).toContain('Evidence that came from there stays');
  });

  async function add(root: HTMLElement, text: string) {
    const field = root.querySelector<HTMLInputElement>('.add input');
    if (!field) throw new Error('no field for an address');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    root
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  }

  it('is asked for straight from the click, and only an https one', async () => {
    const { root, doors } = page(view([shipped]));
    await settled();
    await add(root, 'http://county.example/set.json');
    await settled();
    expect(root.textContent).toContain('Nothing was asked.');
    expect(doors.subscriptions.subscribe).not.toHaveBeenCalled();
    await add(root, 'https://county.example/set.json');
    // Before any turn of the loop: the browser asks only straight after a click.
    expect(doors.subscriptions.subscribe).toHaveBeenCalledWith('https://county.example/set.json');
    await settled();
    expect(root.textContent).toContain('The address was added.');
  });

  it('that the browser or the site refuses is named with the reason', async () => {
    const base = page(view([shipped]));
    const refuse = {
      ...base.doors.subscriptions,
      subscribe: async () => ({ ok: false as const, reason: 'Not given leave.' }),
    };
    show(null);
    const { root } = page(view([shipped]), { subscriptions: refuse });
    await settled();
    await add(root, 'https://county.example/set.json');
    await settled();
    expect(find(root, '.box', 'This was not used').textContent).toContain('Not given leave.');
  });
});

describe('the settings page', () => {
  const section = (id: string): Section => ({
    id,
    title: id.toUpperCase(),
    show: ({ rest }) => <h2 tabIndex={-1}>{`${id} ${rest}`}</h2>,
  });
  const app = async (hash: string) => {
    location.hash = hash;
    const root = show(<SettingsApp sections={[section('a'), section('b')]} />);
    dispatchEvent(new Event('hashchange'));
    await settled();
    return root;
  };

  it('opens at its first section, names the one it is in, and moves the focus to its heading', async () => {
    const root = await app('');
    expect(root.querySelector('h2')?.textContent).toBe('a ');
    expect(document.title).toBe('A – Settings');
    await app('#/b/part?x=1');
    expect(root.querySelector('h2')?.textContent).toBe('b part');
    expect(root.querySelector('[aria-current=page]')?.textContent).toBe('B');
    expect(document.activeElement?.tagName).toBe('H2');
  });

  it('says so where there is no such section', async () => {
    const root = await app('#/%3Cb%3E');
    expect(root.textContent).toContain('There is no such page');
    expect(document.title).toBe('Not found – Settings');
    expect(root.querySelector('[aria-current]')).toBeNull();
  });
});
