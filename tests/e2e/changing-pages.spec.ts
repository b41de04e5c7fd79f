// Pages that change: without end, in one blow, by script to another address, and with parts that go for good.
import { summaryOf } from './ask';
import { expect, test } from './fixtures';
import { isMarked, marksIn, nasty } from './nasty';
import { html, TEXT } from './sample-page';

test('a page rewritten in every frame keeps its marks and gets those of late text', async ({
  openHtml,
}) => {
  const page = await openHtml(nasty('mutating'));
  await isMarked(page, 'case manager');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p>Aftercare is offered to all in treatment.</p>',
    );
  });
  await isMarked(page, 'Aftercare');
  await isMarked(page, 'case manager');
});

test('mentions that come and go without end are all there once the page rests', async ({
  openHtml,
}) => {
  const page = await openHtml(nasty('mutating-mentions'));
  await isMarked(page, 'case manager');
  const items = await page.evaluate(() => {
    // From here on its own next turn finds no list.
    const list = document.querySelector('#list');
    list?.removeAttribute('id');
    return [...(list?.children ?? [])].map(
      (item) => /offered (.*)\./.exec(item.textContent ?? '')?.[1],
    );
  });
  expect(items.length).toBeGreaterThan(5);
  for (const words of new Set(items))
    await isMarked(page, words ?? '', items.filter((one) => one === words).length);
});

test('a huge change is read anew, and what it took away is no longer marked', async ({
  openHtml,
  extension,
}) => {
  const page = await openHtml(html());
  await isMarked(page, 'case manager');
  await page.evaluate(() => {
    document.body.innerHTML = Array.from(
      { length: 4000 },
      (_, i) =>
        `<p>${i}. The drug and alcohol treatment service offers aftercare to people after opioid substitution treatment.</p>`,
    ).join('');
  });
  await expect
    .poll(async () => (await marksIn(page)).filter((text) => text === 'aftercare').length)
    .toBeGreaterThan(100);
  expect(await marksIn(page)).not.toContain('case manager');
  await expect
    .poll(async () => (await summaryOf(extension, page)).topics.map((topic) => topic.asserted))
    .toContain(4000);
});

test('a page that grows at its end as it is scrolled', async ({ openHtml }) => {
  const page = await openHtml(
    html(`${TEXT}<script>let n = 0; addEventListener('scroll', () => {
      if (n < 20) document.body.insertAdjacentHTML('beforeend', '<p style="height:300px">Part ' + n++ +
        ': people in treatment are offered mutual aid groups.</p>');
    })</script>`),
  );
  await isMarked(page, 'case manager');
  for (let i = 0; i < 20; i++) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(50);
  }
  const parts = await page.evaluate(() => document.body.textContent?.match(/Part \d+/g)?.length);
  expect(parts).toBeGreaterThan(3);
  await expect
    .poll(async () => (await marksIn(page)).filter((text) => /mutual aid/.test(text)).length)
    .toBe(parts);
});

test('another address means the gate and the summary anew, there and back', async ({
  openHtml,
  extension,
}) => {
  const page = await openHtml(html());
  await isMarked(page, 'case manager');
  const show = (path: string, title: string, body: string) =>
    page.evaluate(
      ([path, title, body]) => {
        history.pushState({}, '', path);
        document.title = title ?? '';
        document.body.innerHTML = body ?? '';
      },
      [path, title, body],
    );
  await show('/Notice/roof', 'Roof works', '<h1>Re-roofing</h1><p>Peer support for roofers.</p>');
  await expect.poll(() => marksIn(page)).toEqual([]);
  const away = await summaryOf(extension, page);
  expect(away).toMatchObject({ title: 'Roof works', topics: [], relevance: { pass: false } });
  await show('/Notice/back', 'Drug and alcohol treatment service', TEXT);
  await isMarked(page, 'case manager');
  expect(await summaryOf(extension, page)).toMatchObject({ relevance: { pass: true } });
});

test('text nodes split and joined by the page keep their marks', async ({ openHtml }) => {
  const page = await openHtml(html());
  await isMarked(page, 'Contingency management');
  await page.evaluate(() => {
    const text = document.querySelector('li a')?.firstChild;
    if (text instanceof Text) text.splitText(8);
  });
  await page.waitForTimeout(600);
  await isMarked(page, 'Contingency management');
  await page.evaluate(() => document.querySelector('li a')?.normalize());
  await page.waitForTimeout(600);
  await isMarked(page, 'Contingency management');
});

test('lets go of what the page took out', async ({ openHtml }) => {
  const page = await openHtml(html());
  await isMarked(page, 'case manager');
  await page.evaluate(() => {
    const part = document.createElement('section');
    part.innerHTML = '<p>Aftercare is offered to all in treatment.</p>'.repeat(50);
    document.body.append(part);
    Object.assign(window, { part: new WeakRef(part) });
  });
  await isMarked(page, 'Aftercare', 50);
  await page.evaluate(() => document.querySelector('section')?.remove());
  await isMarked(page, 'Aftercare', 0);
  await expect
    .poll(async () => {
      await page.requestGC();
      return page.evaluate(
        () => (window as unknown as { part: WeakRef<Element> }).part.deref() === undefined,
      );
    })
    .toBe(true);
});
