// How far the words that exclude reach within a sentence.

import { GAP } from '../text/gaps';
import { KIND } from '../vocabulary/cue-kinds';
import {
  type Cue,
  cuesFrom,
  cutsBetween,
  EXCLUDING,
  gapText,
  has,
  type Reading,
  sentenceOf,
} from './polarity-cues';
import type { BlockScan } from './scan';

/** Words that a cue reaches over, at most. */
const FAR_BEFORE = 30;
/** Beyond so many words nothing is looked at, however long the sentence; a list may run on for longer. */
const FAR = 60;
const FAR_LIST = 400;
const FAR_AFTER = 16;
const NEAR = 3;
const BARE = 9;
const ENDS = 9;
/** Words between a list's cue and its colon; words of a sentence that "this" may stand for. */
const TO_COLON = 4;
const SHORT_SENTENCE = 14;

/** Whether something in its block excludes the mention at words [from, to). */
export function excludedInBlock(
  scan: BlockScan,
  reading: Reading,
  from: number,
  to: number,
): boolean {
  const [first, last] = sentenceOf(reading, scan, from);
  // "Should outreach be a separate lot?", "whether it sits with the GP": asked, not said.
  const open =
    /^["'”’)\]]*\?/.test(gapText(reading, scan, last)) || asksWhether(reading, first, from);
  const before = first > 0 ? sentenceOf(reading, scan, first - 1)[0] : 0;
  const near = cuesFrom(reading, Math.max(before, from - FAR_LIST), Math.min(last + 8, to + FAR));
  return near.some((cue) => {
    const k = cue.kinds;
    if ((k & (EXCLUDING | KIND.back | KIND.previous)) === 0) return false;
    if (opensList(scan, reading, cue) && listReaches(scan, reading, cue, from)) return true;
    if (cue.from >= last)
      return (
        (k & KIND.previous) !== 0 &&
        cue.from - last <= 5 &&
        last - first <= SHORT_SENTENCE &&
        sentenceOf(reading, scan, cue.from)[0] === last
      );
    if (cue.from < first) return false;
    if (cue.to <= from) return excludesFromBefore(scan, reading, cue, from, to, first, last);
    return cue.from >= to && !open && excludesFromBehind(scan, reading, cue, to);
  });
}

/** "… whether X": in the same clause, and not where "whether" begins the sentence and so its subject. */
function asksWhether(reading: Reading, first: number, from: number): boolean {
  let clause = from;
  while (
    clause > first &&
    clause > from - FAR &&
    ((reading.cuts.get(clause) ?? 0) & GAP.clause) === 0
  )
    clause--;
  return has(reading, KIND.whether, Math.max(clause, first + 1), from);
}

function excludesFromBefore(
  scan: BlockScan,
  reading: Reading,
  cue: Cue,
  from: number,
  to: number,
  first: number,
  last: number,
): boolean {
  const k = cue.kinds;
  const gap = from - cue.to;
  if ((k & KIND.beforeFar) !== 0 && gap <= FAR_BEFORE && runsOn(reading, cue.to, from, to, last))
    return true;
  if ((k & KIND.beforeNear) !== 0 && gap <= NEAR && cutsBetween(reading, cue.to, from) === 0)
    return true;
  // "No counselling or OST is to be given", "neither detox nor rehab is funded".
  if (
    (k & KIND.beforeBare) !== 0 &&
    gap <= BARE &&
    (cutsBetween(reading, cue.to, from) & ~GAP.comma) === 0 &&
    !has(reading, KIND.stops | KIND.finite, cue.to, from) &&
    has(reading, KIND.passive, to, Math.min(last, to + FAR_AFTER))
  )
    return true;
  // "Case files lay outside the remit, as was residential rehab": as the words before it were.
  if ((k & KIND.back) === 0 || gap > NEAR + 1) return false;
  const before = first > 0 ? sentenceOf(reading, scan, first - 1)[0] : 0;
  return has(reading, EXCLUDING, before, cue.from);
}

function excludesFromBehind(scan: BlockScan, reading: Reading, cue: Cue, to: number): boolean {
  const k = cue.kinds;
  const gap = cue.from - to;
  if ((k & KIND.afterWide) !== 0) return true;
  if ((k & KIND.afterFar) !== 0 && gap <= FAR_AFTER && leadsTo(scan, reading, to, cue)) return true;
  const ending = GAP.stop | GAP.clause | GAP.comma | GAP.dash;
  return (
    (k & KIND.afterEnds) !== 0 &&
    gap <= ENDS &&
    ((reading.cuts.get(cue.to) ?? 0) & ending) !== 0 &&
    leadsTo(scan, reading, to, cue)
  );
}

/** Whether a cue that ends before `from` still holds at the mention [from, to). */
function runsOn(reading: Reading, cueEnd: number, from: number, to: number, last: number): boolean {
  const cuts = cutsBetween(reading, cueEnd, from);
  if ((cuts & (GAP.clause | GAP.dash | GAP.stop)) !== 0) return false;
  if (has(reading, KIND.stops | KIND.finite, cueEnd, from)) return false;
  if ((cuts & GAP.comma) === 0) return true;
  // "Excluding detox, rehab is provided by …": behind a comma, a verb after the mention makes it a clause of its own.
  let end = to;
  while (end < last && end < to + FAR && !reading.cuts.has(end)) end++;
  return !has(reading, KIND.finite, to, end);
}

/** "… was considered and is not proposed": the words before the cue carry the subject over. */
const CARRIES_ON = /\band\s+(?:(?:is|are|was|were|will|does|do|has|have|shall|must|so)\s+){0,2}$/i;

/** Whether nothing between the mention's end and a later cue parts them. */
function leadsTo(scan: BlockScan, reading: Reading, to: number, cue: Cue): boolean {
  for (let word = to; word <= cue.from; word++) {
    if (((reading.cuts.get(word) ?? 0) & (GAP.clause | GAP.stop)) === 0) continue;
    // "Nalmefene: not commissioned."
    const colon = word === cue.from && /^["'”’)\]]*\s*:/.test(gapText(reading, scan, word));
    if (!colon) return false;
  }
  const carried = CARRIES_ON.test(scan.text.slice(Math.max(0, cue.start - 24), cue.start));
  return !cuesFrom(reading, to, cue.from).some((other) => {
    if (other.to > cue.from) return false;
    // "detox, which is not funded".
    if ((other.kinds & KIND.relative) !== 0 && other.from - to <= 1) return false;
    if ((other.kinds & KIND.stops) !== 0) return true;
    // The verb that belongs to the cue itself: "is the subject of a separate review".
    return (other.kinds & KIND.finite) !== 0 && cue.from - other.to > 1 && !carried;
  });
}

/** Whether the cue and a colon open a list of what is excluded: "Out of scope: a; b", "The service will not: prescribe; …". */
function opensList(scan: BlockScan, reading: Reading, cue: Cue): boolean {
  if ((cue.kinds & (KIND.lists | KIND.beforeFar | KIND.afterFar)) === 0) return false;
  for (let word = cue.to; word <= cue.to + TO_COLON && word <= scan.words; word++) {
    if (!reading.cuts.has(word)) continue;
    if (/^["'”’)\]*]*\s*:/.test(gapText(reading, scan, word))) return true;
    // "What we will not do. Fund degrees; buy in therapy."
    const [first, last] = sentenceOf(reading, scan, cue.from);
    return (
      (cue.kinds & KIND.lists) !== 0 &&
      word === last &&
      last < scan.words &&
      cue.from - first <= 3 &&
      last - cue.to <= 1
    );
  }
  return false;
}

function listReaches(scan: BlockScan, reading: Reading, cue: Cue, from: number): boolean {
  if (from < cue.to) return false;
  const last = sentenceOf(reading, scan, cue.from)[1];
  if (from < last) return !inRelative(reading, cue.to, from);
  const colon = /:/.test(
    scan.text.slice(reading.gapAt.get(last) ?? 0, (reading.gapAt.get(last) ?? 0) + 3),
  );
  // The list is the next sentence only where the cue's own sentence holds nothing but the cue.
  const [first] = sentenceOf(reading, scan, cue.from);
  if (colon || cue.from - first > 3 || last - cue.to > 1 || last >= scan.words) return false;
  return from < sentenceOf(reading, scan, last)[1];
}

/** "…; residential placements, which remain with the panel": behind a "which" of its own item. */
function inRelative(reading: Reading, cueEnd: number, from: number): boolean {
  let item = from;
  while (item > cueEnd && item > from - FAR && ((reading.cuts.get(item) ?? 0) & GAP.clause) === 0)
    item--;
  return has(reading, KIND.relative, item, from);
}
