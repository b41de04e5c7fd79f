// Builds the extension for a purpose, in a process of its own; the build tool's words go to standard error.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, also where this file has been bundled into another folder. */
export const ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)));

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}

export type Target = 'chrome' | 'firefox';
export type Mode = 'production' | 'e2e' | 'start';

/** Folder that a build ends up in. */
export function outputOf(target: Target, mode: Mode): string {
  const suffix = mode === 'production' ? '' : `-${mode}`;
  return join(ROOT, '.output', `${target}-mv3${suffix}`);
}

export interface Built {
  readonly ok: boolean;
  readonly folder: string;
  /** What the build tool said; to be shown where it failed. */
  readonly said: string;
}

/** Leaves the extension in its folder of `.output/`. */
export function build(target: Target, mode: Mode): Built {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const args = [wxt, 'build', '-b', target, '--mv3', '--mode', mode];
  const run = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  const folder = outputOf(target, mode);
  const ok = run.status === 0 && existsSync(join(folder, 'manifest.json'));
  return { ok, folder, said: `${run.stdout}${run.stderr}`.trim() };
}

/** Lets a build read the hosts of these addresses as if its reader had granted them. */
export function grantHosts(folder: string, addresses: readonly string[]): void {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const hosts = addresses.flatMap((address) => {
    const url = new URL(address);
    return url.protocol.startsWith('http') ? [`${url.protocol}//${url.hostname}/*`] : [];
  });
  manifest.host_permissions = [...new Set([...(manifest.host_permissions ?? []), ...hosts])];
  writeFileSync(path, JSON.stringify(manifest));
}
