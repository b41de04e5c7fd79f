// Where a value does not fit its schema. Looks into what does not fit only, and stops early: zod, asked about a whole file,
// gathers every fault there is, which for a list of a million takes it beyond what the browser's stack holds.
import * as z from 'zod/mini';
import { say } from '../../words/words';
import { type Fault, type JsonPath, MAX_STRING } from './json';
import { type Fits, quickCheck } from './quick';
import { faultsOf } from './reasons';

type Schema = z.core.$ZodType;

/** The first faults, at most `most`; none where the value fits. The value must be free of traps (`trapFaults`). */
export function shapeFaults(schema: Schema, value: unknown, most: number): Fault[] {
  const faults: Fault[] = [];
  new Search(faults, most).look(schema, value, []);
  return faults.slice(0, most);
}

class Search {
  private readonly checks = new Map<Schema, Fits>();

  constructor(
    private readonly faults: Fault[],
    private readonly most: number,
  ) {}

  look(schema: Schema, value: unknown, path: JsonPath): void {
    if (this.faults.length >= this.most || this.fits(schema, value)) return;
    const { def } = (schema as z.core.$ZodTypes)._zod;
    if (def.type === 'array' && Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) this.look(def.element, value[i], [...path, i]);
      this.ask(z.core.clone(schema, { ...def, element: z.unknown() } as never), value, path);
    } else if (def.type === 'object' && isGroup(value)) {
      for (const [key, one] of Object.entries(def.shape))
        this.look(one, value[key], [...path, key]);
      for (const key of Object.keys(value))
        if (!Object.hasOwn(def.shape, key))
          this.faults.push({ path: [...path, key], reason: say('no field has this name') });
    } else if (def.type === 'record' && isGroup(value)) {
      for (const [key, held] of Object.entries(value)) {
        if (!this.fits(def.keyType, key))
          this.faults.push({
            path: [...path, key],
            reason: say('the name of this field does not have the form it needs'),
          });
        this.look(def.valueType, held, [...path, key]);
      }
    } else if (def.type === 'nullable' && value !== null) this.look(def.innerType, value, path);
    else if (def.type === 'optional' && value !== undefined) this.look(def.innerType, value, path);
    else this.ask(schema, value, path);
  }

  private ask(schema: Schema, value: unknown, path: JsonPath): void {
    const parsed = z.safeParse(schema, value);
    if (parsed.success) return;
    for (const fault of faultsOf(parsed.error))
      this.faults.push({ ...fault, path: [...path, ...fault.path] });
  }

  private fits(schema: Schema, value: unknown): boolean {
    let check = this.checks.get(schema);
    if (!check) {
      check = quickCheck(schema, MAX_STRING);
      this.checks.set(schema, check);
    }
    return check(value);
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
