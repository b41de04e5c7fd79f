// What the reader does with evidence sources: look, put in use, go back, take out, save, and what is told of each.
import { describe, expect, it } from 'vitest';
import { recordCited } from '../../../../lib/evidence/packs/cited';
import { packRoom } from '../../../../lib/evidence/packs/room';
import { seedEvidence } from '../../../../lib/evidence/packs/seed';
import {
  cellView,
  entryView,
  topicEvidence,
  topicWords,
  vocabulary,
} from '../../../../lib/evidence/queries';
import { dump, freshDatabase } from '../real-pack';
import { asFile, council, putInUse, smallPack, smallRoom, smallText } from './small-pack';

function got<T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

describe('an organisation’s pack', () => {
  it('is shown for a look first, and nothing changes by looking', async () => {
    const { db, room } = await smallRoom();
    const before = await dump(db);
    const review = got(await room.review(asFile(council())));
    expect(review.packs).toMatchObject([{ id: 'council', role: 'organisation', state: 'new' }]);
    expect(review.difference.entries).toMatchObject({
      counts: { added: 1, changed: 0, removed: 0 },
      added: [{ id: 'drug/E4/council-study', title: 'What our own service found' }],
    });
    expect(review.clashes).toEqual([]);
    expect(await dump(db)).toEqual(before);
  });

  it('stands beside the shipped one, and every row says where it is from', async () => {
    const { db, room } = await smallRoom();
    const { sources } = await putInUse(room, council());
    expect(sources.packs.map(({ id }) => id)).toEqual(['findings-matrices', 'council']);
    expect(sources.packs[1]).toMatchObject({
      origin: { kind: 'file', name: 'evidence.json' },
      counts: { entries: 1, passages: 1, topics: 1, terms: 2 },
      previous: null,
    });
    const card = got(await topicEvidence(db, 'mutual-aid'));
    expect(card?.entries.filter(({ from }) => from === 'council')).toHaveLength(1);
    expect(card?.sources).toMatchObject({ council: { title: 'Evidence of a council' } });
    expect(got(await topicEvidence(db, 'boats'))).toMatchObject({ topic: { from: 'council' } });
    expect(got(await topicEvidence(db, 'recovery-capital'))?.sources).toBeUndefined();
    const cell = got(await cellView(db, 'drug/E4'));
    expect(cell?.passages.filter(({ from }) => from !== undefined)).toHaveLength(1);
    expect(cell?.sources).toHaveProperty('council');
    expect(got(await topicWords(db, 'mutual-aid'))?.marked).toContain('the harbour circle');
    expect(got(await vocabulary(db)).topics.map(({ id }) => id)).toContain('boats');
  });

  it('is named by the entries that it names', async () => {
    const { db, room } = await smallRoom();
    await putInUse(room, council());
    const [model] = smallPack().entries;
    const view = got(await entryView(db, model?.id ?? ''));
    const told = view?.relations.find(({ entry }) => entry.id === 'drug/E4/council-study');
    expect(told?.label).toBe('Named by “What our own service found”');
  });

  it('goes as it came', async () => {
    const { db, room } = await smallRoom();
    const { meta: _meta, ...before } = await dump(db);
    await putInUse(room, council());
    expect((await room.remove('council')).ok).toBe(true);
    const { meta: _now, ...after } = await dump(db);
    expect(after).toEqual(before);
  });

  it('comes back whole when taking it out is undone, the version before with it', async () => {
    const { db, room } = await smallRoom();
    await putInUse(room, council());
    await putInUse(room, council({ version: '1.1.0' }));
    const before = await dump(db);
    await room.remove('council');
    expect(await room.putBack('council')).toMatchObject({ ok: true });
    expect(await dump(db)).toEqual(before);
    expect(await room.rollBack('council')).toMatchObject({ ok: true });
    expect(await db.packs.get('council')).toMatchObject({ version: '1.0.0' });
    expect(await room.putBack('council')).toMatchObject({ ok: false, code: 'refused' });
  });

  it('does not come back where the evidence was changed since', async () => {
    const { db, room } = await smallRoom();
    await putInUse(room, council());
    await room.remove('council');
    await putInUse(packRoom(db), council({ id: 'county' }));
    const before = await dump(db);
    expect(await room.putBack('council')).toMatchObject({ ok: false, code: 'changed' });
    expect(await dump(db)).toEqual(before);
  });

  it('can be taken out though its file is damaged', async () => {
    const { db, room } = await smallRoom();
    await putInUse(room, council());
    await db.texts.put({ key: 'now council', bytes: new Uint8Array(3) });
    expect(await room.review(asFile(smallPack()))).toMatchObject({ ok: false, code: 'broken' });
    expect(await room.remove('council')).toMatchObject({ ok: true });
    expect(await room.review(asFile(smallPack()))).toMatchObject({ ok: true });
  });

  it('can be gone back from, and that can be undone', async () => {
    const { db, room } = await smallRoom();
    await putInUse(room, council());
    const newer = council({ version: '1.1.0', title: 'Evidence of a council, revised' });
    const { review } = await putInUse(room, newer);
    expect(review.packs[0]?.state).toBe('newer');
    const held = async () => (await db.packs.get('council')) ?? null;
    expect(await held()).toMatchObject({ version: '1.1.0', previous: { version: '1.0.0' } });
    await room.rollBack('council');
    expect(await held()).toMatchObject({ version: '1.0.0', previous: { version: '1.1.0' } });
    await room.rollBack('council');
    expect(await held()).toMatchObject({ version: '1.1.0', previous: { version: '1.0.0' } });
  });

  it('is refused where its words contradict those held, with topic and form', async () => {
    const { db, room } = await smallRoom();
    const before = await dump(db);
    const clashing = council();
    clashing.vocabulary.additions = [
      {
        topic: 'outreach',
        terms: [{ kind: 'alternative', forms: ['mutual aid'] }],
        senses: {},
        not: [],
      },
    ];
    const review = await room.review(asFile(clashing));
    expect(review).toMatchObject({
      ok: false,
      code: 'refused',
      problems: [{ path: 'vocabulary.additions[0]' }],
    });
    expect(review.ok || review.reason).toContain('“mutual aid”');
    expect(await dump(db)).toEqual(before);
  });

  it.each([
    ['a set of which it is no part', { extends: ['elsewhere'] }, 'no evidence called “elsewhere”'],
    ['nothing to stand beside', { extends: [] }, 'must name the evidence'],
    ['the name of the reader’s own', { id: 'own' }, 'and of nothing else'],
    ['matrices of its own', { matrices: smallPack().matrices }, 'only the matrices’ own'],
  ])('is refused for %s', async (_what, more, why) => {
    const { room } = await smallRoom();
    const review = await room.review(asFile(council(more)));
    expect(review.ok || review.reason).toContain(why);
  });
});

