// Runs the detector over text that does not come from a page, with offsets into the whole text.
import { detect } from '../lib/detect/detect';
import type { Relevance } from '../lib/detect/model';
import { blocksOfText } from '../lib/detect/text-blocks';
import type { Mark } from '../lib/measure/model';
import type { Matcher } from '../lib/vocabulary/matcher';

/** Relevance and marks of a text; `anyway` marks past the gate. */
export function detectText(
  matcher: Matcher,
  input: { readonly title: string; readonly host: string; readonly text: string },
  anyway: boolean,
): { relevance: Relevance; marks: Mark[] } {
  const blocks = blocksOfText(input.text);
  const { title, host } = input;
  const { relevance, mentions } = detect({ title, host, blocks }, matcher, { anyway });
  const marks = mentions.map(({ block, start, end, topic, polarity, why }) => {
    const offset = blocks[block]?.offset ?? 0;
    return { start: start + offset, end: end + offset, topic, polarity, term: why.term };
  });
  return { relevance, marks };
}
