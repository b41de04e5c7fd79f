// Sorts the blocks of a source: entries of the list, passages of the commentary, and what is neither.
import { say } from '../../words/words';
import { type DraftEntry, readEntry } from './entry';
import { entryMarker, headOf } from './heads';
import { kindHeading } from './kinds';
import {
  CELL_NAME,
  endsCommentary,
  endsList,
  headingOf,
  isHeadingAlone,
  isLegend,
  isLone,
  issueBullet,
} from './landmarks';
import { join, slice } from './lines';
import type { Line, Target } from './model';
import type { DraftPassage } from './passages';
import { atLine } from './problems';

export interface Sections {
  readonly entries: readonly DraftEntry[];
  readonly passages: readonly DraftPassage[];
  readonly places: ReadonlyMap<string, Target>;
  readonly legend: boolean;
  readonly problems: readonly string[];
}

const ANY_YEAR = /\b(?:1[89]|20)\d{2}\b/;
const NO_WORDS: ReadonlySet<string> = new Set();
/** Longest heading of an issue, in UTF-16 units. */
const MAX_HEADING = 200;

export function sectionsOf(blocks: readonly Line[]): Sections {
  const sorter = new Sorter(blocks);
  for (let i = 0; i < blocks.length; i++) sorter.block(i);
  return sorter.done();
}

interface EntryBlocks {
  readonly block: Line;
  readonly marker: NonNullable<ReturnType<typeof entryMarker>>;
  readonly kind: DraftEntry['kind'];
  readonly more: Line[];
}

class Sorter {
  private readonly found: EntryBlocks[] = [];
  private readonly passages: DraftPassage[] = [];
  private readonly places = new Map<string, Target>();
  private readonly problems: string[] = [];
  private legend = false;
  private region: 'before' | 'list' | 'after' | 'commentary' = 'before';
  private inIssues = false;
  private closed = false;
  private headed: DraftEntry['kind'] = null;
  /** The source is a cell: its name or the legend stands in it, or letters before titles with years. */
  private readonly isCell: boolean;
  private readonly linked: boolean;

  constructor(private readonly blocks: readonly Line[]) {
    const named = blocks.some(
      ({ text }) => isLegend(text) || (CELL_NAME.exec(text.slice(0, 80))?.index ?? 9) < 4,
    );
    const lettered = blocks.filter((block) => {
      const marker = entryMarker(block, false);
      return marker !== null && headOf(block, marker.end).strict;
    });
    this.isCell = named || lettered.length >= 2;
    this.linked =
      lettered.some((block) => block.links.length > 0) ||
      blocks.some(({ links }) => links.length > 3);
  }

  block(i: number): void {
    const block = this.blocks[i];
    if (!block) return;
    const { text } = block;
    if (isLegend(text)) {
      this.legend = true;
      if (this.region === 'before') this.region = 'list';
      return;
    }
    const heading = headingOf(text);
    if (heading && this.isCell) {
      this.heading(block, heading);
      return;
    }
    if (endsCommentary(text)) {
      this.closed = this.passages.length > 0;
      this.region = 'after';
      return;
    }
    if (isLone(text)) {
      if (endsList(text) && this.region !== 'commentary') this.region = 'after';
      return;
    }
    const unlettered =
      this.isCell && (this.region === 'list' || (this.region === 'before' && !this.legendAhead(i)));
    const marker = entryMarker(block, unlettered);
    if (marker && this.isEntry(block, marker)) {
      this.entry(block, marker);
      return;
    }
    if (this.region === 'commentary') {
      this.paragraph(block);
      return;
    }
    const kind = kindHeading(text);
    if (kind !== null && !this.besideKindHeading(i)) {
      this.headed = kind;
      if (this.region === 'before') this.region = 'list';
      return;
    }
    if (this.region === 'list' && kind === null) this.found.at(-1)?.more.push(block);
  }

  private isEntry(block: Line, marker: EntryBlocks['marker']): boolean {
    const head = headOf(block, marker.end);
    // Where the others' titles are links, a title without one is a sentence that happens to end in a year.
    if (marker.kind === null) return !this.linked || head.linked;
    if (this.isCell || (head.group?.years.length ?? 0) > 0) return true;
    if (ANY_YEAR.test(block.text.slice(0, 300)))
      this.problems.push(
        atLine(
          block.number,
          say(
            'it begins with the letter {letter} and names a year, but not as an entry does; not taken.',
            { letter: marker.letter },
          ),
        ),
      );
    return false;
  }

