// Reads a form as docs/vocabulary.md words it: words, a-b, ^words of Welsh, optional words, class slots, gaps.

import { foldWord } from '../text/fold';
import { say } from '../words/words';
import { mutationsOf } from './mutations';

export type Element =
  /** Ways to write one word: each a row of words ("key worker", "keyworker"). */
  | { kind: 'words'; ways: readonly (readonly string[])[]; optional: boolean }
  | { kind: 'class'; name: string; optional: boolean }
  /** Up to so many other words. */
  | { kind: 'gap'; upTo: number }
  /** A comma in the form: may be there or not. */
  | { kind: 'comma' };

export type Parsed = { ok: true; elements: Element[] } | { ok: false; reason: string };

/** Parts of forms met before: the same few thousand words make up all forms. */
const partsKnown = new Map<string, PartRead>();
type PartRead = { ok: true; elements: readonly Element[] } | { ok: false; reason: string };

/** Parses a form. Fails (with a reason in plain words) on an empty slot, a stray bracket, a gap at an end, nothing to match. */
export function parseForm(form: string): Parsed {
  const elements: Element[] = [];
  let sure = false;
  for (const part of form.split(' ')) {
    if (part === '') continue;
    let read = partsKnown.get(part);
    if (read === undefined) {
      read = readPart(part);
      partsKnown.set(part, read);
    }
    if (!read.ok) return read;
    for (const element of read.elements) {
      elements.push(element);
      if ((element.kind === 'words' || element.kind === 'class') && !element.optional) sure = true;
    }
  }
  const first = elements[0];
  const last = elements[elements.length - 1];
  if (!first || !last) return { ok: false, reason: say('the form is empty') };
  if (first.kind === 'gap' || last.kind === 'gap')
    return { ok: false, reason: say('a gap (~) stands at an end of the form') };
  if (!sure) return { ok: false, reason: say('every part of the form is optional') };
  return { ok: true, elements };
}

function readPart(part: string): PartRead {
  const gap = /^~([1-4])$/.exec(part);
  if (gap) return { ok: true, elements: [{ kind: 'gap', upTo: Number(gap[1]) }] };
  if (part.startsWith('~'))
    return { ok: false, reason: say('“{part}” is no gap: ~1 to ~4', { part }) };
  const slot = /^\[([^\]]*)\](\?)?,?$/.exec(part);
  if (slot) {
    const name = slot[1] ?? '';
    if (name === '') return { ok: false, reason: say('a slot [] names no class') };
    if (!/^[a-z]+(-[a-z]+)*$/.test(name))
      return { ok: false, reason: say('“[{name}]” is no class name', { name }) };
    const element: Element = { kind: 'class', name, optional: slot[2] === '?' };
    return { ok: true, elements: part.endsWith(',') ? [element, { kind: 'comma' }] : [element] };
  }
  if (/[[\]~\s]/.test(part))
    return { ok: false, reason: say('“{part}” has a stray bracket, ~ or break', { part }) };
  const word = readWord(part);
  if (word === null)
    return { ok: false, reason: say('“{part}” holds no letter or figure', { part }) };
  return { ok: true, elements: word };
}

function readWord(part: string): Element[] | null {
  // "^gofal": a Welsh word, whose first letter may be changed by the word before it.
  const mutates = part.startsWith('^');
  let body = mutates ? part.slice(1) : part;
  const comma = body.endsWith(',');
  if (comma) body = body.slice(0, -1);
  const optional = body.endsWith('?');
  if (optional) body = body.slice(0, -1);
  if (body === '&') body = 'and';
  // "12-step/twelve-step" and "and/or" are rows of words, as they are in text.
  const elements: Element[] = [];
  const rows = body.split('/');
  for (const row of rows) {
    const words = row
      .split(/[-\u2010-\u2015]/)
      .map((word) => foldWord(word.replace(/['\u2019]s?$/, '').replace(/\./g, '')))
      .filter((word) => word !== '');
    if (words.length === 0) {
      if (rows.length === 1) return null;
      continue;
    }
    const [first = '', ...others] = words;
    const ways = (mutates ? mutationsOf(first) : [first]).flatMap((start) =>
      hyphenWays([start, ...others]),
    );
    elements.push({ kind: 'words', ways, optional });
  }
  if (elements.length === 0) return null;
  if (comma) elements.push({ kind: 'comma' });
  return elements;
}

/** "a-b" as two words and closed up; "a-b-c" with each hyphen open or closed. */
function hyphenWays(words: readonly string[]): string[][] {
  let ways: string[][] = [[]];
  for (const word of words) {
    const next: string[][] = [];
    for (const way of ways) {
      next.push([...way, word]);
      const last = way[way.length - 1];
      if (last !== undefined) next.push([...way.slice(0, -1), last + word]);
    }
    ways = next;
  }
  return ways;
}
