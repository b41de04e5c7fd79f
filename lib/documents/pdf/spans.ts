// Turns built blocks into placed spans with what joins them: a space, or nothing inside a word broken at a line's end.
import type { Span } from '../model';
import { joinInLine, type Line } from './lines';
import type { Piece } from './pieces';

/** A line with the page on which it stands. */
export interface PlacedLine {
  readonly line: Line;
  readonly page: number;
}

/** Latin letters, also those of Welsh: this is asked of every line, and \p{L} is slow. */
const WORDS = /[a-z\u00df-\u0233]+(?:-[a-z\u00df-\u0233]+)*/g;

/** The words that a document has used so far, by which a broken word is known to be one. */
export class Lexicon {
  readonly #words = new Set<string>();
  #broken = false;

  /** Takes the next line of the document; halves of words at its ends are no words. */
  add(line: string): void {
    let text = line.toLowerCase().replace(/\u2010/g, '-');
    if (this.#broken) text = text.replace(/^\s*\p{L}+/u, '');
    this.#broken = /\p{L}[-\u00ad]\s*$/u.test(text);
    if (this.#broken) text = text.replace(/\p{L}+[-\u00ad]\s*$/u, '');
    for (const word of text.match(WORDS) ?? []) this.#words.add(word);
  }

  /** Is the hyphen between two halves only there because the line was full? */
  isSoft(left: string, right: string): boolean {
    const [head, tail] = [left.toLowerCase(), right.toLowerCase()];
    if (this.#words.has(head + tail)) return true;
    if (tail !== right || this.#words.has(`${head}-${tail}`)) return false;
    return head.length + tail.length >= 6 && !this.#words.has(tail) && !this.#words.has(head);
  }
}

const BROKEN = /(\p{L}+)[-\u2010\u00ad]$/u;

/** The spans of a block, given its lines in reading order. */
export function spansOf(lines: readonly PlacedLine[], lexicon: Lexicon): Span[] {
  const spans: Span[] = [];
  lines.forEach(({ line, page }, i) => {
    const next = lines[i + 1]?.line;
    line.pieces.forEach((piece, k) => {
      const following = line.pieces[k + 1];
      if (following) {
        spans.push(spanOf(piece, piece.text, joinInLine(piece, following), page));
        return;
      }
      const text = piece.text.trimEnd();
      if (!next) spans.push(spanOf(piece, text, '', page));
      else spans.push(spanOf(piece, ...overLineEnd(text, line.text, next.text, lexicon), page));
    });
  });
  return spans;
}

/** The last piece of a line, and what joins it to the next line; the hyphen may be drawn as a piece of its own. */
function overLineEnd(
  text: string,
  line: string,
  next: string,
  lexicon: Lexicon,
): [string, '' | ' '] {
  const left = BROKEN.exec(line)?.[1];
  const right = /^\s*(\p{L}+)/u.exec(next)?.[1];
  if (left && right) {
    if (text.endsWith('\u00ad')) return [text, ''];
    return lexicon.isSoft(left, right) ? [`${text.slice(0, -1)}\u00ad`, ''] : [text, ''];
  }
  // Ranges and addresses are broken after a dash or a stroke without a space.
  if (/[\p{L}\p{N}][-\u2010\u2013/]$/u.test(line) && /^[\p{L}\p{N}]/u.test(next)) return [text, ''];
  return [text, ' '];
}

function spanOf(piece: Piece, text: string, after: '' | ' ', page: number): Span {
  const up = piece.ascent * piece.size;
  const turned = (piece.angle * Math.PI) / 180;
  return {
    text,
    after,
    x: round(piece.x + up * Math.sin(turned)),
    y: round(piece.y - up * Math.cos(turned)),
    width: round(piece.width),
    height: round((piece.ascent + piece.descent) * piece.size),
    angle: piece.angle,
    size: round(piece.size),
    family: piece.family,
    direction: piece.direction,
    page,
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
