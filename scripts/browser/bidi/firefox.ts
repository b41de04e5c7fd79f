// Starts the Firefox of this machine with the extension in it, driven by Playwright. By itself Playwright drives only a
// Firefox of its own making; its channel `moz-firefox` speaks WebDriver BiDi, and a relay fills in what is missing there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, firefox } from '@playwright/test';
import { WebSocket, WebSocketServer } from 'ws';
import { inBrowserWindow, STOP_BACKGROUND } from './privileged';
import { Relay } from './relay';
import { tap } from './touch';

const GECKO_ID = 'evidence-overlay@drug-alcohol-evidence.example';
/** Firefox gives an extension a new host at each install unless it is told one. */
const GECKO_HOST = '5b4c1c0e-6a0d-4e0b-9d53-1f7f0b6a9c21';

type Preferences = Readonly<Record<string, string | number | boolean>>;

const PREFERENCES: Preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_HOST }),
  'extensions.webextensions.fileSchemeAccess.requireOptIn': false,
  // Else reading the clipboard waits for a menu that nobody can press.
  'dom.events.testing.asyncClipboard': true,
  // Without a touch screen Firefox would not tell pages of fingers.
  'dom.w3c_touch_events.enabled': 1,
};

const STARTS_WITHIN = 60_000;

export interface StartedFirefox {
  readonly context: BrowserContext;
  /** Folder of its profile, gone once it is closed. */
  readonly profile: string;
  /** Installs the extension in a folder; one that is there with the same id is updated. */
  readonly install: (folder: string) => Promise<void>;
  /** Start of the extension's own addresses, with a slash at the end. */
  readonly own: string;
  /** Stops the extension's background as the browser does after half a minute without work. */
  readonly stopBackground: () => Promise<void>;
  /** Taps the page at an address with a finger, at a point of its window. */
  readonly tap: (url: string, x: number, y: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface FirefoxOptions {
  /** Full path of Firefox. */
  readonly path: string;
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  readonly viewport: { readonly width: number; readonly height: number } | null;
  readonly preferences?: Preferences;
}

/** Throws where Firefox does not start or refuses the extension. */
export async function startFirefox(options: FirefoxOptions): Promise<StartedFirefox> {
  const profile = mkdtempSync(join(tmpdir(), 'evidence-overlay-firefox-'));
  const server = await serveRelays();
  const remove = async () => {
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  let context: BrowserContext | null = null;
  try {
    context = await firefox.launchPersistentContext(profile, {
      channel: 'moz-firefox',
      // What is started is this Node with the launcher, on every system alike.
      executablePath: process.execPath,
      ignoreDefaultArgs: true,
      args: [
        fileURLToPath(new URL('launcher.mjs', import.meta.url)),
        server.address,
        options.path,
        '--remote-debugging-port=0',
        '--remote-allow-system-access',
        ...(options.headless ? ['--headless'] : ['--foreground']),
        '--profile',
        profile,
      ],
      firefoxUserPrefs: { ...PREFERENCES, ...options.preferences },
      headless: options.headless,
      viewport: options.viewport,
      timeout: STARTS_WITHIN,
    });
    const relay = server.latest();
    const install = async (path: string): Promise<void> => {
      await relay.ask('webExtension.install', { extensionData: { type: 'path', path } });
    };
    await install(options.extension);
    const opened = context;
    return {
      context: opened,
      profile,
      install,
      own: `moz-extension://${GECKO_HOST}/`,
      stopBackground: () => inBrowserWindow(relay.ask, STOP_BACKGROUND, [GECKO_ID]),
      tap: (url, x, y) => tap(relay.ask, url, x, y),
      close: async () => {
        await opened.close();
        await remove();
      },
    };
  } catch (error) {
    await context?.close();
    await remove();
    throw error;
  }
}

/** A server on this machine alone; each connection to it, `/PORT/…`, is joined to the Firefox at that port. */
async function serveRelays() {
  let latest: Relay | null = null;
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: 0 });
  server.on('connection', (client, request) => {
    const [, port = '', path = ''] = /^\/(\d+)(\/.*)?$/.exec(request.url ?? '') ?? [];
    const firefox = new WebSocket(`ws://127.0.0.1:${port}${path}`, { maxPayload: 0 });
    latest = new Relay(client, firefox);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the relay has no port');
  return {
    address: `ws://127.0.0.1:${address.port}`,
    latest: () => {
      if (latest === null) throw new Error('nothing has connected to the relay');
      return latest;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
