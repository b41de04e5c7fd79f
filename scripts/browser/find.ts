// Finds a browser that can carry the extension: on the PATH first, then where each system usually keeps it.
import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

export type BrowserKind = 'chromium' | 'chrome' | 'edge' | 'brave' | 'firefox';

export interface FoundBrowser {
  readonly kind: BrowserKind;
  readonly path: string;
}

/** The machine as far as the search needs it; tests give their own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
};

/** Chromium and Brave first: they load an extension from a folder without further ado. */
const COMMANDS: readonly (readonly [BrowserKind, readonly string[]])[] = [
  ['chromium', ['chromium', 'chromium-browser', 'ungoogled-chromium']],
  ['brave', ['brave-browser', 'brave']],
  ['chrome', ['google-chrome', 'google-chrome-stable', 'chrome']],
  ['edge', ['microsoft-edge', 'microsoft-edge-stable', 'msedge']],
  ['firefox', ['firefox-esr', 'firefox']],
];

const LINUX: readonly (readonly [BrowserKind, string])[] = [
  ['chromium', '/usr/lib/chromium/chromium'],
  ['chromium', '/snap/bin/chromium'],
  ['chromium', '/var/lib/flatpak/exports/bin/org.chromium.Chromium'],
  ['brave', '/opt/brave.com/brave/brave'],
  ['brave', '/snap/bin/brave'],
  ['chrome', '/opt/google/chrome/chrome'],
  ['edge', '/opt/microsoft/msedge/msedge'],
  ['firefox', '/snap/bin/firefox'],
  ['firefox', '/usr/lib/firefox-esr/firefox-esr'],
];

/** Inside /Applications or ~/Applications. */
const MAC: readonly (readonly [BrowserKind, string])[] = [
  ['chromium', 'Chromium.app/Contents/MacOS/Chromium'],
  ['brave', 'Brave Browser.app/Contents/MacOS/Brave Browser'],
  ['chrome', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['edge', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['firefox', 'Firefox.app/Contents/MacOS/firefox'],
];

/** Inside any of the program folders. */
const WINDOWS: readonly (readonly [BrowserKind, string])[] = [
  ['chromium', 'Chromium\\Application\\chrome.exe'],
  ['brave', 'BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
  ['chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['firefox', 'Mozilla Firefox\\firefox.exe'],
];

function candidates(machine: Machine): FoundBrowser[] {
  const { env, platform } = machine;
  if (platform === 'win32') {
    const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']];
    return WINDOWS.flatMap(([kind, tail]) =>
      folders.flatMap((folder) => (folder ? [{ kind, path: win32.join(folder, tail) }] : [])),
    );
  }
  const onPath = COMMANDS.flatMap(([kind, names]) =>
    names.flatMap((name) =>
      (env.PATH ?? '')
        .split(':')
        .filter((folder) => folder !== '')
        .map((folder) => ({ kind, path: posix.join(folder, name) })),
    ),
  );
  const homes = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
  const usual =
    platform === 'darwin'
      ? MAC.flatMap(([kind, tail]) => homes.map((home) => ({ kind, path: posix.join(home, tail) })))
      : LINUX.map(([kind, path]) => ({ kind, path }));
  return [...onPath, ...usual];
}

/**
 * The first browser found of a family, or null. `BROWSER_PATH` in the environment, a full path, goes before all others.
 * @param family `chromium` stands for every browser built on it: Chromium, Brave, Chrome, Edge
 */
export function findBrowser(
  family: 'chromium' | 'firefox',
  machine: Machine = thisMachine,
): FoundBrowser | null {
  const fits = (kind: BrowserKind) => (kind === 'firefox') === (family === 'firefox');
  const asked = machine.env.BROWSER_PATH;
  if (asked !== undefined && machine.exists(asked)) {
    const kind = kindOfPath(asked);
    if (fits(kind)) return { kind, path: asked };
  }
  const rank = COMMANDS.map(([kind]) => kind);
  const found = candidates(machine).filter(({ kind, path }) => fits(kind) && machine.exists(path));
  found.sort((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
  return found[0] ?? null;
}

function kindOfPath(path: string): BrowserKind {
  if (/firefox/i.test(path)) return 'firefox';
  if (/edge/i.test(path)) return 'edge';
  if (/brave/i.test(path)) return 'brave';
  return /google/i.test(path) ? 'chrome' : 'chromium';
}

/** Google's and Microsoft's own builds ignore `--load-extension`. */
export const isBranded = (kind: BrowserKind): boolean => kind === 'chrome' || kind === 'edge';
