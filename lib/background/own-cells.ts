// The cells that the reader brought in, as their own file of evidence holds them.
import * as z from 'zod/mini';
import { OWN_PACK, type PackRoom } from '../evidence/packs/model';
import type { Told } from './page-evidence';

const File = z.object({ cells: z.array(z.object({ id: z.string(), source: z.string() })) });

export interface OwnCell {
  readonly id: string;
  /** File or address that it was read from, and the day (`2026-11-24`); null where an import did not note them. */
  readonly read: { readonly from: string; readonly day: string } | null;
}

export async function ownCells(room: Pick<PackRoom, 'exportPack'>): Promise<Told<OwnCell[]>> {
  const got = await room.exportPack(OWN_PACK);
  if (!got.ok) return got;
  const file = File.parse(JSON.parse(await got.value.file.text()));
  const cells = file.cells.map(({ id, source }): OwnCell => {
    const [, from, day] =
      /^imported from (.*) on (\d{4}-\d{2}-\d{2}) by the reader$/s.exec(source) ?? [];
    return { id, read: from && day ? { from, day } : null };
  });
  return { ok: true, value: cells };
}
