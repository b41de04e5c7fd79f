// @vitest-environment node
// The detect command as a program calls it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

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
    const { code, err, lines } = detect([
      '--json',
      'missing.txt',
      'spec.pdf',
      binary,
      folder,
      good,
    ]);
    expect(code).toBe(1);
    expect(lines.length).toBe(1);
    expect(err).toContain('missing.txt: no such file');
    expect(err).toContain('spec.pdf: PDF files cannot be read yet');
    expect(err).toContain('not a text file');
  });

  it('says how it is called where no file is given', () => {
    const { code, err } = detect([]);
    expect(code).toBe(2);
    expect(err).toContain('npm run detect');
  });
});
