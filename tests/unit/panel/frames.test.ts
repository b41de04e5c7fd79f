// A page with frames as one document: mentions counted through, and steps that cross from frame to frame.
import { describe, expect, it } from 'vitest';
import { documentOfFrames, type FrameDoors } from '../../../lib/panel/frames';
import type { MentionAsk, MentionLine, Went } from '../../../lib/panel/model';

const line = (id: string, at: number): MentionLine => ({
  id,
  topic: 'aid',
  stance: 'asserted',
  before: '',
  words: id,
  after: '',
  heading: null,
  cites: null,
  at,
});

/** Frames with marks of these names; `silent` frames do not answer. */
function doors(frames: Record<number, string[]>, silent: number[] = []) {
  const log: string[] = [];
  const at: Record<number, number> = {};
  const made: FrameDoors = {
    async mentions(frame, { from, count }) {
      const all = frames[frame];
      if (!all || silent.includes(frame)) return { ok: false, reason: 'nobody there' };
      const mentions = all.map((id, i) => line(id, i + 1)).slice(from, from + count);
      return { ok: true, answer: { total: all.length, mentions } };
    },
    async go(frame, to): Promise<{ ok: true; answer: Went }> {
      log.push(`${frame} ${to}`);
      const all = frames[frame] ?? [];
      const before = at[frame] ?? (to === 'previous' ? 0 : -1);
      const steps: Record<string, number> = { next: before + 1, previous: before - 1 };
      const i = steps[to] ?? all.indexOf(to);
      const index = (i + all.length) % all.length;
      const id = all[index];
      if (id === undefined || (steps[to] === undefined && i < 0))
        return { ok: true, answer: { ok: false, reason: 'no such mark' } };
      at[frame] = index;
      return { ok: true, answer: { ok: true, id, at: index + 1, of: all.length } };
    },
  };
  return { made, log };
}

const ask = (from: number, count: number): MentionAsk => ({
  topic: 'aid',
  stances: ['asserted'],
  from,
  count,
});

async function idsOf(document: ReturnType<typeof documentOfFrames>, from: number, count: number) {
  const got = await document.mentions(ask(from, count));
  if (!got.ok) throw new Error(got.reason);
  return { total: got.list.total, ids: got.list.mentions.map(({ id, at }) => `${id} ${at}`) };
}

describe('a document of frames', () => {
  const frames = { 0: ['a', 'b'], 4: [], 7: ['c', 'd', 'e'] };
  const of = (order: number[], silent: number[] = []) => {
    const { made, log } = doors(frames, silent);
    return { document: documentOfFrames(() => order, made), log };
  };

  it('lists in steps over the borders of frames, and numbers all marks through', async () => {
    const { document } = of([0, 4, 7]);
    expect(await idsOf(document, 0, 3)).toEqual({ total: 5, ids: ['0.a 1', '0.b 2', '7.c 3'] });
    expect(await idsOf(document, 3, 3)).toEqual({ total: 5, ids: ['7.d 4', '7.e 5'] });
    expect(await idsOf(document, 9, 3)).toEqual({ total: 5, ids: [] });
  });

  it('passes over frames that do not answer, and says why where none does', async () => {
    expect(await idsOf(of([0, 7], [0]).document, 0, 9)).toEqual({
      total: 3,
      ids: ['7.c 1', '7.d 2', '7.e 3'],
    });
    expect(await of([0, 7], [0, 7]).document.mentions(ask(0, 9))).toEqual({
      ok: false,
      reason: 'nobody there',
    });
  });

  it('goes to a mention in its own frame and closes the card in the one before', async () => {
    const { document, log } = of([0, 7]);
    expect(await document.go('0.b')).toEqual({ ok: true, id: '0.b', at: 2, of: 5 });
    expect(await document.go('7.d')).toEqual({ ok: true, id: '7.d', at: 4, of: 5 });
    await document.closeCard();
    expect(log).toEqual(['0 b', '7 d', '0 none', '7 none']);
    expect(await document.go('nonsense')).toHaveProperty('ok', false);
    expect(await document.go('7.gone')).toEqual({ ok: false, reason: 'no such mark' });
  });

  it('steps on into the next frame that has marks, and round', async () => {
    const { document } = of([0, 4, 7]);
    const walked: string[] = [];
    for (let i = 0; i < 6; i++) {
      const went = await document.step(false);
      walked.push(went.ok ? `${went.id} ${went.at}/${went.of}` : went.reason);
    }
    expect(walked).toEqual(['0.a 1/5', '0.b 2/5', '7.c 3/5', '7.d 4/5', '7.e 5/5', '0.a 1/5']);
  });

  it('steps back into the last mark of the frame before', async () => {
    const { document } = of([0, 4, 7]);
    await document.go('7.c');
    const back = await document.step(true);
    expect(back).toEqual({ ok: true, id: '0.b', at: 2, of: 5 });
    await document.step(true);
    expect(await document.step(true)).toMatchObject({ id: '7.e' });
  });

  it('needs no counting where there is one frame, and says so where there is no mark', async () => {
    const { document } = of([0]);
    expect(await document.step(false)).toEqual({ ok: true, id: '0.a', at: 1, of: 2 });
    expect(await of([4]).document.step(false)).toHaveProperty('ok', false);
  });
});
