// Gets a browser: the one that is there, else one from the system's package manager where that may be used.
import { spawnSync } from 'node:child_process';
import { type FoundBrowser, findBrowser } from './find';

export type Obtained =
  | { readonly ok: true; readonly browser: FoundBrowser }
  | { readonly ok: false; readonly reason: string };

type Family = 'chromium' | 'firefox';

const PACKAGE = { chromium: 'chromium', firefox: 'firefox-esr' } as const;

const ASK: Readonly<Record<Family, string>> = {
  chromium:
    'No browser was found that can carry the extension. Install Chromium, Google Chrome, Microsoft Edge or Brave and run this command again; if you have one in an unusual place, put its full path into BROWSER_PATH.',
  firefox:
    'Firefox was not found. Install Firefox (140 or newer) and run this command again; if you have it in an unusual place, put its full path into BROWSER_PATH.',
};

/** `[]` for root, `['sudo', '-n']` where sudo asks for no password, null where neither is so. */
function asRoot(): string[] | null {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}

function run(words: readonly string[]): boolean {
  const [command = '', ...args] = words;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

/** Finds a browser or installs one with apt-get; otherwise says in a sentence what to install. */
export function obtainBrowser(family: Family): Obtained {
  const found = findBrowser(family);
  if (found !== null) return { ok: true, browser: found };
  const root = asRoot();
  if (root === null || spawnSync('apt-get', ['--version']).status !== 0) {
    return { ok: false, reason: ASK[family] };
  }
  const name = PACKAGE[family];
  console.error(`No browser found; installing the package ${name} with apt-get …`);
  run([...root, 'apt-get', 'update', '-q']);
  // Without fonts the pages would show boxes in the screenshots.
  run([
    ...root,
    'apt-get',
    'install',
    '-q',
    '-y',
    '--no-install-recommends',
    name,
    'fonts-liberation',
  ]);
  const installed = findBrowser(family);
  return installed === null
    ? { ok: false, reason: `The package ${name} could not be installed. ${ASK[family]}` }
    : { ok: true, browser: installed };
}
