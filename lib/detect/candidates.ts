// Everything in a block that could be marked: terms whose sense holds, short forms that the document defines, words that mean something else.
import { firstFrom, firstRowFrom } from '../text/search';
import { readWords, Words } from '../text/words';
import type { Matcher, Term } from '../vocabulary/matcher';
import { phrase, say } from '../words/words';
import { learntPlaces, meaningAt, meaningOf } from './abbreviations';
import type { Why } from './model';
import type { Stretch } from './overlaps';
import { type BlockScan, HIT } from './scan';
import { oneLine, type SenseJudge } from './senses';
import type { Survey } from './survey';

/** A stretch that may be kept for a topic, or (topic −1) for words that mean something else. */
export interface Candidate extends Stretch {
  /** First word, and the word after the last. */
  readonly from: number;
  readonly to: number;
  readonly topic: number;
  readonly why: Why;
  readonly abbreviation: boolean;
}

/** Which goes first where two cover the same text. */
const WEIGHT = {
  elsewhere: 2,
  sharedHead: 1,
  /** Only the rest of the document decides. */
  weakSense: 3,
  beside: 3,
  oneSense: 4,
  /** The words around decide. */
  strongSense: 5,
  defined: 6,
} as const;

/** A form with a slot or a gap is a guess at many wordings: words that say otherwise go before it. */
function weightOf(term: Term, weight: number): number {
  return /[[~]/.test(term.form) ? weight / 10 : weight;
}

const NOTHING: Why = { term: '', reading: null, decidedBy: [], couldBe: null };
const learntWords = new Words();

/** The candidates of a block; overlaps are not yet resolved. */
export function candidatesOf(
  block: number,
  scan: BlockScan,
  matcher: Matcher,
  judge: SenseJudge,
  survey: Survey,
): Candidate[] {
  const found: Candidate[] = [];
  const undecided: Candidate[] = [];
  const shared: Candidate[] = [];
  const { terms, text } = scan;
  for (let i = 0; i < terms.length; i += HIT) {
    const from = terms[i + 1] as number;
    const to = terms[i + 2] as number;
    const start = terms[i + 3] as number;
    const stop = terms[i + 4] as number;
    const term = matcher.term(terms[i] as number);
    const topic = term === undefined ? -1 : term.topic;
    const made = (weight: number, why: Why): Candidate => ({
      start,
      stop,
      weight,
      from,
      to,
      topic,
      why,
      abbreviation: term?.abbreviation === true,
    });
    if (terms[i + 5] !== 0) {
      if (term !== undefined && term.sense === null && !term.abbreviation)
        shared.push(
          made(WEIGHT.sharedHead, whyOf(term, [say('the words share their last word in a list')])),
        );
      continue;
    }
    if (term === undefined) found.push(made(WEIGHT.elsewhere, NOTHING));
    else if (term.abbreviation && isDefined(text, block, start, stop, survey)) continue;
    else if (term.sense === null)
      found.push(made(weightOf(term, WEIGHT.oneSense), whyOf(term, [])));
    else {
      const judged = judge.judge(term.sense, { block, from, to }, topic, term.abbreviation);
      if (judged === 'barred') continue;
      if (judged === 'undecided') {
        if (term.abbreviation) undecided.push(made(WEIGHT.beside, whyOf(term, [])));
      } else
        found.push(
          made(
            weightOf(term, judged.strength === 2 ? WEIGHT.strongSense : WEIGHT.weakSense),
            whyOf(term, judged.decidedBy),
          ),
        );
    }
  }
  if (survey.meanings.size > 0) addLearnt(scan, block, matcher, survey, found);
  if (undecided.length > 0) addBeside(text, undecided, found);
  return shared.length === 0 ? found : [...found, ...clearOf(shared, found)];
}

/** Whether the document itself says what the short form means: the vocabulary's own senses are then off. */
function isDefined(
  text: string,
  block: number,
  start: number,
  stop: number,
  survey: Survey,
): boolean {
  return meaningAt(survey.meanings.get(text.slice(start, stop)), block, start) !== undefined;
}

const ONE_MEANING = phrase('the words themselves: on such a page they have one meaning');

function whyOf(term: Term, decidedBy: string[]): Why {
  return {
    term: term.form,
    reading: term.sense?.reading ?? null,
    decidedBy: term.sense === null && decidedBy.length === 0 ? [say(ONE_MEANING)] : decidedBy,
    couldBe: term.sense?.couldBe ?? null,
  };
}

/** Short forms that the document defines, save where this very place says that they mean something else. */
function addLearnt(
  scan: BlockScan,
  block: number,
  matcher: Matcher,
  survey: Survey,
  found: Candidate[],
): void {
  let read = false;
  for (const { start, stop, short, meaning } of learntPlaces(scan.text, block, survey.meanings)) {
    const here = scan.definitions.find((definition) => definition.start === start);
    if (here && meaningOf(scan, block, here, matcher).topic < 0) continue;
    if (!read) readWords(scan.text, matcher.words, learntWords);
    read = true;
    const from = firstRowFrom(learntWords.start.subarray(0, learntWords.count), 1, 0, start);
    const long = oneLine(meaning.long);
    found.push({
      start,
      stop,
      weight: WEIGHT.defined,
      from,
      to: from + 1,
      topic: meaning.topic,
      abbreviation: true,
      why: {
        term: short,
        reading: say('{short} as {long}', { short, long }),
        decidedBy: [say('the document defines it as “{long}”', { long })],
        couldBe: null,
      },
    });
  }
}

/** What may stand between two names of one list: "AA/NA", "AA, NA and CA". */
const LISTED = /^["'“”‘’]?\s*(?:[,/&+]|,?\s*(?:and|or|and\/or))\s*["'“”‘’]?$/i;

/** Units of it, at most. */
const LONGEST_LISTED = 8;

/** A short form that nothing else decides goes with the name beside it in the same list. */
function addBeside(text: string, undecided: readonly Candidate[], found: Candidate[]): void {
  const ending = new Map<number, Candidate[]>();
  const starting = new Map<number, Candidate[]>();
  const note = (candidate: Candidate): void => {
    if (candidate.topic < 0) return;
    listAt(ending, candidate.stop).push(candidate);
    listAt(starting, candidate.start).push(candidate);
  };
  for (const candidate of found) note(candidate);
  const besides = (short: Candidate): Candidate | undefined => {
    for (let gap = 1; gap <= LONGEST_LISTED; gap++)
      for (const [near, from, to] of [
        [ending.get(short.start - gap), short.start - gap, short.start],
        [starting.get(short.stop + gap), short.stop, short.stop + gap],
      ] as const) {
        const same = near?.find((other) => other.topic === short.topic);
        if (same && LISTED.test(text.slice(from, to))) return same;
      }
    return undefined;
  };
  let left = undecided;
  for (let more = true; more; ) {
    more = false;
    const next: Candidate[] = [];
    for (const short of left) {
      const beside = besides(short);
      if (!beside) {
        next.push(short);
        continue;
      }
      const quote = oneLine(text.slice(beside.start, beside.stop));
      const decided = {
        ...short,
        why: { ...short.why, decidedBy: [say('“{words}” in the same list', { words: quote })] },
      };
      found.push(decided);
      note(decided);
      more = true;
    }
    left = next;
  }
}

function listAt(map: Map<number, Candidate[]>, at: number): Candidate[] {
  let list = map.get(at);
  if (!list) {
    list = [];
    map.set(at, list);
  }
  return list;
}

/** Those of `some` that overlap none of `others`. */
function clearOf(some: readonly Candidate[], others: readonly Candidate[]): Candidate[] {
  const sorted = [...others].sort((a, b) => a.start - b.start);
  // Furthest end of the first so many.
  const reach = new Int32Array(sorted.length + 1);
  sorted.forEach((other, i) => {
    reach[i + 1] = Math.max(reach[i] as number, other.stop);
  });
  return some.filter(
    ({ start, stop }) =>
      (reach[firstFrom(sorted, (other) => other.start, stop)] as number) <= start,
  );
}
