// Needs nothing but Node: makes sure that the packages of package-lock.json are installed, then hands over to the
// command proper. Progress goes to standard error.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** Standard output of what we start goes to our standard error: ours is for results. */
const QUIET = ['ignore', 2, 2];
const LEAST_NODE = [20, 19];

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/** True where every package of the lock is there in its version; packages for other systems may be missing. */
function areInstalled() {
  const wanted = readLock('package-lock.json');
  const there = readLock('node_modules/.package-lock.json');
  if (wanted === null || there === null) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || there[path]?.version === version || (optional && !there[path]),
  );
}

/** Runs `npm ci` where packages are missing or of another version. Ends the process with a sentence where it cannot. */
export function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    console.error(
      `Node ${process.versions.node} is too old: install Node ${LEAST_NODE.join('.')} or newer.`,
    );
    process.exit(1);
  }
  if (areInstalled()) return;
  console.error('Installing the packages of this project (npm ci) …');
  const args = ['ci', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: QUIET })
    : spawnSync('npm', args, { cwd: ROOT, stdio: QUIET, shell: process.platform === 'win32' });
  if (run.status === 0) return;
  console.error(
    'The packages could not be installed (the lines above say why). Nothing else was changed; run the command again once npm can reach its registry.',
  );
  process.exit(1);
}

/** Runs a TypeScript file of scripts/ with the arguments of this process, and ends with its exit code. */
export function handOver(script) {
  const args = ['--import', 'tsx', join(ROOT, script), ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  // Ctrl+C reaches the child by itself; it closes its browser, and this process waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}
