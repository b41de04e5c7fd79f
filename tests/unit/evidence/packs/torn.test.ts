// Every write of every change fails once: what was held before is then there, whole, and the reader is told.
import { describe, expect, it } from 'vitest';
import type { EvidenceDatabase } from '../../../../lib/evidence/database';
import type { PackRoom, Watch } from '../../../../lib/evidence/packs/model';
import { stored } from '../../../../lib/evidence/packs/seed';
import { dump } from '../real-pack';
import { asFile, council, putInUse, smallPack, smallRoom } from './small-pack';

/** Counts writes, and lets the one of this number fail; numbers start at 0. */
function failAt(db: EvidenceDatabase, fault: () => unknown): { at: number; writes: number } {
  const state = { at: -1, writes: 0 };
  db.use({
    stack: 'dbcore',
    name: 'fail',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        return {
          ...table,
          mutate(request) {
            if (state.writes++ === state.at) throw fault();
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return state;
}

async function roomWithPacks() {
  const { db, room } = await smallRoom();
  await putInUse(room, council());
  await putInUse(room, council({ version: '1.1.0' }));
  return { db, room };
}

type Change = (room: PackRoom, watch?: Watch) => Promise<{ readonly ok: boolean }>;

const applied: Change = async (room, watch) => {
  const newer = smallPack();
  newer.version = '1.1.0';
  newer.licence = 'Another licence';
  const review = await room.review(asFile(newer));
  return review.ok ? room.apply(review.value.ticket, watch) : review;
};
const CHANGES: readonly [string, Change][] = [
  ['a newer version', applied],
  ['going back', (room, watch) => room.rollBack('council', watch)],
  ['taking out', (room, watch) => room.remove('council', watch)],
];

describe.each(CHANGES)('%s', (_name, change) => {
  it.each([
    ['no room on the disk', () => new DOMException('no room', 'QuotaExceededError'), 'full'],
    ['a stopped store', () => new DOMException('stopped', 'AbortError'), 'broken'],
  ])('that meets %s at any write leaves all as it was', async (_what, fault, code) => {
    const { db, room } = await roomWithPacks();
    db.close();
    const state = failAt(db, fault);
    await db.open();
    const before = await dump(db);
    for (state.at = 0; ; state.at++) {
      state.writes = 0;
      const done = await change(room);
      if (done.ok) break;
      expect(done, `write ${state.at}`).toMatchObject({ code });
      expect(await dump(db), `write ${state.at}`).toEqual(before);
      expect((await stored(db)).whole).toBe(true);
    }
    // Every table was written to, so every table was failed at.
    expect(state.at).toBeGreaterThan(20);
    expect(await dump(db)).not.toEqual(before);
  });

  it('that is stopped at any moment leaves all as it was', async () => {
    const { db, room } = await roomWithPacks();
    const before = await dump(db);
    for (let moment = 0; ; moment++) {
      let told = 0;
      const stop = new AbortController();
      const progress = () => {
        if (told++ === moment) stop.abort();
      };
      const done = await change(room, { signal: stop.signal, progress });
      if (done.ok) {
        expect(moment).toBeGreaterThan(0);
        break;
      }
      expect(done).toMatchObject({ code: 'cancelled' });
      expect(await dump(db)).toEqual(before);
    }
  });

  it('whose thread is gone in the middle leaves all as it was', async () => {
    const { db, room } = await roomWithPacks();
    const before = await dump(db);
    const done = await change(room, { progress: ({ step }) => step === 'writing' && db.close() });
    expect(done.ok).toBe(false);
    await db.open();
    expect(await dump(db)).toEqual(before);
  });
});
