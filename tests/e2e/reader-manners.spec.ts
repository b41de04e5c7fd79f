// The reader page as a viewer: pages, zoom, outline, finding, selecting, links, place kept, and the doors that lead to it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { onePage, pdfOf, textOfPage } from '../unit/documents/pdf-file';
import { cannotPrint, printPdf } from '../unit/documents/print';
import { wordOf } from '../unit/documents/word-file';
import { type Extension, expect, markedTexts, test } from './fixtures';
import {
  file,
  isRead,
  longHtml,
  openReader,
  SPECIFICATION,
  specificationHtml,
} from './reader-files';

const name = (title: string) => (cannotPrint === null ? title : `${title} (${cannotPrint})`);
const withPrinter = cannotPrint === null ? test : test.skip;
const printed = (html: string) => printPdf(html, { tagged: true });

const pageNumber = (page: Page) => page.locator('#page-number');

withPrinter(
  name('pages, zoom and outline: gone to, and the place kept'),
  async ({ extension, page }) => {
    const long = file('long.pdf', printed(longHtml(20)));
    await openReader(extension, page, [long]);
    await isRead(page);
    await page.keyboard.press('g');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await expect(pageNumber(page)).toHaveValue('12');
    const width = () =>
      page.locator('[data-page="12"]').evaluate((one) => one.getBoundingClientRect().width);
    const before = await width();
    for (const [zoom, times] of [
      ['0.5', 0.5 / 1.1],
      ['2', 2 / 1.1],
    ] as const) {
      await page.getByLabel('Zoom').selectOption(zoom);
      await expect.poll(async () => (await width()) / before).toBeCloseTo(times, 1);
      await expect(pageNumber(page)).toHaveValue('12');
      await expect(page.locator('[data-page="12"] canvas')).toBeVisible();
    }
    await page.getByLabel('Zoom').selectOption('page');
    await expect(pageNumber(page)).toHaveValue('12');
    await page
      .locator('.side')
      .getByRole('button', { name: /^Part 17/ })
      .click();
    await expect(pageNumber(page)).toHaveValue('17');
    await expect(page.locator('.part[aria-current]')).toContainText('Part 17');
    // Opened again, the file is where the reader left it.
    await page.waitForTimeout(600);
    await openReader(extension, page, [long]);
    await expect(pageNumber(page)).toHaveValue('17', { timeout: 15_000 });
  },
);

withPrinter(
  name('words are found over line ends, on pages that were never drawn'),
  async ({ extension, page }) => {
    await openReader(extension, page, [file('long.pdf', printed(longHtml(30)))]);
    await isRead(page);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('with a named case manager for EVERY service user');
    await expect(page.locator('search')).toContainText('30 places');
    await page.keyboard.press('Shift+Enter');
    await expect(page.locator('search')).toContainText('30 of 30');
    await expect(pageNumber(page)).toHaveValue('30');
    await page.keyboard.press('Enter');
    await expect(page.locator('search')).toContainText('1 of 30');
    await expect(pageNumber(page)).toHaveValue('1');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('no such words');
    await expect(page.locator('search')).toContainText('Not found');
  },
);

withPrinter(
  name('dragging beside and between the lines selects as in any page, and copies without breaks'),
  async ({ extension, page }) => {
    await openReader(extension, page, [file('spec.pdf', printed(specificationHtml()))]);
    await isRead(page);
    const box = await page
      .locator('.text p', { hasText: 'needle and syringe' })
      .evaluate((block) => {
        const range = document.createRange();
        range.selectNodeContents(block);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
        const first = boxes[0];
        const last = boxes.at(-1);
        return first && last
          ? { left: first.left, top: first.top, right: last.right, bottom: last.bottom }
          : null;
      });
    if (!box) throw new Error('the paragraph is not there');
    await page.mouse.move(box.left - 20, box.top + 4);
    await page.mouse.down();
    await page.mouse.move(box.left + 200, box.top + 10, { steps: 4 });
    await page.mouse.move(box.right + 60, box.bottom - 3, { steps: 8 });
    await page.mouse.up();
    const selected = await page.evaluate(() => getSelection()?.toString());
    expect(selected).toBe(SPECIFICATION.paragraphs[1]);
  },
);

