// The file of a backup: a line that names it, a line of JSON that lists its pieces, then the pieces. Each piece has its own
// SHA-256, so that a damaged or cut file is known before anything of it is used. Pure; knows nothing of what is in it.
import * as z from 'zod/mini';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a backup holds, by name: `settings`, `packs`, `text now drug` … */
export type Contents = ReadonlyMap<string, Bytes>;

export type ReadBackup =
  | { readonly ok: true; readonly made: string; readonly by: string; readonly contents: Contents }
  /** `what`: the sort of fault; `piece` of `of`, where one is damaged; sizes in bytes, where the file is cut. */
  | {
      readonly ok: false;
      readonly what: 'other' | 'newer' | 'damaged' | 'cut' | 'longer';
      readonly piece?: number;
      readonly of?: number;
      readonly there?: number;
      readonly promised?: number;
    };

const MAGIC = 'EVIDENCE-OVERLAY-BACKUP\n';
const FORM = 1;
/** Bytes of a piece: small enough to be checked one at a time. */
const PIECE = 1_000_000;
const LONGEST_HEAD = 2_000_000;

const Head = z.object({
  form: z.int(),
  /** ISO 8601 in UTC. */
  made: z.string().check(z.maxLength(40)),
  /** Version of the extension that made it. */
  by: z.string().check(z.maxLength(40)),
  pieces: z.array(
    z.object({
      name: z.string().check(z.minLength(1), z.maxLength(2500)),
      bytes: z.int().check(z.gte(0), z.lte(PIECE)),
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});
type Head = z.infer<typeof Head>;

export async function writeBackup(
  contents: Contents,
  about: { made: string; by: string },
): Promise<Blob> {
  const pieces: Head['pieces'] = [];
  const data: Bytes[] = [];
  for (const [name, bytes] of contents)
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
      const piece = bytes.slice(at, at + PIECE);
      pieces.push({ name, bytes: piece.length, sha256: await sha256(piece) });
      data.push(piece);
    }
  const head: Head = { form: FORM, ...about, pieces };
  return new Blob([MAGIC, JSON.stringify(head), '\n', ...data], {
    type: 'application/octet-stream',
  });
}

/** Reads and checks the whole; never throws for what the file holds. */
export async function readBackup(file: Blob): Promise<ReadBackup> {
  const start = new Uint8Array(await file.slice(0, MAGIC.length + LONGEST_HEAD).arrayBuffer());
  const text = new TextDecoder().decode(start.subarray(0, MAGIC.length));
  if (text !== MAGIC) return { ok: false, what: 'other' };
  const end = start.indexOf(10, MAGIC.length);
  if (end === -1) return { ok: false, what: file.size < start.length + 1 ? 'cut' : 'damaged' };
  const head = headOf(new TextDecoder().decode(start.subarray(MAGIC.length, end)));
  if (head === 'newer' || head === 'damaged') return { ok: false, what: head };
  const promised = end + 1 + head.pieces.reduce((sum, piece) => sum + piece.bytes, 0);
  if (file.size !== promised) {
    const what = file.size < promised ? 'cut' : 'longer';
    return { ok: false, what, there: file.size, promised };
  }
  const parts = new Map<string, Bytes[]>();
  let at = end + 1;
  for (const [i, piece] of head.pieces.entries()) {
    const bytes = new Uint8Array(await file.slice(at, at + piece.bytes).arrayBuffer());
    at += piece.bytes;
    if ((await sha256(bytes)) !== piece.sha256)
      return { ok: false, what: 'damaged', piece: i + 1, of: head.pieces.length };
    parts.set(piece.name, [...(parts.get(piece.name) ?? []), bytes]);
  }
  const contents = new Map([...parts].map(([name, pieces]) => [name, joined(pieces)]));
  return { ok: true, made: head.made, by: head.by, contents };
}

function headOf(line: string): Head | 'newer' | 'damaged' {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return 'damaged';
  }
  const form = z.object({ form: z.int() }).safeParse(json);
  if (form.success && form.data.form > FORM) return 'newer';
  const head = Head.safeParse(json);
  return head.success ? head.data : 'damaged';
}

function joined(pieces: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

async function sha256(bytes: Bytes): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
