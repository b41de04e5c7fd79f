// The bars of speed, from the figures that the benchmarks left on this machine. Pure.
import * as z from 'zod/mini';
import { atLeast, atMost, type Bar, greatest, least } from './model';

const Row = z.object({
  subject: z.string(),
  value: z.number(),
  against: z.nullable(z.string()),
  ratio: z.nullable(z.number()),
});
type Row = z.infer<typeof Row>;

/** Gives the rows of a measurement's last run; null where it never ran. */
export type Last = (name: string) => readonly unknown[] | null;

export function speedBars(last: Last): Bar[] {
  const rows = (bench: string): Row[] =>
    (last(bench) ?? []).flatMap((row) => {
      const read = Row.safeParse(row);
      return read.success ? [read.data] : [];
    });
  const of = (bench: string, subject: RegExp, against?: RegExp) =>
    rows(bench).filter(
      (row) => subject.test(row.subject) && (!against || against.test(row.against ?? '')),
    );
  const values = (bench: string, subject: RegExp) => of(bench, subject).map(({ value }) => value);
  const ratios = (bench: string, subject: RegExp, against?: RegExp) =>
    of(bench, subject, against).flatMap(({ ratio }) => (ratio === null ? [] : [ratio]));
  const run = (bench: string) => `npm run bench -- ${bench}`;

  const package_ = /fastest Aho/;
  const union = ratios('scan', /^RegExp of all terms, 3000 terms/).map((times) => 1 / times);
  return [
    ...[300, 30_000].map((terms) =>
      atLeast(
        `scan, ${terms} terms: times as fast as the fastest Aho–Corasick package`,
        least(ratios('scan', new RegExp(`^lib/detect, ${terms} terms`), package_)),
        5,
        run('scan'),
      ),
    ),
    atMost(
      'scan: time at 30,000 terms, against 300',
      greatest(ratios('scan', /time at 30,000 terms/)),
      2,
      run('scan'),
    ),
    atLeast('scan, 3,000 terms: times as fast as one RegExp of all', least(union), 3, run('scan')),
    atMost(
      'first pass: times a bare read, worst page',
      greatest(ratios('first-pass', /^first pass/, /bare/)),
      3,
      run('first-pass'),
    ),
    atLeast(
      'first pass: times as fast as mark.js with some of its terms, worst page',
      least(ratios('first-pass', /^first pass/, /mark\.js/)),
      20,
      run('first-pass'),
    ),
    atMost(
      'longest main-thread slice up to 10 MB, ms',
      greatest(values('slices', /^longest slice/)),
      50,
      run('slices'),
    ),
    atLeast(
      'first marks in view: times as early as the last, 10 MB',
      least(ratios('slices', /^first marks in view, 10 MB/)),
      1,
      run('slices'),
    ),
    atMost(
      'page that changes without end: % of main-thread time',
      greatest(values('mutation', /^share of the main thread/)),
      2,
      run('mutation'),
    ),
    atMost('card after intent, warm, ms', greatest(values('hover', /warm/)), 50, run('hover')),
    atMost(
      'card after intent, background stopped, ms',
      greatest(values('hover', /background stopped/)),
      300,
      run('hover'),
    ),
    atMost(
      'bytes before the first hover, kB (gzip)',
      greatest(values('bytes', /before the first hover/)),
      25,
      run('bytes'),
    ),
    atMost(
      'bytes with the card, kB (gzip)',
      greatest(values('bytes', /and card/)),
      45,
      run('bytes'),
    ),
    atMost(
      '100,000 entries: card query, 95 % within ms',
      greatest(values('import', /^card, 95 % within, 100000 entries/)),
      10,
      run('import'),
    ),
    atMost(
      '100,000 entries: search, 95 % within ms',
      greatest(values('import', /^search with its rows, 95 % within, 100000 entries/)),
      30,
      run('import'),
    ),
    atLeast(
      '100,000 entries: import, entries/s',
      least(values('import', /^import, read, checked, .* 100000 entries/)),
      10_000,
      run('import'),
    ),
    atMost(
      '100,000 entries: longest task of the import, ms',
      greatest(values('import', /^import, longest task .* 100000 entries/)),
      100,
      run('import'),
    ),
    atMost(
      'scan: time a character at 100 times the text',
      greatest(ratios('scan', /^lib\/detect, text of 2000 thousand/)),
      1.5,
      run('scan'),
    ),
  ];
}

const PageFigures = z.object({
  domUnchanged: z.nullable(z.boolean()),
  consoleErrors: z.number(),
  layoutShift: z.nullable(z.number()),
  requests: z.number(),
  longestSliceMs: z.nullable(z.number()),
  browser: z.string(),
});

/** The bars of what saved pages come to, from the last run of `npm run pages`. */
export function pageBars(last: Last): Bar[] {
  const kept = last('pages');
  const pages = (kept ?? []).flatMap((row) => {
    const read = PageFigures.safeParse(row);
    return read.success ? [read.data] : [];
  });
  const count = (wrong: (page: (typeof pages)[number]) => boolean) =>
    pages.length > 0 ? pages.filter(wrong).length : null;
  const run = 'npm run pages -- FOLDER';
  const shifts = pages.flatMap(({ layoutShift }) => (layoutShift === null ? [] : [layoutShift]));
  const requests = pages.map(({ requests }) => requests);
  const slices = pages.flatMap(({ longestSliceMs, browser }) =>
    longestSliceMs !== null && browser === 'chromium' ? [longestSliceMs] : [],
  );
  return [
    atMost('saved pages: greatest layout shift', greatest(shifts), 0, run),
    atMost('saved pages: requests, worst page', greatest(requests), 0, run),
    atMost('saved pages: longest slice in Chromium, ms', greatest(slices), 50, run),
    atMost(
      'saved pages: changed outside our host',
      count((p) => p.domUnchanged === false),
      0,
      run,
    ),
    atMost(
      'saved pages: not told whether changed',
      count((p) => p.domUnchanged === null),
      0,
      run,
    ),
    atMost(
      'saved pages: with an error of ours',
      count((p) => p.consoleErrors > 0),
      0,
      run,
    ),
  ];
}
