// A quick yes for rows that certainly fit their schema, made from the schema itself. Anything else is left to zod,
// which is slow where a page may compile no code (the rule in every extension), but says what is wrong.
import type * as z from 'zod/mini';
import { TRAPS } from './json';

export type Fits = (value: unknown) => boolean;

const never: Fits = () => false;

/**
 * True only for what the schema lets in as it stands. Strings longer than `longest` and whatever this file does not
 * know of the schema give false.
 */
export function quickCheck(schema: z.core.$ZodType, longest: number): Fits {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const inner = (one: z.core.$ZodType) => quickCheck(one, longest);
  switch (def.type) {
    case 'string': {
      const checks = all(def.checks);
      return (value) => typeof value === 'string' && value.length <= longest && checks(value);
    }
    case 'number': {
      const checks = all(def.checks);
      // A check of its own where the number has a format; whole numbers are the only format in use.
      const whole = 'format' in def && def.format === 'safeint';
      if ('format' in def && !whole) return never;
      return (value) =>
        (whole ? Number.isSafeInteger(value) : Number.isFinite(value)) && checks(value);
    }
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'nullable': {
      const fits = inner(def.innerType);
      return (value) => value === null || fits(value);
    }
    case 'optional': {
      const fits = inner(def.innerType);
      return (value) => value === undefined || fits(value);
    }
    case 'enum': {
      const values = new Set<unknown>(Object.values(def.entries));
      return (value) => values.has(value);
    }
    case 'literal': {
      const values = new Set<unknown>(def.values);
      return (value) => values.has(value);
    }
    case 'union': {
      const options = def.options.map(inner);
      return (value) => options.some((fits) => fits(value));
    }
    case 'array': {
      const fits = inner(def.element);
      const checks = all(def.checks);
      return (value) => Array.isArray(value) && value.every(fits) && checks(value);
    }
    case 'record': {
      const key = inner(def.keyType);
      const fits = inner(def.valueType);
      return (value) =>
        isPlain(value) &&
        Object.entries(value).every(([k, v]) => !TRAPS.has(k) && key(k) && fits(v));
    }
    case 'object':
      return def.catchall?._zod.def.type === 'never' ? group(def.shape, inner) : never;
    default:
      return never;
  }
}

/** Every field of the group and no other. */
function group(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  inner: (one: z.core.$ZodType) => Fits,
): Fits {
  const fields = Object.entries(shape).map(([key, one]) => ({ key, fits: inner(one) }));
  return (value) => {
    if (!isPlain(value)) return false;
    let known = 0;
    for (const { key, fits } of fields) {
      const held = value[key];
      if (!fits(held)) return false;
      if (held !== undefined) known++;
    }
    let there = 0;
    for (const _key in value) there++;
    return there === known;
  };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function all(checks: readonly z.core.$ZodCheck<never>[] | undefined): Fits {
  const each = (checks ?? []).map(one);
  if (each.length === 0) return () => true;
  return (value) => each.every((fits) => fits(value));
}

function one(check: z.core.$ZodCheck<never>): Fits {
  const { def } = (check as unknown as z.core.$ZodChecks)._zod;
  const long = (value: unknown) => (value as { readonly length: number }).length;
  switch (def.check) {
    case 'min_length':
      return (value) => long(value) >= def.minimum;
    case 'max_length':
      return (value) => long(value) <= def.maximum;
    case 'length_equals':
      return (value) => long(value) === def.length;
    case 'greater_than':
      return (value) =>
        def.inclusive ? Number(value) >= Number(def.value) : Number(value) > Number(def.value);
    case 'less_than':
      return (value) =>
        def.inclusive ? Number(value) <= Number(def.value) : Number(value) < Number(def.value);
    case 'number_format':
      return def.format === 'safeint' ? (value) => Number.isSafeInteger(value) : never;
    case 'string_format': {
      const { pattern } = def;
      // With the flag g or y a pattern remembers where it stopped.
      if (!pattern || pattern.global || pattern.sticky) return never;
      return (value) => pattern.test(value as string);
    }
    default:
      return never;
  }
}
