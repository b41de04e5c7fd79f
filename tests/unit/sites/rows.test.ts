// Rows of the settings: what is allowed, what was taken back in the browser, what is off, and by whom.
import { expect, it } from 'vitest';
import { siteRows } from '../../../lib/sites/rows';

const NONE = { granted: [], wanted: [], policy: { sites: [], sitesOff: [] }, off: {} };
const brief = (of: Partial<Parameters<typeof siteRows>[0]>) =>
  siteRows({ ...NONE, ...of }).map(({ host, leave, off }) => [host, leave, off]);

it('are none at first', () => {
  expect(siteRows(NONE)).toEqual([]);
});

it('tell what is allowed from what the browser no longer allows', () => {
  const wanted = ['https://www.gov.uk/*', 'https://portal.example/*'];
  expect(brief({ granted: ['https://www.gov.uk/*'], wanted })).toEqual([
    ['www.gov.uk', 'allowed', null],
    ['portal.example', 'gone', null],
  ]);
  expect(siteRows({ ...NONE, granted: ['https://www.gov.uk/*'] })[0]?.name).toBe('GOV.UK guidance');
});

it('pass over leave to fetch evidence from an address, which is no wish to have it marked', () => {
  expect(brief({ granted: ['https://county.example/*'] })).toEqual([]);
});

it('show a site under a wider leave that is off by itself', () => {
  const off = { 'www.leeds.gov.uk': '2026-11-12' };
  expect(brief({ granted: ['https://*.gov.uk/*'], off })).toEqual([
    ['*.gov.uk', 'allowed', null],
    ['www.leeds.gov.uk', 'ask', '2026-11-12'],
  ]);
});

it('name what the organisation wants marked and left alone', () => {
  const policy = { sites: ['bids.example'], sitesOff: ['intranet.example'] };
  expect(siteRows({ ...NONE, policy })).toMatchObject([
    { host: 'bids.example', leave: 'gone', byOrganisation: true, offByOrganisation: false },
    { host: 'intranet.example', leave: 'ask', byOrganisation: false, offByOrganisation: true },
  ]);
  expect(siteRows({ ...NONE, policy, granted: ['https://bids.example/*'] })[0]).toMatchObject({
    leave: 'allowed',
    byOrganisation: true,
  });
});

it('have files of this computer, in builds that may read them', () => {
  expect(brief({ granted: ['file:///*'] })).toEqual([['file', 'allowed', null]]);
});
