// Addresses of the matrix page: the ones in people's papers keep working, the others say so in plain words.
import { describe, expect, it } from 'vitest';
import { hrefTo, parseHash, searchHref } from '../../../components/matrix/route';

describe('addresses of the matrix', () => {
  it.each([
    ['', { view: 'map', matrix: 'drug' }],
    ['#/', { view: 'map', matrix: 'drug' }],
    ['#/drug', { view: 'map', matrix: 'drug' }],
    ['#/alcohol/', { view: 'map', matrix: 'alcohol' }],
    ['#/drug/E4', { view: 'cell', cell: 'drug/E4', by: 'kind' }],
    ['#/drug/E4?by=year', { view: 'cell', cell: 'drug/E4', by: 'year' }],
    ['#/drug/E4?by=<b>', { view: 'cell', cell: 'drug/E4', by: 'kind' }],
    ['#/drug/E4/', { view: 'cell', cell: 'drug/E4', by: 'kind' }],
    ['#/alcohol/A1/some-study', { view: 'entry', id: 'alcohol/A1/some-study', cell: 'alcohol/A1' }],
    [
      '#/drug/E4/passage/who-needs-it',
      { view: 'passage', id: 'drug/E4/passage/who-needs-it', cell: 'drug/E4', entry: null },
    ],
    [
      '#/drug/E4/passage/who-needs-it?entry=drug/E4/some-study',
      {
        view: 'passage',
        id: 'drug/E4/passage/who-needs-it',
        cell: 'drug/E4',
        entry: 'drug/E4/some-study',
      },
    ],
    ['#/search', { view: 'search', text: '', kinds: [], cell: null }],
    [
      '#/search?q=what+%3F+%26+%25&kind=review,key,<b>&cell=drug/E4',
      { view: 'search', text: 'what ? & %', kinds: ['key', 'review'], cell: 'drug/E4' },
    ],
    ['#/search?cell=drug/Z9', { view: 'search', text: '', kinds: [], cell: null }],
    ['#/topic/mutual-aid', { view: 'topic', id: 'mutual-aid' }],
  ])('%s', (hash, route) =>
    expect(parseHash(hash)).toEqual({ route, topics: [], page: null, ticket: null }),
  );

  it.each([
    '#/drug/F4',
    '#/drug/E6',
    '#/gambling',
    '#/drug/E4/a/b',
    '#/topic/',
    '#/drug/E4/<b>',
    '#x',
  ])('%s is not known', (hash) => expect(parseHash(hash).route.view).toBe('unknown'));

  it('carry the topics of the page that the reader came from, and nothing else', () => {
    expect(parseHash('#/drug/E4?topics=mutual-aid,case-management,<script>,').topics).toEqual([
      'mutual-aid',
      'case-management',
    ]);
  });

  it('lead back to where they came from', () => {
    const from = { topics: ['a', 'b'], page: 'A page? & more #1', ticket: null };
    for (const id of ['', 'drug/E4', 'drug/E4/some-study', 'topic/mutual-aid']) {
      const { route, ...back } = parseHash(hrefTo(id, from));
      expect(route.view).not.toBe('unknown');
      expect(back).toEqual(from);
    }
  });

  it.each(['case manag', '50 % & "more"? #1', 'a+b', '\ud83d', 'drug/E4,x'])(
    'carry what is searched for: %s',
    (text) => {
      const ask = { text, kinds: ['key', 'review'] as const, cell: 'drug/E4' };
      const { route, topics } = parseHash(
        searchHref(ask, { topics: ['a'], page: null, ticket: null }),
      );
      expect(route).toEqual({ view: 'search', ...ask, text: text.toWellFormed() });
      expect(topics).toEqual(['a']);
    },
  );

  it('carry a ticket in place of a title that is kept apart, so that no link names the page', () => {
    const from = { topics: ['a'], page: 'Bid under embargo', ticket: '0a1b2c3d' };
    expect(hrefTo('drug/E4', from)).toBe('#/drug/E4?topics=a&from=0a1b2c3d');
    expect(parseHash('#/drug/E4?topics=a&from=0a1b2c3d').ticket).toBe('0a1b2c3d');
    expect(parseHash('#/drug/E4?topics=a&from=<b>').ticket).toBeNull();
    expect(parseHash('#/drug/E4?from=0a1b2c3d').ticket).toBeNull();
  });

  it('tell no title without topics, and no endless one', () => {
    expect(parseHash('#/?page=Title').page).toBeNull();
    expect(parseHash(`#/?topics=a&page=${'x'.repeat(5000)}`).page).toHaveLength(120);
  });
});
