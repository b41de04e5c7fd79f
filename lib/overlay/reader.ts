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
const LONG_PAGE = 60_000;
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
  /** What is in the window where that is not the top of the page. */
  readonly inView: () => Element | null;
  readonly isOurs: (node: Node) => boolean;
}

export interface Listeners {
  /** Gets the part in view of a long page before the rest is read. */
  readonly early?: (part: ReadPage) => void;
  /** Gets the share of the page that was looked through, 0 to 1. */
  readonly progress?: (share: number) => void;
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

  /** Reads the whole page. */
  async readAll(turn: Slices, anyway: boolean, to: Listeners = {}): Promise<void> {
    let first = to.early;
    for (let round = 1; ; round++) {
      const steps = this.#text.readAll();
      let step = steps.next();
      for (; !step.done; step = steps.next()) {
        const wait = turn.breathe();
        if (wait) await wait;
        if (!first || this.#text.units < LONG_PAGE) continue;
        const part = await this.#judge(await this.#firstPart(turn), turn, anyway);
        if (part.marks.length > 0) first(part);
        first = undefined;
      }
      if (step.value || round === ROUNDS) break;
    }
    this.#keep(this.#text.settle());
    await this.#scan(this.#text.blocks, turn, to.progress);
    this.#gone.clear();
  }

  /** Reads again what changed; false where that changes nothing of what was found. */
  async readChanged(changes: Changes, turn: Slices, anyway: boolean): Promise<boolean> {
    let now = changes;
    let news = false;
    for (let round = 1; now.any; round++) {
      if (now.huge || round > ROUNDS) {
        await this.readAll(turn, anyway);
        return true;
      }
      const again = new Changes(this.#about.isOurs);
      const { added, dropped } = await inSlices(this.#text.refresh(now, again), turn);
      news ||= this.#matter(dropped);
      this.#keep(dropped);
      await this.#scan(added, turn);
      news ||= this.#matter(added);
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
      block.order = read.length;
      scans.push(scan);
      read.push(block);
    }
    const input = { title: this.#about.title(), host: this.#about.host, blocks: read };
    const surveyed = await inSlices(this.#detector.surveyInSteps(input, scans), turn);
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

  /** The part in view, read and scanned. */
  async #firstPart(turn: Slices): Promise<readonly TextBlock[]> {
    const seen = this.#about.inView();
    const part = seen
      ? await inSlices(this.#text.readAhead(seen, FIRST_PART), turn)
      : this.#text.blocks.slice();
    await this.#scan(part, turn);
    return part;
  }

  #matter(blocks: readonly TextBlock[]): boolean {
    return blocks.some((block) => {
      const scan = this.#scans.get(block);
      return scan !== undefined && !this.#detector.isIdle(block, scan);
    });
  }
}
