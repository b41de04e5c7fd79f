// The settings page: what each section shows, what its controls ask for, and how it tells what could not be done or read.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AboutPage } from '../../../components/settings/data/AboutPage';
import { DataPage } from '../../../components/settings/data/DataPage';
import type { DataDoors } from '../../../components/settings/data/doors';
import { OrganisationPage } from '../../../components/settings/OrganisationPage';
import { CardsPage } from '../../../components/settings/wishes/CardsPage';
import type { WishDoors } from '../../../components/settings/wishes/doors';
import { LanguagePage } from '../../../components/settings/wishes/LanguagePage';
import { MarksPage } from '../../../components/settings/wishes/MarksPage';
import { RolePage } from '../../../components/settings/wishes/RolePage';
import { SitesPage } from '../../../components/settings/wishes/SitesPage';
import { NO_POLICY, readPolicy } from '../../../lib/settings/policy';
import { type Field, Settings } from '../../../lib/settings/schema';
import type { SettingsLook } from '../../../lib/settings/views';
import { siteRows } from '../../../lib/sites/rows';
import { find, settled, show } from './dom';

const done = { ok: true as const, value: {} };
let settings: Settings;
let policy = NO_POLICY;
let fellBack: Field[];
let granted: string[];
let doors: WishDoors;

const heads = [
  { id: 'rehab', label: 'Residential rehabilitation' },
  { id: 'aid', label: 'Mutual aid' },
];

beforeEach(() => {
  settings = Settings.parse({});
  policy = NO_POLICY;
  fellBack = [];
  granted = [];
  doors = {
    look: async (): Promise<SettingsLook> => ({ settings, fellBack, policy }),
    onChanged: () => () => undefined,
    set: vi.fn(async (field: Field, value: unknown) => {
      settings = { ...settings, [field]: value };
      return done;
    }) as never,
    topics: async () => ({ ok: true, value: heads as never }),
    sites: async () => ({
      rows: siteRows({ granted, wanted: settings.sites, policy, off: settings.off }),
      known: [],
      allowed: [],
    }),
    allow: vi.fn(async () => done),
    allowAddress: vi.fn(async () => done),
    takeBack: vi.fn(async () => done),
    turnSite: vi.fn(async () => done),
    turnEverywhere: vi.fn(async () => done),
    restoreSense: vi.fn(async () => done),
    dismissSense: vi.fn(async () => done),
    keys: async (command) => (command === 'next-mark' ? 'Alt+Shift+E' : null),
    openShortcuts: async () => false,
  };
});

const radio = (root: HTMLElement, words: string) =>
  find(root, 'label', words).querySelector('input') as HTMLInputElement;
const alert = (root: HTMLElement) => root.querySelector('[role=alert]')?.textContent?.trim();

describe('marks', () => {
  it('are set one by one, and shown as they now are', async () => {
    const root = show(<MarksPage doors={doors} />);
    await settled();
    expect(radio(root, 'Underline and tint').checked).toBe(true);
    radio(root, 'Dotted underline').click();
    await settled();
    expect(doors.set).toHaveBeenCalledWith('markStyle', 'dotted');
    expect(radio(root, 'Dotted underline').checked).toBe(true);
    radio(root, 'Main and further topics').click();
    await settled();
    expect(settings.tiers).toEqual([1, 2]);
    radio(root, 'Not marked').click();
    await settled();
    expect(settings.markExcluded).toBe(false);
  });

  it('leave topics out that are found by a search', async () => {
    const root = show(<MarksPage doors={doors} />);
    await settled();
    const search = root.querySelector<HTMLInputElement>('input[type=search]');
    if (!search) throw new Error('no search');
    search.value = 'mutual';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    expect(root.querySelectorAll('.topics label')).toHaveLength(1);
    radio(root, 'Mutual aid').click();
    await settled();
    expect(settings.topicsOff).toEqual(['aid']);
    expect(root.textContent).toContain('1 topic is not marked.');
    find(root, 'button', 'Mark all topics').click();
    await settled();
    expect(settings.topicsOff).toEqual([]);
  });

  it('of a sense that was turned off come back, and that can be undone', async () => {
    const one = { topic: 'aid', words: 'na', host: 'a.example', at: '2026-11-12T09:00:00.000Z' };
    settings = { ...settings, dismissals: [one] };
    const root = show(<MarksPage doors={doors} />);
    await settled();
    expect(find(root, 'tr', '“na”').textContent).toContain('on a.example12 November 2026');
    find(root, 'button', 'Mark again').click();
    await settled();
    expect(doors.restoreSense).toHaveBeenCalledWith(one);
    expect(root.textContent).toContain('“na” is marked again.');
    find(root, 'button', 'Undo').click();
    await settled();
    expect(doors.dismissSense).toHaveBeenCalledWith(one);
    expect(root.textContent).toContain('Taken back.');
  });

  it('say which setting could not be read, and what could not be stored', async () => {
    fellBack = ['markStyle', 'role'];
    vi.mocked(doors.set).mockResolvedValueOnce({ ok: false, reason: 'No room.' });
    const root = show(<MarksPage doors={doors} />);
    await settled();
    const named = [...root.querySelectorAll('.box b')].map((b) => b.textContent);
    expect(named).toEqual([
      'This setting could not be read and is back at its default: how marks look.',
    ]);
    radio(root, 'Tint only').click();
    await settled();
    expect(alert(root)).toBe('No room.');
    expect(radio(root, 'Underline and tint').checked).toBe(true);
  });
});

