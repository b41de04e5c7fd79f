// Databases that earlier versions left on people's computers are brought up, with all that they hold.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allEntries } from '../../../lib/evidence/blocks';
import { EvidenceDatabase } from '../../../lib/evidence/database';
import { seedEvidence, stored } from '../../../lib/evidence/packs/seed';
import { cellView, mapView, topicEvidence, vocabulary } from '../../../lib/evidence/queries';
import type { MetaRow } from '../../../lib/evidence/rows';
import { searchRoom } from '../../../lib/evidence/search/room';
import { askFor } from './search/search-ask';

interface Fixture {
  readonly version: number;
  /** The number under which IndexedDB has it. */
  readonly native: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string;
    readonly autoIncrement: boolean;
    readonly indexes: readonly {
      readonly name: string;
      readonly keyPath: string;
      readonly unique: boolean;
      readonly multiEntry: boolean;
    }[];
  }[];
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

const FOLDER = resolve('tests/fixtures/db');
const fixtures = readdirSync(FOLDER)
  .filter((name) => /^v\d+\.json$/.test(name))
  .map((name): Fixture => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8')));
const latest = new EvidenceDatabase('never-opened').verno;

/** Makes the database as that version made it, without any of the present code. */
async function restore(fixture: Fixture, name: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(name, fixture.native);
    request.onerror = () => failed(request.error);
    request.onsuccess = () => done(request.result);
    request.onupgradeneeded = () => {
      for (const { name: store, keyPath, autoIncrement, indexes } of fixture.stores) {
        const made = request.result.createObjectStore(store, { keyPath, autoIncrement });
        for (const index of indexes) made.createIndex(index.name, index.keyPath, index);
        for (const row of fixture.rows[store] ?? []) made.add(row);
      }
    };
  });
  db.close();
}

describe('bringing a database up', () => {
  it('is tested from every version but the present one', () => {
    const versions = fixtures.map(({ version }) => version).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: latest - 1 }, (_, i) => i + 1));
  });

  it.each(fixtures)('keeps all that version $version held', async (fixture) => {
    const name = `from-version-${fixture.version}`;
    await restore(fixture, name);
    const db = new EvidenceDatabase(name);
    await db.open();
    expect(db.verno).toBe(latest);
    const { entries, meta, ...others } = fixture.rows;
    expect(await allEntries(db)).toEqual(entries);
    for (const [table, rows] of Object.entries(others))
      expect(await db.table(table).toArray(), table).toEqual(rows);
    // Counts of tables that are new come to those that were noted; nothing else is touched.
    for (const row of meta as MetaRow[]) expect(await db.meta.get(row.key)).toMatchObject(row);
    expect(await stored(db)).toMatchObject({ whole: true });
    expect(await topicEvidence(db, 'mutual-aid')).toMatchObject({ ok: true, value: { total: 2 } });
    expect(await cellView(db, 'drug/E4')).toMatchObject({ ok: true });
    expect(await mapView(db)).toMatchObject({ ok: true });
    expect(await vocabulary(db)).toMatchObject({ ok: true });
  });

  it.each(fixtures)('finds in what version $version held', async (fixture) => {
    const name = `search-version-${fixture.version}`;
    await restore(fixture, name);
    const answer = await searchRoom(new EvidenceDatabase(name)).ask(askFor('active referral'));
    expect(answer).toMatchObject({ ok: true, value: { state: 'found' } });
    if (answer.ok && answer.value.state === 'found')
      expect(answer.value.entries.map(({ title }) => title)).toContain(
        'Active referral significantly promotes NA/AA attendance in UK but not abstinence',
      );
  });

  it.each(fixtures)('knows the file of version $version again', async (fixture) => {
    const name = `same-version-${fixture.version}`;
    await restore(fixture, name);
    const text = readFileSync(resolve(FOLDER, 'pack.json'), 'utf8');
    expect(await seedEvidence(new EvidenceDatabase(name), text)).toMatchObject({ state: 'same' });
  });
});
