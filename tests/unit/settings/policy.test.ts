// What an organisation sets: what cannot be read is named and passed over, and hosts reach no further than they say.
import { describe, expect, it } from 'vitest';
import { coversHost, NO_POLICY, readPolicy } from '../../../lib/settings/policy';
import { Settings } from '../../../lib/settings/schema';
import { whereOff } from '../../../lib/settings/where-off';

describe('a policy', () => {
  it.each([null, undefined, {}])('of %j is none', (raw) => {
    expect(readPolicy(raw)).toBe(NO_POLICY);
  });

  it('holds in the parts that can be read; the others are named', () => {
    const policy = readPolicy({
      organisation: 'Example County Council',
      sites: ['tenders.example.gov.uk', '*.example.org'],
      sitesOff: ['https://intranet.example.gov.uk/'],
      evidence: [{ title: 'County evidence', address: 'http://example.gov.uk/a.json' }],
      settings: { role: 'commissioner', tiers: [7], colour: 'red' },
      locked: ['role'],
      telemetry: true,
    });
    expect(policy).toEqual({
      ...NO_POLICY,
      none: false,
      organisation: 'Example County Council',
      sites: ['tenders.example.gov.uk', '*.example.org'],
      settings: { role: 'commissioner' },
      locked: ['role'],
      unknown: ['telemetry', 'settings.colour'],
      unread: ['sitesOff', 'evidence', 'settings.tiers'],
    });
  });

  it.each([[[]], ['yes'], [7]])('of %j is no policy that can be read', (raw) => {
    expect(readPolicy(raw)).toEqual({ ...NO_POLICY, none: false, unread: ['(all)'] });
  });
});

it.each([
  ['www.example.org', 'www.example.org', true],
  ['www.example.org', 'a.www.example.org', false],
  ['*.example.org', 'a.example.org', true],
  ['*.example.org', 'example.org', true],
  ['*.example.org', 'badexample.org', false],
])('%s covers %s: %s', (pattern, host, covered) => {
  expect(coversHost(pattern, host)).toBe(covered);
});

describe('where marking is off', () => {
  const look = (settings: Partial<Settings>, raw: unknown = null) => ({
    settings: { ...Settings.parse({}), ...settings },
    fellBack: [],
    policy: readPolicy(raw),
  });

  it('is nowhere at first', () => {
    expect(whereOff(look({}), 'a.example')).toBeNull();
  });

  it('is a site, everywhere, or what the organisation says, the widest first', () => {
    const off = { 'a.example': '2026-11-12' };
    const sitesOff = { organisation: 'Council', contact: 'ICT', sitesOff: ['*.a.example'] };
    expect(whereOff(look({ off }), 'a.example')).toEqual({ by: 'site', since: '2026-11-12' });
    expect(whereOff(look({ off }), 'b.example')).toBeNull();
    expect(whereOff(look({ off }), 'toString')).toBeNull();
    expect(whereOff(look({ off, offEverywhere: '2026-11-13' }), 'a.example')).toEqual({
      by: 'everywhere',
      since: '2026-11-13',
    });
    expect(whereOff(look({ off }, sitesOff), 'x.a.example')).toEqual({
      by: 'organisation',
      who: 'Council',
      contact: 'ICT',
    });
  });
});
