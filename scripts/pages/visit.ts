// Opens one saved page in one browser, waits until it is at rest and read, and tells what was observed.
import type { Page } from 'puppeteer-core';
import { inPage } from '../start/browser';
import { inTime, pause, TimeUp } from './limit';
import { ANSWERS_WITHIN, open, PROBE, prepare, type Task, untilRead, untilRest } from './open';
import { bareRead, type Probe } from './probe';
import { type Heard, listen, readInOwnWorld, recordThread } from './record';
import type { Running } from './side';

/** A page that has not come to rest this long (ms) after it was loaded and read never will. */
const RESTLESS = 5_000;
export interface Seen {
  /** What could not be measured, and why; null where all could. */
  readonly reason: string | null;
  /** The browser answers no more and has to be started again. */
  readonly broken: boolean;
  readonly atRest: boolean;
  readonly before: string | null;
  readonly after: string | null;
  readonly marks: number | null;
  readonly topics: number | null;
  readonly errors: readonly string[];
  readonly shift: number | null;
  /** Longest slice of the extension's own (Chromium), or the longest gap of any cause (Firefox), ms. */
  readonly slice: number | null;
  /** Addresses that the page, or anything in it, asked for. */
  readonly asked: readonly string[];
  /** Addresses that the extension asked for, as far as the browser says who asked. */
  readonly own: readonly string[];
  readonly firstPass: number | null;
  readonly read: number | null;
}

type Filled = { -readonly [K in keyof Seen]: Seen[K] };

export async function visit(
  { driven, control, background }: Running,
  firefox: boolean,
  task: Task,
): Promise<Seen> {
  const until = performance.now() + task.limit;
  const left = () => until - performance.now();
  const seen: Filled = {
    reason: null,
    broken: false,
    atRest: false,
    before: null,
    after: null,
    marks: null,
    topics: null,
    errors: [],
    shift: null,
    slice: null,
    asked: [],
    own: [],
    firstPass: null,
    read: null,
  };
  const { own } = driven;
  const page = await driven.browser.newPage();
  try {
    const asked: string[] = [];
    seen.asked = asked;
    const errors: string[] = [];
    seen.errors = errors;
    await prepare(page, task, asked);
    const heard: Heard = firefox ? hearInFirefox(page, own) : await listen(page, own);
    seen.errors = heard.errors;
    const before = background.length;
    const recording = firefox ? null : await recordThread(page, own);
    const went = await open(page, task.url, left);
    const away = () => hostOf(page.url()) !== task.site;
    const read =
      control === null ? null : await untilRead(control, page, () => (away() ? 0 : left()));
    const restless = performance.now() + RESTLESS;
    const patience = () => Math.min(left(), restless - performance.now());
    seen.atRest = await untilRest(page, patience);
    const recorded = recording === null ? null : await inTime(ANSWERS_WITHIN, recording());
    seen.slice = recorded?.longestSlice ?? null;
    seen.firstPass = recorded?.firstPass ?? null;
    seen.own = [...heard.requests, ...background.slice(before)];
    seen.marks = read?.marks ?? null;
    seen.topics = read?.topics ?? null;
    seen.reason = reasonOf(task, page.url(), went, control !== null && read === null);
    const bare = () =>
      firefox
        ? inPage(page, bareRead).then(({ ms }) => ms)
        : readInOwnWorld(page, String(bareRead));
    // A page that took the clock away cannot be timed.
    seen.read = await stubbornly(bare).catch((error) => {
      if (error instanceof TimeUp) throw error;
      return null;
    });
    const {
      before: parsed,
      after,
      shift,
      gap,
      pass,
    } = await stubbornly(() => inPage(page, askProbe, PROBE));
    Object.assign(seen, { before: parsed, after, shift });
    if (firefox) Object.assign(seen, { slice: gap, firstPass: pass });
  } catch (error) {
    seen.broken = true;
    seen.reason =
      error instanceof TimeUp
        ? 'the page left the browser no time to answer'
        : `the page did not stay to be measured (${String(error).split('\n', 1)[0]})`;
  } finally {
    await inTime(ANSWERS_WITHIN, page.close({ runBeforeUnload: false })).catch(() => {
      seen.broken = true;
    });
  }
  return seen;
}

/** Asks again where the page was just going from one document to the next. */
async function stubbornly<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 10; ; tries--) {
    try {
      return await inTime(ANSWERS_WITHIN, ask());
    } catch (error) {
      if (error instanceof TimeUp || tries === 0) throw error;
      await pause(100);
    }
  }
}

const bareOf = (address: string): string => address.split('#', 1)[0] ?? '';
const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname : '';

function reasonOf(task: Task, at: string, went: string | null, unread: boolean): string | null {
  if (bareOf(at) !== task.url) return `the page went to ${at}`;
  return unread ? 'the extension had not read it in time' : went;
}

/** Runs inside the page. */
function askProbe(name: string) {
  const asked = (window as unknown as Record<string, Probe>)[name];
  if (!asked) throw new Error('the page has no probe');
  return {
    before: asked.before(),
    after: asked.now(),
    shift: asked.shift(),
    gap: asked.gap(),
    pass: asked.pass(),
  };
}

/** Firefox does not say who asked for an address. */
function hearInFirefox(page: Page, own: string): Heard {
  const errors: string[] = [];
  page.on('console', (message) => {
    const places = [message.location(), ...message.stackTrace()];
    if (message.type() === 'error' && places.some(({ url }) => url?.startsWith(own)))
      errors.push(message.text());
  });
  page.on('pageerror', (error) => {
    if (error instanceof Error && String(error.stack).includes(own)) errors.push(String(error));
  });
  return { errors, requests: [] };
}