describe('the shipped pack', () => {
  const revised = () => {
    const pack = smallPack();
    const [first, second] = pack.entries;
    if (!first || !second) throw new Error('no entries');
    first.publisher = 'Another publisher';
    pack.version = '1.1.0';
    return { pack, changed: first, held: second };
  };

  it('tells field by field what a newer version changes, and which of it was cited', async () => {
    const { db, room } = await smallRoom();
    const { pack, changed, held } = revised();
    await recordCited(db, [changed.id, held.id], '2026-11-01T10:00:00.000Z');
    const review = got(await room.review(asFile(pack)));
    expect(review.packs[0]).toMatchObject({ role: 'shipped', state: 'newer' });
    expect(review.difference.entries.changed).toMatchObject([
      { id: changed.id, changes: [{ field: 'publisher', after: 'Another publisher' }] },
    ]);
    expect(review.difference.cited).toMatchObject([
      { id: changed.id, cited: '2026-11-01T10:00:00.000Z', gone: false },
    ]);
  });

  it('tells terms that come and go, and entries that are gone', async () => {
    const { db, room } = await smallRoom();
    const pack = smallPack();
    const gone = pack.entries.find(({ relations }) => relations.length === 0);
    const topic = pack.vocabulary.topics.find(({ id }) => id === 'outreach');
    if (!gone || !topic) throw new Error('no such entry or topic');
    await recordCited(db, [gone.id], '2026-11-01T10:00:00.000Z');
    pack.entries = pack.entries.filter((entry) => entry !== gone);
    const without = (ids: string[]) => ids.filter((id) => id !== gone.id);
    for (const row of [...pack.passages, ...pack.guidance]) row.entries = without(row.entries);
    for (const row of pack.statements) row.basis = without(row.basis ?? []);
    topic.terms = [{ kind: 'preferred', forms: ['street teams'] }];
    const { difference } = got(await room.review(asFile(pack)));
    expect(difference.entries.removed).toEqual([{ id: gone.id, title: gone.title }]);
    expect(difference.cited).toMatchObject([{ id: gone.id, gone: true }]);
    expect(difference.topics.changed[0]?.changes).toEqual([
      { field: 'terms added', before: null, after: 'street teams' },
      { field: 'terms removed', before: 'outreach and engagement', after: null },
    ]);
  });

  it('cannot be taken out, nor replaced by another set', async () => {
    const { room } = await smallRoom();
    expect(await room.remove('findings-matrices')).toMatchObject({ ok: false, code: 'refused' });
    const other = await room.review(asFile({ ...smallPack(), id: 'another' }));
    expect(other.ok || other.reason).toContain('only a version of “findings-matrices”');
  });

  it('that the reader put in use stays when an older one comes with the extension', async () => {
    const { db, room } = await smallRoom();
    await putInUse(room, revised().pack);
    const shipped = smallPack();
    shipped.licence = 'Another licence';
    const seeded = await seedEvidence(db, JSON.stringify(shipped));
    expect(seeded).toMatchObject({ ok: true });
    expect(await db.packs.get('findings-matrices')).toMatchObject({ version: '1.1.0' });
    expect(await seedEvidence(db, JSON.stringify(shipped))).toMatchObject({ state: 'same' });
  });

  it('gives way to a newer one with the extension, beside the packs of others', async () => {
    const { db, room } = await smallRoom();
    await putInUse(room, council());
    expect(await seedEvidence(db, JSON.stringify(revised().pack))).toMatchObject({
      state: 'replaced',
    });
    expect((await db.packs.toArray()).map(({ id, version }) => `${id} ${version}`)).toEqual([
      'council 1.0.0',
      'findings-matrices 1.1.0',
    ]);
    expect(got(await topicEvidence(db, 'boats'))).not.toBeNull();
  });
});

