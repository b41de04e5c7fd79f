// Settings: a broken value falls back alone, and changes that overlap are all kept.
import { describe, expect, it } from 'vitest';
import { dismissalsFor, withDismissal, withoutDismissal } from '../../../lib/settings/dismissals';
import type { Dismissal, Settings } from '../../../lib/settings/schema';
import {
  type Area,
  canRead,
  lookAtSettings,
  readSettings,
  settingsStore,
} from '../../../lib/settings/store';
import { isLocked } from '../../../lib/settings/views';

function memory(start: Record<string, unknown> = {}): Area & { held: Record<string, unknown> } {
  const held = { ...start };
  return {
    held,
    get: async (keys) => Object.fromEntries(keys.flatMap((k) => (k in held ? [[k, held[k]]] : []))),
    set: async (items) => {
      Object.assign(held, structuredClone(items));
    },
  };
}

const DEFAULTS: Settings = {
  off: {},
  offEverywhere: null,
  sites: [],
  dismissals: [],
  tiers: [1],
  topicsOff: [],
  markStyle: 'both',
  markExcluded: true,
  cardWhen: 'hover',
  cardDelay: 500,
  role: 'everyone',
  language: 'en',
  recentFiles: false,
};

describe('settings', () => {
  it('start with tier 1, nothing off, nothing dismissed', async () => {
    expect(await readSettings(memory())).toEqual(DEFAULTS);
  });

  it('lose only the field that cannot be read', async () => {
    const area = memory({
      'settings.off': { 'www.gov.uk': '2026-11-12T09:00:00.000Z' },
      'settings.tiers': 'all of them',
      'settings.dismissals': [{ topic: 'mutual-aid' }],
    });
    expect(await readSettings(area)).toEqual({
      ...DEFAULTS,
      off: { 'www.gov.uk': '2026-11-12T09:00:00.000Z' },
    });
    expect((await lookAtSettings(area)).fellBack).toEqual(['dismissals', 'tiers']);
  });

  it('never come back as no tiers at all', async () => {
    expect((await readSettings(memory({ 'settings.tiers': [] }))).tiers).toEqual([1]);
  });

  it('keep every one of many changes made at once', async () => {
    const area = memory();
    const store = settingsStore(area);
    const hosts = Array.from({ length: 20 }, (_, i) => `host${i}.example`);
    await Promise.all(
      hosts.map((host) => store.change('off', (off) => ({ ...off, [host]: 'now' }))),
    );
    expect(Object.keys((await store.read()).off)).toEqual(hosts);
  });

  it('go on after a write that failed, and tell its caller', async () => {
    const area = memory();
    let full = true;
    const store = settingsStore({
      get: area.get,
      set: async (items) => {
        if (full) throw new Error('quota');
        await area.set(items);
      },
    });
    await expect(store.change('tiers', () => [1, 2])).rejects.toThrow('quota');
    full = false;
    await store.change('tiers', () => [1, 2]);
    expect((await store.read()).tiers).toEqual([1, 2]);
  });

  it('write only the field that changed', async () => {
    const area = memory({ 'settings.off': 'broken' });
    await settingsStore(area).change('tiers', () => [1, 2]);
    expect(area.held).toEqual({ 'settings.off': 'broken', 'settings.tiers': [1, 2] });
  });
});

describe('settings that this version cannot read', () => {
  it.each([
    ['off', []],
    ['offEverywhere', 3],
    ['sites', 'https://a.example/*'],
    ['dismissals', [{ topic: 'a', words: '', host: null }]],
    ['tiers', [3]],
    ['topicsOff', { a: true }],
    ['markStyle', 'sparkling'],
    ['markExcluded', 'yes'],
    ['cardWhen', 'glance'],
    ['cardDelay', 1e9],
    ['role', null],
    ['language', 'fr'],
  ] as const)('%s falls back alone and is named', async (field, value) => {
    const look = await lookAtSettings(memory({ [`settings.${field}`]: value }));
    expect(look.settings).toEqual(DEFAULTS);
    expect(look.fellBack).toEqual([field]);
    expect(canRead(field, value)).toBe(false);
    expect(canRead(field, DEFAULTS[field])).toBe(true);
  });

  it('are put aside when another value takes their place, and fields of a later version stay', async () => {
    const later = { 'settings.cardWhen': 'glance', 'settings.voice': 'low' };
    const area = memory(later);
    await settingsStore(area).change('cardWhen', () => 'click');
    expect(area.held).toEqual({
      'settings.cardWhen': 'click',
      'settings.voice': 'low',
      'unread.cardWhen': 'glance',
    });
  });
});

describe('settings of an organisation', () => {
  const managed = async () => ({
    settings: { role: 'commissioner', tiers: [1, 2], cardWhen: 'click' },
    locked: ['role', 'language'],
  });

  it('lock a value, and give another where the reader has chosen none', async () => {
    const area = memory({ 'settings.role': 'manager', 'settings.cardWhen': 'hover' });
    const look = await lookAtSettings(area, managed);
    expect(look.settings).toEqual({ ...DEFAULTS, role: 'commissioner', tiers: [1, 2] });
    expect(isLocked(look.policy, 'role')).toBe(true);
    expect(isLocked(look.policy, 'cardWhen')).toBe(false);
    expect(area.held['settings.role']).toBe('manager');
  });

  it('lock a default where no value is given', async () => {
    const area = memory({ 'settings.language': 'cy' });
    expect((await lookAtSettings(area, managed)).settings.language).toBe('en');
    expect((await lookAtSettings(area)).settings.language).toBe('cy');
  });
});

describe('dismissals', () => {
  const here: Dismissal = { topic: 'mutual-aid', words: 'na', host: 'a.example' };
  const always: Dismissal = { topic: 'mutual-aid', words: 'na', host: null };

  it('are held once each', () => {
    expect(withDismissal(withDismissal([], here), { ...here })).toEqual([here]);
  });

  it('hold on their host or everywhere', () => {
    expect(dismissalsFor([here, always], 'b.example')).toEqual([always]);
    expect(dismissalsFor([here, always], 'a.example')).toEqual([here, always]);
  });

  it('are taken back one by one', () => {
    expect(withoutDismissal([here, always], here)).toEqual([always]);
  });
});
