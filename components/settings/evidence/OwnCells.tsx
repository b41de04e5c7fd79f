// The cells that the reader brought in, each of which can be taken out again.
import { useEffect, useState } from 'preact/hooks';
import type { HeldPack } from '../../../lib/evidence/packs/model';
import type { MapView } from '../../../lib/evidence/views';
import { say } from '../../../lib/words/words';
import { longDate } from '../../shared/words';
import { matrixCellName } from './cell-names';
import type { Got, OwnCell, SourceDoors } from './doors';
import type { Sources } from './sources-state';

interface OwnCellsProps {
  doors: SourceDoors;
  work: Sources;
  busy: boolean;
  /** The pack that holds them; another one after each change. */
  pack: HeldPack;
}

export function OwnCells({ doors, work, busy, pack }: OwnCellsProps) {
  const [cells, setCells] = useState<Got<readonly OwnCell[]> | null>(null);
  const [map, setMap] = useState<MapView | null>(null);
  useEffect(() => {
    let current = true;
    void doors.ownCells().then((got) => current && setCells(got));
    void doors.map().then((got) => current && got.ok && setMap(got.value));
    return () => {
      current = false;
    };
  }, [doors, pack.sha256]);
  if (!cells) return null;
  if (!cells.ok) return <p class="sm">{cells.reason}</p>;
  return (
    <ul class="rows sm">
      {cells.value.map(({ id, read }) => {
        const name = matrixCellName(map, id);
        return (
          <li key={id} class="row wraps">
            <span class="name">
              <a href={`/matrix.html#/${id}`}>{name}</a>
              <span class="dim">
                {read &&
                  ` · ${say('read on {day} from {file}', { day: longDate(read.day), file: read.from })}`}
              </span>
            </span>
            <button
              type="button"
              class="act q end"
              disabled={busy}
              onClick={() => work.removeCell(id, name)}
            >
              {say('Take this copy out')}
              <span class="vh">: {name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
