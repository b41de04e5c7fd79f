// The browser's storage areas: local is kept on this computer, session lives until the browser closes and never touches the disk.
import { browser } from './browser';

export interface StorageArea {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export const localArea: StorageArea = {
  get: (keys) => browser.storage.local.get(keys),
  set: (items) => browser.storage.local.set(items),
  remove: (keys) => browser.storage.local.remove(keys),
};

export const sessionArea: StorageArea = {
  get: (keys) => browser.storage.session.get(keys),
  set: (items) => browser.storage.session.set(items),
  remove: (keys) => browser.storage.session.remove(keys),
};

/** What an organisation has set for the extension by a policy of the browser; null where it has not. */
export async function managedPolicy(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox refuses where there is no policy.
    return null;
  }
}

/** Calls back when a key of the local area has another value, whoever wrote it. */
export function onStored(key: string, changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.hasOwn(changes, key)) changed();
  });
}

/** Calls back when an organisation's policy has changed. */
export function onPolicyChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') changed();
  });
}

/** The same for every key that is meant, and for an organisation's policy. */
export function onStoredAny(isMeant: (key: string) => boolean, changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && Object.keys(changes).some(isMeant))) changed();
  });
}

/** Bytes that a value takes as JSON: browsers count so. */
export const bytesOf = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value) ?? '').length;
