// A copy of the extension as built for tests, so that another build may run meanwhile.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, grantHosts } from '../build';

/**
 * Builds the extension for tests and gives the folder of a copy that may read the site; whoever calls it removes it.
 * `EXTENSION_FOLDER` in the environment names a build to take instead. Throws, with what the build tool said, where it cannot be built.
 */
export function testBuild(browser: 'chromium' | 'firefox', site: string): string {
  let source = process.env.EXTENSION_FOLDER;
  if (source === undefined) {
    console.error('Building the extension …');
    const built = build(browser === 'firefox' ? 'firefox' : 'chrome', 'e2e');
    if (!built.ok)
      throw new Error(`${built.said}\nThe extension could not be built; the lines above say why.`);
    source = built.folder;
  }
  const copy = mkdtempSync(join(tmpdir(), 'evidence-overlay-build-'));
  cpSync(source, copy, { recursive: true });
  grantHosts(copy, [`https://${site}/`]);
  return copy;
}
