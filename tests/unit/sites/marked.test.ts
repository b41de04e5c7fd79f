// Where topics are marked, of all the sites that may be read.
import { describe, expect, it, vi } from 'vitest';
import { markedHosts } from '../../../lib/sites/marked';
import { allHosts } from '../../../lib/sites/sites';

describe('sites that are marked', () => {
  it.each([
    [['https://www.gov.uk/*'], ['https://www.gov.uk/*']],
    // One council under the pattern of all of them.
    [['https://www.leeds.gov.uk/*'], ['https://www.leeds.gov.uk/*']],
    [['https://*.gov.uk/*'], ['https://*.gov.uk/*']],
    // More than the list names, of which what it names is left.
    [
      ['https://*.findings.org.uk/*'],
      ['https://findings.org.uk/*', 'https://www.findings.org.uk/*'],
    ],
    [['https://evidence.example/*', 'https://www.gov.uk/*'], ['https://www.gov.uk/*']],
    [
      ['http://localhost/*', 'file:///*'],
      ['http://localhost/*', 'file:///*'],
    ],
    [['chrome://favicon/*'], []],
    [[], []],
  ])('of %j are %j', (granted, marked) => {
    expect(markedHosts(granted)).toEqual(marked);
  });

  it('asks nothing of an address with a star in it, which Firefox cannot read', () => {
    const canParse = vi.spyOn(URL, 'canParse');
    canParse.mockImplementation((address) => !String(address).includes('*'));
    expect(markedHosts(['https://*.gov.uk/*'])).toEqual(['https://*.gov.uk/*']);
    canParse.mockRestore();
  });

  it.each(['https://*/*', '*://*/*'])('are those of the list where %s is allowed', (all) => {
    expect(markedHosts([all])).toEqual([...allHosts]);
  });
});
