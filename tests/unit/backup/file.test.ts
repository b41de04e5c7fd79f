// The file of a backup: comes out as it went in, and is refused whole where it is cut, damaged, longer, newer or something else.
import { describe, expect, it } from 'vitest';
import { type Contents, readBackup, writeBackup } from '../../../lib/backup/file';

const bytes = (text: string) => new TextEncoder().encode(text);
const BIG = new Uint8Array(2_300_000).map((_, i) => i % 251);
const CONTENTS: Contents = new Map([
  ['settings', bytes('{"settings.role":"manager"}')],
  ['text now own', BIG],
  ['cited', bytes('')],
]);
const ABOUT = { made: '2026-11-24T10:00:00.000Z', by: '0.1.0' };

const made = () => writeBackup(CONTENTS, ABOUT);
async function changed(how: (bytes: Uint8Array<ArrayBuffer>) => void): Promise<Blob> {
  const all = new Uint8Array(await (await made()).arrayBuffer());
  how(all);
  return new Blob([all]);
}

describe('a backup', () => {
  it('comes out as it went in, in pieces of its own checksum', async () => {
    const file = await made();
    const read = await readBackup(file);
    if (!read.ok) throw new Error(read.what);
    expect(read.made).toBe(ABOUT.made);
    expect([...read.contents.keys()]).toEqual(['settings', 'text now own', 'cited']);
    const out = read.contents.get('text now own') ?? new Uint8Array();
    expect(Buffer.from(out).equals(Buffer.from(BIG))).toBe(true);
    const head = JSON.parse((await file.slice(0, 5000).text()).split('\n')[1] ?? '');
    expect(head.pieces.map((piece: { name: string }) => piece.name)).toEqual([
      'settings',
      ...Array(3).fill('text now own'),
      'cited',
    ]);
  });

  it('cut anywhere is told as cut, with the sizes', async () => {
    const file = await made();
    for (const part of [0.999, 0.5, 0.01]) {
      const there = Math.floor(file.size * part);
      expect(await readBackup(file.slice(0, there))).toEqual({
        ok: false,
        what: 'cut',
        there,
        promised: file.size,
      });
    }
    expect(await readBackup(file.slice(0, 60))).toMatchObject({ ok: false, what: 'cut' });
  });

  it('with one bit turned names the piece', async () => {
    const file = await changed((all) => {
      all[all.length - 5] = (all[all.length - 5] ?? 0) ^ 1;
    });
    expect(await readBackup(file)).toEqual({ ok: false, what: 'damaged', piece: 4, of: 5 });
  });

  it('with something after its end, or a head that is not to be read, is refused', async () => {
    expect(await readBackup(new Blob([await made(), 'x']))).toMatchObject({ what: 'longer' });
    const head = await changed((all) => all.fill(32, 24, 34));
    expect(await readBackup(head)).toEqual({ ok: false, what: 'damaged' });
    const long = new Blob(['EVIDENCE-OVERLAY-BACKUP\n', new Uint8Array(2_100_000)]);
    expect(await readBackup(long)).toEqual({ ok: false, what: 'damaged' });
  });

  it('of a later form, and any other file, is told apart', async () => {
    const newer = new Blob(['EVIDENCE-OVERLAY-BACKUP\n{"form":2,"sheets":[]}\n']);
    expect(await readBackup(newer)).toEqual({ ok: false, what: 'newer' });
    for (const text of ['', '{"schema":2}', 'PK\u0003\u0004'])
      expect(await readBackup(new Blob([text]))).toEqual({ ok: false, what: 'other' });
  });
});
