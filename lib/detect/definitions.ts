// Finds where a block defines a short form by its initials: "contingency management (CM)", "CM: contingency management".
import { GAP } from '../text/gaps';
import type { Words } from '../text/words';

/** A short form and where its long form stands in the same block. */
export interface Definition {
  readonly short: string;
  readonly start: number;
  readonly stop: number;
  readonly longStart: number;
  readonly longStop: number;
  /** False for "CM, contingency management" and "CM is …": initials may fit by chance, or the words hold for one place only. */
  readonly sure: boolean;
}

/** Words of a long form that its initials may leave out. */
const SMALL = new Set('and of the for in to on a an or with by from at &'.split(' '));
/** Words between a long form and its short form: "(also ‘MAT’", "once called OST". */
const LINKS = new Set('also once called now known as formerly or the abbreviated to'.split(' '));
const SAYS = new Set('is means stands meaning here always refers'.split(' '));
const MOST_WORDS = 10;
const MOST_LINKS = 3;
const LONGEST_SHORT = 8;

/** All definitions in a block. Most words are dismissed by their length or by the gaps around them. */
export function findDefinitions(text: string, words: Words): readonly Definition[] {
  let found: Definition[] | null = null;
  const { count, gap, start, end } = words;
  for (let i = 0; i < count; i++) {
    if (!hasTwoCapitals(text, start[i] as number, end[i] as number)) continue;
    const definition = definitionAt(text, words, i, gap[i] as number, gap[i + 1] as number);
    if (definition === null) continue;
    found = found ?? [];
    found.push(definition);
  }
  return found ?? NONE;
}

const NONE: readonly Definition[] = [];

function definitionAt(
  text: string,
  words: Words,
  at: number,
  before: number,
  after: number,
): Definition | null {
  const short = text.slice(words.start[at], words.end[at]);
  if (!isShortForm(short)) return null;
  const letters = short.replace(/s$/, '').toLowerCase();
  const opened = (before & GAP.open) !== 0;
  if (at > 0) {
    let last = at;
    while (at - last < MOST_LINKS && last > 1 && LINKS.has(wordAt(text, words, last - 1))) last--;
    const linked = last < at;
    // "alcohol brief intervention(s) (ABIs)": the bracketed s is no word of the long form.
    const closing = wordAt(text, words, last - 1) === 's';
    if (last > 1 && closing && ((words.gap[last - 1] as number) & GAP.open) !== 0) last--;
    if (opened || linked) {
      const from = longBefore(text, words, last, letters);
      if (from >= 0) return definition(short, words, at, from, last, opened && !linked);
    }
  }
  if (at + 1 >= words.count) return null;
  const colon = (after & (GAP.open | GAP.clause | GAP.dash | GAP.other)) !== 0;
  if (colon || (after & GAP.comma) !== 0) {
    const to = longAfter(text, words, at + 1, letters);
    if (to > 0) return definition(short, words, at, at + 1, to, colon);
    return null;
  }
  // "NA means not applicable", "‘IPS’ in the finance annex is the Integrated Payment System".
  for (let i = at + 1; i < words.count && i <= at + 6; i++) {
    if (((words.gap[i] as number) & (GAP.stop | GAP.clause)) !== 0) return null;
    if (!SAYS.has(wordAt(text, words, i))) continue;
    let next = i + 1;
    while (
      next < words.count &&
      next <= i + 3 &&
      /^(the|for|always|an?)$/.test(wordAt(text, words, next))
    )
      next++;
    if (next >= words.count) return null;
    const to = longAfter(text, words, next, letters);
    if (to > 0) return definition(short, words, at, next, to, false);
  }
  return null;
}

function definition(
  short: string,
  words: Words,
  at: number,
  from: number,
  to: number,
  sure: boolean,
): Definition {
  return {
    short,
    start: words.start[at] as number,
    stop: words.end[at] as number,
    longStart: words.start[from] as number,
    longStop: words.end[to - 1] as number,
    sure,
  };
}

/** Two capitals or more: "CM", "PbR", "BBVs", "MoCAM". */
export function isShortForm(word: string): boolean {
  return /^[\p{L}\p{N}]{2,8}$/u.test(word) && /\p{Lu}.*\p{Lu}/u.test(word);
}

/** Whether the initials of `long` spell `short`, small words left out or not. For cells of a table. */
export function initialsFit(short: string, long: string): boolean {
  const words = long.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return spell(words, 0, short.replace(/s$/, '').toLowerCase(), 0);
}

/** Whether words from `i` spell the letters from `k`; a small word may give its letter or none. */
function spell(words: readonly string[], i: number, letters: string, k: number): boolean {
  const word = words[i];
  if (word === undefined) return k === letters.length;
  const small = SMALL.has(word);
  // A long form begins and ends with a word of its own.
  if (small && (i === 0 || i === words.length - 1)) return false;
  const letter = letters.charAt(k);
  // "needle exchange (NX)": the letter is the sound.
  const begins = word.startsWith(letter) || (letter === 'x' && word.startsWith('ex'));
  if (k < letters.length && begins && spell(words, i + 1, letters, k + 1)) return true;
  return small && spell(words, i + 1, letters, k);
}

/** A cheap look before anything is cut out: every word of every block passes here. */
function hasTwoCapitals(text: string, from: number, to: number): boolean {
  if (to - from < 2 || to - from > LONGEST_SHORT) return false;
  let capitals = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xde)) capitals++;
  }
  return capitals >= 2;
}

function wordAt(text: string, words: Words, i: number): string {
  return text.slice(words.start[i], words.end[i]).toLowerCase();
}

/** First word of the long form that ends just before word `at`, −1 where no words spell the letters. */
function longBefore(text: string, words: Words, at: number, letters: string): number {
  const long: string[] = [];
  for (let i = at - 1; i >= 0 && at - i <= MOST_WORDS; i--) {
    const cut = GAP.stop | GAP.clause | GAP.close;
    if (i < at - 1 && ((words.gap[i + 1] as number) & cut) !== 0) return -1;
    long.unshift(wordAt(text, words, i));
    if (long.length * 2 >= letters.length && spell(long, 0, letters, 0)) return i;
  }
  return -1;
}

/** Word after the long form that begins at word `at`, 0 where no words spell the letters. */
function longAfter(text: string, words: Words, at: number, letters: string): number {
  const long: string[] = [];
  for (let i = at; i < words.count && i - at < MOST_WORDS; i++) {
    const cut = GAP.stop | GAP.clause | GAP.open | GAP.close;
    if (i > at && ((words.gap[i] as number) & cut) !== 0) return 0;
    long.push(wordAt(text, words, i));
    if (long.length * 2 >= letters.length && spell(long, 0, letters, 0)) return i + 1;
  }
  return 0;
}
