// Where in a text the words of a query stand, for showing them.
import type { Found } from './model';
import { isCommon, wordsOf } from './words';

export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** In order, apart from each other. Of a word that was only begun the beginning is marked. */
export function marksOf(text: string, query: string, matched: Found['matched']): Mark[] {
  const typed = wordsOf(query)
    .map(({ word }) => word)
    .filter((word) => !isCommon(word));
  const whole = new Set(matched.filter((one) => one.whole).map(({ word }) => word));
  const begun = new Set(matched.filter((one) => !one.whole).map(({ word }) => word));
  return wordsOf(text).flatMap(({ word, start, end }) => {
    if (whole.has(word)) return [{ start, end }];
    if (!begun.has(word)) return [];
    const beginning = typed.find((one) => word.startsWith(one));
    // Begun with a slip: no part of it is what was typed.
    return [{ start, end: beginning ? Math.min(end, start + beginning.length) : end }];
  });
}

/** Words around the first mark, about so many units long, cut between words; null where nothing is marked. */
export function extract(text: string, marks: readonly Mark[], length: number): string | null {
  const [first] = marks;
  if (!first) return null;
  if (text.length <= length) return text;
  let from = Math.max(0, first.start - Math.floor(length / 3));
  if (from > 0) from = text.indexOf(' ', from) + 1 || from;
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = text.lastIndexOf(' ', to);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
