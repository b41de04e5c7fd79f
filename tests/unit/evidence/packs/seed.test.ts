// Filling the database: repeatable, all or nothing, and honest about what it found.
import { describe, expect, it } from 'vitest';
import { allEntries } from '../../../../lib/evidence/blocks';
import { EvidenceDatabase, openEvidence } from '../../../../lib/evidence/database';
import { sha256Of } from '../../../../lib/evidence/packs/checksum';
import { seedEvidence, stored } from '../../../../lib/evidence/packs/seed';
import { mapView, topicEvidence } from '../../../../lib/evidence/queries';
import { dump, freshDatabase, packCopy, packText, seededDatabase } from '../real-pack';

function otherPack(): string {
  const other = packCopy();
  for (const entry of other.entries) entry.publisher = 'Another publisher';
  return JSON.stringify(other);
}

describe('seeding', () => {
  it('fills an empty database and knows the same file again', async () => {
    const db = freshDatabase();
    const first = await seedEvidence(db, packText);
    expect(first).toMatchObject({ ok: true, state: 'filled' });
    const before = await dump(db);
    expect(await seedEvidence(db, packText)).toMatchObject({ ok: true, state: 'same' });
    expect(await dump(db)).toEqual(before);
    expect(first.ok && first.info.sha256).toBe(await sha256Of(packText));
    expect(first.ok && first.info.held).toMatchObject({ cells: 50, entries: 167, topics: 38 });
  });

  it('puts another file in the place of the first, and nothing of the first remains', async () => {
    const db = await seededDatabase();
    expect(await seedEvidence(db, otherPack())).toMatchObject({ ok: true, state: 'replaced' });
    const publishers = new Set((await allEntries(db)).map(({ publisher }) => publisher));
    expect([...publishers]).toEqual(['Another publisher']);
  });

  it('fills it once where two parts of the extension start at the same time', async () => {
    const db = freshDatabase();
    const again = new EvidenceDatabase(db.name);
    const both = await Promise.all([seedEvidence(db, packText), seedEvidence(again, packText)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await stored(db)).toMatchObject({ whole: true });
  });

  it('says that it restored evidence which the browser had cleared', async () => {
    const db = freshDatabase();
    expect(await seedEvidence(db, packText, { filledBefore: true })).toMatchObject({
      ok: true,
      state: 'restored',
    });
  });

  it('notices a table that was emptied, though the file is the same', async () => {
    for (const table of ['entryBlocks', 'lists', 'cards', 'topics'] as const) {
      const db = await seededDatabase();
      await db.table(table).clear();
      expect((await stored(db)).whole).toBe(false);
      expect(await seedEvidence(db, packText)).toMatchObject({ ok: true, state: 'restored' });
      expect((await stored(db)).whole).toBe(true);
    }
  });
});

describe('a torn seed', () => {
  const tables = [
    'cells',
    'entryBlocks',
    'lists',
    'packs',
    'texts',
    'passages',
    'guidance',
    'statements',
    'topics',
    'cards',
    'meta',
  ];

  it.each(tables)('leaves the old evidence when writing %s fails', async (table) => {
    const db = await seededDatabase();
    const before = await dump(db);
    db.table(table).hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await seedEvidence(db, otherPack())).toMatchObject({ ok: false, code: 'full' });
    expect(await dump(db)).toEqual(before);
    expect((await mapView(db)).ok).toBe(true);
  });

  it('leaves an empty database empty', async () => {
    const db = freshDatabase();
    db.table('cards').hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await seedEvidence(db, packText)).toMatchObject({ ok: false, code: 'full' });
    expect(Object.values(await dump(db)).flat()).toEqual([]);
    expect(await topicEvidence(db, 'mutual-aid')).toMatchObject({ ok: false, code: 'empty' });
  });

  it('lets a fault in the code through', async () => {
    const db = freshDatabase();
    db.table('cards').hook('creating', () => {
      throw new RangeError('a fault');
    });
    await expect(seedEvidence(db, packText)).rejects.toThrow('a fault');
    expect(await db.entryBlocks.count()).toBe(0);
  });

  it('leaves the old evidence when the file is refused, and says where it is wrong', async () => {
    const db = await seededDatabase();
    const before = await dump(db);
    const refused = await seedEvidence(db, packText.replace('"year": 2012', '"year": "2012"'));
    expect(refused).toMatchObject({ ok: false, code: 'refused' });
    expect(refused.ok || refused.reason).toMatch(/line \d+, entries\[\d+\]\.year: .+ unchanged/);
    expect(await dump(db)).toEqual(before);
  });

  it('leaves the old evidence when the database is closed under it', async () => {
    const db = await seededDatabase();
    const seeding = seedEvidence(db, otherPack());
    db.close();
    expect(await seeding).toMatchObject({ ok: false, code: 'closed' });
    const again = new EvidenceDatabase(db.name);
    expect((await stored(again)).whole).toBe(true);
    expect(
      (await allEntries(again)).some(({ publisher }) => publisher === 'Another publisher'),
    ).toBe(false);
  });
});

describe('opening', () => {
  it('opens, and opens again', async () => {
    const db = freshDatabase();
    expect(await openEvidence(db)).toEqual({ ok: true, value: db });
    expect(await openEvidence(db)).toEqual({ ok: true, value: db });
  });

  it('leaves a database of a newer version alone and says so, though its tables would fit', async () => {
    const held = await seededDatabase();
    held.close();
    const newer = (held.verno + 1) * 10;
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(held.name, newer);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
    const db = new EvidenceDatabase(held.name);
    const opened = await openEvidence(db);
    expect(opened).toMatchObject({ ok: false, code: 'newer' });
    expect(opened.ok || opened.reason).toContain('Update the extension');
    expect(await mapView(new EvidenceDatabase(held.name))).toMatchObject({ code: 'newer' });
    expect(await seedEvidence(new EvidenceDatabase(held.name), packText)).toMatchObject({
      code: 'newer',
    });
  });

  it('says that another tab holds it where opening is blocked', async () => {
    const { name } = freshDatabase();
    const held = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    expect(await openEvidence(new EvidenceDatabase(name))).toMatchObject({
      ok: false,
      code: 'blocked',
    });
    held.close();
  });

  it('says so where the browser never answers', async () => {
    const db = freshDatabase();
    db.open = () => new Promise<never>(() => {}) as unknown as ReturnType<typeof db.open>;
    expect(await openEvidence(db, 5)).toMatchObject({ ok: false, code: 'broken' });
  });

  it('says so where the browser keeps no databases', async () => {
    const db = freshDatabase();
    db.open = () =>
      Promise.reject(new DOMException('not allowed', 'SecurityError')) as unknown as ReturnType<
        typeof db.open
      >;
    expect(await openEvidence(db)).toMatchObject({ ok: false, code: 'unavailable' });
  });
});
