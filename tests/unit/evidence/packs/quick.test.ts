// The quick check says yes only to what the schema lets in, and to everything that ships.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Entry, Pack } from '../../../../lib/evidence/model';
import { surelyPrintable, trapFaults } from '../../../../lib/evidence/packs/json';
import { quickCheck } from '../../../../lib/evidence/packs/quick';
import { pack } from '../real-pack';

const LONGEST = 20_000;
const fits = quickCheck(Pack, LONGEST);
const entryFits = quickCheck(Entry, LONGEST);

/** Every place in a value, as a path. */
function placesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const inner = keys.flatMap((key) =>
    placesOf((value as Record<string | number, unknown>)[key], [...path, key]),
  );
  return [path, ...inner];
}

describe('the quick check', () => {
  it('says yes to the shipped pack', () => {
    expect(fits(pack)).toBe(true);
    expect(pack.entries.every(entryFits)).toBe(true);
  });

  it('says yes only where the schema does, whatever is put in whatever place', () => {
    const full = pack.entries.find(({ relations, citation }) => relations.length > 0 && citation);
    const places = placesOf(full).filter((path) => path.length > 0);
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        '',
        'drug/E4',
        2012,
        2012.5,
        -1,
        true,
        [],
        {},
        'x'.repeat(LONGEST + 1),
      ),
      fc.constantFrom<unknown>('javascript:alert(1)', 'https://a.example/', Number.MAX_VALUE),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const how = fc.constantFrom('put', 'drop', 'add');
    let yes = 0;
    fc.assert(
      fc.property(fc.nat(places.length - 1), value, how, (at, put, way) => {
        const copy: unknown = structuredClone(full);
        const path = places[at] ?? [];
        let holder = copy as Record<string | number, unknown>;
        for (const step of path.slice(0, -1))
          holder = holder[step] as Record<string | number, unknown>;
        const key = path.at(-1) ?? '';
        if (way === 'put') holder[key] = put;
        else if (way === 'drop' && !Array.isArray(holder)) delete holder[key];
        else if (way === 'add' && !Array.isArray(holder)) holder.extra = put;
        if (!entryFits(copy)) return;
        yes++;
        expect(Entry.safeParse(copy).success).toBe(true);
        expect(trapFaults(copy)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(yes).toBeGreaterThan(50);
  });

  it('leaves open what it does not know', () => {
    expect(quickCheck(z.object({ a: z.string() }), LONGEST)({ a: 'x' })).toBe(false);
    expect(quickCheck(z.date(), LONGEST)(new Date())).toBe(false);
    expect(quickCheck(z.string().check(z.regex(/a/g)), LONGEST)('a')).toBe(false);
    expect(
      quickCheck(z.record(z.string(), z.boolean()), LONGEST)(JSON.parse('{"__proto__":true}')),
    ).toBe(false);
  });

  it.each(['\\u0000', '\\u202e', '\u202e', '\\b', '\\f', '\u007f'])(
    'is not asked where a text may hide something: %j',
    (hidden) => {
      expect(surelyPrintable(`{"a":"${hidden}"}`)).toBe(false);
    },
  );
});
