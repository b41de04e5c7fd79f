// Lines with their links: cutting and joining.
import type { Line } from './model';

/** The part of a line from `start` to `end`, without the spaces around it. */
export function slice(line: Line, start: number, end = line.text.length): Line {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(line.text.charAt(from))) from++;
  while (to > from && /\s/.test(line.text.charAt(to - 1))) to--;
  const cut = <T extends { start: number; end: number }>(spans: readonly T[]): T[] =>
    spans.flatMap((span) => {
      const a = Math.max(span.start, from) - from;
      const b = Math.min(span.end, to) - from;
      return b > a ? [{ ...span, start: a, end: b }] : [];
    });
  return {
    ...line,
    text: line.text.slice(from, to),
    links: cut(line.links),
    strong: cut(line.strong),
    anchors: line.anchors.flatMap(({ at, id }) =>
      at <= to ? [{ at: Math.max(0, at - from), id }] : [],
    ),
  };
}

/** Units before a line's end that tell whether a hyphen there breaks a word. */
const TAIL = 40;

/** Lines in a row → one line; the number, gap and fold of the first hold. */
export function join(lines: readonly Line[], words: ReadonlySet<string>): Line {
  const [first] = lines;
  if (!first) throw new Error('nothing to join');
  if (lines.length === 1) return first;
  const parts: string[] = [];
  let length = 0;
  let tail = '';
  const links: Line['links'][number][] = [];
  const strong: Line['strong'][number][] = [];
  const anchors: Line['anchors'][number][] = [];
  for (const line of lines) {
    const glue = length === 0 ? '' : seam(tail, line.text, words);
    if (glue === null) {
      parts.push((parts.pop() ?? '').slice(0, -1));
      length--;
    } else {
      parts.push(glue);
      length += glue.length;
    }
    const by = length;
    const moved = <T extends { start: number; end: number }>(span: T): T => ({
      ...span,
      start: span.start + by,
      end: span.end + by,
    });
    links.push(...line.links.map(moved));
    strong.push(...line.strong.map(moved));
    anchors.push(...line.anchors.map(({ at, id }) => ({ at: at + by, id })));
    parts.push(line.text);
    length += line.text.length;
    // A tail of the whole text: building that for each line would cost the square of its length.
    tail = line.text.slice(-TAIL);
  }
  return { ...first, text: parts.join(''), links, strong, anchors };
}

/** What goes between two lines: a space; nothing after a hyphen that belongs; null where the hyphen goes. */
function seam(before: string, after: string, words: ReadonlySet<string>): string | null {
  const left = /(\p{L}+)-$/u.exec(before)?.[1];
  const right = /^\p{Ll}+/u.exec(after.slice(0, 40))?.[0];
  if (left === undefined || right === undefined) return ' ';
  return words.has((left + right).toLowerCase()) ? null : '';
}

/** Every whole word of the lines, lower case; tells a broken word from one with a hyphen. */
export function wordsOf(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>();
  if (!lines.some(({ text }) => text.endsWith('-'))) return words;
  for (const { text } of lines)
    for (const [word] of text.matchAll(/\p{L}{4,}/gu)) words.add(word.toLowerCase());
  return words;
}
