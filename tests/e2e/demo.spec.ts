// The main job on the demonstration pages: marks where they belong, the right card, its links, the toolbar's words.
import { mentionsIn, openPopup, summaryOf } from './ask';
import { cardOf, expect, hoverMention, markedTexts, tabAt, test } from './fixtures';

/** Where each page is shown, and some of the words that must be marked there. */
const PAGES = {
  '1-tender-notice': {
    host: 'www.find-tender.service.gov.uk',
    words: ['residential rehabilitation', 'facilitated access to mutual aid', 'peer mentors'],
  },
  '2-specification': {
    host: 'www.calderwick.gov.uk',
    words: ['contingency management', 'take-home naloxone'],
  },
  '3-guidance': {
    host: 'www.gov.uk',
    words: ['residential rehabilitation', 'continuing care', 'narcotics anonymous'],
  },
  '5-hysbysiad-cymraeg': {
    host: 'www.sell2wales.gov.wales',
    words: ['residential rehabilitation', 'peer mentors', 'aftercare'],
  },
} as const;

const KINDS = {
  '1-tender-notice': 'tender notice',
  '2-specification': 'specification',
  '3-guidance': 'guidance',
} as const;

for (const [name, { host, words }] of Object.entries(PAGES)) {
  test(`marks ${name} on ${host}`, async ({ openDemo, extension }) => {
    const page = await openDemo(name, { host });
    const summary = await summaryOf(extension, page);
    expect(summary.relevance).toMatchObject({ pass: true });
    expect(summary.topics.length).toBeGreaterThan(10);
    const texts = (await markedTexts(page)).map((text) => text.toLowerCase());
    for (const one of words) {
      expect(
        texts.some((text) => text.includes(one)),
        one,
      ).toBe(true);
    }
  });
}

for (const [name, kind] of Object.entries(KINDS)) {
  test(`takes ${name} for a ${kind}`, async ({ openDemo, extension }) => {
    const page = await openDemo(name);
    expect((await summaryOf(extension, page)).kind).toBe(kind);
  });
}

test('marks nothing on a tender for care homes, and says why in the popup', async ({
  openDemo,
  extension,
}) => {
  const page = await openDemo('4-care-homes', { host: 'www.find-tender.service.gov.uk' });
  const summary = await summaryOf(extension, page);
  expect(summary.relevance).toMatchObject({ pass: false });
  expect(mentionsIn(summary)).toBe(0);
  expect(await markedTexts(page)).toEqual([]);

  const popup = await openPopup(extension, page);
  await expect(popup.getByRole('heading', { name: 'Nothing marked' })).toBeVisible();
  await expect(popup.locator('.reasons')).toContainText('care of older people');
});

test('marks a page anyway when the reader asks for it in the popup', async ({
  openDemo,
  extension,
}) => {
  const page = await openDemo('4-care-homes');
  await summaryOf(extension, page);
  const popup = await openPopup(extension, page);
  await popup.getByRole('button', { name: /anyway/i }).click();
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(0);
});

test('lists the topics of a page in the popup, the excluded ones as ruled out', async ({
  openDemo,
  extension,
}) => {
  const page = await openDemo('1-tender-notice');
  const summary = await summaryOf(extension, page);
  const popup = await openPopup(extension, page);
  await expect(popup.getByRole('heading', { level: 1 })).toContainText(/\d+ topics/);
  const shown = summary.topics.filter((topic) => topic.tier === 1);
  for (const topic of shown.slice(0, 5)) {
    await expect(popup.getByRole('button', { name: topic.label, exact: true })).toBeVisible();
  }
  const excluded = popup.getByRole('listitem').filter({ hasText: 'Residential rehabilitation' });
  await expect(excluded).toContainText('ruled out');
});

test('shows the topic’s evidence on hover, and opens an entry of it from the database', async ({
  openDemo,
  extension,
}) => {
  const page = await openDemo('3-guidance');
  await hoverMention(page, 'Residential rehabilitation');
  const card = cardOf(page);
  await expect(card).toBeVisible();
  await expect(card.getByRole('heading').first()).toHaveText(/residential rehabilitation/i);
  const entry = card
    .getByRole('link')
    .or(card.getByRole('button'))
    .filter({ hasText: /residential/i })
    .first();
  const title = (await entry.textContent()) ?? '';
  await entry.click();
  const matrix = await tabAt(extension.context, new RegExp(`^${extension.own}matrix\\.html#/`));
  await expect(matrix.getByRole('heading', { level: 1 })).toContainText(title.trim());
});

test('opens the cell of a topic by “Open in matrix”', async ({ openDemo, extension }) => {
  const page = await openDemo('2-specification');
  await hoverMention(page, 'Contingency management');
  await expect(cardOf(page)).toBeVisible();
  await cardOf(page).getByText('Open in matrix').click();
  const matrix = await tabAt(extension.context, /matrix\.html#\/(topic|drug|alcohol)\//);
  await expect(matrix.getByRole('main')).toContainText(/contingency management/i);
});
