// The overlay on pages as they are: changing, hostile, dark, narrow, touched, on other subjects, citing the evidence.
import AxeBuilder from '@axe-core/playwright';
import { cardOf, expect, hoverMention, markedTexts, mentionBox, test } from './fixtures';
import { html, marked, TEXT } from './sample-page';

test('marks what comes late, what is shown late, and forgets what went', async ({ openHtml }) => {
  const page = await openHtml(html());
  await marked(page, 'psychosocial interventions');
  await page.evaluate(() => {
    const late = document.querySelector('#late');
    if (late)
      late.innerHTML = '<p>Motivational interviewing is offered to every client in treatment.</p>';
  });
  await marked(page, 'Motivational interviewing');
  await page.evaluate(() => document.querySelector('p[hidden]')?.removeAttribute('hidden'));
  await expect
    .poll(async () => (await markedTexts(page)).filter((t) => /rehab/i.test(t)).length)
    .toBe(3);
  await page.evaluate(() => document.querySelector('#late')?.replaceChildren());
  await expect.poll(() => markedTexts(page)).not.toContain('Motivational interviewing');
});

test('sets its marks again when the page clears all highlights', async ({ openHtml }) => {
  const page = await openHtml(html());
  await marked(page, 'psychosocial interventions');
  await page.evaluate(() => {
    CSS.highlights.clear();
    document.adoptedStyleSheets = [];
  });
  await marked(page, 'psychosocial interventions');
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
});

