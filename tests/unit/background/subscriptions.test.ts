// Evidence from an address: nothing is asked without the reader's leave, nothing is put in use by itself, and failures say why.
import { beforeEach, describe, expect, it } from 'vitest';
import { type Net, patternOf, subscriptionWork } from '../../../lib/background/subscriptions';
import type { EvidenceDatabase } from '../../../lib/evidence/database';
import { failure } from '../../../lib/evidence/errors';
import type { PackRoom } from '../../../lib/evidence/packs/model';
import { council, smallPack, smallRoom } from '../evidence/packs/small-pack';

const URL_ = 'https://evidence.example/council.json';
const DAY = 24 * 60 * 60 * 1000;

let db: EvidenceDatabase;
let room: PackRoom;
let asked: { url: string; init: RequestInit | undefined }[];
let granted: Set<string>;
let answer: () => Promise<Response>;
let bell: boolean;
let clock: number;
let leave: boolean;

const net: Net = {
  fetch: async (url, init) => {
    asked.push({ url: String(url), init });
    return answer();
  },
  granted: async (pattern) => granted.has(pattern),
  async request(pattern) {
    if (leave) granted.add(pattern);
    return leave;
  },
  giveBack: async (pattern) => granted.delete(pattern),
  async ring(on) {
    bell = on;
  },
  now: () => new Date(clock),
};

beforeEach(async () => {
  ({ db, room } = await smallRoom());
  asked = [];
  granted = new Set();
  bell = false;
  leave = true;
  clock = Date.UTC(2026, 10, 24);
  answer = async () => new Response(JSON.stringify(council()));
});

const work = () => subscriptionWork(db, net);
const outcome = async () => (await db.subscriptions.get(URL_))?.outcome;

