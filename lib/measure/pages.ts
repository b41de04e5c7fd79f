// Marks on whole pages by kind of page. Near-copies count as one page, read as unfavourably as any of them came out.
import type { Measured } from './model';

/** Kinds on which the reader expects silence. */
const OFF_TOPIC = ['near-miss', 'out-of-domain'] as const;

export const isOffTopic = (kind: string): boolean => OFF_TOPIC.some((off) => off === kind);

export interface KindRow {
  readonly kind: string;
  /** Records, near-copies among them. */
  readonly records: number;
  /** Groups of near-copies. */
  readonly pages: number;
  /** Pages that the gate let through; for in-domain pages every copy has to pass. */
  readonly passed: number;
  readonly pagesWithMarks: number;
  readonly marks: number;
}

const KIND_ORDER = ['in-domain', 'borderline', 'near-miss', 'out-of-domain'];

/** One row a kind, the kinds of the corpus first. */
export function byKind(measured: readonly Measured[]): KindRow[] {
  const kinds = new Map<string, Map<string, Measured[]>>();
  for (const one of measured) {
    const groups = kinds.get(one.sample.kind) ?? new Map<string, Measured[]>();
    kinds.set(one.sample.kind, groups);
    groups.set(one.sample.group, [...(groups.get(one.sample.group) ?? []), one]);
  }
  const rank = (kind: string) => (KIND_ORDER.indexOf(kind) + 1 || KIND_ORDER.length + 1) - 1;
  return [...kinds]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .map(([kind, groups]) => {
      const pages = [...groups.values()];
      const most = pages.map((copies) => Math.max(...copies.map((copy) => copy.marks.length)));
      const passes = (copies: Measured[]) =>
        kind === 'in-domain'
          ? copies.every((copy) => copy.relevance.pass)
          : copies.some((copy) => copy.relevance.pass);
      return {
        kind,
        records: pages.reduce((sum, copies) => sum + copies.length, 0),
        pages: pages.length,
        passed: pages.filter(passes).length,
        pagesWithMarks: most.filter((marks) => marks > 0).length,
        marks: most.reduce((sum, marks) => sum + marks, 0),
      };
    });
}

/** Pages on which gate or marks went the wrong way, one per group, most marks first. */
export function surprises(measured: readonly Measured[]): Measured[] {
  const worst = new Map<string, Measured>();
  for (const one of measured) {
    const wrong = isOffTopic(one.sample.kind)
      ? one.relevance.pass || one.marks.length > 0
      : one.sample.kind === 'in-domain' && !one.relevance.pass;
    if (!wrong) continue;
    const old = worst.get(one.sample.group);
    if (old === undefined || one.marks.length > old.marks.length) worst.set(one.sample.group, one);
  }
  return [...worst.values()].sort((a, b) => b.marks.length - a.marks.length);
}
