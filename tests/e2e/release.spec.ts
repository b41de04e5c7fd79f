// The package as people install it: what it may read, and what it carries.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const OUTPUT = fileURLToPath(new URL('../../.output', import.meta.url));

const folderOf = (browserName: string) =>
  join(OUTPUT, browserName === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
const manifestIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

test('asks for no site at install, and later only for one at a time', ({ browserName }) => {
  const { host_permissions, optional_host_permissions, content_scripts, permissions } = manifestIn(
    folderOf(browserName),
  );
  expect(host_permissions ?? []).toEqual([]);
  expect(content_scripts ?? []).toEqual([]);
  const panel = browserName === 'firefox' ? [] : ['sidePanel'];
  expect(permissions.sort()).toEqual([
    'activeTab',
    'alarms',
    'contextMenus',
    'scripting',
    ...panel,
    'storage',
  ]);
  expect(optional_host_permissions.length).toBeGreaterThan(10);
  const named = optional_host_permissions.filter((host: string) => host !== 'https://*/*');
  for (const host of named) {
    expect(host).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
  }
});

test('no page can reach its files, and every file that it names is there', ({ browserName }) => {
  const folder = folderOf(browserName);
  const { web_accessible_resources, background, action, icons } = manifestIn(folder);
  expect(web_accessible_resources ?? []).toEqual([]);
  const script = background.service_worker ?? background.scripts[0];
  const named = [script, action.default_popup, ...Object.values<string>(icons)];
  for (const file of [...named, 'matrix.html', 'welcome.html', 'overlay.js', 'card.js']) {
    expect(existsSync(join(folder, file)), file).toBe(true);
  }
});
