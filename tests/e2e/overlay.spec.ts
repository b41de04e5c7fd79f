// The overlay on a page as a reader meets it: marks, the card by pointer, keyboard and touch, and a page left as it was.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { cardOf, expect, hoverMention, markedTexts, mentionBox, test } from './fixtures';

const TEXT = `<h1>Adult drug and alcohol treatment and recovery service</h1>
<p>The council is commissioning an adult drug and alcohol treatment service under the public health grant. The provider
will deliver psychosocial interventions, opioid substitution treatment and a pathway into inpatient detoxification.
Every person will have a case manager.</p>
<p id=split>Placements in <b>resid</b>ential rehabili&shy;tation are bought for people with alcohol dependence.</p>
<p id=ruled>Residential rehab is not within the scope of this lot.</p>
<ul><li><a href="#elsewhere">Contingency management</a> is offered.</li></ul>
<p><input id=field value="residential rehabilitation"><textarea>residential rehabilitation</textarea></p>
<p hidden>A hidden line on residential rehabilitation.</p><div id=late></div>
<p style="margin-top:1600px" id=far>At the far end the service offers aftercare and continuing care after treatment.</p>`;

const html = (body = TEXT, head = '') => `<!doctype html><html lang=en><meta charset=utf-8>
<title>Drug and alcohol treatment service: specification</title>${head}
<script>addEventListener('DOMContentLoaded',()=>{window.before=document.documentElement.outerHTML})</script>
<style>body{font:19px/28px Arial;margin:24px 32px;max-width:900px}</style><body>${body}`;

async function marked(page: Page, words: string): Promise<void> {
  await expect.poll(() => markedTexts(page)).toContain(words);
}
/** What the page's own part of the document is, our host left out. */
const ownDom = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll('evidence-overlay-card')) host.remove();
    return [copy.outerHTML === (window as never as { before: string }).before, copy.outerHTML];
  });
async function command(page: Page, extension: { worker(): Promise<unknown> }, backwards = false) {
  const worker = (await extension.worker()) as {
    evaluate(f: unknown, a: unknown): Promise<unknown>;
  };
  await page.bringToFront();
  return worker.evaluate(
    async ({ url, backwards }: { url: string; backwards: boolean }) => {
      const api = (globalThis as never as { chrome: typeof import('webextension-polyfill') })
        .chrome;
      const [tab] = (await api.tabs.query({})).filter((one) => one.url === url);
      return api.tabs.sendMessage(
        tab?.id ?? -1,
        { kind: 'mark/next', ask: { backwards } },
        { frameId: 0 },
      );
    },
    { url: page.url(), backwards },
  );
}

test('marks what is included and, apart, what is ruled out; leaves fields and hidden text alone', async ({
  openHtml,
}) => {
  const page = await openHtml(html());
  await marked(page, 'psychosocial interventions');
  const byName = await page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, highlight]) => [
        name,
        [...highlight].map(
          (range) => range.startContainer.parentElement?.closest('[id]')?.id ?? '',
        ),
      ]),
    ),
  );
  expect(byName['evidence-overlay-excluded']).toEqual(['ruled']);
  expect(byName['evidence-overlay-asserted']).toContain('split');
  const texts = await markedTexts(page);
  expect(texts.some((text) => text.includes('residential rehabili\u00adtation'))).toBe(true);
  expect(texts.filter((text) => /rehab/i.test(text))).toHaveLength(2);
});

test('leaves the page’s own document byte for byte as it was, with and after a card', async ({
  openHtml,
}) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
  const [same, now] = await ownDom(page);
  expect(same, String(now)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toHaveCount(0);
  const [after] = await ownDom(page);
  expect(after).toBe(true);
  expect(await page.locator('evidence-overlay-card').count()).toBe(0);
});

test('opens after the pointer has rested, says what the evidence says, and can be moved into', async ({
  openHtml,
}) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  const card = cardOf(page);
  await expect(card).toHaveAccessibleName('Case management: evidence');
  await expect(card).toContainText('What the evidence says');
  await expect(card).toContainText(/\d+ entr(y|ies)/);
  await expect(card).toContainText(/revised \d+ \w+ \d{4}/);
  await expect(card.locator('.entry').first()).toContainText(
    /Seminal study|Key study|Review|Guidance/,
  );
  const mark = await mentionBox(page, 'case manager');
  const box = await card.boundingBox();
  if (!box) throw new Error('no card');
  expect(box.y >= mark.y + mark.height || box.y + box.height <= mark.y).toBe(true);
  await page.mouse.move(box.x + 100, box.y + 40, { steps: 4 });
  await page.waitForTimeout(900);
  await expect(card).toBeVisible();
  await page.mouse.move(box.x + 100, box.y - 300, { steps: 2 });
  await page.mouse.move(1200, 20);
  await expect(card).toHaveCount(0);
});

test('does not open for a pointer that only passes', async ({ openHtml }) => {
  const page = await openHtml(html());
  const box = await mentionBox(page, 'case manager');
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.move(box.x + 300, box.y + 120, { steps: 3 });
  await page.waitForTimeout(1000);
  await expect(cardOf(page)).toHaveCount(0);
});

test('stays closed after Escape until the pointer has been elsewhere', async ({ openHtml }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  const box = await mentionBox(page, 'case manager');
  await page.mouse.move(box.x + 20, box.y + 8);
  await page.waitForTimeout(900);
  await expect(cardOf(page)).toHaveCount(0);
  await page.mouse.move(1200, 20);
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toBeVisible();
});