test('ignores what a script of the page makes up', async ({ openHtml }) => {
  const page = await openHtml(html());
  const box = await mentionBox(page, 'case manager');
  await page.evaluate(({ x, y }) => {
    const at = { clientX: x, clientY: y, bubbles: true, composed: true, pointerType: 'mouse' };
    document.elementFromPoint(x, y)?.dispatchEvent(new PointerEvent('pointermove', at));
  }, box);
  await page.waitForTimeout(900);
  await expect(cardOf(page)).toHaveCount(0);
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
  await page.evaluate(() => {
    const root = document.querySelector('evidence-overlay-card')?.shadowRoot;
    root?.querySelector<HTMLElement>('[aria-label=Close]')?.click();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  await expect(cardOf(page)).toBeVisible();
});

test('stands above a modal dialog, and can be used there', async ({ openHtml }) => {
  const page = await openHtml(
    html(`${TEXT}<dialog id=d><p>Terms of the <i>peer support</i> service for people in treatment.</p></dialog>
    <script>d.showModal()</script>`),
  );
  const card = page.locator('evidence-overlay-card');
  await hoverMention(page, 'peer support');
  await card.getByRole('button', { name: 'Why is this marked?' }).click();
  await expect(card.locator('.why')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
});

test('is styled and painted under the strictest content policy', async ({ context }) => {
  const page = await context.newPage();
  const url = 'https://www.find-tender.service.gov.uk/Notice/strict';
  await page.route(url, (route) =>
    route.fulfill({
      body: `<!doctype html><title>Drug and alcohol treatment service</title>${TEXT}`,
      contentType: 'text/html; charset=utf-8',
      headers: {
        'content-security-policy':
          "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    }),
  );
  await page.goto(url);
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
  expect((await cardOf(page).boundingBox())?.width).toBe(420);
});

test('uses light marks on dark ground', async ({ openHtml }) => {
  const page = await openHtml(html(TEXT, '<style>html{background:#111;color:#eee}</style>'));
  await marked(page, 'psychosocial interventions');
  const sizes = await page.evaluate(() =>
    ['', '-dark'].map((ground) => CSS.highlights.get(`evidence-overlay-asserted${ground}`)?.size),
  );
  expect(sizes[1]).toBeGreaterThan(3);
});

test('fits a window of 320 px, beside the mark and within the window', async ({ openHtml }) => {
  const page = await openHtml(html(TEXT, '<meta name=viewport content="width=device-width">'));
  await page.setViewportSize({ width: 320, height: 520 });
  await hoverMention(page, 'case manager');
  const box = await cardOf(page).boundingBox();
  const mark = await mentionBox(page, 'case manager');
  if (!box) throw new Error('no card');
  // Where scroll bars take room, less of the window is the page's.
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  expect(box.width).toBe(width - 16);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(520);
  expect(box.y >= mark.y + mark.height || box.y + box.height <= mark.y).toBe(true);
});

for (const scheme of ['light', 'dark'] as const)
  test(`has no accessibility fault that axe can find, ${scheme}`, async ({ openHtml }) => {
    const page = await openHtml(html());
    await page.emulateMedia({ colorScheme: scheme });
    await hoverMention(page, 'case manager');
    await cardOf(page).getByRole('button', { name: 'Why is this marked?' }).click();
    await page.waitForTimeout(200);
    const found = await new AxeBuilder({ page })
      .include([['evidence-overlay-card', '.sheet']])
      .analyze();
    expect(found.violations).toEqual([]);
  });

test('by touch: a tap opens, a tap elsewhere closes, and links stay the page’s own', async ({
  openHtml,
  extension,
}) => {
  const page = await openHtml(html());
  const box = await mentionBox(page, 'case manager');
  const tap = (x: number, y: number) => extension.tap(page, x, y);
  await tap(box.x + 10, box.y + 8);
  await expect(cardOf(page)).toBeVisible();
  await tap(1100, 700);
  await expect(cardOf(page)).toHaveCount(0);
  const link = await mentionBox(page, 'Contingency management');
  await tap(link.x + 10, link.y + 8);
  await expect.poll(() => page.url()).toContain('#elsewhere');
  expect(await cardOf(page).count()).toBe(0);
});

test('follows a page that navigates by script', async ({ openHtml }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
  await page.evaluate(() => {
    history.pushState({}, '', '/Notice/other');
    document.title = 'Alcohol treatment service: aftercare';
    document.body.innerHTML = `<h1>Alcohol treatment service</h1><p>Continuing care and peer support are offered to people
      who leave alcohol treatment. The drug and alcohol recovery service works with mutual aid groups.</p>`;
  });
  await expect(cardOf(page)).toHaveCount(0);
  await expect.poll(async () => (await markedTexts(page)).join(' ')).toContain('peer support');
  expect(await markedTexts(page)).not.toContain('case manager');
});

test('stays silent on a page about something else, and marks it at the reader’s wish', async ({
  openHtml,
  extension,
}) => {
  const page = await openHtml(
    `<!doctype html><title>Roof works</title><h1>Re-roofing of council offices</h1>
     <p>The contractor will provide case management of complaints and peer support for apprentices on roofs.</p>`,
  );
  await page.waitForTimeout(800);
  expect(await markedTexts(page)).toEqual([]);
  const summary = await extension.inPage(async (url) => {
    const api = (globalThis as never as { chrome: typeof import('webextension-polyfill') }).chrome;
    const [tab] = (await api.tabs.query({})).filter((one) => one.url === url);
    return api.tabs.sendMessage(
      tab?.id ?? -1,
      { kind: 'page/mark-anyway', ask: {} },
      { frameId: 0 },
    );
  }, page.url());
  expect(summary).toMatchObject({ ok: true, answer: { anyway: true, relevance: { pass: false } } });
  await marked(page, 'peer support');
});

test('words that cite what the matrix holds open the card on that entry', async ({ openHtml }) => {
  const guideline = 'https://www.nice.org.uk/guidance/cg51/chapter/1-Guidance';
  const cites = `<p id=cite>Staff follow <a href="${guideline}">the guideline on care</a>
    and the trial (doi:10.1016/j.drugalcdep.2007.04.007) of 2007.</p>`;
  const page = await openHtml(html(TEXT + cites));
  await marked(page, '10.1016/j.drugalcdep.2007.04.007');
  await page.locator('#cite').scrollIntoViewIfNeeded();
  await hoverMention(page, '10.1016/j.drugalcdep.2007.04.007');
  const first = cardOf(page).getByRole('listitem').first();
  await expect(first).toContainText('cited here');
  await expect(first).toContainText('In USA active and persistent attempts');
  await page.keyboard.press('Escape');
  await hoverMention(page, 'the guideline on care');
  await expect(first).toContainText('NICE-recommended psychosocial interventions');
});
