// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ofCruise, ofPlaywright, ofSizes, ofVitest } from '../../../scripts/test/reports';
import { lastLine, orNothingRan, sum } from '../../../scripts/test/run';

const outcome = (passed: number, failed: number, skipped = 0) => ({
  passed,
  failed,
  skipped,
  words: '',
});

describe('the count of npm test', () => {
  it('adds up over all suites and speaks of skipped tests only where there are some', () => {
    expect(lastLine(sum([outcome(3, 0), outcome(4, 1)]))).toBe('7 passed, 1 failed');
    expect(lastLine(sum([outcome(3, 0, 2), outcome(4, 0)]))).toBe('7 passed, 0 failed, 2 skipped');
  });

  it('takes a suite that ran nothing for a failure', () => {
    expect(orNothingRan(outcome(0, 0, 5)).failed).toBe(1);
    expect(orNothingRan(outcome(1, 0)).failed).toBe(0);
  });

  it('takes a missing report for a failure', () => {
    for (const of of [ofVitest, ofPlaywright, ofSizes]) {
      expect(of(null)).toMatchObject({ passed: 0, failed: 1 });
    }
    expect(ofCruise(null)).toBeNull();
  });
});

describe('ofVitest', () => {
  it('counts a file that could not be loaded as one failure, with its message', () => {
    const result = ofVitest({
      numPassedTests: 2,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [
        { name: 'a.test.ts', status: 'passed', assertionResults: [] },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      ],
    });
    expect(result).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
    expect(result.words).toContain('no such module');
  });
});

describe('ofPlaywright', () => {
  const spec = (title: string, ok: boolean, message: string) => ({
    title,
    ok,
    file: 'overlay.spec.ts',
    tests: [{ results: [{ error: { message, location: { file: 'overlay.spec.ts', line: 12 } } }] }],
  });

  it('names failures in nested suites, with their line', () => {
    const failing = spec('opens a card', false, 'no card');
    const result = ofPlaywright({
      stats: { expected: 5, unexpected: 1, flaky: 0, skipped: 0 },
      errors: [],
      suites: [{ title: 'file', specs: [], suites: [{ title: 'inner', specs: [failing] }] }],
    });
    expect(result).toMatchObject({ passed: 5, failed: 1 });
    expect(result.words).toContain('line 12: no card');
  });

  it('counts a test that passed at the second try as passed, and says so', () => {
    const stumbled = spec('closes a card', true, 'not closed');
    const result = ofPlaywright({
      stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 },
      errors: [],
      suites: [{ title: 'file', specs: [stumbled] }],
    });
    expect(result).toMatchObject({ passed: 6, failed: 0 });
    expect(result.words).toContain('closes a card (passed at the second try)');
  });

  it('names a skipped test', () => {
    const title = 'frees its memory (skipped in firefox: it cannot be asked)';
    const skipped = {
      title,
      ok: true,
      file: 'a.spec.ts',
      tests: [{ status: 'skipped', results: [] }],
    };
    const result = ofPlaywright({
      stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 1 },
      errors: [],
      suites: [{ title: 'file', specs: [skipped] }],
    });
    expect(result).toMatchObject({ passed: 5, failed: 0, skipped: 1, words: `skipped: ${title}` });
  });
});

describe('ofSizes', () => {
  it('names what is over its limit', () => {
    const result = ofSizes([
      { name: 'content script', passed: true, size: 10, sizeLimit: 25 },
      { name: 'with the card', passed: false, size: 50, sizeLimit: 45 },
    ]);
    expect(result).toMatchObject({ passed: 1, failed: 1 });
    expect(result.words).toBe('with the card: 50 bytes, limit 45');
  });
});
