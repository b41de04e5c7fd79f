// Where packs do not fit together: what gives way, what is told, and that the shipped row is never hidden.
import { describe, expect, it } from 'vitest';
import { mergePacks } from '../../../../lib/evidence/packs/merge';
import { council, smallPack } from './small-pack';

const shipped = smallPack();
const first = () => {
  const [entry] = smallPack().entries;
  if (!entry) throw new Error('no entry');
  return entry;
};
const told = (...packs: Parameters<typeof mergePacks>[0]) =>
  mergePacks([shipped, ...packs]).clashes.map(({ kind, what, id, from, shown }) => ({
    kind,
    what,
    id,
    from,
    shown,
  }));

describe('packs beside each other', () => {
  it('that fit are told nothing of', () => {
    expect(told(council())).toEqual([]);
    expect(mergePacks([shipped])).toMatchObject({ merged: shipped, total: 0 });
  });

  it('keep the shipped row of an id that is in both', () => {
    const pack = council({
      entries: [{ ...first(), title: 'Something else', relations: [] }],
      passages: smallPack().passages.slice(0, 1),
      guidance: smallPack().guidance.slice(0, 1),
      statements: smallPack().statements.slice(0, 1),
    });
    pack.vocabulary.topics = smallPack().vocabulary.topics.slice(0, 1);
    const { merged, clashes } = mergePacks([shipped, pack]);
    expect(clashes.map(({ kind, what, shown }) => [kind, what, shown])).toEqual([
      ['same-id', 'topic', null],
      ['same-id', 'entry', 'findings-matrices'],
      ['same-id', 'passage', 'findings-matrices'],
      ['same-id', 'guidance', 'findings-matrices'],
      ['same-id', 'statement', 'findings-matrices'],
    ]);
    expect(merged.entries).toEqual(shipped.entries);
    expect(clashes[1]?.reason).toMatch(/^“Something else” is in “Evidence of a council” and in “/);
  });

  it('show both of two entries that look like one document', () => {
    const { id, title, year } = first();
    const pack = council({
      entries: [{ ...first(), id: 'drug/E4/twin', title: title.toUpperCase(), relations: [] }],
      passages: [],
    });
    expect(told(pack)).toEqual([
      {
        kind: 'same-document',
        what: 'entry',
        id: 'drug/E4/twin',
        from: 'council',
        shown: 'findings-matrices',
      },
    ]);
    const ids = mergePacks([shipped, pack]).merged.entries.map((entry) => entry.id);
    expect(ids).toEqual(expect.arrayContaining([id, 'drug/E4/twin']));
    const otherYear = { ...first(), id: 'drug/E4/twin', year: (year ?? 2000) + 1, relations: [] };
    expect(told(council({ entries: [otherYear], passages: [] }))).toEqual([]);
  });

  it('leave out references that lead nowhere', () => {
    const [entry] = council().entries;
    if (!entry) throw new Error('no entry');
    const lost = {
      ...entry,
      topics: ['mutual-aid', 'nowhere'],
      relations: [{ type: 'related' as const, to: 'drug/E4/nowhere', label: 'x' }],
    };
    const { merged, clashes } = mergePacks([shipped, council({ entries: [lost] })]);
    expect(clashes.map(({ kind, id, shown }) => [kind, id, shown])).toEqual([
      ['missing', 'drug/E4/council-study', null],
      ['missing', 'drug/E4/council-study', null],
    ]);
    expect(merged.entries.find(({ id }) => id === lost.id)).toMatchObject({
      topics: ['mutual-aid'],
      relations: [],
      from: 'council',
    });
  });

  it('leave out rows whose cell is gone', () => {
    const without = { ...shipped, cells: shipped.cells.filter(({ id }) => id !== 'drug/E4') };
    const { merged, clashes } = mergePacks([without, council()]);
    expect(merged.entries.some(({ from }) => from === 'council')).toBe(false);
    expect(merged.passages.some(({ from }) => from === 'council')).toBe(false);
    expect(clashes.filter(({ kind }) => kind === 'missing')).toHaveLength(2);
  });

  it('do not mark words that another topic has, and go on marking the others', () => {
    const pack = council();
    pack.vocabulary.additions[0]?.terms.push({ kind: 'alternative', forms: ['recovery capital'] });
    const { merged, clashes, words } = mergePacks([shipped, pack]);
    expect(clashes).toMatchObject([{ kind: 'same-words', what: 'topic', id: 'mutual-aid' }]);
    expect(words.get('council')).toMatchObject([{ form: 'recovery capital' }]);
    const topic = merged.vocabulary.topics.find(({ id }) => id === 'mutual-aid');
    const forms = topic?.terms.flatMap((group) => group.forms);
    expect(forms).toContain('the harbour circle');
    expect(forms).not.toContain('recovery capital');
    expect(topic?.addedBy).toEqual(['council']);
  });

  it('mark none of the words of a pack that cannot be mended', () => {
    const pack = council();
    for (const topic of pack.vocabulary.topics) topic.related = ['nowhere'];
    const { merged, clashes } = mergePacks([shipped, pack]);
    expect(clashes.map(({ reason }) => reason).join()).toContain('None of them is marked');
    expect(merged.vocabulary).toEqual(shipped.vocabulary);
  });

  it('list no more clashes than anybody reads, and count all', () => {
    const [entry] = council().entries;
    if (!entry) throw new Error('no entry');
    const entries = Array.from({ length: 700 }, (_, i) => ({
      ...entry,
      id: `drug/E4/made-${i}`,
      title: `Made ${i}`,
      topics: ['nowhere'],
      relations: [],
    }));
    const { clashes, total } = mergePacks([shipped, council({ entries, passages: [] })]);
    expect([clashes.length, total]).toEqual([500, 700]);
  });
});
