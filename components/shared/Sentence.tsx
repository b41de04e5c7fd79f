// A sentence with marked parts, as one sentence to translate: `<a>the whole cell</a>` is drawn by the part named `a`.
import { type ComponentChildren, Fragment } from 'preact';
import { say, type Values } from '../../lib/words/words';

const PART = /<(\w+)>(.*?)<\/\1>/g;

export function Sentence({
  words,
  values,
  parts,
}: {
  /** English, with its parts between tags. Parts do not lie inside each other. */
  words: string;
  values?: Values;
  parts: Readonly<Record<string, (inner: string) => ComponentChildren>>;
}) {
  const sentence = say(words, values);
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
