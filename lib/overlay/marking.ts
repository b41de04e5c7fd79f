// The marks of a page: which are shown, what the card says of one, and what the reader has ruled out as another sense.
import type { Dismissal, PageStart, PageSummary } from '../messages/map';
import { byNode, dismissedWords, isWanted, type Mark, Marks } from './marks';
import type { CardMention, Outcome, Ports, Scope } from './model';
import { sentenceAround } from './sentence';
import { type Glance, summarise } from './summary';

type Started = Extract<PageStart, { on: true }>;
type Topic = Started['topics'][number];

export class Marking {
  /** Marks that are painted, in document order. */
  shown: readonly Mark[] = [];
  private all: readonly Mark[] = [];
  private nodes: ReadonlyMap<Text, readonly Mark[]> | null = null;
  private dismissals: readonly Dismissal[];
  private readonly here = new Set<Mark>();
  /** Makes marks of what was found. */
  readonly marks: Marks;
  private readonly topics: ReadonlyMap<string, Topic>;
  private readonly tiers: readonly number[];

  constructor(
    start: Started,
    private readonly host: string,
    private readonly ports: Pick<Ports, 'dismiss' | 'restore'>,
  ) {
    this.topics = new Map(start.topics.map((topic) => [topic.id, topic]));
    this.tiers = start.tiers;
    this.dismissals = start.dismissals;
    const citables = new Map(start.citables.map((citable) => [citable.id, citable.topic]));
    this.marks = new Marks((cited) => {
      const topic = this.topics.get(citables.get(cited) ?? '');
      return topic ? { id: topic.id, tier: topic.tier } : null;
    });
  }

  take(marks: readonly Mark[]): void {
    this.all = marks;
  }

  /** Applies the reader's wishes to what was found. */
  sift(): void {
    const { tiers, dismissals, here, host } = this;
    this.shown = this.all.filter((mark) => isWanted(mark, { tiers, dismissals, here, host }));
    this.nodes = null;
  }

  marksIn(node: Text): readonly Mark[] | undefined {
    // Made when the pointer first asks: long pages change more often than they are pointed at.
    this.nodes ??= byNode(this.shown);
    return this.nodes.get(node);
  }

  isShown(mark: Mark): boolean {
    return this.shown.includes(mark);
  }

  summary(glance: Omit<Glance, 'marks'>): PageSummary {
    const { dismissals, here, host } = this;
    const wishes = { tiers: [1, 2], dismissals, here, host };
    const marks = this.all.filter((mark) => isWanted(mark, wishes));
    return summarise({ ...glance, marks }, (id) => this.topics.get(id)?.label ?? id);
  }

  describe(mark: Mark): CardMention {
    const topic = this.topics.get(mark.topic);
    const same = this.shown.filter((other) => other.topic === mark.topic && other !== mark);
    return {
      topic: {
        id: mark.topic,
        label: topic?.label ?? mark.topic,
        cells: topic?.cells ?? [],
      },
      words: mark.words,
      stance: mark.stance,
      sentence: sentenceAround(mark.block.text, mark.start, mark.end),
      elsewhere: same.filter((other) => other.stance === 'asserted').length,
      why: mark.why,
      cites: mark.cites,
      at: this.shown.indexOf(mark) + 1,
      of: this.shown.length,
      host: this.host,
    };
  }

  elsewhere(mark: Mark): Mark | null {
    const others = this.shown.filter(
      (other) => other.topic === mark.topic && other.stance === 'asserted' && other !== mark,
    );
    const at = this.shown.indexOf(mark);
    return others.find((other) => this.shown.indexOf(other) > at) ?? others[0] ?? null;
  }

  async dismiss(mark: Mark, scope: Scope): Promise<Outcome> {
    if (scope === 'here') {
      this.here.add(mark);
      return { ok: true };
    }
    const dismissal = this.dismissalOf(mark, scope);
    const outcome = await this.ports.dismiss(dismissal);
    if (outcome.ok) this.dismissals = [...this.dismissals, dismissal];
    return outcome;
  }

  async undo(mark: Mark, scope: Scope): Promise<Outcome> {
    if (scope === 'here') {
      this.here.delete(mark);
      return { ok: true };
    }
    const dismissal = this.dismissalOf(mark, scope);
    const outcome = await this.ports.restore(dismissal);
    if (outcome.ok) this.dismissals = this.dismissals.filter((one) => !same(one, dismissal));
    return outcome;
  }

  /** On another page of the same site marks taken away by hand are not known. */
  forgetHere(): void {
    this.here.clear();
  }

  clear(): void {
    this.all = [];
    this.shown = [];
    this.nodes = null;
  }

  private dismissalOf(mark: Mark, scope: 'site' | 'anywhere'): Dismissal {
    const host = scope === 'site' ? this.host : null;
    return { topic: mark.topic, words: dismissedWords(mark.words), host };
  }
}

function same(a: Dismissal, b: Dismissal): boolean {
  return a.topic === b.topic && a.words === b.words && a.host === b.host;
}
