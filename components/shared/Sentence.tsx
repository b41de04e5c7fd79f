// A sentence with marked parts, as one sentence to translate: `<a>the whole cell</a>` is drawn by the part named `a`.
import { type ComponentChildren, Fragment } from 'preact';
import { say, type Values } from '../../lib/words/words';

const PART = /<(\w+)>(.*?)<\/\1>/g;

type Parts = Readonly<Record<string, (inner: string) => ComponentChildren>>;

interface SentenceProps {
  /** English, with its parts between tags. Parts do not lie inside each other. */
  words: string;
  values?: Values;
  parts: Parts;
}

export function Sentence({ words, values, parts }: SentenceProps) {
  return drawParts(say(words, values), parts);
}

/** The same for a sentence that is said already, such as one that counts. */
export function drawParts(sentence: string, parts: Parts) {
  const drawn: ComponentChildren[] = [];
  let from = 0;
  for (const found of sentence.matchAll(PART)) {
    const [whole, name = '', inner = ''] = found;
    drawn.push(sentence.slice(from, found.index), parts[name]?.(inner) ?? inner);
    from = found.index + whole.length;
  }
  drawn.push(sentence.slice(from));
  return (
    <>
      {drawn.map((part, i) => (
        <Fragment key={i}>{part}</Fragment>
      ))}
    </>
  );
}
