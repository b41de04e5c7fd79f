// Leave to read one site, as the reader gives it and as it is given back.
import { browser } from './browser';

export function mayRead(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Gives back the leave for one site; false where it cannot be given back (an organisation's policy gave it). */
export async function giveBack(pattern: string): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [pattern] });
  } catch {
    return false;
  }
}
