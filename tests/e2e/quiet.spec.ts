// The extension leaves no trace: no request of its own, nothing changed on real pages, no error in their console.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { demoFile } from '../../scripts/demo/server';
import { mentionsIn, openPopup, summaryOf } from './ask';
import { cardOf, expect, hoverMention, tabAt, test } from './fixtures';

const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));
const CORPUS = join(SHARED, 'corpus');
const PAGES = join(SHARED, 'pages');

interface TextRecord {
  readonly id: string;
  readonly kind: string;
  readonly group: string;
  readonly title: string;
  readonly text: string;
}

const readRecords = (file: string): TextRecord[] =>
  readFileSync(join(CORPUS, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

/** Where the browsers themselves ask for updates, accounts and settings, with or without an extension. */
const BROWSERS_OWN = {
  chromium: /^(CONNECT |http:\/\/)(update\.googleapis|accounts\.google|clients2\.google)\.com[:/]/,
  firefox: /^CONNECT firefox\.settings\.services\.mozilla\.com:443$/,
};

/** Every proxied request is written down; only the demonstration pages are answered. */
async function listeningProxy() {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    const url = new URL(request.url ?? '', 'http://unknown');
    demoFile(url.hostname === 'localhost' ? url.pathname : '/none').then((file) => {
      if (file === null) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': file.type }).end(file.body);
    });
  });
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { asked, port, close: () => proxy.close() };
}

test('makes no request of its own, from install over card and matrix to popup', async ({
  freshExtension,
}) => {
  const proxy = await listeningProxy();
  const extension = await freshExtension({ proxyPort: proxy.port });
  const page = await extension.context.newPage();
  await page.goto('http://localhost/1-tender-notice.html');
  await summaryOf(extension, page);
  const ofPage = new Set(proxy.asked.filter((url) => url.startsWith('http://localhost/')));
  await hoverMention(page, 'Residential rehabilitation');
  await expect(cardOf(page)).toBeVisible();
  await cardOf(page).getByText('Open in matrix').click();
  const matrix = await tabAt(extension.context, /matrix\.html#/);
  await expect(matrix.getByRole('main')).toContainText(/rehabilitation/i);
  const popup = await openPopup(extension, page);
  await expect(popup.getByRole('heading', { level: 1 })).toContainText(/topics/);

  expect(ofPage.size).toBeGreaterThan(1);
  const own = BROWSERS_OWN[extension.browserName];
  const others = proxy.asked.filter((url) => !ofPage.has(url) && !own.test(url));
  expect(others).toEqual([]);
  proxy.close();
});

/** Remembers the document as the page made it, before the extension reads it. */
async function rememberDom(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      Object.assign(window, { domBefore: document.documentElement.outerHTML });
    });
  });
}

/** The document without our host element, and as it was. */
function domNow(page: Page): Promise<{ before: string; now: string }> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll('evidence-overlay-card')) host.remove();
    return { before: (window as unknown as { domBefore: string }).domBefore, now: copy.outerHTML };
  });
}

const OWN_CODE = /(chrome|moz)-extension:\/\//;

/** Messages in the console that come from the extension. */
function ownErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    const from = message.location().url;
    if (message.type() === 'error' && OWN_CODE.test(from)) errors.push(message.text());
  });
  page.on('pageerror', (error) => {
    if (OWN_CODE.test(String(error.stack))) errors.push(String(error));
  });
  return errors;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A real text as a plain page: its title, and a paragraph for each run of lines. */
function asHtml({ title, text }: TextRecord): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((one) => `<p>${escaped(one.trim()).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><main><h1>${escaped(title)}</h1>${paragraphs.join('\n')}</main></body></html>`;
}

/** Two of each kind and source, more of those that should be marked. */
function choose(): TextRecord[] {
  const chosen: TextRecord[] = [];
  for (const file of ['dev-notices.jsonl', 'dev-webpages.jsonl']) {
    const groups = new Map(readRecords(file).map((record) => [record.group, record]));
    for (const [kind, most] of Object.entries({
      'in-domain': 4,
      borderline: 2,
      'near-miss': 3,
      'out-of-domain': 2,
    })) {
      chosen.push(...[...groups.values()].filter((one) => one.kind === kind).slice(0, most));
    }
  }
  return chosen;
}

const noCorpus = !existsSync(CORPUS);
test(`real texts: marked or left alone as labelled, document unchanged${noCorpus ? ' (skipped: ../shared/corpus is not here)' : ''}`, async ({
  context,
  extension,
}) => {
  test.skip(noCorpus, '../shared/corpus is not here');
  test.setTimeout(120_000);
  const records = choose();
  expect(records.length).toBeGreaterThan(10);
  for (const record of records) {
    await test.step(`${record.kind}: ${record.id}`, async () => {
      const page = await context.newPage();
      const errors = ownErrors(page);
      await rememberDom(page);
      const url = `https://www.gov.uk/${encodeURIComponent(record.id)}`;
      await page.route(url, (route) =>
        route.fulfill({ body: asHtml(record), contentType: 'text/html; charset=utf-8' }),
      );
      await page.goto(url);
      const summary = await summaryOf(extension, page);
      if (record.kind === 'in-domain') {
        expect.soft(mentionsIn(summary), record.id).toBeGreaterThan(0);
      } else if (record.kind !== 'borderline') {
        expect.soft(mentionsIn(summary), record.id).toBe(0);
      }
      const { before, now } = await domNow(page);
      expect.soft(now === before, `${record.id}: document unchanged`).toBe(true);
      expect.soft(errors, record.id).toEqual([]);
      await page.close();
    });
  }
});

const noPages = !existsSync(PAGES);
test(`real saved pages: left as they are${noPages ? ' (skipped: ../shared/pages is not here)' : ''}`, async ({
  context,
  extension,
}) => {
  test.skip(noPages, '../shared/pages is not here');
  test.setTimeout(180_000);
  const index: { file: string; kind: string }[] = JSON.parse(
    readFileSync(join(PAGES, 'index.json'), 'utf8'),
  );
  const files = readdirSync(PAGES).filter((file) => file.endsWith('.html'));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    await test.step(file, async () => {
      const page = await context.newPage();
      const errors = ownErrors(page);
      await rememberDom(page);
      const url = `https://www.gov.uk/${file}`;
      // The page's own scripts would change it; pictures and styles are not saved with it.
      await page.route('**/*', (route) =>
        route.request().url() === url
          ? route.fulfill({
              path: join(PAGES, file),
              headers: {
                'content-type': 'text/html; charset=utf-8',
                'content-security-policy': "script-src 'none'",
              },
            })
          : route.abort(),
      );
      await page.goto(url);
      const summary = await summaryOf(extension, page);
      const kind = index.find((one) => one.file === file)?.kind;
      if (kind === 'in-domain') expect.soft(mentionsIn(summary), file).toBeGreaterThan(0);
      if (kind === 'near-miss' || kind === 'out-of-domain')
        expect.soft(mentionsIn(summary), file).toBe(0);
      const { before, now } = await domNow(page);
      expect.soft(now === before, `${file}: document unchanged`).toBe(true);
      expect.soft(errors, file).toEqual([]);
      await page.close();
    });
  }
});
