// Welsh: the side panel, the popup, the first run and the settings say nothing of theirs in English, whatever state they show.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelApp, type PanelDoors } from '../../../components/panel/PanelApp';
import type { PanelState, ReadState } from '../../../components/panel/state';
import { Popup } from '../../../components/popup/Popup';
import type { PopupState } from '../../../components/popup/state';
import { AboutPage } from '../../../components/settings/data/AboutPage';
import { DataPage } from '../../../components/settings/data/DataPage';
import { OrganisationPage } from '../../../components/settings/OrganisationPage';
import { SettingsApp } from '../../../components/settings/SettingsApp';
import { CardsPage } from '../../../components/settings/wishes/CardsPage';
import { LanguagePage } from '../../../components/settings/wishes/LanguagePage';
import { MarksPage } from '../../../components/settings/wishes/MarksPage';
import { RolePage } from '../../../components/settings/wishes/RolePage';
import { SitesPage } from '../../../components/settings/wishes/SitesPage';
import { WelcomeApp, type WelcomeDoors } from '../../../components/welcome/WelcomeApp';
import type { TopicEvidence, TopicHead } from '../../../lib/evidence/views';
import type { PageSummary } from '../../../lib/messages/map';
import type { MentionLine } from '../../../lib/panel/model';
import { NO_POLICY, readPolicy } from '../../../lib/settings/policy';
import { Settings } from '../../../lib/settings/schema';
import { siteRows } from '../../../lib/sites/rows';
import { sites } from '../../../lib/sites/sites';
import { speak } from '../../../lib/words/words';
import { pageSummary } from '../background/rooms';
import { settled, show } from './dom';
import { expectWelsh, spoken, welsh } from './welsh';

const done = { ok: true as const, value: {} };
const nothing = async () => undefined;

beforeEach(() => speak(welsh));
afterEach(() => speak(null));

/** Presses every button and box, in the order in which they stand, and looks at the page after each. */
async function expectWelshThroughout(root: HTMLElement, least = 3): Promise<void> {
  await settled();
  expectWelsh(root, least);
  const controls = () => [
    ...root.querySelectorAll<HTMLElement>('button:not([disabled]), input[type=checkbox], summary'),
  ];
  for (let i = 0; i < Math.min(controls().length, 30); i++) {
    controls()[i]?.click();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expectWelsh(root);
  }
  await settled();
  expectWelsh(root, least);
}

const head = (id: string, cells: string[], tier: 1 | 2 = 1): TopicHead => ({
  id,
  label: `The topic of ${id}`,
  tier,
  definition: '',
  scope: '',
  cells,
  related: [],
});
const topic = (id: string, asserted: number, excluded = 0, tier: 1 | 2 = 1) => ({
  ...{ id, label: `The topic of ${id}`, tier, asserted, excluded },
  other: 0,
});
const PAGE = pageSummary([], {
  title: 'Gwasanaeth oedolion',
  kind: 'tender notice',
  anyway: true,
  topics: [topic('rehab', 5, 1), topic('aid', 2), topic('detox', 0, 2), topic('goals', 1, 0, 2)],
});
const REFUSED = pageSummary([], {
  title: 'Toeau',
  relevance: { pass: false, kind: 'page', reasons: ['“adsefydlu” toeau'] },
});
const PAGES: [string, PageSummary][] = [
  ['with marks', PAGE],
  ['that is being read', { ...PAGE, state: 'reading', progress: 0.18 }],
  ['without marks', pageSummary([], { title: 'Toeau' })],
  ['that the gate left alone', REFUSED],
];