describe('subscribing', () => {
  it('asks for this one host, fetches without saying who asks, and leaves the rest to the reader', async () => {
    const before = await db.meta.get('pack');
    expect(await work().subscribe(URL_)).toMatchObject({ ok: true });
    expect([...granted]).toEqual(['https://evidence.example/*']);
    expect(asked).toMatchObject([
      {
        url: URL_,
        init: { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' },
      },
    ]);
    expect(await outcome()).toMatchObject({ is: 'waiting', sha256: expect.any(String) });
    expect(await db.meta.get('pack')).toEqual(before);
    expect(await db.packs.get('council')).toBeUndefined();
  });

  it('shows what waits and puts it in use on a yes', async () => {
    await work().subscribe(URL_);
    const review = await room.review({ kind: 'waiting', url: URL_ });
    if (!review.ok) throw new Error(review.reason);
    expect(review.value.difference.entries.counts.added).toBe(1);
    const applied = await room.apply(review.value.ticket);
    expect(applied).toMatchObject({ value: { subscriptions: [{ outcome: { is: 'same' } }] } });
    expect(await db.packs.get('council')).toMatchObject({ origin: { kind: 'address', url: URL_ } });
    expect(await db.texts.get(`waiting ${URL_}`)).toBeUndefined();
    await work().check(URL_);
    expect(await db.subscriptions.get(URL_)).toMatchObject({
      pack: 'council',
      outcome: { is: 'same' },
    });
  });

  it.each(['http://evidence.example/x', 'ftp://x/', 'file:///etc', 'no address', 'https://a:b@c/'])(
    'is not for %s',
    async (url) => {
      expect(await work().subscribe(url)).toMatchObject({ ok: false });
      expect(patternOf(url)).toBeNull();
      expect([asked, [...granted]]).toEqual([[], []]);
    },
  );

  it('fetches nothing without leave', async () => {
    leave = false;
    expect(await work().subscribe(URL_)).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
    expect(await db.subscriptions.count()).toBe(0);
  });

  it('ends with nothing left of it, the leave given back', async () => {
    await work().subscribe(URL_);
    await work().weekly(URL_, true);
    expect(bell).toBe(true);
    await work().unsubscribe(URL_);
    expect([await db.subscriptions.count(), granted.size, bell]).toEqual([0, 0, false]);
    expect((await db.texts.toCollection().primaryKeys()).join()).not.toContain('waiting');
  });

  it('keeps the leave for a site that is marked, or that another address needs', async () => {
    const marked = 'https://www.gov.uk/evidence.json';
    await work().subscribe(marked);
    await work().unsubscribe(marked);
    expect([...granted]).toEqual(['https://www.gov.uk/*']);
    await work().subscribe(URL_);
    await work().subscribe(`${URL_}?2`);
    await work().unsubscribe(URL_);
    expect(granted.has('https://evidence.example/*')).toBe(true);
  });
});

describe('a check that fails', () => {
  const tooLong = () => {
    const headers = { 'content-length': '999999999999' };
    return new Response(new ReadableStream(), { headers });
  };
  it.each<[string, () => Promise<Response>, string]>([
    ['no connection', () => Promise.reject(new TypeError('failed')), 'could not be reached'],
    ['an error of the site', async () => new Response('', { status: 404 }), '404'],
    ['a promise of too much', async () => tooLong(), 'too large'],
    ['a page instead of evidence', async () => new Response('<!doctype html>'), 'not JSON'],
    ['nothing', async () => new Response(null), 'nothing'],
    [
      'evidence of another set',
      async () => new Response(JSON.stringify(council({ extends: ['elsewhere'] }))),
      'elsewhere',
    ],
  ])('for %s says why, and all that is held stays', async (_what, said, why) => {
    await work().subscribe(URL_);
    const before = [await db.meta.get('pack'), await db.texts.toArray()];
    answer = said;
    await work().check(URL_);
    expect(await outcome()).toMatchObject({ is: 'failed', reason: expect.stringContaining(why) });
    expect([await db.meta.get('pack'), await db.texts.toArray()]).toEqual(before);
  });

  it('says so where the leave was taken away', async () => {
    await work().subscribe(URL_);
    granted.clear();
    asked = [];
    await work().check(URL_);
    expect(asked).toEqual([]);
    expect(await outcome()).toMatchObject({ reason: expect.stringContaining('leave') });
  });
});

describe('a large file', () => {
  const large = (more: object = {}) => {
    const one = council(more);
    const [entry] = one.entries;
    if (!entry) throw new Error('no entry');
    one.entries = Array.from({ length: 8000 }, (_, i) => ({
      ...entry,
      id: `${entry.id}-${i}`,
      relations: [],
    }));
    return JSON.stringify(one);
  };

  it('is checked as soon as it is there', async () => {
    const sound = large();
    expect(sound.length).toBeGreaterThan(4_000_000);
    answer = async () => new Response(sound);
    await work().subscribe(URL_);
    expect(await outcome()).toMatchObject({ is: 'waiting', bytes: sound.length });
    expect(await db.subscriptions.get(URL_)).toMatchObject({ pack: 'council' });
    answer = async () => new Response(large({ extends: ['elsewhere'] }));
    await work().check(URL_);
    expect(await outcome()).toMatchObject({
      is: 'failed',
      reason: expect.stringMatching(
        /line 1, extends\[0\]: no evidence called “elsewhere” is held\.$/,
      ),
    });
  });

  it('is checked in another thread where there is one', async () => {
    const judged: number[] = [];
    const elsewhere = subscriptionWork(db, net, async (bytes) => {
      judged.push(bytes.length);
      return room.judge(bytes);
    });
    await elsewhere.subscribe(URL_);
    expect(judged).toEqual([JSON.stringify(council()).length]);
    expect(await outcome()).toMatchObject({ is: 'waiting' });
    const lost = subscriptionWork(db, net, async () => failure('broken'));
    await lost.check(URL_);
    expect(await outcome()).toMatchObject({ is: 'failed', reason: failure('broken').reason });
  });
});

describe('looking by itself', () => {
  it('happens only where the reader wished it, and once a week', async () => {
    await work().subscribe(URL_);
    asked = [];
    await work().checkDue();
    clock += 30 * DAY;
    await work().checkDue();
    expect(asked).toEqual([]);
    await work().weekly(URL_, true);
    await work().checkDue();
    await work().checkDue();
    clock += 6 * DAY;
    await work().checkDue();
    expect(asked).toHaveLength(1);
    clock += DAY;
    await work().checkDue();
    expect(asked).toHaveLength(2);
  });

  it('never puts anything in use', async () => {
    await work().subscribe(URL_);
    await work().weekly(URL_, true);
    const newer = smallPack();
    newer.version = '9.0.0';
    answer = async () => new Response(JSON.stringify(newer));
    clock += 8 * DAY;
    const before = await db.packs.toArray();
    await work().checkDue();
    expect(await outcome()).toMatchObject({ is: 'waiting' });
    expect(await db.packs.toArray()).toEqual(before);
  });
});
