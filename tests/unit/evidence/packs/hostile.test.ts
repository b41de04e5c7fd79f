// Thousands of damaged packs: each is let in whole or refused with its places, and the database is never half-written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../../lib/evidence/packs/checksum';
import { parsePack } from '../../../../lib/evidence/packs/pack';
import { seedEvidence, stored } from '../../../../lib/evidence/packs/seed';
import { damagedText, placesOf } from '../../../fuzz/damage';
import { dump, freshDatabase } from '../real-pack';
import { smallPack, smallText } from './small-pack';

describe('damaged packs', () => {
  it('start from a pack that is let in', () => {
    expect(parsePack(smallText)).toMatchObject({ ok: true });
    expect(placesOf(smallPack()).length).toBeGreaterThan(1500);
  });

  it('are let in whole or refused with place and reason, and leave the database whole (1,200 packs)', async () => {
    const db = freshDatabase();
    await seedEvidence(db, smallText);
    let before = JSON.stringify(await dump(db));
    let held = await sha256Of(smallText);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(damagedText(smallText), async (text) => {
        const seeded = await seedEvidence(db, text);
        if (seeded.ok) {
          if (seeded.state === 'same') return;
          held = seeded.info.sha256;
          expect(held).toBe(await sha256Of(text));
          before = JSON.stringify(await dump(db));
        } else {
          refused++;
          expect(seeded.code).toBe('refused');
          expect(seeded.problems?.length).toBeGreaterThan(0);
          for (const { path, reason } of seeded.problems ?? []) {
            expect(reason).not.toBe('');
            expect(reason).not.toContain('undefined');
            expect(typeof path).toBe('string');
          }
          if (refused % 50 === 0) expect(JSON.stringify(await dump(db))).toBe(before);
        }
        const now = await stored(db);
        expect([now.whole, now.info?.sha256]).toEqual([true, held]);
        expect(({} as Record<string, unknown>).a).toBeUndefined();
      }),
      { numRuns: 1200 },
    );
    expect(refused).toBeGreaterThan(700);
    expect(JSON.stringify(await dump(db))).toBe(before);
  }, 240_000);
});
