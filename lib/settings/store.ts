// Reads and changes the settings in a storage area; each field is a key of its own, so one broken value cannot take others along.
import { Settings } from './schema';

/** The part of the browser's storage area that is used here. */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const fields = Object.keys(Settings.shape) as (keyof Settings)[];
const key = (field: keyof Settings) => `settings.${field}`;

export async function readSettings(area: Area): Promise<Settings> {
  const stored = await area.get(fields.map(key));
  return Settings.parse(Object.fromEntries(fields.map((field) => [field, stored[key(field)]])));
}

export interface SettingsStore {
  read(): Promise<Settings>;
  /** Changes one field; changes are made one after the other, so none is lost. Returns the field's new value. */
  change<K extends keyof Settings>(
    field: K,
    how: (before: Settings[K]) => Settings[K],
  ): Promise<Settings[K]>;
}

export function settingsStore(area: Area): SettingsStore {
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: () => readSettings(area),
    change(field, how) {
      const turn = last.then(async () => {
        const after = how((await readSettings(area))[field]);
        await area.set({ [key(field)]: after });
        return after;
      });
      // A failed write is the caller's to hear of; the next change still gets its turn.
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
