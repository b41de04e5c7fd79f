// The built extension in a browser of its own, Chromium or Firefox, and what tests ask of it alike in both.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { startFirefox } from '../../scripts/browser/bidi/firefox';
import { findBrowser } from '../../scripts/browser/find';

export type BrowserName = 'chromium' | 'firefox';

export interface Extension {
  readonly browserName: BrowserName;
  readonly context: BrowserContext;
  /** Start of the addresses of its own pages, with a slash at the end. */
  readonly own: string;
  /** Runs a function in a page of the extension, with all that its background may ask of the browser. */
  readonly inPage: <A, R>(run: (arg: A) => R | Promise<R>, arg: A) => Promise<R>;
  /** Runs a function in the background, on its global scope; starts it where it was stopped. */
  readonly inBackground: (run: (scope: typeof globalThis) => unknown) => Promise<void>;
  /** Stops the background as the browser does after half a minute without work. */
  readonly stopBackground: () => Promise<void>;
  /** Puts the same extension with a higher version in the place of the one that runs, as an update does; `inPage` ends. */
  readonly update: () => Promise<void>;
  /** Taps a page with a finger, at a point of its window. */
  readonly tap: (page: Page, x: number, y: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  /** Port on this machine of a proxy that gets every request, those to localhost as well. */
  readonly proxyPort?: number;
}

const built = (folder: string) =>
  fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));

/** The built extension; the environment names other copies, so that a build may run meanwhile. */
const FOLDER = {
  chromium: process.env.EXTENSION_FOLDER ?? built('chrome-mv3-e2e'),
  firefox: process.env.FIREFOX_EXTENSION_FOLDER ?? built('firefox-mv3-e2e'),
};
/** Folder of the extension as it is tested in a browser. */
export const builtFor = (browserName: BrowserName): string => FOLDER[browserName];

const VIEWPORT = { width: 1280, height: 900 };
/** The least of the extension's own pages: a picture, with all that the extension may do. */
const CONTROL = 'icon/16.png';

interface Api {
  readonly scripting: { getRegisteredContentScripts: () => Promise<readonly unknown[]> };
}

/** Starts a browser of its own with the extension, ready to mark pages; whoever calls it closes it. */
export async function launchExtension(
  browserName: BrowserName,
  options: LaunchOptions = {},
): Promise<Extension> {
  const found = findBrowser(browserName);
  if (found === null) throw new Error(`no ${browserName} on this machine`);
  const launch = browserName === 'firefox' ? inFirefox : inChromium;
  const extension = await launch(found.path, options);
  // The overlay is registered for its sites right after the install, and pages opened before that stay bare.
  const registered = () =>
    extension.inPage(async () => {
      const { chrome } = globalThis as unknown as { chrome: Api };
      return (await chrome.scripting.getRegisteredContentScripts()).length;
    }, null);
  await expect.poll(registered, { message: 'the extension is at work' }).toBeGreaterThan(0);
  return extension;
}

async function inChromium(path: string, { proxyPort }: LaunchOptions): Promise<Extension> {
  const profile = mkdtempSync(join(tmpdir(), 'evidence-overlay-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: true,
    viewport: VIEWPORT,
    args: [
      `--disable-extensions-except=${FOLDER.chromium}`,
      `--load-extension=${FOLDER.chromium}`,
      ...(proxyPort === undefined
        ? []
        : [`--proxy-server=http://127.0.0.1:${proxyPort}`, '--proxy-bypass-list=<-loopback>']),
    ],
  });
  const worker = async () =>
    context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
  const own = new URL('/', (await worker()).url()).href;
  const control = await openControl(context, own);
  const session = await context.newCDPSession(control);
  return {
    browserName: 'chromium',
    context,
    own,
    inPage: (run, arg) => control.evaluate(run as never, arg) as never,
    inBackground: async (run) => {
      await (await worker()).evaluate(`(${run})(globalThis)`);
    },
    stopBackground: async () => {
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.send('ServiceWorker.disable');
    },
    update: async () => {
      const browser = await context.browser()?.newBrowserCDPSession();
      if (browser === undefined) throw new Error('the browser itself cannot be asked');
      await browser.send('Extensions.loadUnpacked', {
        path: nextVersion(FOLDER.chromium, profile),
      });
    },
    tap: async (page, x, y) => {
      const finger = await context.newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
        finger.send('Input.dispatchTouchEvent', { type, touchPoints });
      await touch('touchStart', [{ x, y }]);
      await touch('touchEnd', []);
      await finger.detach();
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function inFirefox(path: string, { proxyPort }: LaunchOptions): Promise<Extension> {
  const proxy = { 'network.proxy.type': 1, 'network.proxy.allow_hijacking_localhost': true };
  const started = await startFirefox({
    path,
    extension: FOLDER.firefox,
    headless: true,
    viewport: VIEWPORT,
    preferences:
      proxyPort === undefined
        ? {}
        : {
            ...proxy,
            'network.proxy.http': '127.0.0.1',
            'network.proxy.http_port': proxyPort,
            'network.proxy.ssl': '127.0.0.1',
            'network.proxy.ssl_port': proxyPort,
          },
  });
  const { context, own } = started;
  const control = await openControl(context, own);
  return {
    browserName: 'firefox',
    context,
    own,
    inPage: (run, arg) => control.evaluate(run as never, arg) as never,
    inBackground: async (run) => {
      await control.evaluate(`browser.runtime.getBackgroundPage().then(${run})`);
    },
    stopBackground: started.stopBackground,
    update: () => started.install(nextVersion(FOLDER.firefox, started.profile)),
    tap: (page, x, y) => started.tap(page.url(), x, y),
    close: started.close,
  };
}

/** A copy of a built extension, inside another folder, whose version is one higher. */
function nextVersion(folder: string, into: string): string {
  const copy = join(into, 'next-version');
  cpSync(folder, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  const version = `${manifest.version}.1`;
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
  return copy;
}

/** In the tab that the browser came up with: it stays open through all tests. */
async function openControl(context: BrowserContext, own: string): Promise<Page> {
  const control = context.pages()[0] ?? (await context.newPage());
  await control.goto(`${own}${CONTROL}`);
  return control;
}
