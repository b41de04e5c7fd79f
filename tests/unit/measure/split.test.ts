import { describe, expect, it } from 'vitest';
import { fnv1a, keptAside } from '../../../lib/measure/split';

describe('the split', () => {
  it('hashes as FNV-1a does (published test values)', () => {
    expect(fnv1a('')).toBe(0x811c9dc5);
    expect(fnv1a('a')).toBe(0xe40c292c);
    expect(fnv1a('foobar')).toBe(0xbf9cf968);
  });

  it('keeps about a third aside, the same third every time', () => {
    const keys = Array.from({ length: 3000 }, (_, i) => `w1-${i}`);
    const aside = keys.filter(keptAside);
    expect(aside.length).toBeGreaterThan(900);
    expect(aside.length).toBeLessThan(1100);
    expect(keys.filter(keptAside)).toEqual(aside);
  });
});
