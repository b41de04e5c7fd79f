// The marks of a page: which are shown, under the pointer and in the summary, given what the reader has ruled out.
import type { Dismissal, PageSummary, PageWishes } from '../messages/map';
import { byNode, isWanted, type Mark, Marks } from './marks';
import type { Marked, Started } from './model';
import { type Glance, summarise } from './summary';

export class Marking implements Marked {
  shown: readonly Mark[] = [];
  dismissals: readonly Dismissal[] = [];
  /** Topics of these tiers are marked. */
  #tiers: readonly number[] = [];
  topicsOff: ReadonlySet<string> = new Set();
  #excluded = true;
  readonly here = new Set<Mark>();
  readonly topics: Marked['topics'];
  /** Makes marks of what was found. */
  readonly marks: Marks;
  #all: readonly Mark[] = [];
  #nodes: ReadonlyMap<Text, readonly Mark[]> | null = null;

  constructor(
    start: Started,
    readonly host: string,
  ) {
    this.topics = new Map(start.topics.map((topic) => [topic.id, topic]));
    this.wish(start.wishes);
    const citables = new Map(start.citables.map((citable) => [citable.id, citable.topic]));
    this.marks = new Marks((cited) => {
      const topic = this.topics.get(citables.get(cited) ?? '');
      return topic ? { id: topic.id, tier: topic.tier } : null;
    });
  }

  /** Takes the reader's wishes over; `sift` applies them. */
  wish(wishes: PageWishes): void {
    this.dismissals = wishes.dismissals;
    this.#tiers = wishes.tiers;
    this.topicsOff = new Set(wishes.topicsOff);
    this.#excluded = wishes.markExcluded;
  }

  take(marks: readonly Mark[]): void {
    this.#all = marks;
  }

  /** Applies the reader's wishes to what was found. */
  sift(): void {
    const wanted = this.#wanted(this.#tiers);
    this.shown = this.#excluded ? wanted : wanted.filter(({ stance }) => stance !== 'excluded');
    this.#nodes = null;
  }

  marksIn(node: Text): readonly Mark[] | undefined {
    // Made when the pointer first asks: long pages change more often than they are pointed at.
    this.#nodes ??= byNode(this.shown);
    return this.#nodes.get(node);
  }

  summary(glance: Omit<Glance, 'marks'>): PageSummary {
    const marks = this.#wanted([1, 2]);
    return summarise({ ...glance, marks }, (id) => this.topics.get(id)?.label ?? id);
  }

  /** On another page of the same site marks taken away by hand are not known. */
  forgetHere(): void {
    this.here.clear();
  }

  clear(): void {
    this.#all = [];
    this.shown = [];
    this.#nodes = null;
  }

  #wanted(tiers: readonly number[]): readonly Mark[] {
    return this.#all.filter((mark) => isWanted(mark, this, tiers));
  }
}
