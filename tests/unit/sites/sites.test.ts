// Sites: the list is sound, and addresses fall under patterns as browsers have it.
import { describe, expect, it } from 'vitest';
import { HostPattern } from '../../../lib/sites/schema';
import {
  allHosts,
  allowedBy,
  covers,
  hostOf,
  mayAsk,
  pagesOf,
  patternFor,
  sites,
} from '../../../lib/sites/sites';

describe('the list of sites', () => {
  it('has every id once', () => {
    expect(new Set(sites.map((site) => site.id)).size).toBe(sites.length);
  });

  it('suggests Find a Tender, Contracts Finder and GOV.UK', () => {
    expect(sites.filter((site) => site.suggested).map((site) => site.id)).toEqual([
      'find-a-tender',
      'contracts-finder',
      'gov-uk',
    ]);
  });

  it('names no pattern that would take in whole countries or the whole web', () => {
    for (const host of allHosts) {
      const name = host.replace(/^https:\/\/(\*\.)?|\/\*$/g, '');
      expect(name.split('.').length).toBeGreaterThanOrEqual(2);
      expect(['co.uk', 'org.uk', 'ac.uk', 'com', 'uk']).not.toContain(name);
    }
  });

  it.each([
    '<all_urls>',
    '*://*/*',
    'https://*/*',
    'http://www.gov.uk/*',
    'https://*.uk/path/*',
    'https://www.gov.uk',
    'file:///*',
  ])('refuses the pattern %s', (pattern) => {
    expect(HostPattern.safeParse(pattern).success).toBe(false);
  });
});

describe('covers', () => {
  it.each([
    ['https://www.gov.uk/*', 'https://www.gov.uk/guidance/x', true],
    ['https://www.gov.uk/*', 'http://www.gov.uk/', false],
    ['https://www.gov.uk/*', 'https://gov.uk/', false],
    ['https://www.gov.uk/*', 'https://www.gov.uk.example.org/', false],
    ['https://*.nhs.uk/*', 'https://www.england.nhs.uk/x', true],
    ['https://*.nhs.uk/*', 'https://nhs.uk/', true],
    ['https://*.nhs.uk/*', 'https://notnhs.uk/', false],
    ['*://example.org/*', 'http://example.org:8080/', true],
    ['*://example.org/*', 'ftp://example.org/', false],
    ['http://localhost/*', 'http://localhost:5173/page', true],
    ['file:///*', 'file:///home/a/spec.html', true],
    ['https://*/*', 'https://anything.example/', true],
    ['https://www.gov.uk/*', 'not an address', false],
  ])('%s and %s: %s', (pattern, address, expected) => {
    expect(covers(pattern, address)).toBe(expected);
  });
});

describe('allowed sites', () => {
  it('are those whose every host is granted', () => {
    expect(allowedBy(['https://www.gov.uk/*', 'https://www.gov.wales/*'])).toEqual(['gov-uk']);
    expect(allowedBy([])).toEqual([]);
  });

  it('may be granted by a wider pattern', () => {
    const ids = allowedBy(['https://*.gov.uk/*']);
    expect(ids).toEqual(expect.arrayContaining(['councils', 'gov-uk', 'find-a-tender']));
    expect(ids).not.toContain('nhs');
    expect(allowedBy(['https://www.england.nhs.uk/*'])).toEqual(['nhs-england']);
  });
});

describe('addresses', () => {
  it('are asked for by their own host alone', () => {
    expect(patternFor('https://www.leeds.gov.uk:443/tenders?x=1')).toBe(
      'https://www.leeds.gov.uk/*',
    );
    expect(patternFor('chrome://settings')).toBeNull();
  });

  it('may be asked for only where the list names them', () => {
    expect(mayAsk('https://www.leeds.gov.uk/tenders')).toBe(true);
    expect(mayAsk('https://www.example.org/')).toBe(false);
  });

  it('have one name for all files on this computer', () => {
    expect(hostOf('file:///home/a/spec.html')).toBe('file');
    expect(covers(pagesOf('file'), 'file:///home/b.html')).toBe(true);
    expect(covers(pagesOf('www.gov.uk'), 'https://www.gov.uk/x')).toBe(true);
  });
});
