// Search in the index: every word must be met (as typed, begun, or a slip away); best first, counted by kind and cell.

import { Best } from './best';
import { matchesOf, type WordMatch } from './match';
import {
  FOUND_KINDS,
  FOUND_TYPES,
  type Found,
  type FoundGroup,
  type FoundType,
  type SearchAsk,
} from './model';
import type { SearchIndex } from './word-index';
import { isCommon, type Word, wordsOf } from './words';

const TOPIC = FOUND_TYPES.indexOf('topic');
const ENTRY = FOUND_TYPES.indexOf('entry');

/** A stretch of a text (UTF-16) that words a topic. */
export interface TopicSpan {
  readonly topic: string;
  readonly start: number;
  readonly end: number;
}

/** Where a text words a topic; the same terms that are marked on pages. */
export type TopicsIn = (text: string) => readonly TopicSpan[];

/** What belongs to a topic, for a word of the text that words the topic: well below the word itself in a title. */
const BY_TOPIC = 8;
/** So many topics found by their names bring their entries along; more would be no help. */
const TOPICS_BY_NAME = 3;
/** A topic's name, met even by a short beginning, gives at least this; its other wordings give less. */
const NAMED = 48;
/** Words of a query beyond this are not looked at: nobody types them, and pasted pages must not take seconds. */
const MOST_WORDS = 12;

/** What meets one word of the query: words held, and topics that it words. */
interface Ways {
  readonly words: readonly WordMatch[];
  readonly topics: readonly string[];
}

/** Linear in the things that hold the words; `topicsIn` finds the topics that the text words. */
export function search(index: SearchIndex, ask: SearchAsk, topicsIn: TopicsIn): Found {
  const words = queryWords(ask.text);
  if (words.length === 0) {
    const all = new Float32Array(index.ids.length);
    if (ask.text.trim() === '') all.fill(1);
    return collect(index, ask, all, []);
  }
  const spans = topicsIn(ask.text);
  let ways = waysOf(index, words, spans, false);
  let { scores, named } = score(index, ways);
  if (!scores.some((s) => s > 0)) {
    ways = waysOf(index, words, spans, true);
    ({ scores, named } = score(index, ways));
  }
  if (named.length <= TOPICS_BY_NAME) for (const topic of named) addTopic(index, topic, scores);
  onlyNamed(index, scores, [...named, ...spans.map(({ topic }) => topic)]);
  const found = collect(
    index,
    ask,
    scores,
    ways.flatMap((way) => way.words),
  );
  const brought = named.length <= TOPICS_BY_NAME ? named : [];
  return {
    ...found,
    topics: [...new Set([...spans.map(({ topic }) => topic), ...brought])],
    meant: isEmpty(found) ? meantBy(index, ask, words, ways) : null,
  };
}

