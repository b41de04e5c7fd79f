// The five by five emblem: where something sits in a matrix. Its name says the same to screen readers.
import type { MatrixId } from '../../lib/evidence/model';
import { say } from '../../lib/words/words';
import { cellCode, MATRIX_WORDS } from './words';

interface EmblemProps {
  matrix: MatrixId;
  /** Cell ids; those of the other matrix are passed over. */
  lit: readonly string[];
  /** The cell with the ring. */
  main?: string | undefined;
  /** Said under the emblem where several stand side by side. */
  caption?: boolean;
}

export function Emblem({ matrix, lit, main, caption = false }: EmblemProps) {
  const cells = lit.map(cellCode).filter((cell) => cell?.matrix === matrix);
  const codes = cells.map((cell) => cell?.code).join(', ');
  const drug = matrix === 'drug';
  const name = codes
    ? say(drug ? 'Drug cells {codes}' : 'Alcohol cells {codes}', { codes })
    : say(drug ? 'No drug cells' : 'No alcohol cells');
  return (
    <figure>
      <div class="em" role="img" aria-label={name}>
        {cells.map(
          (cell) =>
            cell && (
              <i
                key={cell.code}
                class={main === `${matrix}/${cell.code}` ? 'main' : ''}
                style={{ gridArea: `${cell.row} / ${cell.column}` }}
              />
            ),
        )}
      </div>
      {caption && <figcaption aria-hidden="true">{say(MATRIX_WORDS[matrix])}</figcaption>}
    </figure>
  );
}

/** Both emblems, those without a lit cell left out. */
export function Emblems({ lit, main }: { lit: readonly string[]; main?: string | undefined }) {
  const shown = (['drug', 'alcohol'] as const).filter((matrix) =>
    lit.some((id) => cellCode(id)?.matrix === matrix),
  );
  return (
    <div class="ems">
      {shown.map((matrix) => (
        <Emblem key={matrix} matrix={matrix} lit={lit} main={main} caption />
      ))}
    </div>
  );
}
