// Cuts text into words in one pass over its units and looks each up in the word table while doing so.
import { BYTE, bytesOver, encode, FULL_STOP, PLAIN_END } from './bytes';
import {
  AMPERSAND,
  APOSTROPHE,
  FOLD,
  IGNORED,
  LETTER,
  LIGATURE,
  LIGATURES,
  NEWLINE,
  STOP,
} from './fold';
import {
  BIT,
  endsShortened,
  GAP,
  isBlankLine,
  isSpacedDash,
  leadsOn,
  startsSentence,
  stopBit,
} from './gaps';
import { HASH_SEED, hashStep, PRIME, slotOf, type WordTable } from './word-table';

/** What two capitals come to, where each adds the bits in which it differs from its small letter. */
const TWO_CAPITALS = 0x40;
const LONGEST_SHORT_FORM = 8;

/** The words of one text. Reused from text to text; `count` words are valid, and `gap[count]` is the gap after the last. */
export class Words {
  count = 0;
  id = new Int32Array(1024);
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  /** Bits of the gap before the word. */
  gap = new Uint16Array(1024);
  /** Whether a word of the text may be a short form: up to eight units, two capitals or more. May be true where none is. */
  capitals = false;
  /** Whether any word of the text can be read as one with the next; where not, `joined2` and `joined3` hold only zeros. */
  joins = false;
  /** Id of this word and the next (next two) read as one, where only a hyphen or a hyphenated line break parts them. */
  joined2 = new Int32Array(1024);
  joined3 = new Int32Array(1024);

  grow(): void {
    const size = this.id.length * 2;
    this.id = grown(this.id, size);
    this.start = grown(this.start, size);
    this.end = grown(this.end, size);
    this.joined2 = grown(this.joined2, size);
    this.joined3 = grown(this.joined3, size);
    const gap = new Uint16Array(size);
    gap.set(this.gap);
    this.gap = gap;
  }
}

function grown(old: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(size);
  next.set(old);
  return next;
}

/** Fills `words` with the words of `text`; unknown words have id 0. Linear in the text, free of the table's size. */
export function readWords(text: string, table: WordTable, words: Words): void {
  const length = text.length;
  const { mask, slots, ids, from: unitsFrom, units, andId } = table;
  const fold = FOLD;
  const byteFold = BYTE;
  const buffer = encode(text);
  let shift = 0;
  let count = 0;
  let i = 0;
  // Where the two words before began, if only a hyphen parts them from the next; −1 where not.
  let run1 = -1;
  if (words.joins) {
    words.joined2.fill(0, 0, words.count + 1);
    words.joined3.fill(0, 0, words.count + 1);
    words.joins = false;
  }
  let capitals = false;
  let { id: wordId, start: wordStart, end: wordEnd, gap: wordGap } = words;
  for (;;) {
    // The gap: nearly always one space before a letter.
    let gap = 0;
    let code = 0;
    let hyphenated = false;
    if (count >= wordId.length - 2) {
      words.grow();
      ({ id: wordId, start: wordStart, end: wordEnd, gap: wordGap } = words);
    }
    if (
      buffer[i + shift] === 0x20 &&
      (byteFold[buffer[i + shift + 1] as number] as number) >= LETTER
    ) {
      i++;
      gap = GAP.space;
    } else {
      const gapStart = i;
      let unit = 0;
      let odd = false;
      while (i < length) {
        unit = odd ? text.charCodeAt(i) : (buffer[i + shift] as number);
        if (unit > 0x7f) {
          odd = true;
          unit = text.charCodeAt(i);
        }
        code = fold[unit] as number;
        if (code >= LETTER || code === LIGATURE) break;
        if (code === STOP) gap |= stopBit(text, i, unit);
        else if (code === AMPERSAND) break;
        else if (code === NEWLINE && (gap & GAP.line) !== 0 && isBlankLine(text, i))
          gap |= GAP.stop;
        else if (code !== IGNORED) gap |= BIT[code] as number;
        i++;
      }
      if (odd) shift += bytesOver(text, gapStart, i);
      if ((gap & ~(GAP.hyphen | GAP.line | GAP.space)) === 0 && count > 0)
        hyphenated = leadsOn(text, gapStart, i, gap);
      if (hyphenated) gap |= GAP.hyphen;
      else if ((gap & GAP.hyphen) !== 0 && isSpacedDash(text, gapStart, i)) gap |= GAP.dash;
      if (i >= length) {
        wordGap[count] = gap | GAP.stop;
        break;
      }
      // A full stop before a space: the end of a sentence if a capital or a figure follows no shortened word.
      if ((gap & GAP.dot) !== 0 && startsSentence(unit, code) && !isShortened(text, words, count))
        gap |= GAP.stop;
    }
    // The word, as if it were of plain letters only.
    const start = i;
    const first = i + shift;
    let at = first;
    let hash = HASH_SEED;
    let differs = 0;
    let byte = buffer[at] as number;
    code = byteFold[byte] as number;
    while (code >= LETTER) {
      hash = Math.imul(hash ^ code, PRIME);
      differs += byte ^ code;
      byte = buffer[++at] as number;
      code = byteFold[byte] as number;
    }
    let id = 0;
    if (code === PLAIN_END ? at > first : code === FULL_STOP && at > first + 1) {
      const size = at - first;
      i = start + size;
      wordEnd[count] = i;
      if (differs >= TWO_CAPITALS && size <= LONGEST_SHORT_FORM) capitals = true;
      // The table, written out here because this is the hot place.
      let slot = (hash ^ (hash >>> 15)) & mask;
      for (;;) {
        const surface = (slots[2 * slot] as number) - 1;
        if (surface < 0) break;
        if ((slots[2 * slot + 1] as number) === hash) {
          const from = unitsFrom[surface] as number;
          let k = 0;
          if ((unitsFrom[surface + 1] as number) - from === size)
            while (k < size && units[from + k] === byteFold[buffer[first + k] as number]) k++;
          if (k === size) {
            id = ids[surface] as number;
            break;
          }
        }
        slot = (slot + 1) & mask;
      }
    } else if (byte === 0x26 && at === first) {
      i++;
      wordEnd[count] = i;
      id = andId;
    } else {
      i = readOddWord(text, start, length, wordEnd, count);
      const end = wordEnd[count] as number;
      id = findWord(text, start, end, table);
      if (end - start <= LONGEST_SHORT_FORM) capitals = true;
      shift += bytesOver(text, start, i);
    }
    wordId[count] = id;
    wordStart[count] = start;
    wordGap[count] = gap;
    if (hyphenated) {
      words.joins = true;
      const before = count - 1;
      const end = wordEnd[count] as number;
      words.joined2[before] = findWord(text, wordStart[before] as number, end, table);
      if (run1 >= 0) words.joined3[before - 1] = findWord(text, run1, end, table);
      run1 = wordStart[before] as number;
    } else run1 = -1;
    count++;
  }
  words.count = count;
  words.capitals = capitals;
}

