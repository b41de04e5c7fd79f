// Messages over a browser's one-shot messages: answered, refused, unheard.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageMap } from '../../../lib/messages/map';
import { answerAsPage, askBackground, type Handlers } from '../../../lib/platform/messages';
import { pageSummary } from '../background/rooms';

beforeEach(() => fakeBrowser.reset());

const page: Handlers<PageMap> = {
  'page/summary': async () => pageSummary(['a']),
  'page/mark-anyway': async () => pageSummary([]),
  'page/turn': async () => {
    throw new Error('already gone');
  },
  'page/wishes': async () => ({ ok: true }),
  'page/mentions': async () => ({ total: 0, mentions: [] }),
  'mark/next': async ({ backwards }) => ({ ok: backwards }),
  'mark/go': async () => ({ ok: false, reason: 'no such mark' }),
};

const send = (kind: string, ask: unknown, id = fakeBrowser.runtime.id) =>
  new Promise((resolve) => {
    // The types of the fake know only answers by promise.
    const respond = resolve as never;
    const heard = fakeBrowser.runtime.onMessage.trigger({ kind, ask }, { id }, respond);
    void heard.then((answers: unknown[]) => {
      if (!answers.includes(true)) resolve('unheard');
    });
  });

describe('a content script', () => {
  it('answers what it knows', async () => {
    answerAsPage(page, new AbortController().signal);
    expect(await send('mark/next', { backwards: true })).toEqual({
      ok: true,
      answer: { ok: true },
    });
  });

  it('gives a reason for what failed', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    answerAsPage(page, new AbortController().signal);
    expect(await send('page/turn', { on: true })).toEqual({ ok: false, reason: 'already gone' });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it.each(['toString', 'page/start', ''])('passes over “%s”', async (kind) => {
    answerAsPage(page, new AbortController().signal);
    expect(await send(kind, {})).toBe('unheard');
  });

  it('passes over other extensions', async () => {
    answerAsPage(page, new AbortController().signal);
    expect(await send('page/summary', {}, 'another')).toBe('unheard');
  });

  it('stops with its signal', async () => {
    const stop = new AbortController();
    answerAsPage(page, stop.signal);
    stop.abort();
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(false);
  });
});

describe('asking', () => {
  it('is a failure with a reason where nobody listens', async () => {
    expect(await askBackground('page/start', {})).toMatchObject({
      ok: false,
      reason: expect.any(String),
    });
  });
});
