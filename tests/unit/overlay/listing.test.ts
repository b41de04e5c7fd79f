// @vitest-environment jsdom
// Marks as the panel lists them: sentence, heading, number, and names that stay.
import { beforeEach, describe, expect, it } from 'vitest';
import { Listing } from '../../../lib/overlay/listing';
import type { Mark } from '../../../lib/overlay/marks';
import { collectBlocks } from '../../../lib/page/collect';
import { placeOf, type TextBlock } from '../../../lib/page/model';

let blocks: TextBlock[] = [];

function mark(words: string, topic: string, stance: Mark['stance'] = 'asserted'): Mark {
  const block = blocks.find(({ text }) => text.includes(words));
  const start = block?.text.indexOf(words) ?? -1;
  const end = start + words.length;
  const place = block && placeOf(block, start, end);
  if (!block || !place) throw new Error(`no block with “${words}”`);
  const { element } = block;
  return {
    place,
    stance,
    element,
    block,
    start,
    end,
    topic,
    tier: 1,
    words,
    why: null,
    cites: null,
  };
}

beforeEach(() => {
  document.body.innerHTML = `<p>Rehab before any heading.</p><h2>Aftercare\n and more</h2>
    <p>First sentence. The provider keeps a list of SMART Recovery groups. Last one.</p>
    <h2>Premises for detox</h2><p>No rehab is bought here.</p>`;
  blocks = collectBlocks(document);
});

const EVERY = { topic: null, stances: ['asserted', 'excluded', 'other'] as Mark['stance'][] };

describe('the listing', () => {
  const shown = () => [
    mark('Rehab', 'rehab'),
    mark('SMART Recovery', 'aid'),
    mark('detox', 'detox'),
    mark('rehab', 'rehab', 'excluded'),
  ];

  it('gives each mark with its sentence, the heading above it and its number', () => {
    const { total, mentions } = new Listing().list(
      { ...EVERY, from: 0, count: 9 },
      { shown: shown() },
      blocks,
    );
    expect(total).toBe(4);
    expect(mentions.map(({ before, words, after }) => before + words + after)).toEqual([
      'Rehab before any heading.',
      'The provider keeps a list of SMART Recovery groups.',
      'Premises for detox',
      'No rehab is bought here.',
    ]);
    expect(mentions.map(({ heading }) => heading)).toEqual([
      null,
      'Aftercare and more',
      // It is a heading itself.
      null,
      'Premises for detox',
    ]);
    expect(mentions.map(({ at }) => at)).toEqual([1, 2, 3, 4]);
  });

  it('keeps to the topic, the stances and the step that are asked for', () => {
    const marked = { shown: shown() };
    const ask = { ...EVERY, topic: 'rehab', from: 0, count: 1 };
    const listing = new Listing();
    expect(listing.list(ask, marked, blocks)).toMatchObject({ total: 2, mentions: [{ at: 1 }] });
    expect(listing.list({ ...ask, from: 1 }, marked, blocks).mentions).toMatchObject([{ at: 4 }]);
    const ruledOut = listing.list({ ...ask, stances: ['excluded'] }, marked, blocks);
    expect(ruledOut).toMatchObject({ total: 1, mentions: [{ at: 4, stance: 'excluded' }] });
  });

  it('names a mark the same as long as it is there, and finds it by its name', () => {
    const listing = new Listing();
    const marks = shown();
    const ask = { ...EVERY, from: 0, count: 9 };
    const names = () => listing.list(ask, { shown: marks }, blocks).mentions.map(({ id }) => id);
    const before = names();
    expect(new Set(before).size).toBe(4);
    const [first] = marks.splice(0, 1);
    expect(names()).toEqual(before.slice(1));
    expect(listing.find(before[0] ?? '', { shown: marks })).toBeUndefined();
    expect(listing.find(before[3] ?? '', { shown: marks })).toBe(marks[2]);
    expect(listing.nameOf(first as Mark)).toBe(before[0]);
  });
});
