// The marks of a page as the side panel lists them: each with its sentence, its heading and a name that stays.
import type { MentionAsk, MentionList } from '../messages/map';
import type { TextBlock } from '../page/model';
import { type Mark, oneLine } from './marks';
import type { Marked } from './model';
import { sentenceAround } from './sentence';

/** Longest heading that is told, in UTF-16 units. */
const LONGEST_HEADING = 120;

export class Listing {
  /** Marks of text that stays are the same objects when the page is read again, and so keep their names. */
  readonly #names = new WeakMap<Mark, string>();
  /** Sets these names apart from those of the page before it was loaded again. */
  readonly #since = Date.now().toString(36);
  #named = 0;

  nameOf(mark: Mark): string {
    const name = this.#names.get(mark) ?? `${this.#since}-${++this.#named}`;
    this.#names.set(mark, name);
    return name;
  }

  /** The mark of a name; undefined where it is no longer shown. */
  find(name: string, marked: Pick<Marked, 'shown'>): Mark | undefined {
    return marked.shown.find((mark) => this.#names.get(mark) === name);
  }

  list(
    { topic, stances, from, count }: MentionAsk,
    marked: Pick<Marked, 'shown'>,
    blocks: readonly TextBlock[],
  ): MentionList {
    const all: { mark: Mark; at: number }[] = [];
    for (const [i, mark] of marked.shown.entries())
      if ((topic === null || mark.topic === topic) && stances.includes(mark.stance))
        all.push({ mark, at: i + 1 });
    const some = all.slice(from, from + count);
    const headings = headingsOf(new Set(some.map(({ mark }) => mark.block)), blocks);
    return {
      total: all.length,
      mentions: some.map(({ mark, at }) => ({
        id: this.nameOf(mark),
        topic: mark.topic,
        stance: mark.stance,
        words: mark.words,
        ...sentenceAround(mark.block.text, mark.start, mark.end),
        heading: headings.get(mark.block) ?? null,
        cites: mark.cites,
        at,
      })),
    };
  }
}

/** The words of the nearest heading above each of some blocks; of those that have one and are none themselves. */
function headingsOf(
  some: ReadonlySet<TextBlock>,
  blocks: readonly TextBlock[],
): Map<TextBlock, string> {
  const headings = new Map<TextBlock, string>();
  let last: TextBlock | null = null;
  let left = some.size;
  for (const block of blocks) {
    if (left === 0) break;
    if (block.kind === 'heading') last = block;
    if (!some.has(block)) continue;
    left--;
    if (last && last !== block) headings.set(block, shortened(oneLine(last.text)));
  }
  return headings;
}

function shortened(text: string): string {
  return text.length > LONGEST_HEADING ? `${text.slice(0, LONGEST_HEADING - 2)}…` : text;
}
