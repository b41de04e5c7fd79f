// The keyword of the address bar, on the evidence that ships.
import { beforeAll, describe, expect, it } from 'vitest';
import { omniboxWork } from '../../../lib/background/omnibox';
import { searchRoom } from '../../../lib/evidence/search/room';
import type { OmniboxWork } from '../../../lib/platform/omnibox';
import { freshDatabase, seededDatabase } from '../evidence/real-pack';

let work: OmniboxWork;
let opened: string[];

beforeAll(async () => {
  const { ask } = searchRoom(await seededDatabase(), { patience: 60_000 });
  opened = [];
  work = omniboxWork({
    search: ask,
    topicLabel: async (id) => (id === 'gone' ? null : `Label of ${id}`),
    open: async (path, where) => {
      opened.push(`${where} ${path}`);
    },
  });
});

describe('suggestions', () => {
  it('name topics, entries and passages', async () => {
    const all = await work.suggest('residential care');
    expect(all.map(({ content }) => content)).toContain(
      'matrix:drug/E4/determining-who-needs-residential-care',
    );
    expect(all.map(({ content }) => content)).toContain(
      'matrix:drug/E4/passage/who-needs-residential-care',
    );
    expect(all.find(({ content }) => content.includes('determining'))?.description).toBe(
      'Determining who needs residential care (2001)',
    );
  });

  it('find by other words and with a slip', async () => {
    for (const text of ['rehab', 'rehabiltation'])
      expect((await work.suggest(text))[0]).toEqual({
        content: 'matrix:topic/residential-rehabilitation',
        description: 'Topic: Label of residential-rehabilitation',
      });
  });

  it('are none for nothing typed, nothing found, and no evidence', async () => {
    expect(await work.suggest('  ')).toEqual([]);
    expect(await work.suggest('xqzzy')).toEqual([]);
    const { ask } = searchRoom(freshDatabase());
    const empty = omniboxWork({ search: ask, topicLabel: async () => null, open: async () => {} });
    expect(await empty.suggest('rehab')).toEqual([]);
  });
});

describe('choosing', () => {
  it('opens what was suggested, or the search for what was typed', async () => {
    await work.choose('matrix:drug/E4', 'here');
    await work.choose('50 % & more', 'new-tab');
    expect(opened).toEqual([
      'here /matrix.html#/drug/E4',
      'new-tab /matrix.html#/search?q=50%20%25%20%26%20more',
    ]);
  });
});
