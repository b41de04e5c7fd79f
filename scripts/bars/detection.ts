// The bars of detection, measured afresh on the project's labelled text.
import type { Measured, Sample } from '../../lib/measure/model';
import { isOffTopic } from '../../lib/measure/pages';
import { rates } from '../../lib/measure/score';
import { type Part, type Summary, summarise } from '../../lib/measure/summary';
import { OWN_CORPUS, ownCorpus } from '../corpus';
import { readEngine } from '../engine';
import { detectText } from '../texts';
import { atLeast, atMost, type Bar } from './model';

/** Null, with the reason on standard error, where the labelled text is not there. */
function measured(): Summary | null {
  const read = ownCorpus(OWN_CORPUS, false);
  if (!read.ok) {
    console.error(read.reason);
    return null;
  }
  const { matcher, tiers } = readEngine();
  const measure = (samples: readonly Sample[]): Measured[] =>
    samples.map((sample) => ({ sample, ...detectText(matcher, sample, sample.passage) }));
  const parts: Part[] = ['development', 'kept aside'];
  const { labelled, pages } = read.corpus;
  return summarise(measure(labelled), measure(pages), { tiers, parts, openKeptAside: false });
}

export function detectionBars(): Bar[] {
  const summary = measured();
  const of = (part: Part) => {
    const rows = summary?.parts.find((one) => one.part === part)?.rows ?? [];
    const row = rows.find((one) => one.corpus === 'all' && one.topic === 'all' && one.tier === 1);
    return row === undefined ? null : rates(row);
  };
  const off = summary?.kinds.filter(({ kind }) => isOffTopic(kind)) ?? [];
  const pages = off.reduce((sum, row) => sum + row.pages, 0);
  const share = (count: (row: (typeof off)[number]) => number) =>
    pages > 0 ? (100 * off.reduce((sum, row) => sum + count(row), 0)) / pages : null;
  const inDomain = summary?.kinds.find(({ kind }) => kind === 'in-domain');
  const seen = of('development');
  const unseen = of('kept aside');
  const run = 'npm run eval';
  const both = 'npm run eval -- --kept-aside';
  return [
    atLeast('tier 1 mentions, development text: F1', seen?.f1 ?? null, 0.95, run),
    atLeast('tier 1 mentions, development text: precision', seen?.precision ?? null, 0.96, run),
    atLeast('tier 1 mentions, text kept aside: F1', unseen?.f1 ?? null, 0.95, both),
    atLeast('tier 1 mentions, text kept aside: precision', unseen?.precision ?? null, 0.95, both),
    atLeast('polarity of found mentions, text kept aside', unseen?.polarity ?? null, 0.95, both),
    atMost(
      'pages about something else that get a mark, %',
      share((row) => row.pagesWithMarks),
      1,
      run,
    ),
    atMost(
      'pages about something else that pass the gate, %',
      share((row) => row.passed),
      1,
      run,
    ),
    atMost(
      'pages of the field that do not pass the gate',
      inDomain ? inDomain.pages - inDomain.passed : null,
      0,
      run,
    ),
  ];
}
