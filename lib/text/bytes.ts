// Text as UTF-8 bytes: what each byte is to the word scanner, and how far places in bytes and in units lie apart.
import { APOSTROPHE, FOLD, LETTER } from './fold';

/**
 * The text as UTF-8: one copy and then plain reads are several times faster than charCodeAt for each unit. Bytes of
 * one unit are units of ASCII; any other place is read from the text itself, `shift` bytes further on.
 */
let bytes = new Uint8Array(1 << 14);
const encoder = new TextEncoder();
/** Texts with more units than this are read from a buffer that is not kept. */
const MOST_KEPT = 1 << 18;

/** Units of ASCII that end a word for certain. */
export const PLAIN_END = 0;
export const FULL_STOP = 1;
/** May go on in the word: an apostrophe, or a unit beyond ASCII. */
const ODD = 2;
/** Byte → folded letter (LETTER or more), or what it is behind one. */
export const BYTE = Uint8Array.from({ length: 256 }, (_, byte) => {
  const code = FOLD[byte] as number;
  if (byte > 0x7f || code === APOSTROPHE) return ODD;
  return code >= LETTER ? code : byte === 0x2e ? FULL_STOP : PLAIN_END;
});

/** The bytes of a text, a 0 behind them; good until the next call. */
export function encode(text: string): Uint8Array {
  const size = text.length * 3 + 1;
  let into = bytes;
  if (into.length < size) {
    into = new Uint8Array(size);
    if (text.length <= MOST_KEPT) bytes = into;
  }
  // Behind the text stands what ends a word.
  into[encoder.encodeInto(text, into).written] = 0;
  return into;
}

/** How many bytes more than units [from, to) takes in UTF-8; half a pair alone is encoded in three. */
export function bytesOver(text: string, from: number, to: number): number {
  let over = 0;
  for (let i = from; i < to; i++) {
    const point = text.codePointAt(i) as number;
    if (point > 0x7f) over += point > 0x7ff ? 2 : 1;
    if (point > 0xffff) i++;
  }
  return over;
}
