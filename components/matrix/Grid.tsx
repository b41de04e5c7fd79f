// The five by five grid with figures, every square a link.
import type { MatrixId } from '../../lib/evidence/model';
import { counted, say } from '../../lib/words/words';
import { MATRIX_WORDS } from '../shared/words';
import type { Context } from './context';
import { LEVELS } from './MapCell';
import { isForRole } from './role';

interface GridProps {
  context: Context;
  matrix: MatrixId;
  lit: readonly string[];
  current: string | null;
  /** Says above the grid which matrix it is. */
  caption?: boolean;
  /** Entries of a cell; those held of it if not said. */
  figure?: (id: string) => number;
  /** Where a square leads; to the cell if not said. */
  href?: (id: string) => string;
}

export function Grid({ context, matrix, lit, current, caption = false, ...more }: GridProps) {
  const { cells } = context.frame.map;
  const held = (id: string) => cells.find(({ cell }) => cell.id === id)?.counts.total ?? 0;
  const figure = more.figure ?? held;
  const href = more.href ?? context.href;
  return (
    <table class="grid5 nav">
      {caption && <caption class="sm">{say(MATRIX_WORDS[matrix])}</caption>}
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
              const total = figure(id);
              const states = [
                lit.includes(id) ? 'on' : '',
                id === current ? 'sel' : '',
                isForRole(context.role, level) ? '' : 'off',
              ];
              return (
                <td key={id} class={states.filter(Boolean).join(' ')}>
                  <a
                    href={href(id)}
                    aria-label={`${caption ? `${say(MATRIX_WORDS[matrix])} ` : ''}${level}${row}, ${counted(total, '{count} entry', '{count} entries')}`}
                    aria-current={id === current ? 'page' : undefined}
                  >
                    {total}
                  </a>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
