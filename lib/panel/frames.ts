// A tab as one document: its page and the page's frames, each with marks of its own, counted through from the first to the last.

import { say } from '../words/words';
import type { DocumentInFront, Listed, MentionAsk, MentionLine, MentionList, Went } from './model';

type Replied<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly reason: string };

/** Asking one frame of the tab; a refusal is a value. */
export interface FrameDoors {
  mentions(frame: number, ask: MentionAsk): Promise<Replied<MentionList>>;
  /** `to`: a mention's id, `next`, `previous`, or `none` to close the card. */
  go(frame: number, to: string): Promise<Replied<Went>>;
}

const EVERY: Pick<MentionAsk, 'topic' | 'stances'> = {
  topic: null,
  stances: ['asserted', 'excluded', 'other'],
};

/** `framesNow` gives the numbers of the frames that may have marks, the page itself first. */
export function documentOfFrames(
  framesNow: () => readonly number[],
  doors: FrameDoors,
): DocumentInFront {
  /** Frame of the mention gone to last, and where it stands there. */
  let here: { frame: number; at: number; of: number } | null = null;

  /** Marks in the frames before one, and in all; a frame that does not answer has none. */
  const before = async (frame: number): Promise<{ before: number; all: number }> => {
    const frames = framesNow();
    if (frames.length === 1) return { before: 0, all: 0 };
    const totals = await Promise.all(
      frames.map(async (one) => {
        const reply = await doors.mentions(one, { ...EVERY, from: 0, count: 1 });
        return reply.ok ? reply.answer.total : 0;
      }),
    );
    const sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0);
    return { before: sum(totals.slice(0, frames.indexOf(frame))), all: sum(totals) };
  };

  const wentIn = async (frame: number, to: string): Promise<Went> => {
    const reply = await doors.go(frame, to);
    if (!reply.ok) return reply;
    const went = reply.answer;
    if (!went.ok) return went;
    if (here && here.frame !== frame) await doors.go(here.frame, 'none');
    here = { frame, at: went.at, of: went.of };
    const place = await before(frame);
    return {
      ok: true,
      id: nameOf(frame, went.id),
      at: place.before + went.at,
      of: Math.max(place.all, went.of),
    };
  };

  return {
    async mentions(ask) {
      const mentions: MentionLine[] = [];
      let total = 0;
      let answered: string | null = null;
      let someAnswered = false;
      for (const frame of framesNow()) {
        const from = Math.max(0, ask.from - total);
        const wanted = Math.max(1, ask.count - mentions.length);
        const reply = await doors.mentions(frame, { ...ask, from, count: wanted });
        if (!reply.ok) {
          answered ??= reply.reason;
          continue;
        }
        someAnswered = true;
        const place = await before(frame);
        for (const mention of reply.answer.mentions) {
          if (mentions.length === ask.count) break;
          const { id, at } = mention;
          mentions.push({ ...mention, id: nameOf(frame, id), at: place.before + at });
        }
        total += reply.answer.total;
      }
      const listed: Listed = { ok: true, list: { total, mentions } };
      return someAnswered || answered === null ? listed : { ok: false, reason: answered };
    },

    async go(id) {
      const place = /^(\d+)\.(.+)$/.exec(id);
      if (!place) return { ok: false, reason: say('There is no such mention.') };
      return wentIn(Number(place[1]), place[2] ?? '');
    },

    async step(backwards) {
      const to = backwards ? 'previous' : 'next';
      const frames = framesNow();
      let order = frames;
      if (here) {
        const { frame, at, of } = here;
        const i = frames.indexOf(frame);
        const later = [...frames.slice(i + 1), ...frames.slice(0, i)];
        // Past the last mark of a frame comes the next frame; where no other has marks, the first one again.
        const atEnd = backwards ? at === 1 : at === of;
        const others = backwards ? later.reverse() : later;
        order = atEnd ? [...others, frame] : [frame, ...others];
      }
      let last: Went = noMark();
      for (const frame of order) {
        const entering = here !== null && here.frame !== frame;
        const went = entering
          ? await enter(frame, backwards, doors, wentIn)
          : await wentIn(frame, to);
        if (went.ok) return went;
        last = went;
      }
      return last;
    },

    async closeCard() {
      if (here) await doors.go(here.frame, 'none');
    },
  };
}

const noMark = (): Went => ({ ok: false, reason: say('There is no mark on this page.') });

const nameOf = (frame: number, id: string) => `${frame}.${id}`;

/** Goes to the first mark of a frame, or the last one. */
async function enter(
  frame: number,
  backwards: boolean,
  doors: FrameDoors,
  wentIn: (frame: number, to: string) => Promise<Went>,
): Promise<Went> {
  const first = await doors.mentions(frame, { ...EVERY, from: 0, count: 1 });
  if (!first.ok) return first;
  const { total } = first.answer;
  if (total === 0) return noMark();
  const from = backwards ? total - 1 : 0;
  const wanted = from === 0 ? first : await doors.mentions(frame, { ...EVERY, from, count: 1 });
  const id = wanted.ok ? wanted.answer.mentions[0]?.id : undefined;
  return id === undefined ? noMark() : wentIn(frame, id);
}
