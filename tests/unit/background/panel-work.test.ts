// What the panel finds in front of it, in the cases that a browser run by a test cannot be brought into.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isOfThePanel, panelWork } from '../../../lib/background/panel-work';
import { pageSummary } from './rooms';

const browser = vi.hoisted(() => ({
  askPage: vi.fn(),
  askBackground: vi.fn(),
  contentTypeOf: vi.fn(),
  grantedHosts: vi.fn(),
  requestHosts: vi.fn(),
  activeTab: vi.fn(),
  tabById: vi.fn(),
  stored: {} as Record<string, unknown>,
  policy: null as unknown,
}));
vi.mock('../../../lib/platform/message-border', () => ({ askPage: browser.askPage }));
vi.mock('../../../lib/platform/messages', () => ({ askBackground: browser.askBackground }));
vi.mock('../../../lib/platform/panel', () => ({ openPanel: vi.fn() }));
vi.mock('../../../lib/platform/scripts', () => ({ ...browser, pageOf: vi.fn() }));
vi.mock('../../../lib/platform/tabs', () => ({
  ...browser,
  openOwnPage: vi.fn(),
  ownAddress: (path: string) => `chrome-extension://ours${path}`,
}));
vi.mock('../../../lib/platform/storage', () => {
  const area = { get: async () => browser.stored, set: vi.fn(), remove: vi.fn() };
  return { localArea: area, sessionArea: area, managedPolicy: async () => browser.policy };
});

const A = 'https://www.gov.uk/a';
const at = (id: number, url: string) => ({ id, url, title: 'A page' });

beforeEach(() => {
  vi.resetAllMocks();
  browser.stored = {};
  browser.askBackground.mockResolvedValue({ ok: true, answer: { ok: true } });
  browser.contentTypeOf.mockResolvedValue('text/html');
  browser.grantedHosts.mockResolvedValue([]);
  browser.askPage.mockImplementation(async (_tab: number, kind: string) =>
    kind === 'page/mentions'
      ? { ok: true, answer: { total: 0, mentions: [] } }
      : { ok: true, answer: pageSummary(['aid']) },
  );
});

/** Puts a tab in front, whether it is asked for by its number or as the one in front. */
function front(tab: { id: number; url: string } | null): void {
  browser.activeTab.mockResolvedValue(tab);
  browser.tabById.mockImplementation(async (id: number) => (tab?.id === id ? tab : null));
}

describe('a look from the panel', () => {
  it.each<[string, ReturnType<typeof at> | null, string]>([
    ['a window without tabs', null, 'impossible'],
    ['a page of which the browser tells nothing', at(3, ''), 'unseen'],
    ['a page of the extension', at(3, 'chrome-extension://ours/matrix.html#/'), 'own'],
    ['a page of the browser', at(3, 'chrome://settings'), 'impossible'],
  ])('at %s', async (_what, tab, is) => {
    front(tab);
    expect(await panelWork(null).look()).toEqual({ is });
  });

  it('at a tab of its own that was closed', async () => {
    front(at(3, A));
    expect(await panelWork(4).look()).toEqual({ is: 'gone' });
  });

  it('follows the tab in front; the document stays the same as long as the page does', async () => {
    front(at(3, A));
    const work = panelWork(null);
    const first = await work.look();
    front(at(3, `${A}#part`));
    const same = await work.look();
    front(at(4, A));
    const other = await work.look();
    if (first.is !== 'read' || same.is !== 'read' || other.is !== 'read') throw new Error('unread');
    expect(same.document).toBe(first.document);
    expect(other.document).not.toBe(first.document);
    expect(first.role).toBe('everyone');
    await other.document.mentions({ topic: null, stances: ['asserted'], from: 0, count: 5 });
    expect(browser.askPage).toHaveBeenLastCalledWith(4, 'page/mentions', expect.anything(), 0);
  });

  it('asks the frames that reported, and of the turned-off ones none', async () => {
    const report = { page: A, topics: ['aid'] };
    browser.stored = {
      'page.3.0': { ...report, off: false },
      'page.3.7': { ...report, off: false },
      'page.3.9': { ...report, off: true },
    };
    front(at(3, A));
    const seen = await panelWork(null).look();
    if (seen.is !== 'read') throw new Error('unread');
    browser.askPage.mockClear();
    await seen.document.mentions({ topic: 'aid', stances: ['asserted'], from: 0, count: 5 });
    expect(new Set(browser.askPage.mock.calls.map((call) => call[3]))).toEqual(new Set([0, 7]));
  });

  it('asks for the permission of the tab that was looked at last', async () => {
    browser.askPage.mockResolvedValue({ ok: false, reason: 'nobody there' });
    browser.requestHosts.mockResolvedValue(true);
    front(at(3, 'https://www.leeds.gov.uk/drugs'));
    const work = panelWork(null);
    expect(await work.look()).toMatchObject({ is: 'not-allowed', mayAsk: true });
    await work.allow();
    expect(browser.requestHosts).toHaveBeenCalledWith(['https://www.leeds.gov.uk/*']);
  });
});

it('hears of reports and wishes, and not of the tickets that its own links leave', () => {
  expect(['page.3.0', 'settings.tiers', 'from.0a1b2c3d', 'import.page'].map(isOfThePanel)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