/** Reads on from `start` over whatever a word may hold; puts its end into `ends[at]`, gives back where reading goes on. */
function readOddWord(
  text: string,
  start: number,
  length: number,
  ends: Int32Array,
  at: number,
): number {
  let i = start;
  let end = i;
  while (i < length) {
    const code = FOLD[text.charCodeAt(i)] as number;
    if (code >= LETTER || code === LIGATURE) {
      i++;
      end = i;
    } else if (code === IGNORED) i++;
    else if (code === APOSTROPHE && i + 1 < length && isLetter(text, i + 1)) {
      // "client's" is the word "client" with something that is skipped; "don't" is one word.
      if (isPossessive(text, i, length)) {
        i += 2;
        break;
      }
      i++;
    } else if (code === STOP && end - start === 1 && isInitial(text, i, length)) {
      // "A.A." is the word "AA".
      while (isInitial(text, i, length)) {
        i += 2;
        end = i;
      }
      break;
    } else break;
  }
  ends[at] = end;
  return i;
}

function isShortened(text: string, words: Words, count: number): boolean {
  if (count === 0) return false;
  const label = () => (count > 1 ? text.slice(words.start[count - 2], words.end[count - 2]) : '');
  return endsShortened(
    text,
    words.start[count - 1] as number,
    words.end[count - 1] as number,
    label,
  );
}

function isLetter(text: string, i: number): boolean {
  return (FOLD[text.charCodeAt(i)] as number) >= LETTER;
}

function isPossessive(text: string, i: number, length: number): boolean {
  return FOLD[text.charCodeAt(i + 1)] === 0x73 && (i + 2 >= length || !isLetter(text, i + 2));
}

/** At a stop that is followed by one letter and then by no other. */
function isInitial(text: string, i: number, length: number): boolean {
  return (
    i + 1 < length &&
    text.charCodeAt(i) === 0x2e &&
    isLetter(text, i + 1) &&
    (i + 2 >= length || !isLetter(text, i + 2))
  );
}

/** Hash of the letters of a range. */
function hashRange(text: string, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const code = FOLD[unit] as number;
    if (code >= LETTER) hash = hashStep(hash, code);
    else if (code === LIGATURE) {
      const opened = LIGATURES.get(unit) ?? '';
      for (let k = 0; k < opened.length; k++) hash = hashStep(hash, opened.charCodeAt(k));
    } else if (code === APOSTROPHE) hash = hashStep(hash, 39);
  }
  return hash;
}

/** Id of the letters of a range read as one word; 0 where unknown. */
function findWord(text: string, from: number, to: number, table: WordTable): number {
  const { slots, mask } = table;
  const hash = hashRange(text, from, to);
  let slot = slotOf(hash, mask);
  for (;;) {
    const surface = (slots[2 * slot] as number) - 1;
    if (surface < 0) return 0;
    if (slots[2 * slot + 1] === hash && sameWord(text, from, to, surface, table))
      return table.ids[surface] as number;
    slot = (slot + 1) & mask;
  }
}

/** Whether the letters of the range are the letters of the surface; hyphens and breaks between them are passed over. */
function sameWord(
  text: string,
  from: number,
  to: number,
  surface: number,
  table: WordTable,
): boolean {
  let k = table.from[surface] as number;
  const last = table.from[surface + 1] as number;
  const units = table.units;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const code = FOLD[unit] as number;
    if (code >= LETTER) {
      if (k >= last || units[k++] !== code) return false;
    } else if (code === LIGATURE) {
      const opened = LIGATURES.get(unit) ?? '';
      for (let m = 0; m < opened.length; m++)
        if (k >= last || units[k++] !== opened.charCodeAt(m)) return false;
    } else if (code === APOSTROPHE && (k >= last || units[k++] !== 39)) return false;
  }
  return k === last;
}
