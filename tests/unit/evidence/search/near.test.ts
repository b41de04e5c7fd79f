// What makes a search quick must find the same: words left out before they are compared, blocks of rows that are kept.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { entriesById, KeptBlocks } from '../../../../lib/evidence/blocks';
import { matchesOf } from '../../../../lib/evidence/search/match';
import { IndexBuilder } from '../../../../lib/evidence/search/word-index';
import { slips, slipsAllowed } from '../../../../lib/evidence/search/words';
import { seededDatabase } from '../real-pack';

/** Of few letters, so that many are near each other. */
const word = fc
  .array(fc.constantFrom('a', 'b', 'e', 'q', 'r'), { minLength: 2, maxLength: 10 })
  .map((letters) => letters.join(''));

function indexOf(words: readonly string[]) {
  const builder = new IndexBuilder();
  const fields = [[words.join(' '), 10]] as const;
  builder.add({ type: 'entry', id: 'x', kind: 'key', cells: [], topics: [], fields });
  return builder.finish();
}

describe('words a slip away', () => {
  it('are all those that a comparison with every word finds', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), word, fc.boolean(), (words, typed, last) => {
        const index = indexOf(words);
        const most = slipsAllowed(typed.length);
        const near = index.words.filter((held) => {
          const far = slips(typed, held, most, last);
          return far > 0 && far <= most;
        });
        const found = matchesOf(index, typed, { last, slipsToo: true });
        const texts = found.map(({ at }) => index.words[at]);
        expect(texts).toEqual(expect.arrayContaining(near));
      }),
      { numRuns: 500 },
    );
  });
});

describe('kept blocks', () => {
  it('give the same rows and are read once', async () => {
    const db = await seededDatabase();
    const ids = (await db.entryBlocks.toArray()).flatMap(({ rows }) => rows.map(({ id }) => id));
    const some = [...ids.slice(0, 3), 'drug/E4/nothing', ...ids.slice(40, 44)];
    const kept = new KeptBlocks();
    const first = await entriesById(db, some, kept);
    expect(first.map((row) => row?.id)).toEqual([
      ...ids.slice(0, 3),
      undefined,
      ...ids.slice(40, 44),
    ]);
    const read = vi.spyOn(db.entryBlocks, 'bulkGet');
    expect(await entriesById(db, some, kept)).toEqual(first);
    expect(read).not.toHaveBeenCalled();
    expect(await entriesById(db, some)).toEqual(first);
    expect(read).toHaveBeenCalledOnce();
  });

  it('are not more than so many, those asked for last', () => {
    const kept = new KeptBlocks();
    for (let i = 0; i < 300; i++) kept.keep({ first: `${i}`, rows: [] });
    kept.keep({ first: '150', rows: [] });
    kept.keep({ first: 'new', rows: [] });
    expect([kept.blocks.size, kept.blocks.has('150'), kept.blocks.has('100')]).toEqual([
      200,
      true,
      false,
    ]);
  });
});
