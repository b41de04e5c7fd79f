// From mentions to marks: which are shown, where they are, and which stay the same object when the page is read again.
import type { Mention, Polarity, Reference, Why } from '../detect/model';
import type { Dismissal } from '../messages/map';
import { nodesOf, type Paintable, type Place, placeOf, type TextBlock } from '../page/model';

/** What is said of a stretch of a block's text. */
interface About {
  readonly start: number;
  readonly end: number;
  readonly topic: string;
  readonly tier: 1 | 2;
  readonly stance: Polarity;
  readonly why: Why | null;
  readonly cites: string | null;
}

export interface Mark extends Paintable, About {
  readonly stance: Polarity;
  readonly block: TextBlock;
  /** The words on the page, white space made single. */
  readonly words: string;
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

/** A mark. Long pages hold tens of thousands, so its place and words are made when they are asked for. */
class BlockMark implements Mark {
  readonly start: number;
  readonly end: number;
  readonly topic: string;
  readonly tier: 1 | 2;
  readonly stance: Polarity;
  readonly why: Why | null;
  readonly cites: string | null;

  constructor(
    readonly block: TextBlock,
    about: About,
  ) {
    this.start = about.start;
    this.end = about.end;
    this.topic = about.topic;
    this.tier = about.tier;
    this.stance = about.stance;
    this.why = about.why;
    this.cites = about.cites;
  }

  get element(): Element {
    return this.block.element;
  }

  get place(): Place {
    const place = placeOf(this.block, this.start, this.end);
    if (!place) throw new Error('a mark in a block without text');
    return place;
  }

  get words(): string {
    return oneLine(this.block.text.slice(this.start, this.end));
  }
}

/** Keeps marks of blocks that have not changed, so that an open card and the paint stay with them. */
export class Marks {
  readonly #known = new Map<TextBlock, readonly Mark[]>();

  /** `topicOf` names the topic whose card shows a cited entry; null where it is not known. */
  readonly #topicOf: (cited: string) => { id: string; tier: 1 | 2 } | null;

  constructor(topicOf: (cited: string) => { id: string; tier: 1 | 2 } | null) {
    this.#topicOf = topicOf;
  }

  /** The marks of a block in document order, whatever their tier and the reader's wishes. */
  of({ block, mentions, references }: Found): readonly Mark[] {
    if (block.nodes.length === 0) return [];
    const known = this.#known.get(block);
    const marks = mentions.map(({ start, end, topic, tier, polarity, why }) =>
      markOf(block, known, { start, end, topic, tier, stance: polarity, why, cites: null }),
    );
    for (const { start, end, cites } of references) {
      const topic = this.#topicOf(cites);
      if (!topic) continue;
      const about = { topic: topic.id, tier: topic.tier, stance: 'asserted', why: null } as const;
      marks.push(markOf(block, known, { start, end, cites, ...about }));
    }
    if (references.length > 0) marks.sort((a, b) => a.start - b.start);
    this.#known.set(block, known ? [...new Set([...known, ...marks])] : marks);
    return marks;
  }

  /** Blocks that are no longer on the page. */
  forget(blocks: readonly TextBlock[]): void {
    for (const block of blocks) this.#known.delete(block);
  }
}

/** The mark that is known already, or a new one. */
function markOf(block: TextBlock, known: readonly Mark[] | undefined, about: About): Mark {
  const { start, end, topic, stance, cites } = about;
  const same = known?.find(
    (one) =>
      one.start === start &&
      one.end === end &&
      one.topic === topic &&
      one.stance === stance &&
      one.cites === cites,
  );
  return same ?? new BlockMark(block, about);
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
    for (const node of nodesOf(mark.block, mark.start, mark.end)) {
      const list = nodes.get(node);
      if (!list) nodes.set(node, [mark]);
      else if (mark.cites === null) list.push(mark);
      else list.unshift(mark);
    }
  }
  return nodes;
}