describe('a ticket', () => {
  it('is worth nothing once the evidence was changed by somebody else', async () => {
    const { db, room } = await smallRoom();
    const review = got(await room.review(asFile(council())));
    const other = smallPack();
    other.version = '2.0.0';
    await seedEvidence(db, JSON.stringify(other));
    expect(await room.apply(review.ticket)).toMatchObject({ ok: false, code: 'changed' });
    expect(await db.packs.get('council')).toBeUndefined();
  });

  it('is of one review only', async () => {
    const { room } = await smallRoom();
    const first = got(await room.review(asFile(council())));
    await room.review(asFile(council({ version: '1.0.1' })));
    expect(await room.apply(first.ticket)).toMatchObject({ ok: false, code: 'changed' });
  });
});

describe('the reader’s own pack', () => {
  const imported = (title: string) => {
    const { cells, entries, passages } = smallPack();
    const cell = cells.find(({ id }) => id === 'drug/E4');
    const held = entries.find(
      ({ role, completeness }) => role === 'main' && completeness === 'full',
    );
    const [passage] = passages;
    if (!cell || !held || !passage) throw new Error('the small pack has changed');
    const line = {
      ...held,
      summary: null,
      findings: [],
      caution: null,
      citation: null,
      relations: [],
      topics: [],
      completeness: 'title-only' as const,
    };
    return {
      kind: 'cell' as const,
      name: 'E4.htm',
      cell: { ...cell, revised: '2025-01-01' },
      entries: [
        { ...line, id: 'drug/E4/a-new-line', title },
        { ...line, publisher: 'A publisher that only the import names', country: null },
      ],
      passages: [{ ...passage, id: 'drug/E4/passage/imported', heading: 'As printed' }],
      held,
    };
  };

  it('takes in a cell, takes its new state the next time, and lets it go', async () => {
    const { db, room } = await smallRoom();
    const first = got(await room.review(imported('A line of the page')));
    expect(first.packs).toMatchObject([{ id: 'own', role: 'own', state: 'new' }]);
    got(await room.apply(first.ticket));
    const title = async () => got(await entryView(db, 'drug/E4/a-new-line'))?.entry.title ?? null;
    expect(await title()).toBe('A line of the page');
    const second = got(await room.review(imported('The line, put right')));
    expect(second.difference.entries.changed).toMatchObject([
      { id: 'drug/E4/a-new-line', changes: [{ field: 'title' }] },
    ]);
    got(await room.apply(second.ticket));
    expect(await title()).toBe('The line, put right');
    got(await room.removeCell('drug/E4'));
    expect(await title()).toBeNull();
    got(await room.rollBack('own'));
    expect(await title()).toBe('The line, put right');
  });

  it('never writes over a shipped row, and tells where it differs', async () => {
    const { db, room } = await smallRoom();
    const input = imported('A line');
    const review = got(await room.review(input));
    got(await room.apply(review.ticket));
    const view = got(await entryView(db, input.held.id));
    expect(view?.entry.summary).toBe(input.held.summary);
    expect(view?.entry.publisher).toBe(
      input.held.publisher ?? 'A publisher that only the import names',
    );
    expect(review.clashes.every(({ from }) => from === 'own')).toBe(true);
    expect(input.held.publisher === null).toBe(
      view?.entry.filled?.fields.includes('publisher') ?? false,
    );
  });

  it('is saved only when that is asked for', async () => {
    const { room } = await smallRoom();
    const review = got(await room.review(imported('A private line')));
    got(await room.apply(review.ticket));
    const without = await got(await room.exportAll({ own: false })).file.text();
    expect(without).not.toContain('A private line');
    const whole = await got(await room.exportAll({ own: true })).file.text();
    expect(whole).toContain('A private line');
  });
});

