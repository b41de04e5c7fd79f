// Both matrices with the page's cells lit: how many mentions bear on each. A lit cell is a button that leaves its topics only.
import type { MatrixId } from '../../lib/evidence/model';
import type { MapView } from '../../lib/evidence/views';
import { counted, say } from '../../lib/words/words';
import { LEVELS } from '../matrix/MapCell';
import { Sentence } from '../shared/Sentence';
import { cellCode, cellNameIn, MATRIX_WORDS } from '../shared/words';

interface GridsProps {
  map: MapView;
  mentions: ReadonlyMap<string, number>;
  chosen: string | null;
  onChoose(cell: string | null): void;
}

export function Grids(props: GridsProps) {
  const lit = [...props.mentions.keys()].map(cellCode);
  const shown = (['drug', 'alcohol'] as const).filter((matrix) =>
    lit.some((cell) => cell?.matrix === matrix),
  );
  if (shown.length === 0) return null;
  return (
    <div class="sec grids">
      {shown.map((matrix) => (
        <Grid key={matrix} matrix={matrix} {...props} />
      ))}
    </div>
  );
}

function Grid({ matrix, map, mentions, chosen, onChoose }: GridsProps & { matrix: MatrixId }) {
  return (
    <table class="grid5">
      <caption class="xs dim">
        <Sentence
          words={
            matrix === 'drug'
              ? 'Drug<h> matrix: mentions on this page by cell</h>'
              : 'Alcohol<h> matrix: mentions on this page by cell</h>'
          }
          parts={{ h: (words) => <span class="vh">{words}</span> }}
        />
      </caption>
      <thead>
        <tr>
          <td class="corner" />
          {LEVELS.map((level) => (
            <th key={level} scope="col">
              {level}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[1, 2, 3, 4, 5].map((row) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {LEVELS.map((level) => {
              const id = `${matrix}/${level}${row}`;
              const n = mentions.get(id) ?? 0;
              if (n === 0) return <td key={id} />;
              const isChosen = id === chosen;
              const name = `${say(MATRIX_WORDS[matrix])} ${cellNameIn(map, id)}`;
              return (
                <td key={id} class={isChosen ? 'on sel' : 'on'}>
                  <button
                    type="button"
                    aria-pressed={isChosen}
                    aria-label={`${name}, ${counted(n, '{count} mention', '{count} mentions')}`}
                    title={name}
                    onClick={() => onChoose(isChosen ? null : id)}
                  >
                    {n}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
