// Looks into a zip file before anything unpacks it: what it holds, how large that says it is, and how large it is in truth.
import { say } from '../words/words';

/** A Word file of 500 pages with pictures stays far below these. Bytes, unpacked. */
export const ZIP_LIMITS = { entries: 4000, one: 96 * 2 ** 20, all: 256 * 2 ** 20 } as const;

export interface ZipEntry {
  readonly name: string;
  /** Bytes in the file. */
  readonly packed: number;
  /** Bytes when unpacked, as the file says. */
  readonly size: number;
  /** 0: stored as it is, 8: deflate. */
  readonly method: number;
  /** Where the entry's own header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
/** The comment at the end of a zip file is no longer than this. */
const LONGEST_COMMENT = 0xffff;

/** The entries that the file's own directory names; null where it is no whole zip file. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

export type ZipChecked = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Unpacks every entry without keeping it, and refuses a file that is larger than it may be or than it says. */
export async function checkZip(
  bytes: Uint8Array<ArrayBuffer>,
  entries: readonly ZipEntry[],
): Promise<ZipChecked> {
  const tooLarge = () => ({
    ok: false as const,
    reason: say(
      'This file would unpack to more than a document can need, so it was not opened. Nothing was changed.',
    ),
  });
  const said = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length > ZIP_LIMITS.entries || said > ZIP_LIMITS.all) return tooLarge();
  if (entries.some((entry) => entry.size > ZIP_LIMITS.one)) return tooLarge();
  for (const entry of entries) {
    const size = await unpack(bytes, entry, () => undefined);
    if (size === null)
      return {
        ok: false,
        reason: say(
          'This file is damaged: a part of it cannot be unpacked. Nothing was changed. Ask for the file again, or download it once more.',
        ),
      };
    // What the directory says was within the limits; a file that holds more than it says was made to mislead.
    if (size > entry.size) return tooLarge();
  }
  return { ok: true };
}

/** The text of an entry that `checkZip` let pass; null where it is broken. */
export async function readText(
  bytes: Uint8Array<ArrayBuffer>,
  entry: ZipEntry,
): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  const size = await unpack(bytes, entry, (part) => {
    text += decoder.decode(part, { stream: true });
  });
  return size === null ? null : text + decoder.decode();
}

/** Unpacks an entry; gives its bytes' number, or null where it is broken. Stops where there are more than it says. */
async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  entry: ZipEntry,
  take: (part: Uint8Array) => void,
): Promise<number | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packed } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) return null;
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > view.byteLength) return null;
  const part = bytes.subarray(from, from + packed);
  if (entry.method === 0) {
    take(part);
    return packed;
  }
  if (entry.method !== 8) return null;
  const unpacked = new Blob([part])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await unpacked.read();
      if (done) return size;
      size += value.byteLength;
      if (size > entry.size) {
        await unpacked.cancel();
        return size;
      }
      take(value);
    }
  } catch {
    return null;
  }
}
