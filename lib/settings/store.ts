// Reads and changes the settings in a storage area; each field is a key of its own, so one broken value cannot take others
// along, and fields of a later version stay where they are. What the organisation sets comes between.
import * as z from 'zod/mini';
import { NO_POLICY, type Policy, type PolicyField, readPolicy } from './policy';
import { type Field, Settings } from './schema';
import { isLocked, type SettingsLook } from './views';

/** The part of the browser's storage area that is used here. */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const fields = Object.keys(Settings.shape) as Field[];
const PREFIX = 'settings.';
const key = (field: Field) => `${PREFIX}${field}`;
/** Where a value that could not be read is kept once another takes its place. */
const unreadKey = (field: Field) => `unread.${field}`;

export async function lookAtSettings(
  area: Area,
  managed: () => Promise<unknown> = async () => null,
): Promise<SettingsLook> {
  const [stored, raw] = await Promise.all([area.get(fields.map(key)), managed()]);
  const policy = readPolicy(raw);
  const fellBack = fields.filter(
    (field) => stored[key(field)] !== undefined && !canRead(field, stored[key(field)]),
  );
  const values = fields.map((field): [Field, unknown] => {
    const own = fellBack.includes(field) ? undefined : stored[key(field)];
    return [field, isLocked(policy, field) ? given(policy, field) : (own ?? given(policy, field))];
  });
  return { settings: Settings.parse(Object.fromEntries(values)), fellBack, policy };
}

export async function readSettings(
  area: Area,
  managed?: () => Promise<unknown>,
): Promise<Settings> {
  return (await lookAtSettings(area, managed)).settings;
}

function given(policy: Policy, field: Field): unknown {
  return policy === NO_POLICY ? undefined : policy.settings[field as PolicyField];
}

/** The field's own shape, without its default. */
export function canRead(field: Field, value: unknown): boolean {
  return z.safeParse(Settings.shape[field].def.innerType, value).success;
}

export interface SettingsStore {
  read(): Promise<Settings>;
  look(): Promise<SettingsLook>;
  /** Changes one field; changes are made one after the other, so none is lost. Returns the field's new value. */
  change<K extends Field>(
    field: K,
    how: (before: Settings[K]) => Settings[K],
  ): Promise<Settings[K]>;
}

/** `managed` gives what the organisation has set, as the browser holds it. */
export function settingsStore(area: Area, managed?: () => Promise<unknown>): SettingsStore {
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: () => readSettings(area, managed),
    look: () => lookAtSettings(area, managed),
    change(field, how) {
      const turn = last.then(async () => {
        const { settings, fellBack } = await lookAtSettings(area, managed);
        const after = how(settings[field]);
        // What could not be read may be of a later version: it is put aside, not thrown away.
        const before = fellBack.includes(field) ? (await area.get([key(field)]))[key(field)] : null;
        const aside = before === null ? {} : { [unreadKey(field)]: before };
        await area.set({ ...aside, [key(field)]: after });
        return after;
      });
      // A failed write is the caller's to hear of; the next change still gets its turn.
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