describe('saving', () => {
  it('gives each pack back byte for byte', async () => {
    const { room } = await smallRoom();
    const text = `${JSON.stringify(council(), null, 2)}\n\n`;
    await putInUse(room, text);
    const saved = got(await room.exportPack('council'));
    expect(await saved.file.text()).toBe(text);
    expect(saved.name).toBe('council-1.0.0.json');
  });

  it('of all makes one file that brings all of them back as they were', async () => {
    const { db, room } = await smallRoom();
    await putInUse(room, `${JSON.stringify(council(), null, 2)}\n`);
    const saved = got(await room.exportAll({ own: false }));
    const other = await smallRoom();
    const { review } = await putInUse(other.room, await saved.file.text());
    expect(review.packs.map(({ id, state }) => [id, state])).toEqual([
      ['findings-matrices', 'same'],
      ['council', 'new'],
    ]);
    const [here, there] = await Promise.all([dump(db), dump(other.db)]);
    for (const table of ['cells', 'entryBlocks', 'lists', 'topics', 'cards', 'texts'])
      expect(there[table], table).toEqual(here[table]);
    const again = got(await other.room.exportAll({ own: false }));
    expect(again.sha256).toBe(saved.sha256);
  });

  it('is possible only where something is held', async () => {
    const room = packRoom(freshDatabase());
    expect(await room.exportAll({ own: true })).toMatchObject({ ok: false, code: 'empty' });
    expect(await room.sources()).toMatchObject({ ok: false, code: 'empty' });
    expect(await room.review(asFile(smallText))).toMatchObject({ ok: false, code: 'empty' });
  });
});
