// The detector over files, for tests that compare one text in several kinds of file.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detect } from '../../../lib/detect/detect';
import { readEngine } from '../../../scripts/engine';
import { type FileText, readFile } from '../../../scripts/read-file';

const { matcher } = readEngine();

/** The file as the detect command reads it, or the reason why it does not. */
export async function readBytes(
  name: string,
  bytes: Uint8Array | string,
): Promise<FileText | string> {
  const path = join(mkdtempSync(join(tmpdir(), 'document-')), name);
  writeFileSync(path, bytes);
  const read = await readFile(path);
  return read.ok ? read.file : read.reason;
}

/** Mentions as "topic: words (polarity)", in order; line ends, hyphens and spaces of the words do not count. */
export async function mentionsIn(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const file = await readBytes(name, bytes);
  if (typeof file === 'string') throw new Error(file);
  return detect(file.input, matcher, { anyway: true }).mentions.map((mention) => {
    const text = file.input.blocks[mention.block]?.text ?? '';
    const words = text.slice(mention.start, mention.end).replace(/[\s\u00ad\u2010-]+/g, '');
    return `${mention.topic}: ${words.toLowerCase()} (${mention.polarity})`;
  });
}
