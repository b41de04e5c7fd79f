// The forms of the vocabulary spelled out, for tools that look for plain strings.

import { parseForm } from '../../lib/vocabulary/pattern';
import type { Vocabulary } from '../../lib/vocabulary/schema';
import { surfacesOf } from '../../lib/vocabulary/variants';

/**
 * Up to `limit` different strings that the forms of the vocabulary match, from all topics in turn: every form once
 * before any has a second.
 * Forms with slots for word classes or gaps stand for thousands of strings each and are left out.
 */
export function spelledOut({ topics }: Vocabulary, limit: number): string[] {
  const all = topics
    .flatMap(({ terms }) =>
      terms.flatMap(({ forms }) => forms).map((form, turn) => ({ form, turn })),
    )
    .sort((a, b) => a.turn - b.turn)
    .map(({ form }) => spellings(form));
  const found = new Set<string>();
  for (let open = all; open.length > 0 && found.size < limit; )
    open = open.filter((one) => {
      const next = one.next();
      if (!next.done && found.size < limit) found.add(next.value);
      return !next.done;
    });
  return [...found];
}

function* spellings(form: string): Generator<string> {
  const parsed = parseForm(form);
  if (!parsed.ok) return;
  const choices: string[][] = [];
  for (const element of parsed.elements) {
    if (element.kind === 'comma') continue;
    if (element.kind !== 'words') return;
    const ways = element.ways.flatMap((way) => inflected(way));
    choices.push(element.optional ? [...ways, ''] : ways);
  }
  yield* rows(choices, 0, '');
}

/** A row of words as it stands, and with each surface of its last word. */
function inflected(way: readonly string[]): string[] {
  const start = way.slice(0, -1).join(' ');
  return surfacesOf(way[way.length - 1] ?? '').map((last) => `${start} ${last}`.trim());
}

function* rows(choices: readonly string[][], at: number, before: string): Generator<string> {
  const here = choices[at];
  if (!here) {
    yield before.trim();
    return;
  }
  for (const one of here) yield* rows(choices, at + 1, one === '' ? before : `${before} ${one}`);
}