  private entry(block: Line, marker: EntryBlocks['marker']): void {
    if (this.region === 'commentary' || this.closed)
      this.problems.push(
        atLine(
          block.number,
          this.closed
            ? say('this entry stands after the commentary.')
            : say('this entry stands within the commentary.'),
        ),
      );
    else this.region = 'list';
    this.mark(block, { kind: 'entry', index: this.found.length });
    this.found.push({ block, marker, kind: marker.kind ?? this.headed, more: [] });
  }

  private heading(
    block: Line,
    { kind, heading, end }: NonNullable<ReturnType<typeof headingOf>>,
  ): void {
    this.region = 'commentary';
    this.inIssues = kind === 'issues';
    if (kind === 'issues') {
      // Opened as a passage of its own only where the text goes on without an issue's heading.
      if (!isHeadingAlone(block.text)) this.paragraph(slice(block, end));
      return;
    }
    this.open(block, heading, kind, end);
  }

  private open(block: Line, heading: string, kind: DraftPassage['kind'], end: number): void {
    const rest = slice(block, end);
    this.mark(block, { kind: 'passage', index: this.passages.length });
    this.passages.push({
      line: block.number,
      heading,
      kind,
      blocks: rest.text === '' ? [] : [rest],
    });
  }

  private paragraph(block: Line): void {
    const bullet = issueBullet(block.text);
    const issue = issueHeading(block, bullet, this.inIssues);
    const last = this.passages.at(-1);
    if (issue) this.open(block, issue.heading, 'issue', issue.end);
    else if (this.inIssues && last?.kind !== 'issue')
      this.open(block, 'Issues to consider and discuss', 'issue', 0);
    else if (last) {
      this.mark(block, { kind: 'passage', index: this.passages.length - 1 });
      last.blocks.push(block);
    }
  }

  private mark(block: Line, target: Target): void {
    for (const { id } of block.anchors) if (!this.places.has(id)) this.places.set(id, target);
  }

  private legendAhead(i: number): boolean {
    return this.blocks.slice(i + 1, i + 60).some(({ text }) => isLegend(text));
  }

  private besideKindHeading(i: number): boolean {
    return [i - 1, i + 1].some((at) => kindHeading(this.blocks[at]?.text ?? '') !== null);
  }

  done(): Sections {
    const entries = this.found.map(({ block, marker, kind, more }) => {
      for (const line of more)
        this.mark(line, { kind: 'entry', index: this.found.findIndex((f) => f.block === block) });
      return readEntry(
        more.length === 0 ? block : join([block, ...more], NO_WORDS),
        marker,
        kind,
        this.linked,
      );
    });
    return {
      entries,
      passages: this.passages,
      places: this.places,
      legend: this.legend,
      problems: [...this.problems, ...entries.flatMap((entry) => entry.problems)],
    };
  }
}

/** The heading of an issue: bold words at the start, or after an arrow the question. */
function issueHeading(
  block: Line,
  bullet: number,
  inIssues: boolean,
): { readonly heading: string; readonly end: number } | null {
  if (bullet === 0 && !inIssues) return null;
  const bold = block.strong.find(({ start }) => start >= bullet && start <= bullet + 2);
  const words = bold ? block.text.slice(bold.start, bold.end).trim() : '';
  if (bold && words.length >= 8 && words.length <= MAX_HEADING)
    return { heading: words.replace(/[:.]$/, ''), end: bold.end };
  if (bullet === 0) return null;
  const text = block.text.slice(bullet, bullet + MAX_HEADING);
  const question = /^[^?]{6,}?\?[’”"']?(?=\s|$)/.exec(text)?.[0];
  const sentence = question ?? /^.{6,}?[.:](?=\s|$)/s.exec(text)?.[0];
  if (sentence !== undefined)
    return { heading: sentence.replace(/[.:]$/, '').trim(), end: bullet + sentence.length };
  return block.text.length - bullet <= MAX_HEADING
    ? { heading: text.trim(), end: block.text.length }
    : null;
}
