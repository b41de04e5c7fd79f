// Everything that one run of the measurement shows: figures for each part of the split, pages by kind, faults.
import { type Fault, faults, type WorstDocument, worstDocuments } from './errors';
import type { Measured, Tier } from './model';
import { byKind, type KindRow, surprises } from './pages';
import { type Row, rates, score } from './score';

/** Names of the parts of the labelled text. `whole` is a set that is not the project's own and is not split. */
export type Part = 'development' | 'kept aside' | 'whole';

interface PartResult {
  readonly part: Part;
  readonly documents: number;
  readonly rows: readonly Row[];
  readonly worst: readonly WorstDocument[];
}

export interface Summary {
  readonly parts: readonly PartResult[];
  readonly kinds: readonly KindRow[];
  readonly surprises: readonly Measured[];
  readonly faults: readonly Fault[];
}

export interface SummaryOptions {
  readonly tiers: ReadonlyMap<string, Tier>;
  /** Parts to show figures for. */
  readonly parts: readonly Part[];
  /** Also show the words of documents that are kept aside. Off unless someone asks for it by name. */
  readonly openKeptAside: boolean;
}

/**
 * @param labelled samples with mention labels
 * @param pages samples labelled by kind of page only
 */
export function summarise(
  labelled: readonly Measured[],
  pages: readonly Measured[],
  options: SummaryOptions,
): Summary {
  const inPart = (part: Part) =>
    labelled.filter(
      ({ sample }) => part === 'whole' || sample.keptAside === (part === 'kept aside'),
    );
  const shown = (one: Measured) => options.openKeptAside || !one.sample.keptAside;
  const openPages = pages.filter(shown);
  const silent = openPages.filter(
    ({ sample }) => sample.kind === 'near-miss' || sample.kind === 'out-of-domain',
  );
  return {
    parts: options.parts.map((part) => {
      const measured = inPart(part);
      return {
        part,
        documents: measured.length,
        rows: score(measured, options.tiers),
        worst: worstDocuments(measured.filter(shown), 10),
      };
    }),
    kinds: byKind(pages),
    surprises: surprises(openPages),
    faults: faults([...labelled.filter(shown), ...silent]),
  };
}

/** Rates of all topics of a tier over all corpora of a part; null where the part was not measured. */
export function overall(summary: Summary, part: Part, tier: Tier | 'all') {
  const rows = summary.parts.find((one) => one.part === part)?.rows;
  const row = rows?.find((one) => one.corpus === 'all' && one.topic === 'all' && one.tier === tier);
  return row === undefined ? null : { ...row, ...rates(row) };
}

/** Points (hundredths of F1) by which the third kept aside falls short; null where either part was not measured. */
export function gap(summary: Summary, tier: Tier | 'all'): number | null {
  const seen = overall(summary, 'development', tier)?.f1 ?? null;
  const unseen = overall(summary, 'kept aside', tier)?.f1 ?? null;
  return seen === null || unseen === null ? null : 100 * (seen - unseen);
}
