// Cuts text into words in one pass over its units and looks each up in the word table while doing so.
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

/** The words of one text. Reused from text to text; `count` words are valid, and `gap[count]` is the gap after the last. */
export class Words {
  count = 0;
  id = new Int32Array(1024);
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  /** Bits of the gap before the word. */
  gap = new Uint16Array(1024);
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
  const { mask, slots, hashes, ids, andId } = table;
  const fold = FOLD;
  let count = 0;
  let i = 0;
  let hash1 = 0;
  let hash2 = 0;
  if (words.joins) {
    words.joined2.fill(0, 0, words.count + 1);
    words.joined3.fill(0, 0, words.count + 1);
    words.joins = false;
  }
  words.count = 0;
  let { id: wordId, start: wordStart, end: wordEnd, gap: wordGap } = words;
  for (;;) {
    // The gap: nearly always one space before a letter.
    let gap = 0;
    let unit = 0;
    let code = 0;
    let hyphenated = false;
    if (count >= wordId.length - 2) {
      words.grow();
      ({ id: wordId, start: wordStart, end: wordEnd, gap: wordGap } = words);
    }
    if (i + 1 < length && text.charCodeAt(i) === 0x20) {
      unit = text.charCodeAt(i + 1);
      code = fold[unit] as number;
    }
    if (code >= LETTER) {
      i++;
      gap = GAP.space;
    } else {
      const gapStart = i;
      while (i < length) {
        unit = text.charCodeAt(i);
        code = fold[unit] as number;
        if (code >= LETTER || code === LIGATURE) break;
        if (code === STOP) gap |= stopBit(text, i, unit);
        else if (code === AMPERSAND) break;
        else if (code === NEWLINE && (gap & GAP.line) !== 0 && isBlankLine(text, i))
          gap |= GAP.stop;
        else if (code !== IGNORED) gap |= BIT[code] as number;
        i++;
      }
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
    // The word.
    const start = i;
    let hash = HASH_SEED;
    let end = i;
    if (code === AMPERSAND) {
      i++;
      end = i;
      wordId[count] = andId;
    } else {
      while (i < length) {
        unit = text.charCodeAt(i);
        code = fold[unit] as number;
        if (code >= LETTER) {
          hash = Math.imul(hash ^ code, PRIME);
          i++;
          end = i;
        } else if (code === IGNORED) {
          i++;
        } else if (code === LIGATURE) {
          const opened = LIGATURES.get(unit) ?? '';
          for (let k = 0; k < opened.length; k++) hash = hashStep(hash, opened.charCodeAt(k));
          i++;
          end = i;
        } else if (code === APOSTROPHE && i + 1 < length && isLetter(text, i + 1)) {
          // "client's" is the word "client" with something that is skipped; "don't" is one word.
          if (isPossessive(text, i, length)) {
            i += 2;
            break;
          }
          hash = hashStep(hash, 39);
          i++;
        } else if (code === STOP && end - start === 1 && isInitial(text, i, length)) {
          // "A.A." is the word "AA".
          while (isInitial(text, i, length)) {
            hash = hashStep(hash, FOLD[text.charCodeAt(i + 1)] as number);
            i += 2;
            end = i;
          }
          break;
        } else break;
      }
      // The table, written out here because this is the hot place.
      let id = 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      for (;;) {
        const surface = (slots[slot] as number) - 1;
        if (surface < 0) break;
        if ((hashes[surface] as number) === hash && sameWord(text, start, end, surface, table)) {
          id = ids[surface] as number;
          break;
        }
        slot = (slot + 1) & mask;
      }
      wordId[count] = id;
    }
    wordStart[count] = start;
    wordEnd[count] = end;
    wordGap[count] = gap;
    if (hyphenated) {
      words.joins = true;
      const before = count - 1;
      const joined = hashRange(text, start, end, hash1);
      words.joined2[before] = findWord(text, words.start[before] as number, end, joined, table);
      if (hash2 !== 0 && before > 0) {
        const three = hashRange(text, start, end, hash2);
        words.joined3[before - 1] = findWord(
          text,
          words.start[before - 1] as number,
          end,
          three,
          table,
        );
      }
      hash2 = joined;
    } else hash2 = 0;
    hash1 = hash;
    count++;
  }
  words.count = count;
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

/** Continues a hash over the letters of a range. */
function hashRange(text: string, from: number, to: number, seed: number): number {
  let hash = seed;
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

function findWord(text: string, from: number, to: number, hash: number, table: WordTable): number {
  let slot = slotOf(hash, table.mask);
  for (;;) {
    const surface = (table.slots[slot] as number) - 1;
    if (surface < 0) return 0;
    if (table.hashes[surface] === hash && sameWord(text, from, to, surface, table))
      return table.ids[surface] as number;
    slot = (slot + 1) & table.mask;
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
