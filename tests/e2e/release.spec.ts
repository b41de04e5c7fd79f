// The package as people install it: what it may read, and what it carries.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const OUTPUT = fileURLToPath(new URL('../../.output', import.meta.url));

for (const browser of ['chrome', 'firefox']) {
  const folder = join(OUTPUT, `${browser}-mv3`);
  const manifest = () => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  test(`${browser}: asks for no site at install and for no broad one ever`, () => {
    const { host_permissions, optional_host_permissions, content_scripts, permissions } =
      manifest();
    expect(host_permissions ?? []).toEqual([]);
    expect(content_scripts ?? []).toEqual([]);
    expect(permissions.sort()).toEqual(['activeTab', 'scripting', 'storage']);
    expect(optional_host_permissions.length).toBeGreaterThan(10);
    for (const host of optional_host_permissions) {
      expect(host).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
    }
  });

  test(`${browser}: no page can reach its files, and every file that it names is there`, () => {
    const { web_accessible_resources, background, action, icons } = manifest();
    expect(web_accessible_resources ?? []).toEqual([]);
    const script = background.service_worker ?? background.scripts[0];
    const named = [script, action.default_popup, ...Object.values<string>(icons)];
    for (const file of [...named, 'matrix.html', 'welcome.html', 'overlay.js', 'card.js']) {
      expect(existsSync(join(folder, file)), file).toBe(true);
    }
  });
}
