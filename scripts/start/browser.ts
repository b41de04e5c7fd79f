// A browser with the extension in it, driven from the terminal, and a page of the extension to ask things through.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type FoundBrowser, isBranded } from '../browser/find';

export interface Driven {
  readonly browser: Browser;
  /** Start of the extension's own addresses, such as `chrome-extension://…/`. */
  readonly own: string;
  readonly close: () => Promise<void>;
}

export type Launched =
  | { readonly ok: true; readonly driven: Driven }
  | { readonly ok: false; readonly reason: string };

const GECKO_ID = 'evidence-overlay@drug-alcohol-evidence.example';
/** Firefox gives an extension a new host at each install unless it is told one. */
const GECKO_HOST = '5b4c1c0e-6a0d-4e0b-9d53-1f7f0b6a9c21';
export const VIEWPORT = { width: 1280, height: 900 };

export interface MoreToLaunch {
  readonly args?: readonly string[];
  /** Firefox only. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Starts the browser with an empty profile, installs the extension and checks that it answers.
 * @param folder the built extension; null for the browser alone
 */
export async function launch(
  found: FoundBrowser,
  folder: string | null,
  headless: boolean,
  more: MoreToLaunch = {},
): Promise<Launched> {
  const profile = mkdtempSync(join(tmpdir(), 'evidence-overlay-start-'));
  const isRoot = process.getuid?.() === 0;
  const firefox = found.kind === 'firefox';
  const common = {
    executablePath: found.path,
    headless,
    userDataDir: profile,
    defaultViewport: headless ? VIEWPORT : null,
  };
  let browser: Browser;
  try {
    browser = await puppeteer.launch(
      firefox
        ? {
            ...common,
            browser: 'firefox' as const,
            args: ['--remote-allow-system-access', ...(more.args ?? [])],
            extraPrefsFirefox: {
              ...more.preferences,
              'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_HOST }),
              'extensions.webextensions.fileSchemeAccess.requireOptIn': false,
            },
          }
        : {
            ...common,
            // Chrome and Edge as people have them ignore --load-extension; this way works with all of them.
            pipe: true,
            enableExtensions: true,
            args: [
              '--no-first-run',
              '--no-default-browser-check',
              ...(headless ? [] : ['--start-maximized']),
              // Chromium refuses to run as root with its sandbox.
              ...(isRoot ? ['--no-sandbox'] : []),
              ...(more.args ?? []),
            ],
          },
    );
  } catch (error) {
    rmSync(profile, { recursive: true, force: true });
    return { ok: false, reason: `${found.path} did not start: ${firstLine(error)}` };
  }
  const close = async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  if (folder === null) return { ok: true, driven: { browser, own: 'about:', close } };
  try {
    const id = await browser.installExtension(folder);
    const own = firefox ? `moz-extension://${GECKO_HOST}/` : `chrome-extension://${id}/`;
    if (!firefox) await answers(browser, own);
    return { ok: true, driven: { browser, own, close } };
  } catch (error) {
    await close();
    const branded = isBranded(found.kind)
      ? ' Some versions of Chrome and Edge let no program add an extension: Chromium or Brave will do.'
      : '';
    const reason = `The browser started, but the extension does not answer in it (${firstLine(error)}).${branded}`;
    return { ok: false, reason };
  }
}

const firstLine = (error: unknown): string => String(error).split('\n', 1)[0] ?? '';

/** Waits until the extension's background runs; throws where it does not within ten seconds. */
async function answers(browser: Browser, own: string): Promise<void> {
  await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith(own),
    { timeout: 10_000 },
  );
}

/** A tab with one of the extension's own pages, through which the browser can be asked about the others. */
export async function openControl({ browser, own }: Driven): Promise<Page> {
  const page = await browser.newPage();
  // Firefox never reports the load of such a page to the driver.
  await page.goto(`${own}popup.html`, { waitUntil: [] }).catch(() => undefined);
  await page.waitForSelector('body > *', { timeout: 15_000 });
  // The overlay is registered for its sites right after the install, and pages opened before that stay bare.
  await page.waitForFunction(expression(registered), { timeout: 15_000, polling: 100 });
  return page;
}

/** Runs a function of ours inside a page; it sees its arguments and the page, nothing else. */
export async function inPage<A extends readonly unknown[], R>(
  page: Page,
  run: (...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  return (await page.evaluate(expression(run, ...args))) as Awaited<R>;
}

/** tsx keeps the names of functions by a helper, `__name`, which pages do not have. */
function expression(run: (...args: never[]) => unknown, ...args: readonly unknown[]): string {
  return `(() => { const __name = (f) => f; return (${run})(...${JSON.stringify(args)}); })()`;
}

async function registered(): Promise<boolean> {
  const scope = globalThis as unknown as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const api = scope.browser ?? scope.chrome;
  const scripts = (await api?.scripting.getRegisteredContentScripts()) ?? [];
  return scripts.length > 0;
}

/** The few calls of the extension interface that are made from outside; the pages' own code goes through lib/platform. */
export interface ExtensionApi {
  readonly scripting: { getRegisteredContentScripts: () => Promise<readonly unknown[]> };
  readonly tabs: {
    query: (query: object) => Promise<readonly { id?: number; url?: string; active?: boolean }[]>;
    sendMessage: (tab: number, message: unknown, options: object) => Promise<unknown>;
  };
}
