// Files for the tests of the reader page, made in the test run, and the reader page with some of them open.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { onePage, pdfOf, stream, textOfPage } from '../unit/documents/pdf-file';
import { type Extension, expect } from './fixtures';

export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const file = (name: string, content: Uint8Array | string): TestFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** The reader page with these files, the first of them open. */
export async function openReader(
  extension: Extension,
  page: Page,
  files: readonly TestFile[],
): Promise<void> {
  await page.goto(`${extension.own}reader.html`);
  await page.locator('#choose').setInputFiles([...files]);
}

/** Resolves when all of the file has been read and marked. */
export async function isRead(page: Page): Promise<void> {
  const status = page.locator('.stat');
  await expect(status).toBeVisible({ timeout: 30_000 });
  await expect(status).not.toHaveText(/so far|Looking|of [\d,]+ pages read/, { timeout: 30_000 });
}

const PARAGRAPHS = [
  'Example Council invites tenders for an adult drug and alcohol treatment and recovery service.',
  'The provider will offer opioid substitution treatment and needle and syringe programmes, with a named case manager for every service user.',
  'Staff will help people make first contact with mutual aid groups before discharge, and aftercare lasts for twelve months.',
  'Residential rehabilitation is not part of this lot.',
];

/** A document that says the same in every form. */
export const SPECIFICATION = { heading: 'Service specification', paragraphs: PARAGRAPHS };

const STYLE = '@page{size:A4;margin:20mm}body{font:11pt/1.5 serif}h2{break-before:page}';

export function specificationHtml(more = ''): string {
  const { heading, paragraphs } = SPECIFICATION;
  const text = paragraphs.map((words) => `<p>${words}</p>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${heading}</title><style>${STYLE}</style><h1>${heading}</h1>${text}${more}</html>`;
}

/** So many pages, each with a heading of its own and all the paragraphs; the last ends with these words. */
export function longHtml(pages: number, last = ''): string {
  const text = PARAGRAPHS.map((words) => `<p>${words}</p>`).join('');
  // Headings that differ by their numbers alone would be running heads.
  const letters = (i: number) => String.fromCharCode(97 + (i % 26)).repeat(3);
  const rest = Array.from(
    { length: pages - 1 },
    (_, i) => `<h2>Part ${i + 2} ${letters(i)}</h2>${text}`,
  );
  return specificationHtml(`${rest.join('')}<p>${last}</p>`);
}

/** A PDF of one page that opens with this password alone (standard security handler, 40 bit RC4). */
export function lockedPdf(password: string, lines: readonly string[]): Uint8Array {
  const pad = Buffer.from(
    '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
    'hex',
  );
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), pad]).subarray(0, 32);
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const id = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const rights = Buffer.alloc(4);
  rights.writeInt32LE(-4);
  const key = md5(padded, owner, rights, id).subarray(0, 5);
  // Object 4, the content: its key is that of the file with its numbers.
  const own = md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10);
  const content = rc4(own, Buffer.from(textOfPage(lines), 'latin1')).toString('latin1');
  const objects = onePage('');
  objects[3] = stream(content);
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  return pdfOf(
    objects,
    `/ID [${hex(id)} ${hex(id)}] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${hex(owner)} /U ${hex(rc4(key, pad))} >>`,
  );
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    const held = state[i] ?? 0;
    state[i] = state[j] ?? 0;
    state[j] = held;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) % 256;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) % 256;
      j = (j + (state[i] ?? 0)) % 256;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) % 256] ?? 0);
    }),
  );
}
