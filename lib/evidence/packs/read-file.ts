// From a file, or what an address sends, to text: with limits on what comes and on what is packed in it.
import { say } from '../../words/words';
import { type FileProblem, MAX_BYTES } from './json';
import type { Bytes } from './layers';
import type { Watch } from './model';

export type ReadFile =
  | { readonly ok: true; readonly bytes: Bytes; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

const BOM = [0xef, 0xbb, 0xbf];
/** How every gzip file begins. */
const PACKED = [0x1f, 0x8b];

/** Reads to the end, or to the limit; a gzip file is unpacked on the way. `size` is in bytes, 0 where it is not known. */
export async function readStream(
  stream: ReadableStream<Bytes>,
  size: number,
  { progress, signal }: Watch = {},
  limit = MAX_BYTES,
): Promise<ReadFile | 'cancelled'> {
  let done = 0;
  const parts: Bytes[] = [];
  let packed = false;
  try {
    const { starts, rest } = await peek(stream);
    packed = startsWith(starts, PACKED);
    // Typed for browsers' own byte streams, which give plain arrays.
    const unpack = new DecompressionStream('gzip') as unknown as TransformStream<Bytes, Bytes>;
    const reader = (packed ? rest.pipeThrough(unpack) : rest).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (signal?.aborted) {
        await reader.cancel();
        return 'cancelled';
      }
      done += next.value.length;
      // Counted as it comes: a length that was promised, or a small packed file, says nothing.
      if (done > limit) {
        await reader.cancel();
        return refuse(
          say('the file is too large (more than {size} MB)', { size: MAX_BYTES / 1_000_000 }),
        );
      }
      parts.push(next.value);
      progress?.({ step: 'reading', done: packed ? 0 : done, of: packed ? 0 : size });
    }
  } catch (error) {
    if (signal?.aborted) return 'cancelled';
    if (packed) return refuse(say('the file is packed and its packing is damaged'));
    // A file that is gone, or a connection that broke off.
    if (error instanceof DOMException || error instanceof TypeError)
      return refuse(say('the file could not be read to its end'));
    throw error;
  }
  return readBytes(joined(parts, done));
}

/** The text of a file that is in memory. A byte order mark is left out. */
export function readBytes(file: Bytes): ReadFile {
  if (startsWith(file, [0xff, 0xfe]) || startsWith(file, [0xfe, 0xff]))
    return refuse(say('the file is saved as UTF-16; save it as UTF-8'));
  const bytes = startsWith(file, BOM) ? file.slice(BOM.length) : file;
  const text = decoded(bytes);
  if (text !== null) return { ok: true, bytes, text };
  return refuse(say('this line is not UTF-8; save the file as UTF-8'), badLine(bytes));
}

function decoded(bytes: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** First line, from 1, that cannot be read. */
function badLine(bytes: Bytes): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from);
    const to = end === -1 ? bytes.length : end + 1;
    if (decoded(bytes.subarray(from, to)) === null) break;
    from = to;
  }
  return line;
}

/** Looks at the first bytes; the stream that is handed on still has them. */
async function peek(
  stream: ReadableStream<Bytes>,
): Promise<{ starts: Bytes; rest: ReadableStream<Bytes> }> {
  const reader = stream.getReader();
  let head: Bytes = new Uint8Array(0);
  let ended = false;
  while (head.length < 2 && !ended) {
    const next = await reader.read();
    ended = next.done;
    if (next.value) head = joined([head, next.value], head.length + next.value.length);
  }
  const rest = new ReadableStream<Bytes>({
    start: (to) => to.enqueue(head),
    async pull(to) {
      const next = await reader.read();
      if (next.done) to.close();
      else to.enqueue(next.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { starts: head, rest };
}

function startsWith(bytes: Bytes, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function joined(parts: readonly Bytes[], length: number): Bytes {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function refuse(reason: string, line: number | null = null): ReadFile {
  return { ok: false, problems: [{ path: '', line, reason }] };
}
