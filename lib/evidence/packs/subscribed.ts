// Addresses that the reader subscribed to, and what was fetched from each: it waits for their yes.
import { say } from '../../words/words';
import type { EvidenceDatabase } from '../database';
import { type Answer, failureOf } from '../errors';
import { sha256Of } from './checksum';
import { judgeFile } from './judge';
import type { Judged, Subscription } from './model';
import type { ReadFile } from './read-file';

export function subscriptions(db: EvidenceDatabase): Promise<Answer<Subscription[]>> {
  return answered(() => db.subscriptions.toArray());
}

/** Keeps what is known of an address that is there already. */
export function subscribe(db: EvidenceDatabase, url: string): Promise<Answer<Subscription>> {
  return answered(() =>
    db.transaction('rw', db.subscriptions, async () => {
      const held = await db.subscriptions.get(url);
      if (held) return held;
      const fresh: Subscription = {
        url,
        pack: null,
        weekly: false,
        checked: null,
        outcome: { is: 'never' },
      };
      await db.subscriptions.add(fresh);
      return fresh;
    }),
  );
}

/** What came from there and is in use stays; what waits goes. */
export function unsubscribe(db: EvidenceDatabase, url: string): Promise<Answer<null>> {
  return answered(() =>
    db.transaction('rw', [db.subscriptions, db.texts], async () => {
      await db.subscriptions.delete(url);
      await db.texts.delete(`waiting ${url}`);
      return null;
    }),
  );
}

export function setWeekly(db: EvidenceDatabase, url: string, on: boolean): Promise<Answer<null>> {
  return answered(async () => {
    await db.subscriptions.update(url, { weekly: on });
    return null;
  });
}

/** How a file is judged where no other thread does it. */
export type Judge = (bytes: Uint8Array<ArrayBuffer>) => Promise<Answer<Judged>>;

/** Notes what a check found. A file that is in use already, or that is refused, does not wait; what waited before then goes. */
export function noteCheck(
  db: EvidenceDatabase,
  url: string,
  fetched: ReadFile | { readonly ok: false; readonly reason: string },
  at: string,
  judge: Judge = (bytes) => answered(() => judgeFile(db, bytes)),
): Promise<Answer<Subscription['outcome']>> {
  return answered(async () => {
    const { outcome, pack } = await judged(fetched, at, judge);
    await db.transaction('rw', [db.subscriptions, db.texts], async () => {
      // The reader may have ended the subscription meanwhile.
      if (!(await db.subscriptions.get(url))) return;
      const known = pack === null ? {} : { pack };
      await db.subscriptions.update(url, { checked: at, outcome, ...known });
      if (outcome.is === 'waiting' && fetched.ok)
        await db.texts.put({ key: `waiting ${url}`, bytes: fetched.bytes });
      // After a failure what waited from an earlier check is still sound.
      else if (outcome.is === 'same') await db.texts.delete(`waiting ${url}`);
    });
    return outcome;
  });
}

async function judged(
  fetched: Parameters<typeof noteCheck>[2],
  at: string,
  judge: Judge,
): Promise<{ outcome: Subscription['outcome']; pack: string | null }> {
  const failed = (reason: string) => ({ outcome: { is: 'failed' as const, reason }, pack: null });
  if (!fetched.ok) {
    if ('reason' in fetched) return failed(fetched.reason);
    const [first] = fetched.problems;
    return failed(unusable(first?.reason ?? say('it could not be read')));
  }
  const { bytes } = fetched;
  const found = await judge(bytes);
  if (!found.ok) return failed(found.reason);
  const { value } = found;
  if (value.is === 'refused') return failed(unusable(value.reason));
  if (value.is === 'held') return { outcome: { is: 'same' }, pack: value.pack };
  const sha256 = await sha256Of(bytes);
  return {
    outcome: { is: 'waiting', sha256, bytes: bytes.length, at },
    pack: value.pack,
  };
}

function unusable(reason: string): string {
  return say('What is there cannot be used: {reason}.', { reason });
}

async function answered<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return failureOf(error);
  }
}
