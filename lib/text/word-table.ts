// Open-addressing table from a word's hash to its id, so that a text word is known or not without a string being made.
import { foldWord } from './fold';

export const HASH_SEED = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;

/** One step of the rolling hash (FNV-1a over folded units). */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

function hashWord(folded: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < folded.length; i++) hash = hashStep(hash, folded.charCodeAt(i));
  return hash;
}

/** The parts the scanner reads; plain arrays so that they can be kept and sent. */
export interface WordTable {
  /** Slots − 1; the number of slots is a power of two. */
  readonly mask: number;
  /** Two numbers a slot: surface + 1 (0 where empty), and its hash. */
  readonly slots: Int32Array;
  /** Surface → id of its word, and where its folded units lie in `units`. */
  readonly ids: Int32Array;
  readonly from: Int32Array;
  readonly units: Uint16Array;
  /** Id of "and", which "&" stands for; 0 where no form has it. */
  readonly andId: number;
}

/** Builds the table from folded surfaces, each once and one a line, and the id (from 1) of each; `andId` as in the table. */
export function buildWordTable(
  lines: string,
  wordIds: ArrayLike<number>,
  andId: number,
): WordTable {
  const count = wordIds.length;
  let size = 16;
  while (size < count * 2) size *= 2;
  const slots = new Int32Array(2 * size);
  const from = new Int32Array(count + 1);
  const units = new Uint16Array(lines.length);
  let read = 0;
  let at = 0;
  for (let n = 0; n < count; n++) {
    from[n] = at;
    let hash = HASH_SEED;
    for (; read < lines.length; read++) {
      const unit = lines.charCodeAt(read);
      if (unit === LINE) break;
      units[at++] = unit;
      hash = hashStep(hash, unit);
    }
    read++;
    let slot = slotOf(hash, size - 1);
    while (slots[2 * slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[2 * slot] = n + 1;
    slots[2 * slot + 1] = hash;
  }
  from[count] = at;
  return { mask: size - 1, slots, ids: Int32Array.from(wordIds), from, units, andId };
}

const LINE = 10;

/** FNV's low bits are good, its high bits better mixed in. */
export function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/** Id of a single word given as a string, 0 where unknown. For tests and for compiling, not for the scan. */
export function lookUp(table: WordTable, word: string): number {
  const folded = foldWord(word);
  const hash = hashWord(folded);
  let slot = slotOf(hash, table.mask);
  for (;;) {
    const surface = (table.slots[2 * slot] ?? 0) - 1;
    if (surface < 0) return 0;
    const from = table.from[surface] ?? 0;
    const to = table.from[surface + 1] ?? 0;
    if (table.slots[2 * slot + 1] === hash && to - from === folded.length) {
      if (String.fromCharCode(...table.units.subarray(from, to)) === folded)
        return table.ids[surface] ?? 0;
    }
    slot = (slot + 1) & table.mask;
  }
}
