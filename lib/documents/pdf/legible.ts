// Whether the text of a page is words: scans hold none, and some fonts do not say which letters their shapes stand for.
import type { PageText } from '../model';

/** Share of marks without meaning (private use, unknown, control) from which a text is no words. */
const MOST_STRANGE = 0.3;
/** Fewer Latin letters than this are too few to be judged by how often each comes. */
const FEWEST = 300;
/** How often each letter from a to z comes in a hundred of English. */
const ENGLISH = [
  8.2, 1.5, 2.8, 4.3, 12.7, 2.2, 2, 6.1, 7, 0.15, 0.77, 4, 2.4, 6.7, 7.5, 1.9, 0.1, 6, 6.3, 9.1,
  2.8, 1, 2.4, 0.15, 2, 0.07,
] as const;
/** Likeness (cosine) to English: English has 0.9 and more, Welsh and Polish 0.85, letters by a wrong table 0.4 to 0.67. */
const LEAST_LIKE = 0.72;

/** Judges the text of one page. */
export function legibilityOf(text: string): PageText['legibility'] {
  const marks = text.replace(/\s/g, '');
  if (!/[\p{L}\p{N}\ue000-\uf8ff\ufffd]/u.test(marks)) return 'none';
  const strange = marks.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;
  if (strange > marks.length * MOST_STRANGE && marks.length > 8) return 'unreadable';
  const counts = new Array<number>(26).fill(0);
  let letters = 0;
  for (let i = 0; i < marks.length; i++) {
    // Capitals as small letters; no other unit becomes one by this.
    const at = (marks.charCodeAt(i) | 32) - 97;
    if (at < 0 || at > 25) continue;
    counts[at] = (counts[at] ?? 0) + 1;
    letters += 1;
  }
  return letters >= FEWEST && likeness(counts) < LEAST_LIKE ? 'unreadable' : 'text';
}

function likeness(counts: readonly number[]): number {
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const size = Math.sqrt(product(counts, counts) * product(ENGLISH, ENGLISH));
  return product(counts, ENGLISH) / size;
}
