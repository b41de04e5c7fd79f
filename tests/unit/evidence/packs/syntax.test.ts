// Where text stops being JSON, held against the parser that every browser has.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntaxErrorAt } from '../../../../lib/evidence/packs/syntax';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the place where JSON breaks', () => {
  it.each([
    ['{"a": oops}', 6],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['[1]]', 3],
    ['{"a": "b\n"}', 6],
    ['["a"', 4],
    ['', 0],
    ["{'a': 1}", 1],
    ['[01]', 2],
    ['{"a":1]', 6],
    ['\ufeff[1,]', 4],
  ])('is found in %j', (text, at) => {
    expect(syntaxErrorAt(text)).toBe(at);
  });

  it('is nowhere in JSON, and somewhere in everything else', () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(60),
        fc.nat(3),
        fc.constantFrom('', ',', '}', ']', '"', ':', 'x', '1', '{'),
      )
      .map(([json, from, length, put]) => json.slice(0, from) + put + json.slice(from + length));
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken), (text) => {
        expect(syntaxErrorAt(text) === null).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });
});
