// Words of text and of a query, folded alike, and how far a word typed is from a word held.
import { APOSTROPHE, FOLD, HYPHEN, IGNORED, LETTER, LIGATURE, LIGATURES } from '../../text/fold';

/** Too common to find anything by. */
const COMMON: ReadonlySet<string> = new Set(
  'a an and are as at be but by for from has have in into is it its not of on or our so than that the their them then there these they this to was were what when which who will with'.split(
    ' ',
  ),
);

export const isCommon = (word: string): boolean => COMMON.has(word);

export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words with their place in the text (UTF-16). "Client's" is client; "key-worker" is key and worker. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (word, start, end) => words.push({ word, start, end }));
  return words;
}

/** Calls for each word; words joined by a hyphen come once more as one, with `joined` true. */
export function eachWord(
  text: string,
  take: (word: string, start: number, end: number, joined: boolean) => void,
): void {
  let before = '';
  let beforeStart = 0;
  let i = 0;
  while (i < text.length) {
    const start = i;
    let word = '';
    let end = i;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const code = FOLD[unit] ?? 0;
      if (code >= LETTER) word += String.fromCharCode(code);
      else if (code === LIGATURE) word += LIGATURES.get(unit) ?? '';
      else if (code === APOSTROPHE && word !== '') {
        if (/^[’'ʼ]s(?![\p{L}\p{N}])/u.test(text.slice(i, i + 3))) {
          i += 2;
          break;
        }
        continue;
      } else if (code !== IGNORED) break;
      end = i + 1;
    }
    if (word === '') {
      i++;
      before = '';
      continue;
    }
    take(word, start, end, false);
    if (before !== '') take(before + word, beforeStart, end, true);
    const hyphen = i < text.length && (FOLD[text.charCodeAt(i)] ?? 0) === HYPHEN;
    before = hyphen ? word : '';
    beforeStart = start;
    if (hyphen) i++;
  }
}

/** How many slips are forgiven in a word of this length. */
export function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** One bit a letter: words that share few letters need not be compared. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= letterBit(word.charCodeAt(i));
  return bits;
}

/** Letters that share a bit only let more words be compared. */
export const letterBit = (unit: number): number => 1 << (unit & 31);

/**
 * Slips (a letter more, less or other, two letters swapped) between what was typed and `word`, or the
 * beginning of `word` that is nearest to it where `asStart`. More than `most` comes as `most + 1`.
 */
export function slips(typed: string, word: string, most: number, asStart: boolean): number {
  const rows = typed.length;
  const columns = Math.min(word.length, rows + most);
  if (rows - word.length > most || (!asStart && word.length - rows > most)) return most + 1;
  let two: number[] = [];
  let one = Array.from({ length: columns + 1 }, (_, j) => j);
  for (let i = 1; i <= rows; i++) {
    const now = [i];
    let least = i;
    for (let j = 1; j <= columns; j++) {
      const same = typed[i - 1] === word[j - 1];
      let cost = Math.min(
        (one[j - 1] ?? 0) + (same ? 0 : 1),
        (one[j] ?? 0) + 1,
        (now[j - 1] ?? 0) + 1,
      );
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        cost = Math.min(cost, (two[j - 2] ?? 0) + 1);
      now.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    two = one;
    one = now;
  }
  const far = asStart ? Math.min(...one) : (one[columns] ?? most + 1);
  return Math.min(far, most + 1);
}