describe('the side panel', () => {
  const mention = (id: string, stance: MentionLine['stance']): MentionLine => ({
    ...{ id, topic: 'aid', stance, before: 'Rhestr o ', words: 'AA', after: '.' },
    ...{ heading: 'Adeilad', cites: 'drug/A4/aid', at: Number(id) },
  });
  const lines = Array.from({ length: 60 }, (_, i) =>
    mention(String(i + 1), (['asserted', 'excluded', 'other'] as const)[i % 3] ?? 'other'),
  );
  const evidence = (id: string): TopicEvidence => {
    const entries = (['review', 'key', 'guidance', 'seminal', null] as const).map((kind, i) => ({
      ...{ id: `drug/A4/${id}-${i}`, cells: ['drug/A4'], kind, kindInferred: i === 1 },
      ...{ role: 'main' as const, order: i, title: `The title of ${i}`, year: 2001 },
      ...{ country: null, publisher: null, summary: null, findings: [], caution: null, links: [] },
      ...{ citation: null, relations: [], topics: [id], completeness: 'title-only' as const },
      ...{ edition: 'latest' as const, source: 'test' },
    }));
    const about = head(id, ['drug/A4']);
    return { topic: about, statement: null, entries, passages: [], guidance: [], revised: null };
  };
  /** Cells with names that are no English, so that only words of ours could be. */
  const cells = ['drug/E4', 'drug/A4', 'drug/C3', 'alcohol/E4'].map((id) => ({
    cell: { id, title: 'Enw' },
  }));
  const read = (page: PageSummary, more: Partial<ReadState> = {}): ReadState => ({
    ...{ is: 'read', host: 'file', key: '3', page, tiers: [1], role: 'everyone' },
    document: {
      mentions: async ({ from, count }) => ({
        ok: true,
        list: { total: lines.length, mentions: lines.slice(from, from + count) },
      }),
      go: async (id) => ({ ok: true, id, at: Number(id), of: lines.length }),
      step: async () => ({ ok: true, id: '2', at: 2, of: lines.length }),
      closeCard: nothing,
    },
    heads: [
      ...[head('rehab', ['drug/E4', 'alcohol/E4']), head('aid', ['drug/A4'])],
      ...[head('detox', ['drug/C3']), head('goals', ['drug/E2'], 2), head('more', ['drug/B3'])],
    ],
    map: { matrices: [], cells: cells as never, revised: '2026-01-01' },
    ...more,
  });
  const panel = (state: PanelState) => {
    const doors: PanelDoors = {
      look: async () => state,
      onChanged: () => undefined,
      ...{ turn: nothing, markAnyway: nothing, markOnce: nothing, allow: nothing },
      ...{ again: () => undefined, openMatrix: nothing },
      ...{ setTiers: async () => null, setRole: async () => null },
      evidence: async (id) => ({ ok: true, value: evidence(id) }),
      tools: {
        ...{ href: (path: string) => `#${path}`, copy: async () => true },
        ...{ noteCited: () => undefined, today: () => '2026-01-01' },
      },
    };
    return show(<PanelApp doors={doors} />);
  };

  it.each(PAGES)('of a page %s', async (_, page) => {
    await expectWelshThroughout(panel(read(page)), 5);
  });

  it.each(['everyone', 'commissioner', 'manager', 'practitioner'] as const)(
    'of what is missing, for %s',
    async (role) => {
      const root = panel(read(PAGE, { role }));
      await settled();
      const [, missing] = root.querySelectorAll<HTMLElement>('.views button');
      missing?.click();
      await settled();
      expect(root.querySelector('select')).not.toBeNull();
      expectWelsh(root, 5);
    },
  );

  it.each<PanelState>([
    { is: 'waiting' },
    { is: 'not-allowed', host: 'a.example', mayAsk: true },
    { is: 'not-allowed', host: 'a.example', mayAsk: false },
    { is: 'off', host: 'file', off: { by: 'site', since: '2026-11-12T10:00:00.000Z' } },
    { is: 'off-page', host: 'a.example' },
    { is: 'pdf', name: 'manyleb.pdf' },
    { is: 'impossible' },
    { is: 'unseen' },
    { is: 'own' },
    { is: 'gone' },
    { is: 'failed', what: 'evidence', reason: 'Rheswm.' },
    { is: 'failed', what: 'page', reason: 'Rheswm.' },
  ])('%j', async (state) => {
    await expectWelshThroughout(panel(state), 1);
  });
});

describe('the popup', () => {
  const bearing = { lit: ['drug/E4'], main: 'drug/E4', mainName: 'E4 The name of the cell' };
  const popup = (state: PopupState) => {
    const actions = new Proxy({}, { get: () => vi.fn() }) as never;
    return show(<Popup state={state} actions={actions} busy={false} canAddCell />);
  };

  it.each(PAGES)('of a page %s', async (_, page) => {
    await expectWelshThroughout(popup({ is: 'read', host: 'file', page, bearing }), 5);
  });

  it.each<PopupState>([
    { is: 'waiting' },
    { is: 'not-allowed', host: 'a.example', mayAsk: true },
    { is: 'not-allowed', host: 'a.example', mayAsk: false },
    { is: 'off', host: 'file', off: { by: 'everywhere', since: '2026-11-12T10:00:00.000Z' } },
    { is: 'off-page', host: 'a.example' },
    { is: 'pdf', name: 'manyleb.pdf' },
    { is: 'impossible' },
    { is: 'failed', what: 'evidence', reason: 'Rheswm.' },
    { is: 'failed', what: 'page', reason: 'Rheswm.' },
  ])('%j', async (state) => {
    await expectWelshThroughout(popup(state), 4);
  });
});

