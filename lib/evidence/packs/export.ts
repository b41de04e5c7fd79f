// Packs as files: one byte for byte as it came, or all of them in one.
import type { EvidenceDatabase } from '../database';
import { type Answer, failure } from '../errors';
import { bundleOf } from './bundle';
import { sha256Of } from './checksum';
import { inLayerOrder } from './layers';
import { type Exported, OWN_PACK } from './model';

export async function exportPack(db: EvidenceDatabase, id: string): Promise<Answer<Exported>> {
  const [held, text] = await db.transaction('r', [db.packs, db.texts], () =>
    Promise.all([db.packs.get(id), db.texts.get(`now ${id}`)]),
  );
  if (!held || !text) return failure('empty');
  return {
    ok: true,
    value: {
      name: `${held.id}-${held.version}.json`,
      file: new Blob([text.bytes], { type: 'application/json' }),
      sha256: held.sha256,
    },
  };
}

/** `own`: with what the reader imported, whose texts are not theirs to pass on. */
export async function exportAll(
  db: EvidenceDatabase,
  own: boolean,
  now: Date,
): Promise<Answer<Exported>> {
  const [packs, texts] = await db.transaction('r', [db.packs, db.texts], () =>
    Promise.all([db.packs.toArray(), db.texts.toArray()]),
  );
  const wanted = packs.filter(({ id }) => own || id !== OWN_PACK).sort(inLayerOrder);
  const files = wanted.flatMap(({ id }) => texts.find(({ key }) => key === `now ${id}`) ?? []);
  if (files.length < wanted.length || files.length === 0) return failure('empty');
  const file = bundleOf(files.map(({ bytes }) => bytes));
  const sha256 = await sha256Of(new Uint8Array(await file.arrayBuffer()));
  const name = `evidence-sources-${now.toISOString().slice(0, 10)}.json`;
  return { ok: true, value: { name, file, sha256 } };
}