test('says first where the page rules the topic out, and leads to where it does not', async ({
  openHtml,
}) => {
  const page = await openHtml(html());
  await hoverMention(page, 'Residential rehab');
  const card = cardOf(page);
  await expect(card).toHaveAccessibleName(/ruled out here/);
  await expect(card.locator('.ruled')).toContainText(
    '“Residential rehab is not within the scope of this lot.”',
  );
  await card.getByRole('button', { name: '1 mention' }).click();
  await expect(card).toHaveAccessibleName('Residential rehabilitation: evidence');
});

test('by keyboard: next mark, focus inside, Tab through, Escape back', async ({
  openHtml,
  extension,
}) => {
  const page = await openHtml(html());
  await marked(page, 'psychosocial interventions');
  await page.locator('#field').focus();
  expect(await command(page, extension)).toEqual({ ok: true, answer: { ok: true } });
  const card = cardOf(page);
  await expect(card).toContainText('mark 1 of');
  const inside = () =>
    page.evaluate(
      () => document.querySelector('evidence-overlay-card')?.shadowRoot?.activeElement?.textContent,
    );
  expect(await inside()).toBeTruthy();
  await page.keyboard.press('Tab');
  expect(await inside()).toBe('×');
  await command(page, extension);
  await expect(card).toContainText('mark 2 of');
  await command(page, extension, true);
  await expect(card).toContainText('mark 1 of');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
});

test('by keyboard: Tab past the last control leaves the card', async ({ openHtml, extension }) => {
  const page = await openHtml(html());
  await marked(page, 'psychosocial interventions');
  await command(page, extension);
  await expect(cardOf(page)).toBeVisible();
  for (let i = 0; i < 40 && (await cardOf(page).count()) > 0; i++) await page.keyboard.press('Tab');
  await expect(cardOf(page)).toHaveCount(0);
  const anchor = await page.evaluate(() => getSelection()?.anchorNode?.textContent ?? '');
  expect(anchor).toContain('psychosocial');
});

test('kept open, it stays while the pointer leaves and the page scrolls', async ({ openHtml }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  const keep = cardOf(page).getByRole('button', { name: 'Keep open' });
  await keep.click();
  await expect(keep).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.move(1200, 20);
  await page.mouse.wheel(0, 1500);
  await page.waitForTimeout(700);
  await expect(cardOf(page)).toBeVisible();
  await cardOf(page).getByRole('button', { name: 'Close' }).click();
  await expect(cardOf(page)).toHaveCount(0);
});

test('copies a paragraph with its citations', async ({ openHtml, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  await cardOf(page).getByRole('button', { name: 'Copy with citation' }).click();
  await expect(cardOf(page)).toContainText(/Copied with \d+ citations?/);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Case management: /);
  expect(text).toContain('1. ');
});

test('opens an entry on the extension’s own page', async ({ openHtml, context, extensionId }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  const title = cardOf(page).locator('.title').first();
  const href = await title.getAttribute('href');
  const opened = context.waitForEvent('page');
  await title.click();
  const matrix = await opened;
  await expect.poll(() => matrix.url()).toBe(href);
  expect(href).toMatch(
    new RegExp(`^chrome-extension://${extensionId}/matrix.html#/(drug|alcohol)/[A-E][1-5]/`),
  );
  await matrix.close();
});

test('takes a mark away as another sense, and back', async ({ openHtml }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'Contingency management');
  const card = cardOf(page);
  for (const choice of ['Remove this mark here', /on www.find-tender.service.gov.uk/, /anywhere/]) {
    await card.getByRole('button', { name: 'Not this sense…' }).click();
    await card.getByRole('button', { name: choice }).click();
    await expect(card.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expect.poll(() => markedTexts(page)).not.toContain('contingency management');
    expect(
      (await markedTexts(page)).filter((text) => text === 'Contingency management'),
    ).toHaveLength(1);
    await card.getByRole('button', { name: 'Undo' }).click();
    await expect(card).toContainText('Marked again.');
  }
  await card.getByRole('button', { name: 'Not this sense…' }).click();
  await card.getByRole('button', { name: /on www.find-tender/ }).click();
  await card.getByRole('button', { name: 'Undo' }).waitFor();
  await page.reload();
  await marked(page, 'psychosocial interventions');
  expect(await markedTexts(page)).not.toContain('Contingency management');
  const worker = page.context().serviceWorkers().at(-1);
  await worker?.evaluate(() =>
    (
      globalThis as never as { chrome: typeof import('webextension-polyfill') }
    ).chrome.storage.local.clear(),
  );
});

test('says why a mark is there', async ({ openHtml }) => {
  const page = await openHtml(html());
  await hoverMention(page, 'case manager');
  await cardOf(page).getByRole('button', { name: 'Why is this marked?' }).click();
  await expect(cardOf(page).locator('.why')).toContainText('“case manager”');
});

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
  expect(box.width).toBe(304);
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
  context,
}) => {
  const page = await openHtml(html());
  const box = await mentionBox(page, 'case manager');
  const session = await context.newCDPSession(page);
  const tap = async (x: number, y: number) => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
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
  const worker = await extension.worker();
  const summary = await worker.evaluate(async (url) => {
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
