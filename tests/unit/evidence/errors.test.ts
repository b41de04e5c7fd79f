// Errors of the store become words; errors of the code stay errors.
import { describe, expect, it } from 'vitest';
import { failure, failureOf } from '../../../lib/evidence/errors';

describe('failures', () => {
  it.each([
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer'],
    ['DatabaseClosedError', 'closed'],
    ['MissingAPIError', 'unavailable'],
    ['SecurityError', 'unavailable'],
    ['UnknownError', 'broken'],
  ])('takes %s for %s', (name, code) => {
    expect(failureOf({ name })).toEqual(failure(code as Parameters<typeof failure>[0]));
  });

  it('looks at the cause inside: a full disk comes as an aborted transaction', () => {
    expect(failureOf({ name: 'AbortError', inner: { name: 'QuotaExceededError' } }).code).toBe(
      'full',
    );
    expect(failureOf({ name: 'OpenFailedError', inner: { name: 'SecurityError' } }).code).toBe(
      'unavailable',
    );
    expect(failureOf({ name: 'DatabaseClosedError', inner: { name: 'UnknownError' } }).code).toBe(
      'closed',
    );
  });

  it('throws what is not the store’s', () => {
    for (const error of [new TypeError('a fault'), 'text', null, undefined, { name: 'Odd' }])
      expect(() => failureOf(error)).toThrow();
  });

  it('says in each what happened, what is safe and what to do, and never names the database', () => {
    for (const code of [
      'unavailable',
      'blocked',
      'newer',
      'closed',
      'full',
      'empty',
      'broken',
    ] as const) {
      const { reason } = failure(code);
      expect(reason).toMatch(/safe|Nothing|unchanged/);
      expect(reason).toMatch(/try|Try|Update|Close|Reload|Restart|restart/);
      expect(reason).not.toMatch(/pack|IndexedDB|Dexie|database|quota|transaction/i);
    }
  });
});