/** The words that count, folded; common ones only where there is no other. */
export function queryWords(text: string): Word[] {
  const all = wordsOf(text);
  const telling = all.filter(({ word }) => !isCommon(word));
  return (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
}

function waysOf(
  index: SearchIndex,
  words: readonly Word[],
  spans: readonly TopicSpan[],
  slipsToo: boolean,
): Ways[] {
  return words.map(({ word, start, end }, i) => ({
    words: matchesOf(index, word, { last: i === words.length - 1, slipsToo }),
    topics: spans.filter((s) => s.start <= start && s.end >= end).map(({ topic }) => topic),
  }));
}

/** A score for each thing that meets every word (0 for the others), and topics whose name does. */
function score(
  index: SearchIndex,
  ways: readonly Ways[],
): { scores: Float32Array; named: string[] } {
  const { length } = index.ids;
  const { at, docs, weights } = index;
  const scores = new Float32Array(length);
  const best = new Float32Array(length);
  const met = new Uint8Array(length);
  let topics = 0;
  while (index.types[topics] === TOPIC) topics++;
  const least = new Float32Array(topics).fill(NAMED);
  for (const [word, way] of ways.entries()) {
    best.fill(0);
    let many = 0;
    for (const match of way.words) {
      const to = at[match.at + 1] as number;
      many += to - (at[match.at] as number);
      for (let i = at[match.at] as number; i < to; i++) {
        const doc = docs[i] as number;
        const here = match.quality * (weights[i] as number);
        if (here > (best[doc] as number)) best[doc] = here;
      }
    }
    for (const topic of way.topics) many += addTopic(index, topic, best, BY_TOPIC);
    const rare = Math.log(1 + length / Math.max(1, Math.min(many, length)));
    for (let doc = 0; doc < length; doc++) {
      if (best[doc] === 0 || met[doc] !== word) continue;
      met[doc] = word + 1;
      scores[doc] = (scores[doc] as number) + rare * (best[doc] as number);
    }
    for (let doc = 0; doc < topics; doc++)
      least[doc] = Math.min(least[doc] as number, best[doc] as number);
  }
  const all = ways.length;
  for (let doc = 0; doc < length; doc++) if (met[doc] !== all) scores[doc] = 0;
  const named = index.ids.slice(0, topics).filter((_, doc) => least[doc] === NAMED);
  return { scores, named };
}

/** Where topics are named or worded, others that merely hold the words somewhere are left out. */
function onlyNamed(index: SearchIndex, scores: Float32Array, topics: readonly string[]): void {
  if (topics.length === 0) return;
  for (let doc = 0; index.types[doc] === TOPIC; doc++) {
    const isNamed = topics.includes(index.ids[doc] ?? '');
    // Worded, though none of the words stands in its name or definition.
    if (isNamed && scores[doc] === 0) scores[doc] = BY_TOPIC;
    else if (!isNamed) scores[doc] = 0;
  }
}

/** Gives what belongs to a topic a small score where it has none; says how many belong to it. */
function addTopic(index: SearchIndex, topic: string, scores: Float32Array, little = 0.001): number {
  const number = index.topics.indexOf(topic);
  if (number === -1) return 0;
  const from = index.topicAt[number] as number;
  const to = index.topicAt[number + 1] as number;
  for (let i = from; i < to; i++) {
    const doc = index.topicDocs[i] as number;
    if (scores[doc] === 0) scores[doc] = little;
  }
  return to - from;
}

function collect(
  index: SearchIndex,
  ask: SearchAsk,
  scores: Float32Array,
  matches: readonly WordMatch[],
): Found {
  const cell = ask.cell === null ? null : index.cells.indexOf(ask.cell);
  const kinds = new Set(ask.kinds.map((kind) => FOUND_KINDS.indexOf(kind)));
  const byKind = new Uint32Array(FOUND_KINDS.length);
  const byCell = new Uint32Array(index.cells.length);
  const best = FOUND_TYPES.map((type) => new Best(ask.limits[type]));
  for (let doc = 0; doc < scores.length; doc++) {
    const here = scores[doc] as number;
    if (here === 0) continue;
    const type = index.types[doc] as number;
    const from = index.cellAt[doc] as number;
    const to = index.cellAt[doc + 1] as number;
    let inCell = cell === null;
    for (let i = from; i < to && !inCell; i++) inCell = index.cellOf[i] === cell;
    const ofKind = kinds.size === 0 || (type === ENTRY && kinds.has(index.kinds[doc] as number));
    if (type === ENTRY) {
      if (inCell) more(byKind, index.kinds[doc] as number);
      if (ofKind) for (let i = from; i < to; i++) more(byCell, index.cellOf[i] as number);
    }
    if (inCell && ofKind) best[type]?.take(doc, here);
  }
  return {
    groups: Object.fromEntries(
      FOUND_TYPES.map((type, i): [FoundType, FoundGroup] => [
        type,
        {
          total: best[i]?.total ?? 0,
          ids: (best[i]?.docs() ?? []).map((doc) => index.ids[doc] ?? ''),
        },
      ]),
    ) as Found['groups'],
    kinds: Object.fromEntries(FOUND_KINDS.map((kind, i) => [kind, byKind[i]])) as Found['kinds'],
    cells: Object.fromEntries(
      index.cells.flatMap((id, i) => (byCell[i] ? [[id, byCell[i] as number]] : [])),
    ),
    matched: matches.map(({ at, whole }) => ({ word: index.words[at] ?? '', whole })),
    topics: [],
    meant: null,
  };
}

function more(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

const isEmpty = ({ groups }: Found) => FOUND_TYPES.every((type) => groups[type].total === 0);

/** The words that are held, each as it is held, the last or the first left out until something is found; null where nothing is. */
function meantBy(
  index: SearchIndex,
  ask: SearchAsk,
  words: readonly Word[],
  ways: readonly Ways[],
): string | null {
  const held = ways.flatMap((way, i) => {
    const many = ({ at }: WordMatch) => (index.at[at + 1] ?? 0) - (index.at[at] ?? 0);
    const [best] = [...way.words].sort((a, b) => b.quality - a.quality || many(b) - many(a));
    // A word that was only begun stays as typed.
    const word = best && (best.whole ? index.words[best.at] : words[i]?.word);
    return best && word !== undefined ? [{ word, way: { words: [best], topics: [] } }] : [];
  });
  const asked = words.map(({ word }) => word).join(' ');
  for (let less = 0; less < held.length; less++) {
    for (const some of [held.slice(0, held.length - less), held.slice(less)]) {
      const text = some.map(({ word }) => word).join(' ');
      if (text === asked) continue;
      const { scores } = score(
        index,
        some.map(({ way }) => way),
      );
      if (!isEmpty(collect(index, ask, scores, []))) return text;
    }
  }
  return null;
}
