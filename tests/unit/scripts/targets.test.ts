// @vitest-environment node
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { demoFile, demoPages } from '../../../scripts/demo/server';
import { targetOf } from '../../../scripts/start/targets';

const folder = mkdtempSync(join(tmpdir(), 'targets-'));
const put = (name: string) => {
  const path = join(folder, name);
  writeFileSync(path, '<p>text</p>');
  return path;
};

describe('targetOf', () => {
  it('opens web addresses as they are, and names them without the scheme', () => {
    expect(targetOf('https://www.gov.uk/a?b=c')).toEqual({
      name: 'www.gov.uk/a',
      url: 'https://www.gov.uk/a?b=c',
    });
    expect(targetOf('www.gov.uk/guidance')).toEqual({
      name: 'www.gov.uk/guidance',
      url: 'https://www.gov.uk/guidance',
    });
  });

  it('opens web pages and text files', () => {
    const path = put('a page.html');
    expect(targetOf(path)).toEqual({ name: 'a page.html', url: pathToFileURL(path).href });
    expect(targetOf(put('notes.txt'))).toHaveProperty('url');
  });

  it('says of other files, folders and missing files why they are not opened', () => {
    expect(targetOf(put('spec.pdf'))).toMatchObject({
      name: 'spec.pdf',
      reason: expect.stringContaining('.pdf files cannot be read yet'),
    });
    expect(targetOf(folder)).toMatchObject({ reason: expect.stringContaining('folder') });
    expect(targetOf('nowhere')).toMatchObject({ reason: expect.stringContaining('no such file') });
    expect(targetOf('missing.html')).toMatchObject({ reason: expect.stringContaining('no such') });
    expect(targetOf('https://')).toMatchObject({ reason: 'this is not a web address' });
  });
});

describe('the demo server', () => {
  it('has pages, and serves them with their style sheet and its fonts', async () => {
    expect(demoPages().length).toBeGreaterThan(3);
    expect((await demoFile('/1-tender-notice.html'))?.type).toContain('text/html');
    expect((await demoFile('/govuk/govuk-frontend.min.css'))?.type).toContain('text/css');
    expect(await demoFile('/assets/images/favicon.ico')).not.toBeNull();
  });

  it('gives out nothing beyond its folders', async () => {
    expect(await demoFile('/../../../package.json')).toBeNull();
    expect(await demoFile('/govuk/../../../../package.json')).toBeNull();
    expect(await demoFile('/%2e%2e/%2e%2e/%2e%2e/package.json')).toBeNull();
    expect(await demoFile('/missing.html')).toBeNull();
  });
});
