// Everything kept, saved to a file, deleted and brought back: whole or not at all, whatever the file holds and whatever fails.
import { beforeEach, describe, expect, it } from 'vitest';
import { type DataWorld, dataWork } from '../../../lib/background/data-work';
import { readBackup, writeBackup } from '../../../lib/backup/file';
import { EvidenceDatabase } from '../../../lib/evidence/database';
import { recordCited } from '../../../lib/evidence/packs/cited';
import { packRoom } from '../../../lib/evidence/packs/room';
import { seedEvidence } from '../../../lib/evidence/packs/seed';
import { subscribe } from '../../../lib/evidence/packs/subscribed';
import { council, smallPack } from '../evidence/packs/small-pack';
import { memoryArea } from './rooms';

let n = 0;
let held: Record<string, unknown>;
let db: EvidenceDatabase;
let followed: number;

function world(more: Partial<DataWorld> = {}): DataWorld {
  return {
    db,
    local: memoryArea(held),
    session: memoryArea(),
    room: async () => ({ usage: 5_000_000, persistent: false }),
    version: () => '0.1.0',
    now: () => new Date('2026-11-24T10:00:00Z'),
    follow: async () => {
      followed++;
    },
    ...more,
  };
}

const everything = async () => ({
  held: { ...held },
  packs: await db.packs.toArray(),
  texts: (await db.texts.toArray()).map(({ key, bytes }) => [key, bytes.length]),
  cited: await db.cited.toArray(),
  addresses: await db.subscriptions.toArray(),
  cards: await db.cards.toArray(),
  entries: await db.entryBlocks.toArray(),
});

beforeEach(async () => {
  n++;
  followed = 0;
  db = new EvidenceDatabase(`data-work-${n}`);
  held = {
    'settings.role': 'manager',
    'settings.off': { 'a.example': '2026-11-12T09:00:00.000Z' },
    'settings.ofTomorrow': { deep: true },
    'evidence.filled': true,
  };
  const seeded = await seedEvidence(db, JSON.stringify(smallPack()));
  if (!seeded.ok) throw new Error(seeded.reason);
  const room = packRoom(db);
  const file = new Blob([JSON.stringify(council())]);
  const reviewed = await room.review({ kind: 'file', name: 'county.json', file });
  if (!reviewed.ok) throw new Error(reviewed.reason);
  await room.apply(reviewed.value.ticket);
  const [block] = await db.entryBlocks.toArray();
  await recordCited(db, [block?.first ?? ''], '2026-11-20T09:00:00.000Z');
  await subscribe(db, 'https://county.example/evidence.json');
});

async function backup(): Promise<Blob> {
  const made = await dataWork(world()).backUp();
  if (!made.ok) throw new Error(made.reason);
  expect(made.value.name).toBe('evidence-overlay-2026-11-24.backup');
  return made.value.file;
}

describe('what is kept', () => {
  it('is counted by kind', async () => {
    const kept = await dataWork(world()).kept();
    if (!kept.ok) throw new Error(kept.reason);
    expect(kept.value.kinds.map(({ count }) => count)).toEqual([
      '2 sets',
      '1 entry',
      '1 address',
      '0 decisions',
      '0 names',
      '3 values',
    ]);
    expect(kept.value.room.usage).toBe(5_000_000);
  });
});

describe('files opened before', () => {
  it('are counted, left out of a backup, left alone by one brought back, and deleted with all', async () => {
    const names = [
      {
        ...{ name: 'Lot 1.pdf', hash: 'a'.repeat(64), kind: 'pdf', pages: 3 },
        ...{ when: '2026-11-25T09:00:00.000Z', spot: null },
      },
    ];
    held['recent.files'] = names;
    const kept = await dataWork(world()).kept();
    expect(kept.ok && kept.value.kinds.map(({ count }) => count)).toContain('1 name');
    const file = await backup();
    const read = await readBackup(file);
    if (!read.ok) throw new Error('not read');
    const texts = [...read.contents.values()].map((bytes) => new TextDecoder().decode(bytes));
    expect(texts.join()).toContain('settings.role');
    expect(texts.join()).not.toContain('Lot 1');
    const checked = await dataWork(world()).check(file);
    if (!checked.ok) throw new Error(checked.reason);
    expect((await checked.value.restore()).ok).toBe(true);
    expect(held['recent.files']).toEqual(names);
    expect((await dataWork(world()).deleteAll()).ok).toBe(true);
    expect(held).toEqual({});
  });
});

