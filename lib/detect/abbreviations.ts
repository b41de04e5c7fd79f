// What the short forms of a document mean in it: learnt from its own definitions, for this document only.
import type { Matcher } from '../vocabulary/matcher';
import { type Definition, initialsFit, isShortForm } from './definitions';
import type { Block } from './model';
import { type BlockScan, HIT } from './scan';

export interface Meaning {
  /** Topic number; −1 where the document gives a meaning outside the vocabulary. */
  readonly topic: number;
  readonly long: string;
  /** Where the document gives it: block, and offset in it; 0 and 0 for a glossary, which holds throughout. */
  readonly block: number;
  readonly start: number;
}

/** Short form → its meanings in this document, in order of place; at one place a meaning of the field comes last. */
export type Meanings = ReadonlyMap<string, readonly Meaning[]>;

/** Reads the definitions of all blocks, glossary tables among them. */
export function learnMeanings(
  blocks: readonly Block[],
  scans: readonly BlockScan[],
  matcher: Matcher,
): Meanings {
  const meanings = new Map<string, Meaning[]>();
  const learn = (short: string, meaning: Meaning, sure: boolean): void => {
    if (meaning.topic < 0 && !sure) return;
    const known = meanings.get(short);
    if (known) known.push(meaning);
    else meanings.set(short, [meaning]);
  };
  scans.forEach((scan, i) => {
    for (const definition of scan.definitions)
      learn(definition.short, meaningOf(scan, i, definition, matcher), definition.sure);
    if (blocks[i]?.kind !== 'cell' || scan.words !== 1) return;
    const next = scans[i + 1];
    const short = scan.text.trim();
    if (!next || blocks[i + 1]?.kind !== 'cell' || !isShortForm(short)) return;
    const long = next.text.trim();
    if (!initialsFit(short, long)) return;
    const at = next.text.indexOf(long);
    const topic = topicOf(next, at, at + long.length, short, matcher);
    learn(short, { topic, long, block: 0, start: 0 }, true);
  });
  for (const list of meanings.values())
    if (list.length > 1)
      list.sort((a, b) => a.block - b.block || a.start - b.start || a.topic - b.topic);
  return meanings;
}

/** What one definition says. A glossary line holds for the whole document, "long form (SHORT)" from there on. */
export function meaningOf(
  scan: BlockScan,
  block: number,
  definition: Definition,
  matcher: Matcher,
): Meaning {
  const { short, longStart, longStop } = definition;
  const bracketed = longStart < definition.start;
  return {
    topic: topicOf(scan, longStart, longStop, short, matcher),
    long: scan.text.slice(longStart, longStop).replace(/\s+/g, ' '),
    block: bracketed ? block : 0,
    start: bracketed ? definition.start : 0,
  };
}

/** What a short form means at a place: by the nearest definition before it, or else by the first of the field behind it. */
export function meaningAt(
  meanings: readonly Meaning[] | undefined,
  block: number,
  start: number,
): Meaning | undefined {
  return (
    meanings?.findLast((m) => m.block < block || (m.block === block && m.start <= start)) ??
    meanings?.find((m) => m.topic >= 0)
  );
}

/** Share of a long form that a term must cover to give it its topic; less where the vocabulary has the short form too. */
const COVERED = 0.75;
const COVERED_KNOWN = 0.5;

/** The topic of the longest term that covers most of a long form, its first word included; −1 where none does. */
function topicOf(
  scan: BlockScan,
  from: number,
  to: number,
  short: string,
  matcher: Matcher,
): number {
  const { terms } = scan;
  let best = -1;
  let bestLength = 0;
  let notLength = 0;
  for (let i = 0; i < terms.length; i += HIT) {
    const term = matcher.term(terms[i] as number);
    const start = terms[i + 3] as number;
    const stop = terms[i + 4] as number;
    if (terms[i + 5] !== 0 || stop <= from || start >= to) continue;
    const both = Math.min(stop, to) - Math.max(start, from);
    const share = both / (to - from);
    if (!term) {
      if (share >= COVERED) notLength = Math.max(notLength, stop - start);
      continue;
    }
    const known = matcher.shortForms.get(short.toLowerCase())?.includes(term.topic) === true;
    // Of two terms for the same words, the one that means nothing else.
    const longer = stop - start > bestLength || (stop - start === bestLength && !term.sense);
    if (both < (stop - start) * COVERED_KNOWN || !longer) continue;
    if (known ? share < COVERED_KNOWN : start > from || share < COVERED) continue;
    best = term.topic;
    bestLength = stop - start;
  }
  // Longer words that mean something else ("core board training") take the text from the term.
  return notLength > bestLength ? -1 : best;
}

/** Every place in a block where a short form means a topic of the field, with a small s of the plural allowed. */
export function* learntPlaces(
  text: string,
  block: number,
  all: Meanings,
): Generator<{ start: number; stop: number; short: string; meaning: Meaning }> {
  for (const [short, meanings] of all) {
    if (meanings.every(({ topic }) => topic < 0)) continue;
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + short.length)) {
      let stop = at + short.length;
      if (text.charAt(stop) === 's') stop++;
      if (isWordUnit(text, at - 1) || isWordUnit(text, stop)) continue;
      const meaning = meaningAt(meanings, block, at);
      if (meaning && meaning.topic >= 0) yield { start: at, stop, short, meaning };
    }
  }
}

function isWordUnit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));
}
