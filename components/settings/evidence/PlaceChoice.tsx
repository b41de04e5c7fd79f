// Which cell of which matrix an imported text is.
import type { MapView } from '../../../lib/evidence/views';
import { say } from '../../../lib/words/words';
import { matrixCellName } from './cell-names';

interface PlaceChoiceProps {
  map: MapView | null;
  /** As recognised or chosen so far. */
  cell: string | null;
  choose(cell: string): void;
}

export function PlaceChoice({ map, cell, choose }: PlaceChoiceProps) {
  return (
    <label class="pair">
      <span class={cell === null ? '' : 'vh'}>{say('Cell')}</span>
      <select
        class="field"
        value={cell ?? ''}
        onChange={(event) => event.currentTarget.value && choose(event.currentTarget.value)}
      >
        {cell === null && <option value="">{say('Choose the cell')}</option>}
        {(['drug', 'alcohol'] as const).map((matrix) => (
          <optgroup
            key={matrix}
            label={matrix === 'drug' ? say('Drug matrix') : say('Alcohol matrix')}
          >
            {CODES.map((code) => {
              const id = `${matrix}/${code}`;
              return (
                <option key={id} value={id}>
                  {matrixCellName(map, id)}
                </option>
              );
            })}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

const CODES = [...'ABCDE'].flatMap((level) => [...'12345'].map((type) => level + type));
