// What the popup finds out about a tab, in the cases that a browser run by a test cannot be brought into.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { glance } from '../../../lib/background/glance';
import { popupWork } from '../../../lib/background/popup-work';
import { pageSummary } from './rooms';

const browser = vi.hoisted(() => ({
  askPage: vi.fn(),
  askBackground: vi.fn(),
  contentTypeOf: vi.fn(),
  grantedHosts: vi.fn(),
  requestHosts: vi.fn(),
  activeTab: vi.fn(),
  stored: {} as Record<string, unknown>,
  policy: null as unknown,
}));
vi.mock('../../../lib/platform/message-border', () => ({ askPage: browser.askPage }));
vi.mock('../../../lib/platform/messages', () => ({ askBackground: browser.askBackground }));
vi.mock('../../../lib/platform/scripts', () => browser);
vi.mock('../../../lib/platform/tabs', () => ({
  ...browser,
  tabById: vi.fn(),
  openOwnPage: vi.fn(),
}));
vi.mock('../../../lib/platform/storage', () => {
  const area = { get: async () => browser.stored, set: vi.fn(), remove: vi.fn() };
  return { localArea: area, sessionArea: area, managedPolicy: async () => browser.policy };
});

const silent = { ok: false, reason: 'nobody there' };
const at = (url: string) => ({ id: 3, url, title: 'A page' });
const COUNCIL = 'https://www.leeds.gov.uk/drugs';

beforeEach(() => {
  vi.resetAllMocks();
  browser.stored = {};
  browser.policy = null;
  browser.askPage.mockResolvedValue(silent);
  browser.askBackground.mockResolvedValue({ ok: true, answer: { ok: true } });
  browser.contentTypeOf.mockResolvedValue('text/html');
  browser.grantedHosts.mockResolvedValue([]);
  browser.requestHosts.mockResolvedValue(false);
});

describe('a look at a tab', () => {
  it.each([null, at('chrome://settings'), at('')])(
    'that no extension may read: %j',
    async (tab) => {
      expect(await glance(tab)).toEqual({ is: 'impossible' });
      expect(browser.askPage).not.toHaveBeenCalled();
    },
  );

  it('of a site that may be asked for, and of one that may not', async () => {
    expect(await glance(at(COUNCIL))).toEqual({
      is: 'not-allowed',
      host: 'www.leeds.gov.uk',
      mayAsk: true,
    });
    expect(await glance(at('https://portal.example/'))).toMatchObject({ mayAsk: true });
    expect(await glance(at('http://portal.example/'))).toMatchObject({ mayAsk: false });
    browser.policy = { featuresOff: ['any-site'] };
    expect(await glance(at('https://portal.example/'))).toMatchObject({ mayAsk: false });
  });

  it('of a page into which nothing can be put', async () => {
    browser.contentTypeOf.mockResolvedValue(null);
    expect(await glance(at('https://store.example/'))).toEqual({ is: 'impossible' });
  });

  it('of a PDF, in viewers with a content script and without', async () => {
    const pdf = at('https://www.leeds.gov.uk/Service%20spec.pdf');
    browser.contentTypeOf.mockResolvedValue(null);
    expect(await glance(pdf)).toEqual({ is: 'pdf', name: 'Service spec.pdf' });
    browser.contentTypeOf.mockResolvedValue('application/pdf');
    browser.askPage.mockResolvedValue({ ok: true, answer: pageSummary([]) });
    expect(await glance(at('https://www.leeds.gov.uk/download?id=100%'))).toMatchObject({
      is: 'pdf',
    });
  });

  it('when the evidence cannot be opened', async () => {
    browser.askBackground.mockResolvedValue({
      ok: true,
      answer: { ok: false, reason: 'No room.' },
    });
    expect(await glance(at(COUNCIL))).toEqual({
      is: 'failed',
      what: 'evidence',
      reason: 'No room.',
    });
  });

  it('of an allowed site whose page does not answer', async () => {
    browser.grantedHosts.mockResolvedValue(['https://www.leeds.gov.uk/*']);
    expect(await glance(at(COUNCIL))).toMatchObject({ is: 'failed', what: 'page' });
  });

  it('of a site that is turned off, without asking its page', async () => {
    browser.stored = { 'settings.off': { 'www.leeds.gov.uk': '2026-11-12T09:00:00.000Z' } };
    expect(await glance(at(COUNCIL))).toEqual({
      is: 'off',
      host: 'www.leeds.gov.uk',
      off: { by: 'site', since: '2026-11-12T09:00:00.000Z' },
    });
    expect(browser.askPage).not.toHaveBeenCalled();
  });
});

describe('the work of the popup', () => {
  it('asks for this host alone', async () => {
    browser.activeTab.mockResolvedValue(at(COUNCIL));
    const work = popupWork(null, () => undefined);
    await work.look();
    await work.allow();
    const pattern = 'https://www.leeds.gov.uk/*';
    expect(browser.requestHosts).toHaveBeenCalledWith([pattern]);
    const wants = () => browser.askBackground.mock.calls.filter(([kind]) => kind === 'site/want');
    expect(wants()).toEqual([
      ['site/want', { pattern, on: true }],
      ['site/want', { pattern, on: false }],
    ]);
    browser.requestHosts.mockResolvedValue(true);
    await work.allow();
    expect(wants().at(-1)).toEqual(['site/want', { pattern, on: true }]);
  });

  it('turns off the page, its site or everywhere, and says why it could not', async () => {
    browser.activeTab.mockResolvedValue(at(COUNCIL));
    const work = popupWork(null, () => undefined);
    await work.look();
    await work.turn('page', false);
    expect(browser.askPage).toHaveBeenLastCalledWith(3, 'page/turn', { on: false }, 'all');
    await work.turn('site', false);
    const site = { host: 'www.leeds.gov.uk', on: false };
    expect(browser.askBackground).toHaveBeenLastCalledWith('site/turn', site);
    browser.askBackground.mockResolvedValueOnce({
      ok: true,
      answer: { ok: false, reason: 'Full.' },
    });
    await work.turn('everywhere', false);
    expect(await work.look()).toMatchObject({ is: 'failed', reason: 'Full.' });
  });

  it('says why a page could not be read once, until tried again', async () => {
    browser.activeTab.mockResolvedValue(at(COUNCIL));
    const work = popupWork(null, () => undefined);
    await work.look();
    browser.askBackground.mockResolvedValueOnce({ ok: false, reason: 'blocked by policy' });
    await work.markOnce();
    expect(await work.look()).toMatchObject({
      is: 'failed',
      reason: expect.stringContaining('blocked by policy'),
    });
    work.again();
    expect(await work.look()).toMatchObject({ is: 'not-allowed' });
  });
});
