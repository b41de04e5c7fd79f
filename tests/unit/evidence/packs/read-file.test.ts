// Files as they come: encodings, packing and sizes, each read whole or refused with the place and the reason.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBytes, readStream } from '../../../../lib/evidence/packs/read-file';
import { asFile, smallRoom, smallText } from './small-pack';

const bytes = (text: string) => new TextEncoder().encode(text);
/** In parts, as files and servers give them. */
function streamOf(all: Uint8Array, part = 1000, ended = { cancelled: false }) {
  let at = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(to) {
      if (at >= all.length) return to.close();
      to.enqueue(new Uint8Array(all.subarray(at, at + part)));
      at += part;
    },
    cancel() {
      ended.cancelled = true;
    },
  });
}

async function reasonOf(all: Uint8Array, limit?: number) {
  const read = await readStream(streamOf(all), 0, {}, limit);
  if (read === 'cancelled' || read.ok) return read;
  return read.problems[0];
}

describe('a file', () => {
  it('comes as text, with or without a byte order mark, packed or not', async () => {
    for (const all of [
      bytes(smallText),
      bytes(`\ufeff${smallText}`),
      new Uint8Array(gzipSync(smallText)),
      new Uint8Array(gzipSync(`\ufeff${smallText}`)),
    ])
      expect(await reasonOf(all)).toMatchObject({ ok: true, text: smallText });
    expect(await reasonOf(new Uint8Array(0))).toMatchObject({ ok: true, text: '' });
    expect(await readStream(streamOf(bytes('é'), 1), 2)).toMatchObject({ text: 'é' });
  });

  it.each([
    ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), 'UTF-16', null],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0x00, 0x7b]), 'UTF-16', null],
    ['Latin-1', new Uint8Array([...bytes('{\n"a":\n"caf'), 0xe9, 0x22, 0x7d]), 'not UTF-8', 3],
    ['cut in a letter', bytes('{"a": "é').subarray(0, 8), 'not UTF-8', 1],
    ['damaged packing', new Uint8Array(gzipSync(smallText)).fill(7, 400, 900), 'packing', null],
    [
      'packing that breaks off',
      new Uint8Array(gzipSync(smallText)).subarray(0, 900),
      'packing',
      null,
    ],
  ])('in %s is refused', async (_name, all, why, line) => {
    expect(await reasonOf(all)).toMatchObject({ reason: expect.stringContaining(why), line });
  });

  it('that is far larger unpacked than packed is refused as it unfolds', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(5_000_000)));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await reasonOf(bomb, 1_000_000)).toMatchObject({
      reason: expect.stringContaining('too large'),
    });
  });

  it('that goes on and on is read no further than the limit', async () => {
    const ended = { cancelled: false };
    let sent = 0;
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(to) {
        sent += 1000;
        to.enqueue(new Uint8Array(1000));
      },
      cancel: () => {
        ended.cancelled = true;
      },
    });
    // It said that it would be 10 bytes.
    const read = await readStream(endless, 10, {}, 50_000);
    expect(read).toMatchObject({ ok: false });
    expect(ended.cancelled).toBe(true);
    expect(sent).toBeLessThan(60_000);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const progress = () => stop.abort();
    expect(await readStream(streamOf(bytes(smallText)), 0, { progress, signal: stop.signal })).toBe(
      'cancelled',
    );
  });

  it('is known without its byte order mark', () => {
    expect(readBytes(bytes('\ufeff{}'))).toMatchObject({ bytes: bytes('{}') });
  });
});

describe('a hostile file', () => {
  it.each([
    ['a truncated one', smallText.slice(0, smallText.length / 2), 'not JSON'],
    [
      'one of a form to come',
      smallText.replace('"schema":2', '"schema":9'),
      'Update the extension',
    ],
    ['one nested without end', '['.repeat(300_000), 'not JSON'],
    ['one nested too deep', `${'['.repeat(3000)}${']'.repeat(3000)}`, 'does not hold'],
    [
      'a huge list',
      `{"schema":2,"entries":[${'0,'.repeat(400_000)}0]}`,
      'further faults (19 named)',
    ],
    ['a huge value', `{"schema":2,"title":"${'x'.repeat(3_000_000)}"}`, 'longer than'],
    ['a file of files within files', '{"schema":2,"role":"all","packs":[{"role":"all"}]}', 'form'],
    ['an empty file of files', '{"schema":2,"role":"all","packs":[]}', 'as it was saved'],
    ['one file twice', `{"schema":2,"role":"all","packs":[${smallText},${smallText}]}`, 'twice'],
  ])('%s is refused with its reason, and nothing is changed', async (_name, text, why) => {
    const { db, room } = await smallRoom();
    const before = await db.packs.toArray();
    const review = await room.review(asFile(text));
    expect(review).toMatchObject({ ok: false, code: 'refused' });
    expect(review.ok || review.reason).toContain(why);
    expect(review.ok || review.reason).toContain('unchanged');
    expect(await db.packs.toArray()).toEqual(before);
  });
});
