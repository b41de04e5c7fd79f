// From mentions to marks: which are shown, where they are, and which stay the same object when the page is read again.
import type { Mention, Polarity, Reference, Why } from '../detect/model';
import type { Dismissal } from '../messages/map';
import { type Paintable, type Place, placeOf, type TextBlock } from '../page/model';

export interface Mark extends Paintable {
  readonly place: Place;
  readonly stance: Polarity;
  readonly element: Element;
  readonly block: TextBlock;
  readonly start: number;
  readonly end: number;
  readonly topic: string;
  readonly tier: 1 | 2;
  /** The words on the page, white space made single. */
  readonly words: string;
  readonly why: Why | null;
  readonly cites: string | null;
}

/** What was found in one block. */
export interface Found {
  readonly block: TextBlock;
  readonly mentions: readonly Mention[];
  readonly references: readonly Reference[];
}

export const oneLine = (text: string): string => text.replace(/[\s\u00ad]+/g, ' ').trim();

/** The words of a dismissal: as they stood, in lower case, white space made single. */
export function dismissedWords(words: string): string {
  return oneLine(words).toLowerCase().slice(0, 200);
}

/** Keeps marks of blocks that have not changed, so that an open card and the paint stay with them. */
export class Marks {
  readonly #known = new Map<TextBlock, Map<string, Mark>>();

  /** `topicOf` names the topic whose card shows a cited entry; null where it is not known. */
  readonly #topicOf: (cited: string) => { id: string; tier: 1 | 2 } | null;

  constructor(topicOf: (cited: string) => { id: string; tier: 1 | 2 } | null) {
    this.#topicOf = topicOf;
  }

  /** The marks of a block in document order, whatever their tier and the reader's wishes. */
  of({ block, mentions, references }: Found): Mark[] {
    const marks: Mark[] = [];
    for (const mention of mentions) {
      const { topic, tier, polarity, why } = mention;
      this.#add(marks, block, mention, { topic, tier, stance: polarity, why, cites: null });
    }
    for (const reference of references) {
      const { cites } = reference;
      const topic = this.#topicOf(cites);
      if (!topic) continue;
      const about = { topic: topic.id, tier: topic.tier, stance: 'asserted', why: null } as const;
      this.#add(marks, block, reference, { ...about, cites });
    }
    return references.length > 0 ? marks.sort((a, b) => a.start - b.start) : marks;
  }

  /** Blocks that are no longer on the page. */
  forget(blocks: readonly TextBlock[]): void {
    for (const block of blocks) this.#known.delete(block);
  }

  #add(
    marks: Mark[],
    block: TextBlock,
    at: { readonly start: number; readonly end: number },
    about: Pick<Mark, 'topic' | 'tier' | 'stance' | 'why' | 'cites'>,
  ): void {
    const { start, end } = at;
    const key = `${start} ${end} ${about.topic} ${about.stance} ${about.cites}`;
    const known = this.#known.get(block) ?? new Map<string, Mark>();
    this.#known.set(block, known);
    const before = known.get(key);
    if (before) {
      marks.push(before);
      return;
    }
    const place = placeOf(block, start, end);
    if (!place) return;
    const words = oneLine(block.text.slice(start, end));
    const mark: Mark = { ...about, place, element: block.element, block, start, end, words };
    known.set(key, mark);
    marks.push(mark);
  }
}

/** Is the mark shown, given the reader's wishes? */
export function isWanted(
  mark: Mark,
  wishes: {
    readonly dismissals: readonly Dismissal[];
    readonly here: ReadonlySet<Mark>;
    readonly host: string;
    readonly topicsOff?: ReadonlySet<string>;
  },
  tiers: readonly number[],
): boolean {
  // Whoever cites the evidence wants it found, whatever the tier of its topic.
  const wanted = mark.cites !== null || tiers.includes(mark.tier);
  if (!wanted || wishes.here.has(mark) || wishes.topicsOff?.has(mark.topic)) return false;
  if (wishes.dismissals.length === 0) return true;
  const words = dismissedWords(mark.words);
  return !wishes.dismissals.some(
    (one) =>
      one.topic === mark.topic &&
      one.words === words &&
      (one.host === null || one.host === wishes.host),
  );
}

/** Marks by the text nodes they touch, for finding the one under the pointer; citations before mentions. */
export function byNode(marks: readonly Mark[]): Map<Text, Mark[]> {
  const nodes = new Map<Text, Mark[]>();
  for (const mark of marks) {
    const { block, place } = mark;
    const from = block.nodes.indexOf(place.startContainer);
    const to = block.nodes.indexOf(place.endContainer);
    for (const node of block.nodes.slice(from, to + 1)) {
      const list = nodes.get(node);
      if (!list) nodes.set(node, [mark]);
      else if (mark.cites === null) list.push(mark);
      else list.unshift(mark);
    }
  }
  return nodes;
}
