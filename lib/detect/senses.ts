// Judges whether words that can mean several things mean the topic here, and says what decided it.
import { GAP } from '../text/gaps';
import { firstFrom, firstRowFrom } from '../text/search';
import type { CompiledCondition, CompiledSense, Matcher } from '../vocabulary/matcher';
import { phrase, say } from '../words/words';
import type { Block } from './model';
import { type BlockScan, BREAK, HIT, type Sure } from './scan';
import { sureMentions } from './sure';
import type { Survey } from './survey';

/** Words in question: where they stand in their block. */
export interface Place {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** `barred`: something says that the words mean another thing; `undecided`: nothing says that they mean this one. */
export type Judged =
  | 'barred'
  | 'undecided'
  /** `strength`: 2 where the words around decide, 1 where only the rest of the document does. */
  | { strength: 1 | 2; decidedBy: string[] };

/** Words either side that are looked at, at most: a page may come as one block, and a table as one sentence. */
const LONGEST = { sentence: 150, block: 600, list: 150 } as const;
/** Items either side that are looked at in a list, at most. */
const NEIGHBOURS = 12;

const BESIDE: Record<CompiledCondition['within'], string> = {
  phrase: phrase('“{words}” beside it'),
  sentence: phrase('“{words}” in the same sentence'),
  block: phrase('“{words}” in the same passage'),
  list: phrase('“{words}” in the same list'),
  heading: phrase('“{words}” in the heading above'),
  document: phrase('“{words}” elsewhere in the document'),
};

/** Judges the senses of a document, block by block. */
export class SenseJudge {
  /** Block → words at which its sentences begin. */
  private readonly sentences = new Map<number, readonly number[]>();

  constructor(
    private readonly matcher: Matcher,
    private readonly scans: readonly BlockScan[],
    private readonly survey: Survey,
    private readonly blocks: readonly Block[],
  ) {}

  /**
   * Whether `sense` holds for words at `place` that could name topic number `topic`. `settles`: an unambiguous mention
   * elsewhere in the document stands in for `needs`; true for abbreviations, whose letters mean one thing in a document.
   */
  judge(sense: CompiledSense, place: Place, topic: number, settles: boolean): Judged {
    for (const condition of sense.not) if (this.met(condition, place) !== null) return 'barred';
    const decidedBy: string[] = [];
    for (const condition of sense.all) {
      const met = this.met(condition, place);
      if (met === null) return 'undecided';
      decidedBy.push(met);
    }
    if (sense.needs.length === 0) return { strength: 2, decidedBy };
    let weaker: string | null = null;
    for (const condition of sense.needs) {
      const met = this.met(condition, place);
      if (met === null) continue;
      if (condition.within !== 'document') return { strength: 2, decidedBy: [...decidedBy, met] };
      weaker = weaker ?? met;
    }
    const settled = this.survey.settled.get(topic);
    if (settles && weaker === null && settled !== undefined)
      weaker = say(BESIDE.document, { words: oneLine(settled) });
    if (weaker === null) return 'undecided';
    return { strength: 1, decidedBy: [...decidedBy, weaker] };
  }

  /** What meets the condition, in words for the reader; null where nothing does. */
  private met(condition: CompiledCondition, place: Place): string | null {
    const found: string[] = [];
    if (condition.within === 'document') this.inDocument(condition, found);
    else if (condition.within === 'heading') {
      let heading = this.survey.heading[place.block] ?? -1;
      while (heading >= 0) {
        const scan = this.scans[heading];
        if (scan) this.inRange(condition, scan, 0, scan.words, null, found);
        heading = this.survey.heading[heading] ?? -1;
      }
      this.inRange(condition, this.survey.title, 0, this.survey.title.words, null, found);
    } else {
      const scan = this.scans[place.block];
      if (!scan) return null;
      let from = 0;
      let to = scan.words;
      if (condition.within !== 'block') {
        [from, to] = this.sentence(place.block, scan, place.from);
        to = Math.max(to, place.to);
      }
      const reach = condition.within === 'phrase' ? condition.reach : LONGEST[condition.within];
      from = Math.max(from, place.from - reach);
      to = Math.min(to, place.to + reach);
      if (condition.side === 'before') to = Math.min(to, place.from);
      if (condition.side === 'after') from = Math.max(from, place.to);
      this.inRange(condition, scan, from, to, place, found);
      if (condition.within === 'list') this.inItems(condition, place.block, found);
    }
    const first = found[0];
    if (first === undefined || found.length < condition.atLeast) return null;
    return say(BESIDE[condition.within], { words: oneLine(first) });
  }

