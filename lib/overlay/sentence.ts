// The sentence around some words, as the card quotes it.
import { oneLine } from './marks';

/** Longest part of a sentence on either side that is quoted, in UTF-16 units. */
const LONGEST = 160;
/** Made once: making one takes longer than a sentence does. */
let segmenter: Intl.Segmenter | null = null;

/** What stands before and after the words in their sentence, shortened at a word and marked by an ellipsis. */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
): { before: string; after: string } {
  // The neighbourhood is enough: a block can be long.
  const from = Math.max(0, start - 4 * LONGEST);
  const near = text.slice(from, end + 4 * LONGEST);
  let first = 0;
  let last = near.length;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  for (const { index, segment } of segmenter.segment(near.replace(/[\t\n]/g, ' '))) {
    if (index <= start - from) first = index;
    if (index + segment.length >= end - from) {
      last = index + segment.length;
      break;
    }
  }
  const before = near.slice(first, start - from).replace(/^\s+/, '');
  const after = near.slice(end - from, last).replace(/\s+$/, '');
  return { before: shortenStart(squeeze(before)), after: shortenEnd(squeeze(after)) };
}

/** Single white space, kept at the edges where the words follow. */
function squeeze(text: string): string {
  const inner = oneLine(text);
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${inner !== '' && /\s$/.test(text) ? ' ' : ''}`;
}

function shortenStart(text: string): string {
  if (text.length <= LONGEST) return text;
  const at = text.indexOf(' ', text.length - LONGEST);
  return `… ${text.slice(at + 1)}`;
}

function shortenEnd(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST))} …`;
}
