// Whether a file that was fetched can be used, found out as soon as it is there and before anybody looks at it.
import { say } from '../../words/words';
import type { EvidenceDatabase } from '../database';
import { packsIn } from './bundle';
import { sha256Of } from './checksum';
import { type Bytes, readLayers } from './layers';
import type { Judged } from './model';
import { problemWords } from './pack';
import { readBytes } from './read-file';

/** Takes about a second for 100,000 entries. */
export async function judgeFile(db: EvidenceDatabase, bytes: Bytes): Promise<Judged> {
  const sha256 = await sha256Of(bytes);
  const held = (await db.packs.toArray()).find((pack) => pack.sha256 === sha256);
  if (held) return { is: 'held', pack: held.id };
  const read = readBytes(bytes);
  const { layers } = await readLayers(db);
  const packs = layers.map(({ pack }) => pack);
  const found = read.ok ? packsIn(read.text, read.bytes, packs) : read;
  const [file] = found.ok ? found.files : [];
  if (file) return { is: 'sound', pack: file.pack.id };
  const [first] = found.ok ? [] : found.problems;
  const nothing = { path: '', line: null, reason: say('it holds no evidence') };
  return { is: 'refused', reason: problemWords(first ?? nothing) };
}
