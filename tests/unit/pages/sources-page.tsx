// The page of the evidence on this computer with doors that note what is asked of them, for its tests.
import { vi } from 'vitest';
import type { SourceDoors } from '../../../components/settings/evidence/doors';
import { SourcesPage } from '../../../components/settings/evidence/SourcesPage';
import type {
  Difference,
  HeldPack,
  PackVersion,
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
export const shipped: HeldPack = {
  ...version(),
  id: 'm',
  role: 'shipped',
  previous: version({ version: '1.0.0' }),
};
export const county: HeldPack = {
  ...version({ title: 'County', version: '0.3.0', origin: { kind: 'file', name: 'county.json' } }),
  id: 'county',
  role: 'organisation',
  previous: null,
};
export const mine: HeldPack = {
  ...version({ title: 'Your imported cells', origin: { kind: 'imported', name: 'b3.md' } }),
  id: 'own',
  role: 'own',
  previous: null,
};
export const view = (
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
export const review: Review = {
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
export const ok = <T,>(value: T) => ({ ok: true as const, value });

export function page(held: SourcesView, more: Partial<SourceDoors> = {}) {
  const saved: [string, string][] = [];
  const doors: SourceDoors = {
    sources: async () => ok(held),
    review: vi.fn<SourceDoors['review']>(async () => ok(review)),
    apply: vi.fn<SourceDoors['apply']>(async () => ok(held)),
    rollBack: vi.fn<SourceDoors['rollBack']>(async () => ok(held)),
    remove: vi.fn<SourceDoors['remove']>(async () => ok(view([shipped]))),
    putBack: vi.fn<SourceDoors['putBack']>(async () => ok(held)),
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

export const pack = (root: HTMLElement, title: string) => find(root, 'section.pack', title);

export async function give(root: HTMLElement, name: string) {
  const input = root.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no field for files');
  Object.defineProperty(input, 'files', { value: [new File(['x'], name)], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}