describe('the first run', () => {
  const welcome = (more: Partial<WelcomeDoors> = {}) => {
    let allowed: string[] = [];
    const doors: WelcomeDoors = {
      sites,
      allowed: async () => allowed,
      async request(ids) {
        allowed = [...allowed, ...ids];
        return true;
      },
      evidence: async () => ({ ok: true, value: 167 }),
      keys: async () => 'Alt+Shift+E',
      ...{ chooseLanguage: () => undefined, startTrying: () => undefined },
      ...more,
    };
    return show(<WelcomeApp doors={doors} />);
  };

  it.each<[string, Partial<WelcomeDoors>]>([
    ['as it mostly is', {}],
    ['where the browser is given no leave', { request: async () => false }],
    [
      'without evidence or keys',
      { evidence: async () => ({ ok: false, reason: 'Rheswm.' }), keys: async () => null },
    ],
    ['without keys', { keys: async () => null }],
  ])('%s', async (_, doors) => {
    await expectWelshThroughout(welcome(doors), 15);
    expect(document.title).toBe('Croeso i Evidence Overlay');
  });
});

describe('the settings', () => {
  const since = '2026-11-12T09:00:00.000Z';
  const plain = Settings.parse({});
  const used: Settings = {
    ...plain,
    sites: ['https://www.gov.uk/*', 'https://www.nice.org.uk/*'],
    offEverywhere: since,
    topicsOff: ['aid'],
    dismissals: [{ topic: 'aid', words: 'na', host: 'a.example', at: since }],
  };
  const locked = readPolicy({
    ...{ organisation: 'Cyngor Sir', contact: 'Desg TG', locked: ['role', 'language'] },
    ...{ sites: ['bids.example.gov.uk'], featuresOff: ['any-site'], sitesOff: 'all', colour: 1 },
    evidence: [{ title: 'Tystiolaeth y sir', address: 'https://example.gov.uk/evidence.json' }],
  });
  const doorsOf = (settings: Settings, policy = NO_POLICY) => ({
    look: async () => ({ settings, fellBack: ['markStyle', 'role'] as never, policy }),
    onChanged: () => () => undefined,
    set: async () => done,
    topics: async () => ({ ok: true as const, value: [head('rehab', []), head('aid', [], 2)] }),
    sites: async () => ({
      rows: siteRows({
        ...{ granted: ['https://www.gov.uk/*'], wanted: settings.sites, policy },
        off: settings.off,
      }),
      known: [],
      allowed: [],
    }),
    ...{ allow: async () => done, allowAddress: async () => done, takeBack: async () => done },
    ...{ turnSite: async () => done, turnEverywhere: async () => done },
    ...{ restoreSense: async () => done, dismissSense: async () => done },
    keys: async (command: string) => (command === 'next-mark' ? 'Alt+Shift+E' : null),
    openShortcuts: async () => false,
  });
  const pages = [MarksPage, CardsPage, LanguagePage, RolePage, SitesPage] as const;

  it.each([
    ['as they come', doorsOf(plain)],
    ['as they are after some use', doorsOf(used)],
    ['as an organisation has set them', doorsOf(used, locked)],
  ])('%s', async (_, doors) => {
    for (const Page of pages) await expectWelshThroughout(show(<Page key={Page} doors={doors} />));
    const subscriptions = { subscribe: async () => done };
    await expectWelshThroughout(
      show(<OrganisationPage doors={doors} subscriptions={subscriptions} />),
      2,
    );
  });

  it('of the data kept, and about the extension', async () => {
    const data = {
      kept: async () => ({
        ok: true as const,
        value: { kinds: [], room: { usage: 2_000_000, persistent: false } },
      }),
      keepForGood: async () => false,
      backUp: async () => ({ ok: true as const, value: { name: 'a.backup', file: new Blob() } }),
      check: async () => ({ ok: false as const, reason: 'Rheswm.' }),
      ...{ deleteAll: async () => done, save: () => undefined },
    };
    await expectWelshThroughout(show(<DataPage doors={data} />), 5);
    const evidence = { title: 'Matricsau', version: '1.2.0', revised: '2026-11-24' };
    const { keys, openShortcuts } = doorsOf(plain);
    const about = async () => ({
      ok: true as const,
      value: { version: '0.1.0', evidence, topics: 38 },
    });
    await expectWelshThroughout(show(<AboutPage doors={{ about, keys, openShortcuts }} />), 15);
  });

  it('where there is no such section', async () => {
    location.hash = '#/xqzzt';
    const root = show(<SettingsApp sections={[]} />);
    await settled();
    expectWelsh(root, 4);
    expect(spoken(root).join(' ')).toContain('/xqzzt');
    expect(document.title).toBe('Heb ei ganfod – Gosodiadau');
  });
});
