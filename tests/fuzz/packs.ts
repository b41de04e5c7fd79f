// A long run of damaged files through all that a reader can do with one: look, put in use, go back, take out.
import fc from 'fast-check';
import type { EvidenceDatabase } from '../../lib/evidence/database';
import { packRoom } from '../../lib/evidence/packs/room';
import { stored } from '../../lib/evidence/packs/seed';
import { council, smallRoom, smallText } from '../unit/evidence/packs/small-pack';
import { dump } from '../unit/evidence/real-pack';
import { damagedFile } from './damage';

const councilText = JSON.stringify(council());

export interface CampaignResult {
  readonly ran: number;
  readonly refused: number;
  readonly used: number;
  readonly report: string | null;
}

/** Every table is compared with what it was at one in so many files; the checksum and the counts at each. */
const WHOLE = 25;

/** Whatever comes: refused with reasons and nothing changed, or in use whole. Stops at the first file of which neither holds. */
export async function packCampaign(runs: number, seed?: number): Promise<CampaignResult> {
  const { db } = await smallRoom();
  let ran = 0;
  let refused = 0;
  let used = 0;
  const file = fc.oneof(
    { weight: 2, arbitrary: damagedFile(councilText) },
    { weight: 1, arbitrary: damagedFile(smallText) },
  );
  const property = fc.asyncProperty(file, async (bytes) => {
    ran++;
    const whole = ran % WHOLE === 0;
    const before = await stateOf(db, whole);
    // A room of its own, as for a page that is opened anew.
    const room = packRoom(db);
    const review = await room.review({ kind: 'file', name: 'made', file: new Blob([bytes]) });
    if (!review.ok) {
      refused++;
      if (review.code !== 'refused')
        throw new Error(`refused as “${review.code}”: ${review.reason}`);
      saysWhy(review.reason, review.problems ?? []);
      same(before, await stateOf(db, whole), 'a refused file');
      return;
    }
    same(before, await stateOf(db, whole), 'a look');
    const applied = await room.apply(review.value.ticket);
    if (!applied.ok) throw new Error(`not put in use after a good look: ${applied.reason}`);
    used++;
    await isWhole(db);
    for (const { id, role, state } of review.value.packs) {
      const held = applied.value.packs.find((one) => one.id === id);
      if (!held) throw new Error(`“${id}” is not among the sources`);
      if (state === 'same') continue;
      const undone =
        role === 'shipped' || held.previous ? await room.rollBack(id) : await room.remove(id);
      if (!undone.ok) throw new Error(`could not be undone: ${undone.reason}`);
      await isWhole(db);
    }
    if (({} as Record<string, unknown>).a !== undefined)
      throw new Error('the prototype was changed');
  });
  const result = await fc.check(property, {
    numRuns: runs,
    ...(seed === undefined ? {} : { seed }),
  });
  return {
    ran,
    refused,
    used,
    report: result.failed ? (fc.defaultReportMessage(result) ?? 'it failed') : null,
  };
}

async function stateOf(db: EvidenceDatabase, whole: boolean): Promise<string> {
  const { info } = await stored(db);
  return whole ? JSON.stringify(await dump(db)) : JSON.stringify(info);
}

function same(before: string, after: string, what: string): void {
  if (before !== after) throw new Error(`${what} changed what is held`);
}

async function isWhole(db: EvidenceDatabase): Promise<void> {
  const now = await stored(db);
  if (!now.whole) throw new Error('the evidence is not whole');
}

function saysWhy(
  sentence: string,
  problems: readonly { path: string; line: number | null; reason: string }[],
): void {
  if (!sentence.endsWith('unchanged.'))
    throw new Error(`it does not say what is safe: ${sentence}`);
  if (problems.length === 0) throw new Error(`no problem is named: ${sentence}`);
  for (const { path, reason } of problems)
    if (reason === '' || /undefined|\[object|NaN/.test(`${path} ${reason}`))
      throw new Error(`a reason that says nothing: ${path}: ${reason}`);
}
