// The measurement in words and tables: for a terminal, and as docs/accuracy.md.

import { type Row, rates } from './score';
import { gap, overall, type Summary } from './summary';
import type { Cell } from './table';
import { markdownTable, share, textTable } from './table';

const FIGURES = ['gold', 'found', 'precision', 'recall', 'F1', 'polarity'];

function figures(row: Row): Cell[] {
  const { precision, recall, f1, polarity } = rates(row);
  return [row.gold, row.found, share(precision), share(recall), share(f1), share(polarity)];
}

const tierName = (row: Row): string => (row.tier === 'all' ? 'both tiers' : `tier ${row.tier}`);

/** Gold and marks by corpus and tier. */
function corpusTable(rows: readonly Row[]): [string[], Cell[][]] {
  const all = rows.filter((row) => row.topic === 'all');
  return [
    ['corpus', 'topics', ...FIGURES],
    all.map((row) => [row.corpus, tierName(row), ...figures(row)]),
  ];
}

function topicTable(rows: readonly Row[]): [string[], Cell[][]] {
  const topics = rows.filter((row) => row.corpus === 'all' && row.topic !== 'all');
  return [
    ['topic', 'tier', ...FIGURES],
    topics.map((row) => [row.topic, row.tier, ...figures(row)]),
  ];
}

function kindTable(summary: Summary): [string[], Cell[][]] {
  return [
    ['kind of page', 'records', 'pages', 'through the gate', 'pages with marks', 'marks'],
    summary.kinds.map((k) => [k.kind, k.records, k.pages, k.passed, k.pagesWithMarks, k.marks]),
  ];
}

/** For a terminal. */
export function asText(summary: Summary, withErrors: boolean): string {
  const out: string[] = [];
  for (const part of summary.parts) {
    out.push(`${part.part.toUpperCase()} · ${part.documents} documents`, '');
    out.push(textTable(...corpusTable(part.rows)), '', textTable(...topicTable(part.rows)), '');
    if (part.worst.length > 0) {
      const rows = part.worst.map((d) => [d.id, d.corpus, d.gold, d.missed, d.falseMarks]);
      out.push(textTable(['worst documents', 'corpus', 'gold', 'missed', 'false'], rows), '');
    }
  }
  const points = gap(summary, 1);
  if (points !== null)
    out.push(`Gap of tier 1 F1 to the third kept aside: ${points.toFixed(1)} points`, '');
  if (summary.kinds.length > 0) {
    out.push('WHOLE PAGES THROUGH THE GATE · near-copies counted once', '');
    out.push(textTable(...kindTable(summary)), '');
    for (const { sample, relevance, marks } of summary.surprises) {
      const verdict = relevance.pass ? 'passes' : 'does not pass';
      const why = relevance.reasons.join(' ');
      out.push(
        `  ${sample.kind} ${verdict}, ${marks.length} marks: ${sample.id} “${sample.title}” ${why}`,
      );
    }
  }
  if (withErrors) out.push('', errorList(summary));
  return out.join('\n');
}

function errorList(summary: Summary): string {
  const lines: string[] = [];
  let topic = '';
  for (const fault of summary.faults) {
    if (fault.topic !== topic) {
      topic = fault.topic;
      const own = summary.faults.filter((one) => one.topic === topic);
      const count = (sort: string) => own.filter((one) => one.sort === sort).length;
      const counts = `${count('missed')} missed, ${count('false mark')} false, ${count('polarity')} polarity`;
      lines.push('', `## ${topic}: ${counts}`);
    }
    const note = fault.note === '' ? '' : ` (${fault.note})`;
    lines.push(`- ${fault.sort} · ${fault.id}${note}: ${fault.sentence}`);
  }
  return lines.join('\n');
}

export interface ReportFacts {
  /** Day of the run, YYYY-MM-DD. */
  readonly date: string;
  readonly evidenceVersion: string;
  readonly files: readonly {
    readonly name: string;
    readonly records: number;
    readonly mentions: number;
  }[];
  readonly command: string;
}

const REACH_F1 = 0.95;
const REACH_PRECISION = { development: 0.96, 'kept aside': 0.95 } as const;

/** docs/accuracy.md; the figures of both parts of the split side by side. */
export function asMarkdown(summary: Summary, facts: ReportFacts): string {
  const aims: Cell[][] = [];
  for (const part of ['development', 'kept aside'] as const) {
    const one = overall(summary, part, 1);
    const polarity = overall(summary, part, 'all')?.polarity ?? null;
    aims.push([`tier 1 F1, ${part}`, `≥ ${REACH_F1}`, share(one?.f1 ?? null)]);
    aims.push([
      `tier 1 precision, ${part}`,
      `≥ ${REACH_PRECISION[part]}`,
      share(one?.precision ?? null),
    ]);
    aims.push([`polarity of found mentions, ${part}`, '≥ 0.95', share(polarity)]);
  }
  const points = gap(summary, 1);
  aims.push(['gap of tier 1 F1, points', '≤ 5', points === null ? null : points.toFixed(1)]);
  const off = summary.kinds.filter((k) => k.kind === 'near-miss' || k.kind === 'out-of-domain');
  const total = (key: 'pages' | 'pagesWithMarks') => off.reduce((sum, k) => sum + k[key], 0);
  aims.push([
    'off-topic pages with a mark',
    `≤ ${Math.floor(total('pages') / 100)} of ${total('pages')}`,
    total('pagesWithMarks'),
  ]);
  const files = facts.files.map((file) => [file.name, file.records, file.mentions]);
  const tables = summary.parts.flatMap((part) => [
    `## ${part.part === 'development' ? 'Development text' : 'The third kept aside'}`,
    `${part.documents} documents.`,
    markdownTable(...corpusTable(part.rows)),
    markdownTable(...topicTable(part.rows)),
  ]);
  return `${[
    '# How well topics are found',
    `Measured on ${facts.date} with evidence and vocabulary version ${facts.evidenceVersion} by \`${facts.command}\`, which wrote this file; it is not edited by hand.`,
    'A mention counts as found when topic and text overlap, one label to one mark. Passages out of longer documents are measured past the relevance gate, near misses and whole documents through it. A third of the labelled documents (by a hash of their id, near-copies together) is kept aside: nobody looks at its words while rules are written. Two careful readers agree with each other at 0.94 to 0.97.',
    '## Aims',
    markdownTable(['measure', 'aim', 'measured'], aims),
    '## Text measured',
    markdownTable(['file', 'records', 'labelled mentions'], files),
    '## Whole pages through the gate',
    'Near-copies of one page count once, read as unfavourably as any copy came out.',
    markdownTable(...kindTable(summary)),
    ...tables,
  ].join('\n\n')}\n`;
}
