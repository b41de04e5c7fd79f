// Records what the extension's scripts do in a page, by the DevTools protocol: time on the main thread, requests, errors.
import type { CDPSession, Page } from 'puppeteer-core';
import type { Driven } from '../start/browser';
import {
  busyIn,
  type CpuProfile,
  firstPass,
  longestIn,
  ownSpans,
  type Span,
  type TraceEvent,
  tasksOf,
  threadOf,
} from './profile';

/** Microseconds between two looks at what runs. */
const EVERY = 200;

/** Parts of a first pass by the functions in which they are done; the build tool keeps the names of methods. */
const PARTS = {
  collect: new Set(['under']),
  detect: new Set(['scanBlock', 'surveyInSteps', 'mentionsOf', 'referencesOf']),
  paint: new Set(['show']),
} as const;
export type Part = keyof typeof PARTS;

/** Processor times of the extension's scripts on the page's main thread. */
export interface Recorded {
  /** Longest in one task, ms. */
  readonly longestSlice: number;
  /** From the start of reading to the last mark, ms; null where they did not read. */
  readonly firstPass: number | null;
  /** Of the first pass, ms; what is in none of them is making marks, counting and going from one slice to the next. */
  readonly parts: Readonly<Record<Part, number>> | null;
  /** Longest task of the page's main thread, whosoever it was, ms. */
  readonly longestTask: number;
  /** Between two `performance.mark`s of the page: theirs, that of all, and the time that went by; null without both. */
  readonly between: (from: string, to: string) => { own: number; all: number; ms: number } | null;
}

/** Starts recording the main thread of a page; the function it gives stops and tells. */
export async function recordThread(page: Page, own: string): Promise<() => Promise<Recorded>> {
  const session = await page.createCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: EVERY });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['blink.user_timing', 'disabled-by-default-devtools.timeline'],
      excludedCategories: ['*'],
    },
  });
  await session.send('Profiler.start');
  return async () => {
    const { profile } = await session.send('Profiler.stop').finally(() => endTrace(session));
    await session.detach();
    return read(profile, events, own);
  };
}

async function endTrace(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((done) => {
    session.once('Tracing.tracingComplete', () => done());
  });
  await session.send('Tracing.end');
  await complete;
}

function read(profile: CpuProfile, events: readonly TraceEvent[], own: string): Recorded {
  const spans = ownSpans(profile, own);
  const thread = threadOf(events);
  // Where the extension did not say that it began, it can only have been at work without a break.
  const tasks = thread ? tasksOf(events, thread) : spans.map((span) => ({ span, share: 1 }));
  const pass = firstPass(events);
  const everything = tasks.map(({ span }) => span);
  const part = (name: Part, pass: Span) => busyIn(tasks, ownSpans(profile, own, PARTS[name]), pass);
  const at = (name: string) => events.find((event) => event.name === name)?.ts;
  return {
    longestSlice: longestIn(tasks, spans),
    firstPass: pass && busyIn(tasks, spans, pass),
    parts: pass && {
      collect: part('collect', pass),
      detect: part('detect', pass),
      paint: part('paint', pass),
    },
    longestTask: longestIn(tasks, everything),
    between(first, last) {
      const from = at(first);
      const to = at(last);
      if (from === undefined || to === undefined) return null;
      return {
        own: busyIn(tasks, spans, [from, to]),
        all: busyIn(tasks, everything, [from, to]),
        ms: (to - from) / 1000,
      };
    },
  };
}

export interface Heard {
  /** Messages in the console and errors that come from the extension's scripts. */
  readonly errors: string[];
  /** Addresses that the extension's scripts asked for. */
  readonly requests: string[];
}

interface Frames {
  readonly callFrames: readonly { readonly url: string }[];
  readonly parent?: Frames;
}

const comesFrom = (stack: Frames | undefined, own: string): boolean =>
  stack !== undefined &&
  (stack.callFrames.some(({ url }) => url.startsWith(own)) || comesFrom(stack.parent, own));

/**
 * Addresses outside of itself that the extension's background asks for, from now on. A background that is watched so is
 * kept awake; stopped all the same, it would not wake again.
 */
export async function watchBackground({ browser, own }: Driven): Promise<string[]> {
  const asked: string[] = [];
  for (const target of browser.targets()) {
    if (target.type() !== 'service_worker' || !target.url().startsWith(own)) continue;
    const session = await target.createCDPSession();
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (!request.url.startsWith(own)) asked.push(request.url);
    });
    await session.send('Network.enable');
  }
  return asked;
}

/** Listens to a page's console and requests for what comes from the extension. */
export async function listen(page: Page, own: string): Promise<Heard> {
  const heard: Heard = { errors: [], requests: [] };
  const session = await page.createCDPSession();
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    if ((type === 'error' || type === 'assert') && comesFrom(stackTrace, own))
      heard.errors.push(args.map((arg) => arg.value ?? arg.description ?? '').join(' '));
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: thrown }) => {
    if (thrown.url?.startsWith(own) || comesFrom(thrown.stackTrace, own))
      heard.errors.push(thrown.exception?.description ?? thrown.text);
  });
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error' && (entry.url?.startsWith(own) || comesFrom(entry.stackTrace, own)))
      heard.errors.push(entry.text);
  });
  session.on('Network.requestWillBeSent', ({ request, initiator }) => {
    if (request.url.startsWith(own)) return;
    if (initiator.url?.startsWith(own) || comesFrom(initiator.stack, own))
      heard.requests.push(request.url);
  });
  for (const room of ['Runtime', 'Log', 'Network'] as const) await session.send(`${room}.enable`);
  return heard;
}

/** Ms of a bare read of the page's text in a world of its own, to which every node is as new as it was to the extension. */
export async function readInOwnWorld(page: Page, read: string): Promise<number> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = { frameId: frameTree.frame.id, worldName: 'bare-read' };
  const { executionContextId } = await session.send('Page.createIsolatedWorld', world);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(${read})().ms`,
    contextId: executionContextId,
  });
  await session.detach();
  return Number(result.value);
}
