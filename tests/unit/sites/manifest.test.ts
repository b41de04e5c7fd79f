// What each build asks for: pinned, since a permission too many costs readers' trust and their administrators' consent.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import sites from '../../../data/sites.json';
import { ROOT } from '../../../scripts/build';
import config from '../../../wxt.config';

type Manifest = Record<string, unknown>;
const env = (mode: string, browser: string) => ({
  mode,
  browser,
  command: 'build' as const,
  manifestVersion: 3 as const,
});

/** The manifest as written: from the config, then through its last hook, which sees what the build tool has added. */
async function manifest(mode: string, browser = 'chrome', added: Manifest = {}): Promise<Manifest> {
  if (typeof config.manifest !== 'function')
    throw new Error('the manifest is a function of the mode');
  const made: Manifest = { ...((await config.manifest(env(mode, browser))) as Manifest), ...added };
  const hooks = config.hooks as Record<string, unknown> | undefined;
  const hook = hooks?.['build:manifestGenerated'];
  if (typeof hook !== 'function')
    throw new Error('the hook that guards host permissions is missing');
  await hook({ config: { mode } } as never, made as never);
  return made;
}

const hosts = [...new Set(sites.flatMap((site) => site.hosts))];

describe('the release', () => {
  it.each(['chrome', 'firefox'])('asks for no site at install in %s', async (browser) => {
    const made = await manifest('production', browser, { host_permissions: ['<all_urls>'] });
    expect(made.host_permissions).toBeUndefined();
    // One site at a time, when the reader names an address that keeps evidence.
    expect(made.optional_host_permissions).toEqual([...hosts, 'https://*/*']);
    expect(made.permissions).toEqual([
      'storage',
      'scripting',
      'activeTab',
      'alarms',
      'contextMenus',
    ]);
    expect(made.key).toBeUndefined();
    expect(made.content_security_policy).toBeUndefined();
    expect(made.web_accessible_resources).toBeUndefined();
  });

  it('declares for Firefox that no data is collected', async () => {
    expect((await manifest('production', 'firefox')).browser_specific_settings).toMatchObject({
      gecko: { strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
    });
  });

  it('has keys for the next mark and the one before', async () => {
    expect((await manifest('production')).commands).toMatchObject({
      'next-mark': { suggested_key: { default: 'Alt+Shift+E' } },
      'previous-mark': { suggested_key: { default: 'Alt+Shift+Q' } },
    });
  });
});

describe('test builds', () => {
  it('are granted the named sites and this computer', async () => {
    const made = await manifest('e2e');
    expect(made.host_permissions).toEqual([...hosts, 'http://localhost/*', 'http://127.0.0.1/*']);
    expect(made.optional_host_permissions).toBeUndefined();
    expect(made.key).toMatch(/^MII/);
  });

  it('for trying it out read files too', async () => {
    expect((await manifest('start')).host_permissions).toContain('file:///*');
  });
});

describe('what the browser itself shows', () => {
  const folder = join(ROOT, 'public/_locales');
  const messages = (locale: string): Record<string, { message: string }> =>
    JSON.parse(readFileSync(join(folder, locale, 'messages.json'), 'utf8'));

  it.each(readdirSync(folder))('is there in %s, all of it and no more', async (locale) => {
    const names = new Set<string>();
    for (const browser of ['chrome', 'firefox'])
      for (const [, name = ''] of JSON.stringify(await manifest('production', browser)).matchAll(
        /__MSG_(\w+)__/g,
      ))
        names.add(name);
    expect(names.size).toBe(5);
    const held = messages(locale);
    expect(Object.keys(held).sort()).toEqual([...names].sort());
    for (const { message } of Object.values(held)) expect(message).toMatch(/\S/);
    // Stores refuse a longer one.
    expect(held.description?.message.length).toBeGreaterThan(50);
    expect(held.description?.message.length).toBeLessThanOrEqual(132);
  });

  it('is English where the browser speaks neither', async () => {
    const made = await manifest('production');
    expect(made.default_locale).toBe('en');
    expect(messages('en').description?.message).toMatch(/^Marks drug and alcohol/);
    expect(messages('cy').description?.message).toMatch(/^Yn marcio/);
  });
});
