// Damaged files of evidence, made from a sound one: values put in, taken out, swapped, doubled; text cut; bytes spoilt.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

type Step = string | number;

/** Paths of all values in it. */
export function placesOf(value: unknown, path: Step[] = []): Step[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys: Step[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) => placesOf((value as Record<Step, unknown>)[key], [...path, key])),
  ];
}

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

/** Numbers stand for places of the sound file, counted round and round. */
const damage = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ how: fc.constant('put' as const), at: fc.nat(), value: poison }),
  },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('drop' as const), at: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ how: fc.constant('swap' as const), at: fc.nat(), with: fc.nat() }),
  },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('double' as const), at: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      how: fc.constant('trap' as const),
      at: fc.nat(),
      key: fc.constantFrom('__proto__', 'constructor', 'extra'),
    }),
  },
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function holderOf(root: unknown, path: readonly Step[]): Record<Step, unknown> | null {
  let at = root;
  for (const step of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null) return null;
    at = (at as Record<Step, unknown>)[step];
  }
  return typeof at === 'object' && at !== null ? (at as Record<Step, unknown>) : null;
}

function damaged(sound: string, places: readonly Step[][], wounds: readonly Damage[]): string {
  const copy: unknown = JSON.parse(sound);
  for (const wound of wounds) {
    const path = places[wound.at % places.length] ?? [];
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
      const other = places[wound.with % places.length] ?? [];
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

/** Text that was a sound file before. */
export function damagedText(sound: string): fc.Arbitrary<string> {
  const places = placesOf(JSON.parse(sound)).filter((path) => path.length > 0);
  const cut = fc.record({
    from: fc.nat(sound.length - 1),
    length: fc.integer({ min: 1, max: 200 }),
    put: fc.string({ maxLength: 5 }),
  });
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .array(damage, { minLength: 1, maxLength: 3 })
        .map((wounds) => damaged(sound, places, wounds)),
    },
    {
      weight: 1,
      arbitrary: cut.map(
        ({ from, length, put }) => sound.slice(0, from) + put + sound.slice(from + length),
      ),
    },
  );
}

type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

/** The same as files: spoilt bytes, other encodings, packed, packed and torn, several in one, deep, swollen. */
export function damagedFile(sound: string): fc.Arbitrary<Bytes> {
  const text = damagedText(sound);
  const spoilt = fc.record({
    bytes: text.map(bytesOf),
    at: fc.nat(),
    with: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  });
  return fc.oneof(
    { weight: 12, arbitrary: text.map(bytesOf) },
    {
      weight: 3,
      arbitrary: spoilt.map(({ bytes, at, with: put }) => {
        bytes.set(put, at % Math.max(1, bytes.length - put.length));
        return bytes;
      }),
    },
    {
      weight: 1,
      arbitrary: text.map((one) => new Uint8Array(Buffer.from(`\ufeff${one}`, 'utf16le'))),
    },
    { weight: 1, arbitrary: text.map((one) => new Uint8Array(gzipSync(one))) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(text, fc.nat())
        .map(([one, at]) => new Uint8Array(gzipSync(one)).slice(0, 3 + (at % 400))),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.oneof(text, fc.constant(sound)), { minLength: 1, maxLength: 3 })
        .map((some) => bytesOf(`{"schema":2,"role":"all","packs":[${some.join(',')}]}`)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 30, max: 60_000 }))
        .map(([open, deep]) => bytesOf(open.repeat(deep))),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 1, max: 3_000 })
        .map((n) => bytesOf(sound.replace('"entries":[', `"entries":[${'{"id":"a"},'.repeat(n)}`))),
    },
  );
}