  /** The items of the list that a block is in, and the line that opens it. */
  private inItems(condition: CompiledCondition, block: number, found: string[]): void {
    for (const step of [-1, 1])
      for (let i = block, n = 0; this.isItem(i) && n < NEIGHBOURS; n++) {
        i += step;
        const scan = this.scans[i];
        if (scan && (step < 0 || this.isItem(i)))
          this.inRange(condition, scan, 0, scan.words, null, found);
      }
  }

  private isItem(block: number): boolean {
    return this.blocks[block]?.kind === 'list-item';
  }

  private inDocument(condition: CompiledCondition, found: string[]): void {
    for (const cue of condition.cues)
      if ((this.survey.cueCount[cue] ?? 0) > 0) found.push(this.survey.cueQuote(cue));
    for (const topic of condition.topics) {
      const quote = this.survey.settled.get(topic);
      if (quote !== undefined) found.push(quote);
    }
  }

  /** Adds what of the condition lies in words [from, to) and not within the words in question. */
  private inRange(
    condition: CompiledCondition,
    scan: BlockScan,
    from: number,
    to: number,
    place: Place | null,
    found: string[],
  ): void {
    if (from >= to) return;
    if (condition.cues.length > 0) {
      const cues = scan.near;
      for (let i = firstRowFrom(cues, HIT, 1, from); i < cues.length; i += HIT) {
        const first = cues[i + 1] as number;
        const last = cues[i + 2] as number;
        if (first >= to) break;
        if (last > to || (place && first < place.to && last > place.from)) continue;
        if (condition.cues.includes(cues[i] as number))
          found.push(scan.text.slice(cues[i + 3], cues[i + 4]));
      }
    }
    if (condition.topics.length === 0) return;
    const mentions = sureMentions(scan, this.matcher);
    for (let i = firstFrom(mentions, (sure) => sure.from, from); i < mentions.length; i++) {
      const sure = mentions[i] as Sure;
      if (sure.from >= to) break;
      if (sure.to > to) continue;
      if (place && sure.from < place.to && sure.to > place.from) continue;
      if (condition.topics.includes(sure.topic)) found.push(scan.text.slice(sure.start, sure.stop));
    }
  }

  /** First word of the sentence that holds `word`, and the word after its last. */
  private sentence(block: number, scan: BlockScan, word: number): [number, number] {
    let starts = this.sentences.get(block);
    if (!starts) {
      starts = sentenceStarts(scan.breaks, scan.words);
      this.sentences.set(block, starts);
    }
    return sentenceAt(starts, scan.words, word);
  }
}

/** First word of the sentence that holds `word`, and the word after its last. */
export function sentenceAt(
  starts: readonly number[],
  words: number,
  word: number,
): [number, number] {
  const next = firstRowFrom(starts, 1, 0, word + 1);
  return [starts[next - 1] ?? 0, starts[next] ?? words];
}

/** Words at which sentences begin, 0 among them. */
export function sentenceStarts(breaks: readonly number[], words: number): readonly number[] {
  const starts = [0];
  for (let i = 0; i < breaks.length; i += BREAK) {
    const word = breaks[i] as number;
    if (word > 0 && word < words && ((breaks[i + 1] as number) & GAP.stop) !== 0) starts.push(word);
  }
  return starts;
}

export function oneLine(quote: string): string {
  return quote.replace(/[\s\u00ad]+/g, ' ');
}
