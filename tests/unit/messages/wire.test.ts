// The border that every message crosses: only ours, only known, only what its sender may ask, only the right shape.

import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { onlyFromOwnPages, toBackground } from '../../../lib/messages/map';
import { type Border, open, readReply, type Sender } from '../../../lib/messages/wire';

const border: Border = {
  map: toBackground,
  extension: 'ours',
  ownPages: 'chrome-extension://ours/',
  onlyFromOwnPages,
};
const page: Sender = {
  extension: 'ours',
  url: 'https://www.gov.uk/x',
  tab: { id: 3, frame: 0, url: 'https://www.gov.uk/x' },
};
const popup: Sender = { extension: 'ours', url: 'chrome-extension://ours/popup.html', tab: null };

describe('an incoming message', () => {
  it('is opened when all is right', () => {
    expect(open(border, { kind: 'evidence/topic', ask: { topic: 'mutual-aid' } }, page)).toEqual({
      kind: 'evidence/topic',
      ask: { topic: 'mutual-aid' },
    });
  });

  it.each([undefined, 'another'])('from the extension %s is passed over', (extension) => {
    const sender = { ...page, extension };
    expect(open(border, { kind: 'page/start', ask: {} }, sender)).toBeNull();
  });

  it.each([null, 'page/start', {}, { kind: 7, ask: {} }, { kind: 'no/such', ask: {} }])(
    'that is not one of ours is passed over: %j',
    (raw) => expect(open(border, raw, page)).toBeNull(),
  );

  it.each(['toString', '__proto__', 'constructor'])('called %s finds nothing', (kind) => {
    expect(open(border, { kind, ask: {} }, page)).toBeNull();
  });

  it.each([...onlyFromOwnPages])('%s is refused to content scripts', (kind) => {
    const ask = {
      host: 'www.gov.uk',
      on: false,
      tab: 3,
      tiers: [1],
      pattern: 'https://a.example/*',
      field: 'tiers',
      value: [1],
    };
    expect(open(border, { kind, ask }, page)).toHaveProperty('refused');
    expect(open(border, { kind, ask }, popup)).toHaveProperty('kind', kind);
  });

  it('from a page that only looks like ours is refused what is for our pages', () => {
    const sender = { ...page, url: 'https://evil.example/chrome-extension://ours/' };
    expect(open(border, { kind: 'evidence/ready', ask: {} }, sender)).toHaveProperty('refused');
  });

  it.each(['javascript:alert(1)', '//evil.example', '/drug/E4#x', '/a b', `/${'a'.repeat(400)}`])(
    'with the matrix path %s: refused, or a path of ours',
    (path) => {
      const result = open(border, { kind: 'matrix/open', ask: { path } }, page);
      if (result && 'kind' in result) expect(path).toMatch(/^\/[\w/?=,&.-]*$/);
      else expect(result).toHaveProperty('refused');
    },
  );

  it('of the wrong shape is refused with its name', () => {
    const result = open(border, { kind: 'evidence/topic', ask: { topic: 7 } }, page);
    expect(result).toMatchObject({ refused: expect.stringContaining('evidence/topic') });
  });
});

describe('a reply', () => {
  const shape = z.object({ n: z.number() });

  it('carries the answer', () => {
    expect(readReply(shape, { ok: true, answer: { n: 1 } })).toEqual({
      ok: true,
      answer: { n: 1 },
    });
  });

  it('carries the reason of a failure', () => {
    expect(readReply(shape, { ok: false, reason: 'full' })).toEqual({ ok: false, reason: 'full' });
  });

  it.each([undefined, null, 'yes', { ok: true, answer: { n: 'one' } }])(
    'that is no proper answer is a failure: %j',
    (raw) => expect(readReply(shape, raw)).toHaveProperty('ok', false),
  );
});
