// From the browser's own record of a page's main thread to the time that the extension's scripts took in it. Pure.

/** As the DevTools protocol gives it; times in microseconds. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string; readonly functionName: string };
    readonly children?: readonly number[];
  }[];
  readonly startTime: number;
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor, where the browser says it. */
  readonly tdur?: number;
}

/** From and to, in microseconds of the browser's clock. */
export type Span = readonly [from: number, to: number];

/**
 * When a script whose address begins with `own` was at work, also through what it called; neighbouring spans are one.
 * With `names`, only when functions of its that are called so were.
 */
export function ownSpans(profile: CpuProfile, own: string, names?: ReadonlySet<string>): Span[] {
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const known = new Map<number, boolean>();
  const isOwn = (id: number): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const parent = parents.get(id);
    const { url = '', functionName = '' } = frames.get(id) ?? {};
    const is =
      (url.startsWith(own) && (names?.has(functionName) ?? true)) ||
      (parent !== undefined && isOwn(parent));
    known.set(id, is);
    return is;
  };
  const spans: [number, number][] = [];
  const { samples = [], timeDeltas = [] } = profile;
  let at = profile.startTime;
  for (const [i, sample] of samples.entries()) {
    at += timeDeltas[i] ?? 0;
    if (!isOwn(sample)) continue;
    const to = at + (timeDeltas[i + 1] ?? 0);
    const last = spans[spans.length - 1];
    if (last && last[1] === at) last[1] = to;
    else spans.push([at, to]);
  }
  return spans;
}

/** The main thread of the page: the last on which the extension, or else the probe, said that it began; null where neither did. */
export function threadOf(events: readonly TraceEvent[]): { pid: number; tid: number } | null {
  const last = (name: string) =>
    events.reduce<TraceEvent | null>(
      (late, event) => (event.name === name && (!late || event.ts > late.ts) ? event : late),
      null,
    );
  return last(READING) ?? last('probe:start');
}

const READING = 'evidence-overlay:reading';
const DONE = 'evidence-overlay:done';

/** From the last start of a first reading to its last mark; null where there was none. */
export function firstPass(events: readonly TraceEvent[]): Span | null {
  const times = (name: string) =>
    events
      .filter((event) => event.name === name)
      .map(({ ts }) => ts)
      .sort((a, b) => a - b);
  const dones = times(DONE);
  for (const from of times(READING).reverse()) {
    const to = dones.find((ts) => ts >= from);
    if (to !== undefined) return [from, to];
  }
  return null;
}

/** A task of a thread, and the share of it in which the thread had the processor: others may be busy on the machine. */
export interface Task {
  readonly span: Span;
  readonly share: number;
}

/** Tasks of a thread, in order. */
export function tasksOf(
  events: readonly TraceEvent[],
  { pid, tid }: { pid: number; tid: number },
): Task[] {
  return events
    .filter((e) => e.name === 'RunTask' && e.ph === 'X' && e.pid === pid && e.tid === tid)
    .map(({ ts, dur = 0, tdur = dur }) => ({
      span: [ts, ts + dur] as const,
      share: dur > 0 ? Math.min(1, tdur / dur) : 1,
    }))
    .sort((a, b) => a.span[0] - b.span[0]);
}

/** Ms that spans (in order) cover of a stretch of time. */
function within(spans: readonly Span[], [from, to]: Span): number {
  let sum = 0;
  for (let i = firstAfter(spans, from); i < spans.length; i++) {
    const span = spans[i];
    if (!span || span[0] >= to) break;
    sum += Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0]));
  }
  return sum / 1000;
}

/** Longest processor time, in ms, that the spans take in one task: for so long the page cannot act because of them. */
export function longestIn(tasks: readonly Task[], spans: readonly Span[]): number {
  return tasks.reduce(
    (longest, { span, share }) => Math.max(longest, within(spans, span) * share),
    0,
  );
}

/** Processor time, in ms, of the spans in a stretch of time. */
export function busyIn(tasks: readonly Task[], spans: readonly Span[], [from, to]: Span): number {
  return tasks.reduce((sum, { span, share }) => {
    const start = Math.max(from, span[0]);
    const end = Math.min(to, span[1]);
    return end > start ? sum + within(spans, [start, end]) * share : sum;
  }, 0);
}

/** Index of the first span that ends after a time. */
function firstAfter(spans: readonly Span[], time: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[1] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
