// How much this browser holds for the extension, and whether it may clear it when the disk is full.

export interface Room {
  /** Bytes in use, as the browser estimates them; null where it does not say. */
  readonly usage: number | null;
  /** The browser keeps it until the reader deletes it; null where it does not say. */
  readonly persistent: boolean | null;
}

export async function roomHeld(): Promise<Room> {
  const { storage } = navigator;
  if (!storage) return { usage: null, persistent: null };
  const [{ usage }, persistent] = await Promise.all([storage.estimate(), storage.persisted()]);
  return { usage: usage ?? null, persistent };
}

/** Asks that nothing be cleared; some browsers ask the reader, others decide alone. */
export async function keepForGood(): Promise<boolean> {
  return (await navigator.storage?.persist()) ?? false;
}
