// Addresses of the matrix page: the ones in people's papers keep working, the others say so in plain words.
import { describe, expect, it } from 'vitest';
import { hrefTo, parseHash } from '../../../components/matrix/route';

describe('addresses of the matrix', () => {
  it.each([
    ['', { view: 'map', matrix: 'drug' }],
    ['#/', { view: 'map', matrix: 'drug' }],
    ['#/drug', { view: 'map', matrix: 'drug' }],
    ['#/alcohol/', { view: 'map', matrix: 'alcohol' }],
    ['#/drug/E4', { view: 'cell', cell: 'drug/E4' }],
    ['#/drug/E4/', { view: 'cell', cell: 'drug/E4' }],
    ['#/alcohol/A1/some-study', { view: 'entry', id: 'alcohol/A1/some-study', cell: 'alcohol/A1' }],
    [
      '#/drug/E4/passage/who-needs-it',
      { view: 'passage', id: 'drug/E4/passage/who-needs-it', cell: 'drug/E4' },
    ],
    ['#/topic/mutual-aid', { view: 'topic', id: 'mutual-aid' }],
  ])('%s', (hash, route) => expect(parseHash(hash)).toEqual({ route, topics: [] }));

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
    for (const id of ['', 'drug/E4', 'drug/E4/some-study', 'topic/mutual-aid']) {
      const { route, topics } = parseHash(hrefTo(id, ['a', 'b']));
      expect(route.view).not.toBe('unknown');
      expect(topics).toEqual(['a', 'b']);
    }
  });
});
