// What lies between two words, and whether a full stop, a hyphen or a line break in it parts them.
import {
  APOSTROPHE,
  BAR,
  CLAUSE,
  CLOSE,
  COMMA,
  FOLD,
  HYPHEN,
  LETTER,
  NEWLINE,
  OPEN,
  QUOTE,
  SLASH,
  SPACE,
} from './fold';

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
export const BIT = new Uint16Array(16);
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

/** A stop that ends a sentence for certain, one that may (dot), or one inside "4.2" and "www.gov.uk" (other). */
export function stopBit(text: string, i: number, unit: number): number {
  const next = i + 1 < text.length ? (FOLD[text.charCodeAt(i + 1)] as number) : NEWLINE;
  if (next >= LETTER) return unit === 0x2e ? GAP.other : GAP.stop;
  return unit === 0x2e || unit === 0x2026 ? GAP.dot : GAP.stop;
}

/** Whether the break at `i` is a second one, given that the gap holds one already; "\r\n" counts once. */
export function isBlankLine(text: string, i: number): boolean {
  if (text.charCodeAt(i) === 0x0a && text.charCodeAt(i - 1) === 0x0d) {
    let k = i - 2;
    while (k >= 0 && FOLD[text.charCodeAt(k)] === SPACE) k--;
    return k >= 0 && FOLD[text.charCodeAt(k)] === NEWLINE;
  }
  return true;
}

/** Hyphen straight after the word and at most white space behind it, or a soft hyphen at the end of a line. */
export function leadsOn(text: string, from: number, to: number, gap: number): boolean {
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

/** A dash between spaces parts clauses; one inside a word does not. */
export function isSpacedDash(text: string, from: number, to: number): boolean {
  const first = FOLD[text.charCodeAt(from)] as number;
  const last = FOLD[text.charCodeAt(to - 1)] as number;
  return first !== HYPHEN && last !== HYPHEN;
}

/** Whether the word that begins with this unit may begin a sentence. */
export function startsSentence(unit: number, code: number): boolean {
  // Folding changes capitals only, so a unit that differs from its fold is a capital; figures start sentences too.
  return code !== unit || code < 0x3a;
}

/** Whether the last word, at [start, end), is shortened with a full stop ("Dr.", "J."); `label` gives the word before it. */
export function endsShortened(
  text: string,
  start: number,
  end: number,
  label: () => string,
): boolean {
  if (end - start > 6) return false;
  if (end - start === 1) {
    // A figure ends the sentence, and so does the letter of "Lot C."; any other letter is an initial.
    if (text.charCodeAt(start) <= 0x39) return false;
    return !LETTERED.has(label().toLowerCase());
  }
  return SHORTENED.has(text.slice(start, end).toLowerCase());
}
