// Reads a page through the detector in slices: what is in view first, and only what changed once it was read.
import type { Detector } from '../detect/detect';
import type { Relevance } from '../detect/model';
import type { BlockScan } from '../detect/scan';
import { Changes } from '../page/changes';
import type { TextBlock } from '../page/model';
import type { PageText } from '../page/reading';
import type { Mark, Marks } from './marks';
import { inSlices, type Slices } from './slices';

/** Pages longer than this (UTF-16 units) get first marks from the part in view before the rest is read. */
export const LONG_PAGE = 150_000;
/** How much of a long page is read for the first marks, in UTF-16 units; enough to judge what the page is about. */
const FIRST_PART = 50_000;
/** Rounds of catching up with a page that changes while it is read again; then it is read from the start. */
const ROUNDS = 3;

export interface ReadPage {
  readonly relevance: Relevance;
  /** In document order; empty where the page does not pass. */
  readonly marks: readonly Mark[];
}

export interface PageAbout {
  readonly title: () => string;
  readonly host: string;
  /** Index of the first block in view. */
  readonly inView: (blocks: readonly TextBlock[]) => number;
  readonly isOurs: (node: Node) => boolean;
}

export class Reader {
  readonly #scans = new Map<TextBlock, BlockScan>();
  /** Scans of blocks that went, for blocks that come with the same text. */
  #gone = new Map<string, BlockScan>();

  readonly #text: PageText;
  readonly #detector: Detector;
  readonly #about: PageAbout;
  readonly #marks: Marks;

  constructor(text: PageText, detector: Detector, about: PageAbout, marks: Marks) {
    this.#text = text;
    this.#detector = detector;
    this.#about = about;
    this.#marks = marks;
  }

  get blocks(): readonly TextBlock[] {
    return this.#text.blocks;
  }

  /** Reads the whole page. `early` gets the part in view of a long page before the rest is read. */
  async readAll(
    turn: Slices,
    anyway: boolean,
    early: (part: ReadPage) => void,
    progress: (share: number) => void,
  ): Promise<void> {
    this.#keep(this.#text.blocks);
    for (let round = 1; ; round++)
      if ((await inSlices(this.#text.readAll(), turn)) || round === ROUNDS) break;
    const { blocks } = this.#text;
    const units = blocks.reduce((sum, block) => sum + block.text.length, 0);
    if (units > LONG_PAGE) {
      const part = this.#firstPart(blocks);
      await this.#scan(part, turn);
      const read = await this.#judge(part, turn, anyway);
      if (read.marks.length > 0) early(read);
    }
    await this.#scan(blocks, turn, progress);
    this.#gone.clear();
  }

  /** Reads again what changed; false where it came out as it was. */
  async readChanged(changes: Changes, turn: Slices): Promise<boolean> {
    let now = changes;
    let news = false;
    for (let round = 1; now.any; round++) {
      if (now.huge || round > ROUNDS) {
        await this.readAll(
          turn,
          false,
          () => {},
          () => {},
        );
        return true;
      }
      const again = new Changes(this.#about.isOurs);
      const { added, dropped } = await inSlices(this.#text.refresh(now, again), turn);
      this.#keep(dropped);
      await this.#scan(added, turn);
      news ||= added.length > 0 || dropped.length > 0;
      now = again;
    }
    this.#gone.clear();
    return news;
  }

  /** What the page as read so far holds. */
  result(turn: Slices, anyway: boolean): Promise<ReadPage> {
    return this.#judge(this.#text.blocks, turn, anyway);
  }

  async #judge(blocks: readonly TextBlock[], turn: Slices, anyway: boolean): Promise<ReadPage> {
    const scans: BlockScan[] = [];
    const read: TextBlock[] = [];
    for (const block of blocks) {
      const scan = this.#scans.get(block);
      if (!scan) continue;
      scans.push(scan);
      read.push(block);
    }
    const input = { title: this.#about.title(), host: this.#about.host, blocks: read };
    const surveyed = this.#detector.survey(input, scans);
    const { relevance } = surveyed;
    const marks: Mark[] = [];
    if (!relevance.pass && !anyway) return { relevance, marks };
    for (const [i, block] of read.entries()) {
      const mentions = surveyed.mentionsOf(i);
      const references = surveyed.referencesOf(i);
      if (mentions.length + references.length > 0)
        marks.push(...this.#marks.of({ block, mentions, references }));
      const wait = turn.breathe();
      if (wait) await wait;
    }
    return { relevance, marks };
  }

  async #scan(
    blocks: readonly TextBlock[],
    turn: Slices,
    progress?: (share: number) => void,
  ): Promise<void> {
    for (const [i, block] of blocks.entries()) {
      if (this.#scans.has(block)) continue;
      this.#scans.set(block, this.#gone.get(block.text) ?? this.#detector.scanBlock(block.text));
      const wait = turn.breathe();
      if (!wait) continue;
      progress?.(i / blocks.length);
      await wait;
    }
  }

  #keep(blocks: readonly TextBlock[]): void {
    for (const block of blocks) {
      const scan = this.#scans.get(block);
      if (scan) this.#gone.set(block.text, scan);
      this.#scans.delete(block);
    }
    this.#marks.forget(blocks);
  }

  #firstPart(blocks: readonly TextBlock[]): TextBlock[] {
    const from = Math.max(0, this.#about.inView(blocks) - 10);
    let units = 0;
    let to = from;
    while (to < blocks.length && units < FIRST_PART) units += blocks[to++]?.text.length ?? 0;
    return blocks.slice(from, to);
  }
}