describe('a backup', () => {
  it('brings everything back after all was deleted', async () => {
    const before = await everything();
    const file = await backup();
    const work = dataWork(world());
    expect((await work.deleteAll()).ok).toBe(true);
    expect(held).toEqual({});
    expect(await db.packs.count()).toBe(0);
    const checked = await work.check(file);
    if (!checked.ok) throw new Error(checked.reason);
    expect(checked.value.holds[0]).toBe('3 settings');
    expect(await db.packs.count()).toBe(0);
    expect(await checked.value.restore()).toEqual({ ok: true, value: {} });
    held['evidence.filled'] = true;
    expect(await everything()).toEqual(before);
    expect(followed).toBe(2);
  });

  it('takes the place of what is kept, values that it does not hold among them', async () => {
    const file = await backup();
    const before = await everything();
    held['settings.tiers'] = [1, 2];
    held['settings.role'] = 'practitioner';
    await subscribe(db, 'https://other.example/evidence.json');
    const checked = await dataWork(world()).check(file);
    if (!checked.ok) throw new Error(checked.reason);
    await checked.value.restore();
    expect(await everything()).toEqual(before);
  });

  it('cut in half changes nothing and says so', async () => {
    const file = await backup();
    const before = await everything();
    const checked = await dataWork(world()).check(file.slice(0, file.size / 2));
    expect(checked).toMatchObject({ ok: false });
    expect(checked.ok ? '' : checked.reason).toMatch(
      /ends early: \d+ kB of \d+ kB are there.*Nothing was changed/,
    );
    expect(await everything()).toEqual(before);
  });

  it.each<[string, string, (json: string) => string]>([
    ['settings', 'settings', () => '{"settings.tiers":[9]}'],
    ['settings', 'settings', () => '[]'],
    ['settings', 'settings', () => '{"evidence.filled":true}'],
    ['packs', 'packs', (json) => json.replace('"role":"shipped"', '"role":"own"')],
    ['cited', 'cited', () => '[{"id":1}]'],
    ['addresses', 'addresses', (json) => json.replace('https:', 'http:')],
  ])('whose %s are not sound (%s) changes nothing', async (_what, name, how) => {
    const read = await readBackup(await backup());
    if (!read.ok) throw new Error(read.what);
    const contents = new Map(read.contents);
    const text = how(new TextDecoder().decode(contents.get(name)));
    contents.set(name, new TextEncoder().encode(text));
    const before = await everything();
    const checked = await dataWork(world()).check(
      await writeBackup(contents, { made: 'x', by: 'y' }),
    );
    expect(checked.ok ? '' : checked.reason).toMatch(
      /none of it was used\. Nothing was changed\.$/,
    );
    expect(await everything()).toEqual(before);
  });

  it('whose evidence was altered is refused by the name of the set', async () => {
    const read = await readBackup(await backup());
    if (!read.ok) throw new Error(read.what);
    const contents = new Map(read.contents);
    const [name] = [...contents.keys()].filter((one) => one.startsWith('text now'));
    const bytes = contents.get(name ?? '') ?? new Uint8Array();
    contents.set(name ?? '', bytes.slice(0, -1));
    const checked = await dataWork(world()).check(
      await writeBackup(contents, { made: 'x', by: 'y' }),
    );
    expect(checked).toMatchObject({ ok: false, reason: expect.stringContaining('is not sound') });
  });

  it('is not put in place by halves where there is no room for its settings', async () => {
    const file = await backup();
    held['settings.role'] = 'practitioner';
    const before = await everything();
    let first = true;
    const area = memoryArea(held);
    const local = {
      ...area,
      set: async (items: Record<string, unknown>) => {
        if (first) {
          first = false;
          throw new Error('QUOTA_BYTES quota exceeded');
        }
        await area.set(items);
      },
    };
    const checked = await dataWork(world({ local })).check(file);
    if (!checked.ok) throw new Error(checked.reason);
    expect(await checked.value.restore()).toMatchObject({
      ok: false,
      reason: expect.stringContaining('What was here before is unchanged'),
    });
    expect(await everything()).toEqual(before);
    expect(followed).toBe(0);
  });

  it('is not put in place by halves where the evidence cannot be written', async () => {
    const file = await backup();
    held['settings.role'] = 'practitioner';
    await db.subscriptions.clear();
    const before = await everything();
    const checked = await dataWork(world()).check(file);
    if (!checked.ok) throw new Error(checked.reason);
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    db.cards.hook('creating', full);
    const put = await checked.value.restore();
    db.cards.hook('creating').unsubscribe(full);
    expect(put).toMatchObject({ ok: false, reason: expect.stringContaining('no room left') });
    expect(await everything()).toEqual(before);
  });
});