describe('what an organisation has locked', () => {
  it('is shown, cannot be changed, and names who did it', async () => {
    policy = readPolicy({
      organisation: 'Example County Council',
      contact: 'ICT Service Desk',
      locked: ['role'],
    });
    settings = { ...settings, role: 'commissioner' };
    const root = show(<RolePage doors={doors} />);
    await settled();
    expect(root.querySelector('fieldset')?.disabled).toBe(true);
    expect(radio(root, 'Commissioner').checked).toBe(true);
    expect(root.textContent).toContain(
      'Locked by Example County Council. Ask ICT Service Desk to change it.',
    );
  });

  it('is listed in its own section, with what could not be used', async () => {
    const subscriptions = { subscribe: vi.fn(async () => done) };
    const page = () => <OrganisationPage doors={doors} subscriptions={subscriptions} />;
    const root = show(page());
    await settled();
    expect(root.textContent).toContain('No organisation has set anything');
    policy = readPolicy({
      organisation: 'Example County Council',
      sites: ['bids.example.gov.uk'],
      evidence: [{ title: 'County evidence', address: 'https://example.gov.uk/evidence.json' }],
      featuresOff: ['any-site'],
      colour: 'red',
      sitesOff: 'all',
    });
    show(<p />);
    show(page());
    await settled();
    expect(root.textContent).toMatch(/bids\.example\.gov\.uk.*sites that are not on the list/);
    expect(root.textContent).toContain('Not known to this version: colour.');
    expect(root.textContent).toContain('Not in the form that is needed: sitesOff.');
    find(root, 'button', 'Allow and look there').click();
    expect(subscriptions.subscribe).toHaveBeenCalledWith('https://example.gov.uk/evidence.json');
  });
});

describe('cards', () => {
  it('open by pointer, Alt or click; the wait is asked only where there is one', async () => {
    const root = show(<CardsPage doors={doors} />);
    await settled();
    const select = root.querySelector('select');
    if (!select) throw new Error('no wait to choose');
    select.value = '1200';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect(settings.cardDelay).toBe(1200);
    radio(root, 'only on a click').click();
    await settled();
    expect(settings.cardWhen).toBe('click');
    expect(root.querySelector('select')).toBeNull();
  });

  it('tell their keys, and what to do where the browser does not open its page of shortcuts', async () => {
    const root = show(<CardsPage doors={doors} />);
    await settled();
    expect(root.querySelector('dl')?.textContent).toBe(
      'Next markAlt+Shift+EMark beforeno keys set',
    );
    find(root, 'button', 'Change keys').click();
    await settled();
    expect(root.textContent).toContain('does not let an extension open that page');
  });
});

it('the language is chosen in its own name', async () => {
  const root = show(<LanguagePage doors={doors} />);
  await settled();
  const welsh = find(root, '[lang=cy]', 'Cymraeg');
  welsh.closest('label')?.querySelector('input')?.click();
  await settled();
  expect(doors.set).toHaveBeenCalledWith('language', 'cy');
});

