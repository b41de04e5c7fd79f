import { describe, expect, it } from 'vitest';
import { findBrowser, isBranded, type Machine } from '../../../scripts/browser/find';

const machine = (
  platform: NodeJS.Platform,
  there: string[],
  env: Record<string, string> = { PATH: '/usr/local/bin:/usr/bin' },
): Machine => ({ platform, env, exists: (path) => there.includes(path) });

describe('findBrowser', () => {
  it('looks along the PATH', () => {
    const linux = machine('linux', ['/usr/bin/chromium']);
    expect(findBrowser('chromium', linux)).toEqual({ kind: 'chromium', path: '/usr/bin/chromium' });
  });

  it('prefers browsers that load an extension from a folder to those that do not', () => {
    const linux = machine('linux', ['/usr/local/bin/google-chrome', '/usr/bin/brave-browser']);
    expect(findBrowser('chromium', linux)?.kind).toBe('brave');
    const usual = machine('linux', ['/opt/google/chrome/chrome', '/snap/bin/chromium']);
    expect(findBrowser('chromium', usual)?.path).toBe('/snap/bin/chromium');
  });

  it('knows the usual places on macOS, the own folder of the user among them', () => {
    const path = '/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    const mac = machine('darwin', [path], { HOME: '/Users/a', PATH: '' });
    expect(findBrowser('chromium', mac)).toEqual({ kind: 'edge', path });
  });

  it('knows the program folders of Windows', () => {
    const path = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    expect(findBrowser('chromium', machine('win32', [path], env))).toEqual({ kind: 'edge', path });
  });

  it('keeps the families apart', () => {
    const linux = machine('linux', ['/usr/bin/firefox-esr']);
    expect(findBrowser('chromium', linux)).toBeNull();
    expect(findBrowser('firefox', linux)?.path).toBe('/usr/bin/firefox-esr');
  });

  it('takes the browser of BROWSER_PATH first, if it is there and of the family', () => {
    const env = { PATH: '/usr/bin', BROWSER_PATH: '/opt/own/chromium' };
    const there = ['/usr/bin/chromium', '/opt/own/chromium'];
    expect(findBrowser('chromium', machine('linux', there, env))?.path).toBe('/opt/own/chromium');
    expect(findBrowser('firefox', machine('linux', there, env))).toBeNull();
    const gone = machine('linux', ['/usr/bin/chromium'], env);
    expect(findBrowser('chromium', gone)?.path).toBe('/usr/bin/chromium');
  });

  it('tells the builds of Google and Microsoft from the others', () => {
    expect((['chromium', 'brave', 'chrome', 'edge'] as const).map(isBranded)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
