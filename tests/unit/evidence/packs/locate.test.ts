// Lines of values in JSON text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../../lib/evidence/packs/locate';

describe('the line of a value', () => {
  it('is found through strings that look like structure', () => {
    const text = '{\n"a": "}{][\\"",\n"b": [\n1,\n{"c":\n"x"}\n]}';
    expect(lineOf(text, [])).toBe(1);
    expect(lineOf(text, ['a'])).toBe(2);
    expect(lineOf(text, ['b', 0])).toBe(4);
    expect(lineOf(text, ['b', 1, 'c'])).toBe(6);
  });

  it('is the line of what is around it where the path leads nowhere', () => {
    expect(lineOf('{\n"a": [\n1]}', ['a', 5, 'b'])).toBe(2);
    expect(lineOf('7', ['a'])).toBe(1);
  });

  it('is right for any value: each leaf of printed JSON stands on its own line', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const value: unknown = JSON.parse(json);
        const text = JSON.stringify(value, null, 1);
        const lines = text.split('\n');
        for (const { path, leaf } of leaves(value, []))
          expect(lines[lineOf(text, path) - 1]).toContain(JSON.stringify(leaf));
      }),
      { numRuns: 300 },
    );
  });
});

type Leaf = { path: (string | number)[]; leaf: unknown };

function leaves(value: unknown, path: (string | number)[]): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => leaves(one, [...path, i]));
  if (typeof value !== 'object' || value === null) return [{ path, leaf: value }];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]));
}
