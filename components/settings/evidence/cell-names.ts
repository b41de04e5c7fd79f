// Names of cells, "Drug E4 Treatment systems: psychosocial therapies", and of sets of evidence.
import type { HeldPack } from '../../../lib/evidence/packs/model';
import type { MapView } from '../../../lib/evidence/views';
import { say } from '../../../lib/words/words';
import { cellCode, cellNameIn, MATRIX_WORDS } from '../../shared/words';

/** The code alone until the maps are there, and where they do not hold the cell. */
export function matrixCellName(map: MapView | null, id: string): string {
  const at = cellCode(id);
  if (!at) return id;
  const name = map ? cellNameIn(map, id) : id;
  return `${say(MATRIX_WORDS[at.matrix])} ${name === id ? at.code : name}`;
}

/** What a set of evidence is called. Only that of the reader's imports bears a name of ours. */
export function packTitle({ role, title }: Pick<HeldPack, 'role' | 'title'>): string {
  return role === 'own' ? say(title) : title;
}
