// What the detector marks in a text, in a form that tests can compare.
import { detect } from '../../../lib/detect/detect';
import type { Block, Detection, Mention } from '../../../lib/detect/model';
import { blocksOfText } from '../../../lib/detect/text-blocks';
import { compile } from '../../../lib/vocabulary/compile';
import type { Matcher } from '../../../lib/vocabulary/matcher';
import type { TopicTerms } from '../../../lib/vocabulary/schema';
import { vocabularyOf } from '../vocabulary/samples';

export function matcherOf(topics: TopicTerms[], classes: Record<string, string[]> = {}): Matcher {
  return compile(vocabularyOf(topics, classes));
}

/** Detection past the gate, over blocks or over a text that is cut into blocks. */
export function found(source: string | readonly Block[], matcher: Matcher): Detection {
  const blocks = typeof source === 'string' ? blocksOfText(source) : source;
  return detect({ title: '', host: '', blocks }, matcher, { anyway: true });
}

/** "quote" of every mention in one paragraph. */
export function quotes(text: string, matcher: Matcher): string[] {
  const blocks: Block[] = [{ text, kind: 'paragraph' }];
  return found(blocks, matcher).mentions.map((m) => text.slice(m.start, m.end));
}

/** "quote = topic" of every mention of a text that is cut into blocks. */
export function marks(text: string, matcher: Matcher): string[] {
  return each(text, matcher, (quote, mention) => `${quote} = ${mention.topic}`);
}

/** "quote: polarity" of every mention of a text that is cut into blocks. */
export function polarities(text: string, matcher: Matcher): string[] {
  return each(text, matcher, (quote, mention) => `${quote}: ${mention.polarity}`);
}

function each(
  text: string,
  matcher: Matcher,
  show: (quote: string, mention: Mention) => string,
): string[] {
  const blocks = blocksOfText(text);
  return found(blocks, matcher).mentions.map((mention) =>
    show(blocks[mention.block]?.text.slice(mention.start, mention.end) ?? '', mention),
  );
}
