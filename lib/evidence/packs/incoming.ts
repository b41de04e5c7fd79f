// What comes in for a look: from a file, from an address, or a cell that was imported; as packs that may have a place here.
import { say } from '../../words/words';
import type { EvidenceDatabase } from '../database';
import { failure } from '../errors';
import type { Pack } from '../model';
import { type PackFile, packsIn } from './bundle';
import type { Layer } from './layers';
import { type Origin, OWN_PACK, type PackAnswer, type PackInput, type Watch } from './model';
import { withCell } from './own';
import { refusalWords } from './pack';
import { readBytes, readStream } from './read-file';

export interface Incoming {
  readonly files: readonly PackFile[];
  readonly origin: Origin;
}

export async function incoming(
  db: EvidenceDatabase,
  input: PackInput,
  held: readonly Pack[],
  now: Date,
  watch: Watch,
): Promise<PackAnswer<Incoming>> {
  if (input.kind === 'cell') {
    const own = held.find(({ id }) => id === OWN_PACK) ?? null;
    const [shipped] = held;
    if (!shipped) return failure('empty');
    const bytes = textOf(withCell(own, shipped, input, now.toISOString().slice(0, 10)));
    return checked(bytes, held, { kind: 'imported', name: input.name }, watch);
  }
  if (input.kind === 'waiting') {
    const row = await db.texts.get(`waiting ${input.url}`);
    if (!row) return failure('changed');
    return checked(row.bytes, held, { kind: 'address', url: input.url }, watch);
  }
  const read = await readStream(input.file.stream(), input.file.size, watch);
  if (read === 'cancelled') return failure('cancelled');
  if (!read.ok) return refuse(read.problems);
  return parsed(read.text, read.bytes, held, { kind: 'file', name: input.name }, watch);
}

function checked(
  bytes: PackFile['bytes'],
  held: readonly Pack[],
  origin: Origin,
  watch: Watch,
): PackAnswer<Incoming> {
  const read = readBytes(bytes);
  return read.ok ? parsed(read.text, read.bytes, held, origin, watch) : refuse(read.problems);
}

function parsed(
  text: string,
  bytes: PackFile['bytes'],
  held: readonly Pack[],
  origin: Origin,
  { progress, signal }: Watch,
): PackAnswer<Incoming> {
  progress?.({ step: 'checking', done: 0, of: 0 });
  if (signal?.aborted) return failure('cancelled');
  const found = packsIn(text, bytes, held);
  return found.ok ? { ok: true, value: { files: found.files, origin } } : refuse(found.problems);
}

/** Each file has one place: another base, a pack that changes its role, or one of the reader's own from elsewhere, has none. */
export function placeFault(files: readonly PackFile[], layers: readonly Layer[]) {
  for (const [i, { pack }] of files.entries()) {
    const path = files.length === 1 ? 'id' : `packs[${i}].id`;
    const fault = (reason: string) => refuse([{ path, line: null, reason }]);
    const [shipped] = layers;
    if (pack.role === 'shipped' && shipped && pack.id !== shipped.held.id)
      return fault(
        say(
          'this is a whole set of evidence called “{id}”; only a version of “{shipped}” can take the place of what came with the extension',
          { id: pack.id, shipped: shipped.held.id },
        ),
      );
    const same = layers.find(({ held }) => held.id === pack.id);
    if (same && same.held.role !== pack.role)
      return fault(say('another source in use is called “{id}”', { id: pack.id }));
  }
  return null;
}

/** A refusal that names its places. */
export function refuse(problems: Parameters<typeof refusalWords>[0]) {
  return { ok: false as const, code: 'refused' as const, reason: refusalWords(problems), problems };
}

/** A pack of our own making as a file. */
export function textOf(pack: Pack): PackFile['bytes'] {
  return new TextEncoder().encode(`${JSON.stringify(pack, null, 1)}\n`);
}