withPrinter(
  name('links lead inside the file, with a way back, or to a tab that learns nothing of this one'),
  async ({ extension, page }) => {
    const html = longHtml(8).replace(
      '<h1>',
      '<p><a href="#end">To the last part</a> <a href="https://www.gov.uk/x">Guidance</a></p><h1>',
    );
    const target = html.replace('<h2>Part 8', '<h2 id="end">Part 8');
    await openReader(extension, page, [file('links.pdf', printed(target))]);
    await isRead(page);
    const outer = page.locator('.link[href="https://www.gov.uk/x"]');
    await expect(outer).toHaveAttribute('rel', /noopener/);
    await expect(outer).toHaveAttribute('target', '_blank');
    const inner = await page.locator('.link[href^="#page"]').boundingBox();
    if (!inner) throw new Error('no link');
    await page.mouse.click(inner.x + inner.width / 2, inner.y + inner.height / 2);
    await expect(pageNumber(page)).toHaveValue('8');
    await page.evaluate(() => history.back());
    await expect(pageNumber(page)).toHaveValue('1');
  },
);

test('a Word file: outline with its marks, zoom, finding', async ({ extension, page }) => {
  await openReader(extension, page, [file('spec.docx', await wordOf(SPECIFICATION))]);
  await isRead(page);
  await expect(page.locator('.side')).toContainText(/Service specification\s*\d/);
  const size = () =>
    page
      .locator('.flow p')
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  const before = await size();
  await page.keyboard.press('+');
  await expect.poll(size).toBeGreaterThan(before);
  await page.keyboard.press('/');
  await page.keyboard.type('aftercare');
  await expect(page.locator('search')).toContainText('1 place');
});

/** A portal that gives its file only to who is signed in. */
async function portal(): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    if (request.url === '/sign-in') {
      response.setHeader('set-cookie', 'session=yes; Path=/');
      response.end('signed in');
    } else if (request.headers.cookie?.includes('session=yes')) {
      response.setHeader('content-type', 'application/pdf');
      response.setHeader('content-disposition', 'attachment; filename="Lot 1 specification.pdf"');
      response.end(pdfOf(onePage(textOfPage(SPECIFICATION.paragraphs))));
    } else {
      response.setHeader('content-type', 'text/html');
      response.end('<h1>Please sign in</h1>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://localhost:${(server.address() as AddressInfo).port}` };
}

/** What the menu of a link and the popup leave for the reader page. */
async function leave(extension: Extension, address: string): Promise<string> {
  const ticket = 'a1b2c3d4';
  await extension.inPage(
    async ({ key, value }) => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { session: { set: (items: object) => Promise<void> } } };
      };
      await chrome.storage.session.set({ [key]: value });
    },
    { key: `reader.file.${ticket}`, value: address },
  );
  return `${extension.own}reader.html#file=${ticket}`;
}

test('a file of a portal: fetched at the click with the reader’s own session, its address in no history', async ({
  extension,
  page,
}) => {
  const { server, origin } = await portal();
  try {
    const address = `${origin}/download?document=embargoed-bid.pdf`;
    await page.goto(await leave(extension, address));
    await expect(page.getByText('The file is fetched once more from localhost')).toBeVisible();
    await page.getByRole('button', { name: 'Fetch and open' }).click();
    await expect(page.getByRole('alert')).toContainText('wants you to sign in');
    await expect(page.getByRole('alert')).toContainText('Save the file on this computer');
    const portalTab = await extension.context.newPage();
    await portalTab.goto(`${origin}/sign-in`);
    await page.bringToFront();
    await page.getByRole('button', { name: 'Try again' }).click();
    await isRead(page);
    await expect(page.locator('h1.name')).toHaveText('Lot 1 specification.pdf');
    expect((await markedTexts(page)).join(' ')).toContain('aftercare');
    expect(page.url()).not.toContain('embargoed');
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
