// Thousands of damaged packs: each is let in whole or refused with its places, and the database is never half-written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../../lib/evidence/packs/checksum';
import { parsePack } from '../../../../lib/evidence/packs/pack';
import { seedEvidence, stored } from '../../../../lib/evidence/packs/seed';
import { dump, freshDatabase } from '../real-pack';
import { smallPack, smallText } from './small-pack';

const small = smallPack();

type Step = string | number;

function placesOf(value: unknown, path: Step[] = []): Step[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys: Step[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) => placesOf((value as Record<Step, unknown>)[key], [...path, key])),
  ];
}

const places = placesOf(small).filter((path) => path.length > 0);

const poison: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    '',
    ' ',
    'javascript:alert(1)',
    'https://user@host/',
    '<img src=x onerror=alert(1)>',
    '__proto__',
    '\u202etxet',
    '\ud800',
    'drug/E4',
    'drug/E4/determining-who-needs-residential-care',
    'mutual-aid',
    [],
    {},
    [[]],
    [null],
    'x'.repeat(25_000),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
);

const damage = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      how: fc.constant('put' as const),
      at: fc.nat(places.length - 1),
      value: poison,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ how: fc.constant('drop' as const), at: fc.nat(places.length - 1) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      how: fc.constant('swap' as const),
      at: fc.nat(places.length - 1),
      with: fc.nat(places.length - 1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ how: fc.constant('double' as const), at: fc.nat(places.length - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      how: fc.constant('trap' as const),
      at: fc.nat(places.length - 1),
      key: fc.constantFrom('__proto__', 'constructor', 'extra'),
    }),
  },
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

const cut = fc.record({
  from: fc.nat(smallText.length - 1),
  length: fc.integer({ min: 1, max: 200 }),
  put: fc.string({ maxLength: 5 }),
});

function holderOf(root: unknown, path: readonly Step[]): Record<Step, unknown> | null {
  let at = root;
  for (const step of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null) return null;
    at = (at as Record<Step, unknown>)[step];
  }
  return typeof at === 'object' && at !== null ? (at as Record<Step, unknown>) : null;
}

function damaged(wounds: readonly Damage[]): string {
  const copy: unknown = JSON.parse(smallText);
  for (const wound of wounds) {
    const path = places[wound.at] ?? [];
    const key = path.at(-1) ?? '';
    const holder = holderOf(copy, path);
    if (!holder) continue;
    if (wound.how === 'put') holder[key] = wound.value;
    else if (wound.how === 'drop') delete holder[key];
    else if (wound.how === 'double') {
      if (Array.isArray(holder)) holder.push(holder[Number(key)]);
    } else if (wound.how === 'trap') {
      Object.defineProperty(holder, wound.key, {
        value: { a: 1 },
        enumerable: true,
        configurable: true,
      });
    } else {
      const other = places[wound.with] ?? [];
      const holder2 = holderOf(copy, other);
      const key2 = other.at(-1) ?? '';
      if (
        !holder2 ||
        other.some(
          (step, i) => i < path.length && other.length > path.length && step !== path[i],
        ) === false
      )
        continue;
      if (path.length > other.length && other.every((step, i) => step === path[i])) continue;
      [holder[key], holder2[key2]] = [holder2[key2], holder[key]];
    }
  }
  return JSON.stringify(copy) ?? '';
}

const hostileText = fc.oneof(
  { weight: 5, arbitrary: fc.array(damage, { minLength: 1, maxLength: 3 }).map(damaged) },
  {
    weight: 1,
    arbitrary: cut.map(
      ({ from, length, put }) => smallText.slice(0, from) + put + smallText.slice(from + length),
    ),
  },
);

describe('damaged packs', () => {
  it('start from a pack that is let in', () => {
    expect(parsePack(smallText)).toMatchObject({ ok: true });
    expect(places.length).toBeGreaterThan(1500);
  });

  it('are let in whole or refused with place and reason, and leave the database whole (1,200 packs)', async () => {
    const db = freshDatabase();
    await seedEvidence(db, smallText);
    let before = JSON.stringify(await dump(db));
    let held = await sha256Of(smallText);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const seeded = await seedEvidence(db, text);
        if (seeded.ok) {
          if (seeded.state === 'same') return;
          held = seeded.info.sha256;
          expect(held).toBe(await sha256Of(text));
          before = JSON.stringify(await dump(db));
        } else {
          refused++;
          expect(seeded.code).toBe('refused');
          expect(seeded.problems?.length).toBeGreaterThan(0);
          for (const { path, reason } of seeded.problems ?? []) {
            expect(reason).not.toBe('');
            expect(reason).not.toContain('undefined');
            expect(typeof path).toBe('string');
          }
          if (refused % 50 === 0) expect(JSON.stringify(await dump(db))).toBe(before);
        }
        const now = await stored(db);
        expect([now.whole, now.info?.sha256]).toEqual([true, held]);
        expect(({} as Record<string, unknown>).a).toBeUndefined();
      }),
      { numRuns: 1200 },
    );
    expect(refused).toBeGreaterThan(700);
    expect(JSON.stringify(await dump(db))).toBe(before);
  }, 240_000);
});
