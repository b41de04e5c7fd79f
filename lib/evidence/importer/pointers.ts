// "For discussion click here and scroll down": which passages of the commentary an entry points to.
import { placeInPage } from './addresses';
import type { DraftEntry } from './entry';
import type { DraftPassage } from './passages';
import type { Pointer } from './references';
import type { Places } from './resolve';
import { stemsOf } from './words';

export interface Pointed {
  /** Places of the passages. */
  readonly passages: readonly number[];
  /** Those of them that no link leads to and that do not name the entry: only their words agree. */
  readonly guessed: readonly number[];
  readonly words: string;
}

/** Least score, and least lead over the next passage, at which shared words decide. */
const LEAST = 3;
const LEAD = 1.2;

/** @param mentioned for each passage, the entries that it names */
export function pointedAt(
  at: number,
  entry: DraftEntry,
  pointer: Pointer,
  passages: readonly DraftPassage[],
  mentioned: readonly ReadonlySet<number>[],
  places: Places,
  own: string | null,
  matcher: PassageWords,
): Pointed | null {
  const { words } = pointer;
  const linked = pointer.links.flatMap(({ href }) => {
    const target = places.get(placeInPage(href, own) ?? '');
    return target?.kind === 'passage' ? [target.index] : [];
  });
  if (linked.length > 0) return { passages: [...new Set(linked)], guessed: [], words };
  const open = passages.flatMap(({ kind }, i) =>
    pointer.section === null || kind === pointer.section ? [i] : [],
  );
  const scores = open
    .map((i) => ({ i, score: matcher.score(entry, i), named: mentioned[i]?.has(at) ?? false }))
    .sort((a, b) => Number(b.named) - Number(a.named) || b.score - a.score);
  const named = scores.filter((score) => score.named);
  if (named.length >= pointer.count)
    return {
      passages: named
        .slice(0, pointer.count)
        .map(({ i }) => i)
        .sort((a, b) => a - b),
      guessed: [],
      words,
    };
  const [best, next] = scores.filter((score) => !score.named);
  const only = open.length === 1 && pointer.section !== null;
  const taken =
    best && (only || (best.score >= LEAST && best.score >= (next?.score ?? 0) * LEAD))
      ? [best.i]
      : [];
  const found = [...named.map(({ i }) => i), ...taken].sort((a, b) => a - b);
  return found.length === 0 ? null : { passages: found, guessed: taken, words };
}

/** How far each passage uses the words of an entry's title; names in capitals count most. */
export class PassageWords {
  private readonly counts: readonly Map<string, number>[];
  private readonly seen = new Map<string, number>();

  constructor(passages: readonly DraftPassage[]) {
    this.counts = passages.map(({ heading, blocks }) => {
      const counts = new Map<string, number>();
      for (const stem of stemsOf(heading)) counts.set(stem, 3);
      for (const { text } of blocks)
        for (const stem of stemsOf(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      return counts;
    });
    for (const counts of this.counts)
      for (const stem of counts.keys()) this.seen.set(stem, (this.seen.get(stem) ?? 0) + 1);
  }

  score({ title, body }: DraftEntry, passage: number): number {
    const counts = this.counts[passage];
    if (!counts) return 0;
    const titled = stemsOf(title);
    let sum = 0;
    for (const [stems, weight] of [[titled, 1] as const, [stemsOf(body.text), 0.15] as const])
      for (const stem of stems) {
        const count = counts.get(stem);
        if (count === undefined) continue;
        const rare = Math.log(1 + this.counts.length / (this.seen.get(stem) ?? 1));
        const name = stem === stem.toUpperCase() ? 2.5 : 1;
        sum += weight * name * rare * Math.min(3, count);
      }
    return sum;
  }
}
