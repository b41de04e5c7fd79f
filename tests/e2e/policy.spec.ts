// An organisation's policy in a file where Chromium looks for one, as its IT department would put it there.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

/** Debian's Chromium; only an administrator may write there. */
const FILE = '/etc/chromium/policies/managed/evidence-overlay-test.json';
/** Of the key of the test builds. */
const POLICY = {
  organisation: 'Example County Council',
  contact: 'ICT Service Desk',
  sitesOff: ['www.niassembly.gov.uk'],
  // The values that hold anyway: another browser on this machine reads the same file.
  settings: { cardDelay: 500 },
  locked: ['cardDelay', 'language'],
};

test('what an organisation sets holds, is shown as locked, and says who locked it', async ({
  browserName,
  extension,
  freshExtension,
}) => {
  test.skip(browserName === 'firefox', 'Firefox reads its policies from a folder of its program');
  const id = new URL(extension.own).host;
  let made: string | undefined;
  try {
    made = mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, JSON.stringify({ '3rdparty': { extensions: { [id]: POLICY } } }));
  } catch {
    test.skip(true, 'the folder of policies can be written by an administrator only');
  }
  try {
    const managed = await freshExtension();
    const page = await managed.context.newPage();
    await page.goto(`${managed.own}settings.html#/cards`);
    const delay = page.getByRole('combobox', { name: 'How long the pointer rests first' });
    await expect(delay).toBeDisabled();
    await expect(page.locator('main')).toContainText(
      'Locked by Example County Council. Ask ICT Service Desk to change it.',
    );
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto(`${managed.own}settings.html#/sites`);
    await expect(page.getByRole('row', { name: /www\.niassembly\.gov\.uk/ })).toContainText(
      'by Example County Council',
    );
    await page.goto(`${managed.own}settings.html#/organisation`);
    await expect(page.locator('main')).toContainText('Locked settings2 settings');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const host = 'www.niassembly.gov.uk';
    await page.route(`https://${host}/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>Residential drug rehabilitation' }),
    );
    await page.goto(`https://${host}/`);
    const popup = await managed.context.newPage();
    const tab = await managed.inPage(async (url) => {
      const { chrome } = globalThis as never as {
        chrome: { tabs: { query(how: object): Promise<{ id: number; url: string }[]> } };
      };
      return (await chrome.tabs.query({})).find((one) => one.url === url)?.id;
    }, page.url());
    await popup.goto(`${managed.own}popup.html?tab=${tab}`);
    await expect(popup.locator('h1')).toHaveText('Turned off by your organisation');
    await expect(popup.locator('main')).toContainText('Ask ICT Service Desk to change this.');
  } finally {
    rmSync(FILE, { force: true });
    if (made) rmSync(made, { recursive: true });
  }
});
