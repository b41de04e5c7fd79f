// @vitest-environment node
// The detect command as a program calls it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { onePage, pdfOf, textOfPage } from '../documents/pdf-file';
import { wordOf } from '../documents/word-file';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DEMO = join(ROOT, 'tests/fixtures/demo');

function detect(args: readonly string[], input = '') {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/detect.ts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  return { code: run.status, out: run.stdout, err: run.stderr, lines };
}

const SENTENCE =
  'Drug and alcohol treatment: residential rehabilitation is not in scope of this contract.';

describe('npm run detect', { timeout: 60_000 }, () => {
  it('prints one JSON object a file and nothing else', () => {
    const files = ['1-tender-notice', '4-care-homes'].map((name) => join(DEMO, `${name}.html`));
    const { code, lines } = detect(['--json', ...files]);
    expect(code).toBe(0);
    const [notice, homes] = lines.map((line) => JSON.parse(line));
    expect(notice).toMatchObject({
      file: files[0],
      relevance: { pass: true, kind: 'tender notice' },
    });
    expect(notice.mentions.length).toBeGreaterThan(50);
    expect(homes).toMatchObject({ relevance: { pass: false }, mentions: [] });
    expect(lines.length).toBe(2);
  });

  it('gives offsets into the text of standard input, past the gate where asked', () => {
    const { lines } = detect(['--json', '--anyway', '-'], SENTENCE);
    const { mentions } = JSON.parse(lines[0] ?? '{}');
    const mention = mentions.find(
      (one: { topic: string }) => one.topic === 'residential-rehabilitation',
    );
    expect(SENTENCE.slice(mention.start, mention.end)).toBe(mention.quote);
    expect(mention).toMatchObject({ tier: 1, polarity: 'excluded' });
  });

  it('names what cannot be read, goes on with the others and exits with 1', () => {
    const folder = mkdtempSync(join(tmpdir(), 'detect-'));
    const binary = join(folder, 'binary.txt');
    writeFileSync(binary, 'a\u0000b');
    const good = join(folder, 'good.md');
    writeFileSync(good, `# Specification\n\n${SENTENCE}\n`);
    const { code, err, lines } = detect(['--json', 'missing.txt', binary, good]);
    expect(code).toBe(1);
    expect(lines.length).toBe(1);
    expect(err).toContain('missing.txt: no such file');
    expect(err).toContain('binary.txt: This file is not text');
  });

  it('reads a folder of PDF and Word files, with the page of each mention', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'detect-'));
    mkdirSync(join(folder, 'lot 2'));
    writeFileSync(join(folder, 'a.pdf'), pdfOf(onePage(textOfPage([SENTENCE]))));
    writeFileSync(join(folder, 'b.pdf'), 'not a PDF');
    writeFileSync(join(folder, 'notes.xyz'), SENTENCE);
    writeFileSync(
      join(folder, 'lot 2', 'c.docx'),
      await wordOf({ heading: 'Specification', paragraphs: [SENTENCE] }),
    );
    const { code, err, lines } = detect(['--json', '--anyway', folder]);
    const [pdf, word] = lines.map((line) => JSON.parse(line));
    const quotes = (file: { mentions: { topic: string; polarity: string; page?: number }[] }) =>
      file.mentions
        .filter(({ topic }) => topic === 'residential-rehabilitation')
        .map(({ polarity, page }) => [polarity, page]);
    expect(pdf).toMatchObject({ file: join(folder, 'a.pdf'), pages: 1 });
    expect(quotes(pdf)).toEqual([['excluded', 1]]);
    expect(word.file).toBe(join(folder, 'lot 2', 'c.docx'));
    expect(quotes(word)).toEqual([['excluded', undefined]]);
    expect(lines.length).toBe(2);
    expect(err).toContain('b.pdf: This file is damaged, or it is not what its name says.');
    expect(code).toBe(1);
    expect(detect(['--anyway', folder]).out).toMatch(/page\s+words/);
  });

  it('says how it is called where no file is given', () => {
    const { code, err } = detect([]);
    expect(code).toBe(2);
    expect(err).toContain('npm run detect');
  });
});