describe('sites', () => {
  it('are told as they stand, turned off, taken back and asked for again', async () => {
    granted = ['https://www.gov.uk/*'];
    settings = { ...settings, sites: ['https://www.gov.uk/*', 'https://www.nice.org.uk/*'] };
    const root = show(<SitesPage doors={doors} />);
    await settled();
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toEqual([
      'www.gov.ukGOV.UK guidanceYesOnTurn offTake back',
      'www.nice.org.ukNICENot now: the browser has no leave for itSilentAsk againTurn offForget',
    ]);
    find(root, 'button', 'Turn off').blur();
    const button = (name: string) =>
      root.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`)?.click();
    button('Turn off: www.gov.uk');
    await settled();
    expect(doors.turnSite).toHaveBeenCalledWith('www.gov.uk', false);
    expect(root.textContent).toContain('Marks are off for www.gov.uk.');
    button('Take back: www.gov.uk');
    await settled();
    expect(doors.takeBack).toHaveBeenCalledWith('https://www.gov.uk/*');
    button('Ask again: www.nice.org.uk');
    await settled();
    expect(doors.allow).toHaveBeenCalledWith(['https://www.nice.org.uk/*']);
  });

  it('are added by an address; why it could not be stays on screen', async () => {
    vi.mocked(doors.allowAddress).mockResolvedValueOnce({ ok: false, reason: 'Not an address.' });
    const root = show(<SitesPage doors={doors} />);
    await settled();
    expect(root.textContent).toContain('No site is allowed yet');
    const field = root.querySelector<HTMLInputElement>('input[inputmode=url]');
    if (!field) throw new Error('no field');
    field.value = 'portal.example';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    find(root, 'form button', 'Allow this site').click();
    await settled();
    expect(doors.allowAddress).toHaveBeenCalledWith('portal.example');
    expect(alert(root)).toBe('Not an address.');
    expect(field.value).toBe('portal.example');
  });

  it('off everywhere are turned on again', async () => {
    settings = { ...settings, offEverywhere: '2026-11-12T09:00:00.000Z' };
    const root = show(<SitesPage doors={doors} />);
    await settled();
    expect(root.textContent).toContain('Marking is off everywhere since 12 November 2026.');
    find(root, 'button', 'Turn on again').click();
    await settled();
    expect(doors.turnEverywhere).toHaveBeenCalledWith(true);
  });
});

describe('your data', () => {
  const kept = {
    kinds: [{ name: 'Evidence', count: '1 set', bytes: 1_102_000 }],
    room: { usage: 2_000_000, persistent: false },
  };
  const data = (more: Partial<DataDoors> = {}): DataDoors => ({
    kept: async () => ({ ok: true, value: kept }),
    keepForGood: async () => true,
    backUp: async () => ({ ok: true, value: { name: 'a.backup', file: new Blob(['12345']) } }),
    check: async () => ({ ok: false, reason: 'It ends early.' }),
    deleteAll: vi.fn(async () => done),
    save: vi.fn(),
    ...more,
  });
  const choose = (root: HTMLElement) => {
    const input = root.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file field');
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'old.backup')] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };

  it('is counted, kept for good on request, and saved', async () => {
    const doors = data();
    const root = show(<DataPage doors={doors} />);
    await settled();
    expect(root.querySelector('tbody')?.textContent).toBe('Evidence1 set1.1 MB');
    find(root, 'button', 'never to clear it').click();
    await settled();
    expect(root.textContent).toContain('The browser keeps it until you delete it.');
    find(root, 'button', 'Save a backup').click();
    await settled();
    expect(doors.save).toHaveBeenCalledOnce();
    expect(root.textContent).toContain('Saved as “a.backup”, 1 kB.');
  });

  it('stays where a backup is not sound', async () => {
    const root = show(<DataPage doors={data()} />);
    await settled();
    choose(root);
    await settled();
    expect(alert(root)).toBe('It ends early.');
    expect(root.textContent).not.toContain('Put it in place');
  });

  it('is brought back only after a yes', async () => {
    const restore = vi.fn(async () => done);
    const backup = { made: '2026-11-02T10:00:00Z', by: '0.1.0', holds: ['3 settings'], restore };
    const root = show(
      <DataPage doors={data({ check: async () => ({ ok: true, value: backup }) })} />,
    );
    await settled();
    choose(root);
    await settled();
    expect(root.textContent).toContain('This backup is whole: old.backup');
    expect(restore).not.toHaveBeenCalled();
    find(root, 'button', 'Put it in place').click();
    await settled();
    expect(restore).toHaveBeenCalledOnce();
    expect(root.textContent).toContain('Everything is as it was when the backup was saved.');
  });

  it('is deleted only after a plain yes', async () => {
    const doors = data();
    const root = show(<DataPage doors={doors} />);
    await settled();
    find(root, 'button', 'Delete everything…').click();
    await settled();
    find(root, 'button', 'Keep it').click();
    await settled();
    expect(root.textContent).toContain('Nothing was deleted.');
    expect(doors.deleteAll).not.toHaveBeenCalled();
    find(root, 'button', 'Delete everything…').click();
    await settled();
    find(root, 'button', 'Delete it all').click();
    await settled();
    expect(doors.deleteAll).toHaveBeenCalledOnce();
    expect(root.textContent).toContain('Everything was deleted.');
  });
});

it('says its versions and its privacy in ten lines', async () => {
  const evidence = { title: 'Treatment matrices', version: '1.2.0', revised: '2026-11-24' };
  const about = async () => ({
    ok: true as const,
    value: { version: '0.1.0', evidence, topics: 38 },
  });
  const root = show(
    <AboutPage doors={{ about, keys: doors.keys, openShortcuts: doors.openShortcuts }} />,
  );
  await settled();
  expect(root.textContent).toContain(
    'Treatment matrices, 1.2.0 · put together on 24 November 2026',
  );
  expect(root.querySelectorAll('.privacy li')).toHaveLength(10);
});
