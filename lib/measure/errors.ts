// Every miss and false mark in its sentence, and the documents with most of them.
import type { Mark, Measured } from './model';
import { pair } from './score';

export interface Fault {
  readonly sort: 'missed' | 'false mark' | 'polarity';
  readonly topic: string;
  readonly id: string;
  readonly corpus: string;
  /** The sentence, with the words in question between ⟦ and ⟧. */
  readonly sentence: string;
  /** What else is known: the term that fired, another topic at the same place, the gate. */
  readonly note: string;
}

/** Characters of context either side at most, where a text has no sentence ends. */
const REACH = 160;

/** The sentence or line round [start, end), shortened to `REACH` either side. */
export function inSentence(text: string, start: number, end: number): string {
  const from = Math.max(0, start - REACH);
  const before = text.slice(from, start);
  const after = text.slice(end, end + REACH);
  const opens = Math.max(before.lastIndexOf('\n'), before.search(/[.!?;]\s[^.!?;]*$/));
  const closes = after.search(/[.!?;](?=\s|$)|\n/);
  const left = opens >= 0 ? before.slice(opens + 1).trimStart() : `${from > 0 ? '…' : ''}${before}`;
  const right = closes >= 0 ? after.slice(0, closes + 1) : after;
  return `${left}⟦${text.slice(start, end)}⟧${right}`.replace(/\s+/g, ' ').trim();
}

/** All faults of the labelled samples, and every mark on a page where silence is expected. */
export function faults(measured: readonly Measured[]): Fault[] {
  const out: Fault[] = [];
  for (const { sample, marks, relevance } of measured) {
    const add = (
      sort: Fault['sort'],
      topic: string,
      at: { start: number; end: number },
      note: string,
    ) =>
      out.push({
        sort,
        topic,
        id: sample.id,
        corpus: sample.corpus,
        sentence: inSentence(sample.text, at.start, at.end),
        note,
      });
    const { hits, misses, falseMarks } = pair(sample.gold ?? [], marks);
    const overlapping = (at: { start: number; end: number }): Mark | undefined =>
      marks.find((mark) => mark.start < at.end && mark.end > at.start);
    for (const miss of misses) {
      const other = overlapping(miss);
      const closed = !relevance.pass && !sample.passage ? 'the gate kept the page unmarked' : '';
      add(
        'missed',
        miss.topic,
        miss,
        other ? `marked as ${other.topic} (“${other.term}”)` : closed,
      );
    }
    for (const mark of falseMarks) {
      const label = sample.gold?.find((gold) => gold.start < mark.end && gold.end > mark.start);
      const term = `by “${mark.term}”`;
      add('false mark', mark.topic, mark, label ? `${term}, labelled ${label.topic}` : term);
    }
    for (const { gold, mark } of hits) {
      if (gold.polarity === mark.polarity) continue;
      add('polarity', gold.topic, mark, `labelled ${gold.polarity}, marked ${mark.polarity}`);
    }
  }
  return out.sort((a, b) => a.topic.localeCompare(b.topic) || a.sort.localeCompare(b.sort));
}

export interface WorstDocument {
  readonly id: string;
  readonly corpus: string;
  readonly gold: number;
  readonly missed: number;
  readonly falseMarks: number;
}

/** Labelled documents with at least one fault, most faults first. */
export function worstDocuments(measured: readonly Measured[], most: number): WorstDocument[] {
  return measured
    .flatMap(({ sample, marks }) => {
      if (sample.gold === null) return [];
      const { misses, falseMarks } = pair(sample.gold, marks);
      if (misses.length + falseMarks.length === 0) return [];
      const { id, corpus } = sample;
      const counts = { missed: misses.length, falseMarks: falseMarks.length };
      return [{ id, corpus, gold: sample.gold.length, ...counts }];
    })
    .sort((a, b) => b.missed + b.falseMarks - a.missed - a.falseMarks)
    .slice(0, most);
}
