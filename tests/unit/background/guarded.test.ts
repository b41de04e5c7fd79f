// Ways for evidence to come in that the organisation has closed stay closed, and its own address open.
import { describe, expect, it, vi } from 'vitest';
import { guardedReview, guardedSubscriptions } from '../../../lib/background/guarded';
import type { SubscriptionWork } from '../../../lib/background/subscriptions';
import { NO_POLICY, readPolicy } from '../../../lib/settings/policy';

const OWN = 'https://county.example/evidence.json';
const closed = readPolicy({
  organisation: 'Example County Council',
  evidence: [{ title: 'County', address: OWN }],
  featuresOff: ['evidence-files', 'evidence-addresses'],
});
const file = { kind: 'file', name: 'a.json', file: new Blob() } as const;

describe('files', () => {
  it('are refused by name where they are closed, and nothing else is', async () => {
    const review = vi.fn(async () => ({ ok: false, code: 'empty', reason: 'x' }) as never);
    const guarded = guardedReview(review, () => closed);
    expect(await guarded(file)).toEqual({
      ok: false,
      code: 'refused',
      reason: 'Example County Council has turned off evidence from files. Nothing was changed.',
    });
    expect(review).not.toHaveBeenCalled();
    await guarded({ kind: 'waiting', url: OWN });
    await guardedReview(review, () => NO_POLICY)(file);
    expect(review).toHaveBeenCalledTimes(2);
  });
});

describe('addresses', () => {
  it('that the organisation names stay open, others are refused', async () => {
    const subscribe = vi.fn(async () => ({ ok: true, value: {} }) as never);
    const work = guardedSubscriptions({ subscribe } as never as SubscriptionWork, () => closed);
    expect(await work.subscribe('https://other.example/a.json')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('other than its own'),
    });
    expect(subscribe).not.toHaveBeenCalled();
    expect(await work.subscribe(OWN)).toEqual({ ok: true, value: {} });
  });
});
