// Cuts text into words in one pass over its units and looks each up in the word table while doing so.
import {
  AMPERSAND,
  APOSTROPHE,
  BAR,
  CLAUSE,
  CLOSE,
  COMMA,
  FOLD,
  HYPHEN,
  IGNORED,
  LETTER,
  LIGATURE,
  LIGATURES,
  NEWLINE,
  OPEN,
  QUOTE,
  SLASH,
  SPACE,
  STOP,
} from './fold';
import { HASH_SEED, hashStep, PRIME, slotOf, type WordTable } from './word-table';

/** Bits of what lies between two words. */
export const GAP = {
  space: 1,
  /** A line break inside the block. */
  line: 2,
  hyphen: 4,
  slash: 8,
  comma: 16,
  /** Semicolon or colon. */
  clause: 32,
  /** End of a sentence. */
  stop: 64,
  open: 128,
  close: 256,
  quote: 512,
  other: 1024,
  /** A dash with a space on both sides. */
  dash: 2048,
  /** A full stop that ends no sentence. */
  dot: 4096,
} as const;

/** Gaps over which a form runs on: everything else cuts it. */
export const GAP_CUTS =
  GAP.comma | GAP.clause | GAP.stop | GAP.open | GAP.close | GAP.other | GAP.dash | GAP.dot;

/** Kind of gap (see fold.ts) → bit; a stop is judged apart. */
const BIT = new Uint16Array(16);
BIT[0] = GAP.other;
BIT[SPACE] = GAP.space;
BIT[NEWLINE] = GAP.line;
BIT[HYPHEN] = GAP.hyphen;
BIT[APOSTROPHE] = GAP.quote;
BIT[SLASH] = GAP.slash;
BIT[COMMA] = GAP.comma;
BIT[CLAUSE] = GAP.clause;
BIT[OPEN] = GAP.open;
BIT[CLOSE] = GAP.close;
BIT[QUOTE] = GAP.quote;
BIT[BAR] = GAP.stop;

/** Written with a full stop that ends no sentence, also before a capital or a figure. */
const SHORTENED = new Set(
  'no nos dr mr mrs ms prof st vs eg ie cf al fig para paras ch vol ref approx inc incl ltd co dept rev hon cllr viz ca'.split(
    ' ',
  ),
);

/** Followed by a letter that is a name of its own. */
const LETTERED = new Set(
  'lot lots annex appendix schedule part section category table figure option group class hepatitis vitamin grade phase plan'.split(
    ' ',
  ),
);

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
      if ((gap & GAP.dot) !== 0 && startsSentence(unit, code) && !endsShortened(text, words, count))
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

/** A stop that ends a sentence for certain, one that may (dot), or one inside "4.2" and "www.gov.uk" (other). */
function stopBit(text: string, i: number, unit: number): number {
  const next = i + 1 < text.length ? (FOLD[text.charCodeAt(i + 1)] as number) : NEWLINE;
  if (next >= LETTER) return unit === 0x2e ? GAP.other : GAP.stop;
  return unit === 0x2e || unit === 0x2026 ? GAP.dot : GAP.stop;
}

function isBlankLine(text: string, i: number): boolean {
  // "\r\n" is one break.
  if (text.charCodeAt(i) === 0x0a && text.charCodeAt(i - 1) === 0x0d) {
    let k = i - 2;
    while (k >= 0 && FOLD[text.charCodeAt(k)] === SPACE) k--;
    return k >= 0 && FOLD[text.charCodeAt(k)] === NEWLINE;
  }
  return true;
}

/** Hyphen straight after the word and at most white space behind it, or a soft hyphen at the end of a line. */
function leadsOn(text: string, from: number, to: number, gap: number): boolean {
  if (from >= to) return false;
  if ((gap & GAP.hyphen) === 0)
    return (gap & GAP.line) !== 0 && from > 0 && text.charCodeAt(from - 1) === 0xad;
  let hyphens = 0;
  for (let i = from; i < to; i++) {
    const code = FOLD[text.charCodeAt(i)] as number;
    if (code === HYPHEN) hyphens++;
    else if (hyphens === 0) return false;
  }
  return hyphens === 1;
}

function isSpacedDash(text: string, from: number, to: number): boolean {
  const first = FOLD[text.charCodeAt(from)] as number;
  const last = FOLD[text.charCodeAt(to - 1)] as number;
  return first !== HYPHEN && last !== HYPHEN;
}

function startsSentence(unit: number, code: number): boolean {
  // Folding changes capitals only, so a unit that differs from its fold is a capital; figures start sentences too.
  return code !== unit || code < 0x3a;
}

function endsShortened(text: string, words: Words, count: number): boolean {
  if (count === 0) return false;
  const start = words.start[count - 1] as number;
  const end = words.end[count - 1] as number;
  if (end - start > 6) return false;
  if (end - start === 1) {
    // A figure ends the sentence, and so does the letter of "Lot C."; any other letter is an initial.
    if (text.charCodeAt(start) <= 0x39) return false;
    const label = count > 1 ? text.slice(words.start[count - 2], words.end[count - 2]) : '';
    return !LETTERED.has(label.toLowerCase());
  }
  return SHORTENED.has(text.slice(start, end).toLowerCase());
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
