// Words that the reader selected on a page, to be looked up in the matrix. They are handed over by a ticket, as titles are
// (came-from.ts): the browser's history must not hold words of a bid under embargo.
import * as z from 'zod/mini';
import type { Answer } from '../evidence/errors';
import type { SearchAnswer, SearchAsk } from '../evidence/search/model';
import type { StorageArea } from '../platform/storage';

/** UTF-16 units of a selection that are looked up; more is not one question. */
const LONGEST = 300;
/** Words of a selection that are looked up one by one where the whole finds no topic, the longest first. */
const MOST_WORDS = 12;
const MOST_TOPICS = 6;
/** A search that is getting ready is asked again, every so many ms. */
const TRIES = 60;
const BETWEEN = 250;

const key = (ticket: string) => `look.${ticket}`;
/** The page gives words that the reader changes a number of their own; after a reload the selection stands there again. */
const TICKET = /^([0-9a-f]{8})(-\d+)?$/;

/** Keeps the words until the browser closes; gives the path of the matrix page that looks them up. */
export async function lookUpPath(area: StorageArea, selected: string): Promise<string> {
  const words = selected.replace(/\s+/g, ' ').trim().slice(0, LONGEST).toWellFormed();
  if (words === '') return '/matrix.html#/search';
  const ticket = crypto.randomUUID().slice(0, 8);
  await area.set({ [key(ticket)]: words });
  return `/matrix.html#/search?look=${ticket}`;
}

/** The words behind the ticket in an address (`#/search?look=…`); null where there is none, or it is of another day. */
export async function lookedUp(
  area: StorageArea,
  hash: string,
): Promise<{ ticket: string; words: string } | null> {
  const ticket = new URLSearchParams(hash.split('?', 2)[1] ?? '').get('look') ?? '';
  const name = key(TICKET.exec(ticket)?.[1] ?? '');
  const held = z.string().safeParse((await area.get([name]))[name]);
  return held.success ? { ticket, words: held.data } : null;
}

/** Ids of the topics nearest to some words: those that they name, else those found by most of the words. */
export async function nearestTopics(
  words: string,
  search: (
    ask: SearchAsk,
  ) => Promise<Answer<SearchAnswer> | { readonly ok: false; readonly reason: string }>,
): Promise<string[]> {
  const topicsOf = async (text: string): Promise<readonly string[]> => {
    const limits = { topic: MOST_TOPICS, cell: 0, entry: 0, passage: 0, guidance: 0 };
    const ask = { text, kinds: [], cell: null, limits };
    let got = await search(ask);
    for (let tried = 0; tried < TRIES && got.ok && got.value.state === 'preparing'; tried++) {
      await new Promise((resolve) => setTimeout(resolve, BETWEEN));
      got = await search(ask);
    }
    if (!got.ok || got.value.state !== 'found') return [];
    return [...got.value.found.topics, ...got.value.found.groups.topic.ids];
  };
  const whole = new Set(await topicsOf(words));
  if (whole.size > 0) return [...whole].slice(0, MOST_TOPICS);
  const singly = [...new Set(words.toLowerCase().match(/\p{L}{4,}/gu) ?? [])];
  singly.sort((a, b) => b.length - a.length);
  const scores = new Map<string, number>();
  for (const word of singly.slice(0, MOST_WORDS))
    for (const [i, id] of [...new Set(await topicsOf(word))].entries())
      scores.set(id, (scores.get(id) ?? 0) + 1 / (i + 1));
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TOPICS)
    .map(([id]) => id);
}
