// Whether the text of a page is words: scans hold none, and some fonts do not say which letters their shapes stand for.
import type { PageText } from '../model';

/** Share of marks without meaning (private use, unknown, control) from which a text is no words. */
const MOST_STRANGE = 0.3;
/** Fewer Latin letters than this are too few to be judged by their vowels. */
const FEWEST = 300;
/** English has 0.42 with y and w, Welsh 0.45; text by glyph number, or shifted, falls out of this range. */
const VOWELS = { least: 0.24, most: 0.65 } as const;

/** Judges the text of one page. */
export function legibilityOf(text: string): PageText['legibility'] {
  const marks = text.replace(/\s/g, '');
  if (!/[\p{L}\p{N}\ue000-\uf8ff\ufffd]/u.test(marks)) return 'none';
  const strange = marks.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;
  if (strange > marks.length * MOST_STRANGE && marks.length > 8) return 'unreadable';
  const letters = marks.match(/[a-z]/gi)?.length ?? 0;
  if (letters < FEWEST) return 'text';
  const share = (marks.match(/[aeiouyw]/gi)?.length ?? 0) / letters;
  return share < VOWELS.least || share > VOWELS.most ? 'unreadable' : 'text';
}
