// Puts the kept part of an imported cell among the reader's own evidence.
import { keptOf } from '../evidence/importer/decide';
import type { Choice, ImportView } from '../evidence/importer/views';
import type { PackRoom } from '../evidence/packs/model';
import type { Told } from './page-evidence';

/** `name` of the file or address that the cell was read from. */
export async function keepCell(
  room: Pick<PackRoom, 'review' | 'apply'>,
  name: string,
  view: ImportView,
  choice: Choice,
): Promise<Told<object>> {
  const reviewed = await room.review({ kind: 'cell', name, ...keptOf(view, choice) });
  return reviewed.ok ? room.apply(reviewed.value.ticket) : reviewed;
}
