// Cells by name and matrix: "Drug E4 Treatment systems: psychosocial therapies".
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
