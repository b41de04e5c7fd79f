// Opening a page in the driven browser so that nothing leaves the machine, and waiting for it.
import type { HTTPRequest, Page } from 'puppeteer-core';
import { inPage } from '../start/browser';
import { isWhole, summaryNow } from '../start/visit';
import { answerFor } from './files';
import { inTime, pause, TimeUp } from './limit';
import { HOST_ELEMENT, type Probe, probe } from './probe';

/** The page has not changed for this long (ms): it is at rest. */
const REST = 600;
/** For a question to the page, and for closing it, in ms. */
export const ANSWERS_WITHIN = 10_000;

/** Under this name the probe waits in the page. */
export const PROBE = `probe-${Math.random().toString(36).slice(2)}`;

export interface Task {
  readonly folder: string;
  readonly site: string;
  readonly url: string;
  /** The page's own scripts do not run. */
  readonly still: boolean;
  /** Ms for the whole visit. */
  readonly limit: number;
}

/** Answers what the page asks for, closes what it opens, and puts the probe in before its scripts. */
export async function prepare(page: Page, task: Task, asked: string[]): Promise<void> {
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  page.on('popup', (popup) => void popup?.close().catch(() => undefined));
  page.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob|about|chrome-extension|moz-extension):/.test(url)) {
      void request.continue().catch(() => undefined);
      return;
    }
    asked.push(url);
    void respond(request, task).catch(() => undefined);
  });
  await page.setRequestInterception(true);
  const put = `(() => { const __name = (f) => f; (${probe})(${JSON.stringify(PROBE)}, ${JSON.stringify(HOST_ELEMENT)}, true); })()`;
  await page.evaluateOnNewDocument(put);
  await page.bringToFront();
}

async function respond(request: HTTPRequest, { folder, site, still }: Task): Promise<void> {
  const answer = answerFor(folder, site, request.url());
  if (answer === null) {
    await request.respond({ status: 404, contentType: 'text/plain', body: 'no such file' });
    return;
  }
  const headers =
    still && request.isNavigationRequest()
      ? { 'content-security-policy': "script-src 'none'" }
      : {};
  await request.respond({ body: answer.body, contentType: answer.type, headers });
}

/** Null where the page was loaded; otherwise what held it up. */
export async function open(page: Page, url: string, left: () => number): Promise<string | null> {
  try {
    await inTime(left(), page.goto(url, { waitUntil: 'load', timeout: Math.max(1, left() / 2) }));
    return null;
  } catch (error) {
    if (error instanceof TimeUp) throw error;
    return /timeout/i.test(String(error))
      ? 'it never finished loading'
      : `it did not load: ${String(error).split('\n', 1)[0]}`;
  }
}

/** What the extension found; null where it did not finish in time. */
export async function untilRead(control: Page, page: Page, left: () => number) {
  while (left() > 0) {
    const summary = await inTime(ANSWERS_WITHIN, summaryNow(control, page.url())).catch(() => null);
    if (summary !== null && isWhole(summary)) {
      // Topics of the second tier are counted, and marked only where the reader turns them on.
      const marked = summary.topics.filter(({ tier }) => tier === 1);
      const marks = marked.reduce((n, one) => n + one.asserted + one.excluded + one.other, 0);
      return { marks, topics: marked.length };
    }
    await pause(50);
  }
  return null;
}

export async function untilRest(page: Page, left: () => number): Promise<boolean> {
  while (left() > 0) {
    const quiet = await inTime(ANSWERS_WITHIN, inPage(page, quietOf, PROBE)).catch((error) => {
      // Between two documents there is nobody to ask.
      if (error instanceof TimeUp) throw error;
      return 0;
    });
    if (quiet >= REST) return true;
    await pause(100);
  }
  return false;
}

/** Runs inside the page. */
function quietOf(name: string): number {
  return (window as unknown as Record<string, Probe>)[name]?.quiet() ?? 0;
}
