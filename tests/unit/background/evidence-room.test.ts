// The evidence in the background: filled at install, filled again when cleared, and never half.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evidenceRoom } from '../../../lib/background/evidence-room';
import { detectorInSteps } from '../../../lib/detect/detect';
import { EvidenceDatabase } from '../../../lib/evidence/database';
import { memoryArea } from './rooms';

/** What a generator returns at its end. */
function whole<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const text = readFileSync(resolve(import.meta.dirname, '../../../data/pack.json'), 'utf8');

let db: EvidenceDatabase;
beforeEach(() => {
  db = new EvidenceDatabase('room-test');
});
afterEach(async () => {
  db.close();
  await new EvidenceDatabase('room-test').delete();
});

function room(pack: () => Promise<string> = async () => text) {
  const held: Record<string, unknown> = {};
  return { held, ...evidenceRoom({ db, pack, area: memoryArea(held), version: '1.0.0' }) };
}

describe('the evidence in the background', () => {
  it('is filled on the first question, with no one having asked for it', async () => {
    const evidence = room();
    expect(await evidence.topic('residential-rehabilitation')).toMatchObject({
      ok: true,
      evidence: { topic: { id: 'residential-rehabilitation' } },
    });
    expect(evidence.held).toEqual({ 'evidence.filled': true });
  });

  it('gives the vocabulary and how entries are cited', async () => {
    const got = await room().forMarking();
    if (!got.ok) throw new Error(got.reason);
    expect(got.words.topics.length).toBeGreaterThan(20);
    expect(got.words.citables.length).toBeGreaterThan(5);
    const found = whole(detectorInSteps(got.words.matcher)).scanBlock(
      'They offer residential rehabilitation.',
    );
    expect(found.terms.length).toBeGreaterThan(0);
    expect(await db.meta.get('marking')).toMatchObject({ words: { matcher: got.words.matcher } });
  });

  it('remembers which entries were cited, as they were', async () => {
    const evidence = room();
    const id = 'drug/E4/determining-who-needs-residential-care';
    expect(await evidence.cited([id, 'no/such'])).toEqual({ ok: true });
    const rows = await db.cited.toArray();
    expect(rows.map((row) => row.id)).toEqual([id]);
    expect(rows[0]?.facts).toMatchObject({ year: expect.stringMatching(/^\d{4}$/) });
  });

  it('is filled once by many questions at the same time', async () => {
    let read = 0;
    const evidence = room(async () => {
      read++;
      return text;
    });
    const answers = await Promise.all([evidence.ready(), evidence.ready(), evidence.forMarking()]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(read).toBe(1);
  });

  it('comes back after the browser has cleared it', async () => {
    const evidence = room();
    await evidence.ready();
    await Promise.all(db.tables.map((table) => table.clear()));
    expect(await evidence.topic('mutual-aid')).toHaveProperty('ok', true);
  });

  it('says why it is not there when the shipped file is broken, and takes a good one afterwards', async () => {
    let good = false;
    const evidence = room(async () => (good ? text : '{"schema": 1'));
    const failed = await evidence.forMarking();
    expect(failed).toMatchObject({ ok: false, reason: expect.any(String) });
    good = true;
    expect(await evidence.forMarking()).toHaveProperty('ok', true);
  });

  it('says so when a topic is not known', async () => {
    expect(await room().topic('no-such-topic')).toEqual({
      ok: false,
      reason: 'The evidence on this computer has no topic of this name.',
    });
  });
});
