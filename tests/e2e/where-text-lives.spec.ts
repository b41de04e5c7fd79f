// Where text lives: frames, shadow roots, folded parts, tables, inline elements, and what is none of our business.
import { summaryOf } from './ask';
import { cardOf, expect, hoverMention, test } from './fixtures';
import { isMarked, linesOf, marksIn, nasty, restOn } from './nasty';

test('frames of the page’s own making are read, and open their own card', async ({ openHtml }) => {
  const page = await openHtml(nasty('iframes'));
  for (const [name, words] of [
    ['srcdoc', 'case manager'],
    ['blank', 'contingency management'],
  ] as const) {
    const handle = await page.locator(`#${name}`).elementHandle();
    const frame = await handle?.contentFrame();
    if (!frame) throw new Error(`no frame ${name}`);
    await isMarked(frame, words);
  }
});

test('open shadow roots are read and their marks can be pointed at; closed ones are left', async ({
  openHtml,
}) => {
  const page = await openHtml(nasty('shadow-roots'));
  for (const words of ['case manager', 'contingency management', 'peer mentor'])
    await isMarked(page, words);
  expect((await marksIn(page)).join()).not.toContain('aftercare');
  for (const [words, topic] of [
    ['contingency management', /Contingency management/],
    ['case manager', /Case management/],
  ] as const) {
    const [line] = await linesOf(page, words);
    if (!line) throw new Error('no line');
    await restOn(page, line);
    await expect(cardOf(page)).toHaveAccessibleName(topic);
  }
});

test('folded text is marked when it is unfolded; hidden, typed and foreign text is not', async ({
  openHtml,
}) => {
  const page = await openHtml(nasty('hidden'));
  for (const words of ['contingency management', 'peer support', 'case manager', 'detoxification'])
    await isMarked(page, words);
  expect((await marksIn(page)).filter((text) => /rehab/i.test(text))).toEqual([]);
  expect(await linesOf(page, 'contingency management')).toEqual([]);
  await page.locator('summary').click();
  await hoverMention(page, 'contingency management');
  await expect(cardOf(page)).toHaveAccessibleName(/Contingency management/);
});

test('text that cannot be selected can be pointed at', async ({ openHtml }) => {
  const page = await openHtml(nasty('hidden'));
  await hoverMention(page, 'case manager');
  await expect(cardOf(page)).toHaveAccessibleName(/Case management/);
});

test('a mention is whole over inline elements and never runs over a block border', async ({
  openHtml,
}) => {
  const page = await openHtml(nasty('inline'));
  await isMarked(page, 'Placements in residential rehabili\u00adtation');
  await isMarked(page, 'contingency management');
  await isMarked(page, 'peer\u00a0support');
  await isMarked(page, 'casemanager');
  const apart = await page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].filter((at) => at.startContainer.parentElement?.closest('#apart, #cells')),
    ),
  );
  expect(apart).toHaveLength(0);
});

test('tables are read cell by cell, and a “No” beside a topic rules it out', async ({
  openHtml,
  extension,
}) => {
  const page = await openHtml(nasty('tables'));
  await isMarked(page, 'Case management');
  await isMarked(page, 'Contingency management');
  const { topics } = await summaryOf(extension, page);
  const rehab = topics.find((topic) => topic.id === 'residential-rehabilitation');
  expect(rehab).toMatchObject({ asserted: 0, excluded: 1 });
});

test('two thousand elements deep', async ({ openHtml, extension }) => {
  const page = await openHtml(nasty('deep'));
  const summary = await summaryOf(extension, page, 30_000);
  const found = summary.topics.find((topic) => topic.id === 'contingency-management');
  expect(found?.asserted).toBe(20);
  await isMarked(page, 'aftercare');
});

test('a hundred thousand text nodes', async ({ openHtml, extension }) => {
  const page = await openHtml(nasty('many-nodes'));
  const summary = await summaryOf(extension, page, 30_000);
  const found = summary.topics.find((topic) => topic.id === 'residential-rehabilitation');
  expect(found?.asserted).toBeGreaterThan(900);
  await isMarked(page, 'inpatient detoxification');
});
