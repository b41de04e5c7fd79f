// Real PDFs for the tests: a browser built on Chromium prints HTML, as "Save as PDF" does.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../../scripts/browser/find';

const browser = findBrowser('chromium');

/** Why nothing can be printed here, for the name of a test that is left out; null where it can. */
export const cannotPrint =
  browser === null ? 'left out: no browser built on Chromium is here to print PDFs' : null;

/** The printed pages as the bytes of a PDF. `tagged`: with the structure of the document in it. */
export function printPdf(html: string, { tagged }: { readonly tagged: boolean }): Uint8Array {
  if (!browser) throw new Error('no browser');
  const folder = mkdtempSync(join(tmpdir(), 'print-'));
  try {
    const page = join(folder, 'page.html');
    const out = join(folder, 'page.pdf');
    writeFileSync(page, html);
    const run = spawnSync(
      browser.path,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        ...(tagged ? [] : ['--disable-pdf-tagging']),
        `--print-to-pdf=${out}`,
        `file://${page}`,
      ],
      { encoding: 'utf8', timeout: 60_000 },
    );
    if (run.error) throw run.error;
    return new Uint8Array(readFileSync(out));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
