// The grid at the left as the way round, with what else is near: neighbours in the list, the same cell in the other matrix.
import type { MatrixId } from '../../lib/evidence/model';
import { cellCode, count, MATRIX_WORDS } from '../shared/words';
import type { Context } from './context';
import { cellsOf, type Shown } from './load';
import { Neighbours } from './Neighbours';
import { cellOf } from './TopBar';

export function Side({ context, shown }: { context: Context; shown: Shown }) {
  const at = cellOf(shown);
  const matrix = (at && cellCode(at)?.matrix) || 'drug';
  const lit =
    shown.view === 'topic' ? shown.topic.topic.cells : cellsOf(context.from, context.frame.topics);
  const current = shown.view === 'topic' ? null : at;
  return (
    <nav class="side" aria-label={`Cells of the ${matrix} matrix`}>
      <Grid context={context} matrix={matrix} lit={lit} current={current} />
      <p class="sm dim">
        Figures are entries held.
        {lit.length > 0 && (shown.view === 'topic' ? ' Lit: this topic.' : ' Lit: your page.')}
      </p>
      {shown.view === 'topic' && <OtherCells context={context} cells={lit} but={matrix} />}
      {shown.view === 'entry' && <Neighbours context={context} view={shown.entry} />}
      <p class="sm">
        <a href={context.href(matrix)}>Whole map</a>
        {at && shown.view === 'cell' && (
          <>
            {' · '}
            <a href={context.href(counterpart(at))}>
              Same cell, {matrix === 'drug' ? 'alcohol' : 'drug'}
            </a>
          </>
        )}
      </p>
    </nav>
  );
}

interface GridProps {
  context: Context;
  matrix: MatrixId;
  lit: readonly string[];
  current: string | null;
}

function Grid({ context, matrix, lit, current }: GridProps) {
  const { cells } = context.frame.map;
  return (
    <table class="grid5 nav">
      <thead>
        <tr>
          <td class="corner" />
          {[...'ABCDE'].map((level) => (
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
            {[...'ABCDE'].map((level) => {
              const id = `${matrix}/${level}${row}`;
              const total = cells.find(({ cell }) => cell.id === id)?.counts.total ?? 0;
              const states = [lit.includes(id) ? 'on' : '', id === current ? 'sel' : ''];
              return (
                <td key={id} class={states.filter(Boolean).join(' ')}>
                  <a
                    href={context.href(id)}
                    aria-label={`${level}${row}, ${count(total, 'entry', 'entries')}`}
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

function OtherCells(props: { context: Context; cells: readonly string[]; but: MatrixId }) {
  const others = props.cells.filter((id) => cellCode(id)?.matrix !== props.but);
  if (others.length === 0) return null;
  return (
    <p class="sm dim">
      Also in{' '}
      {others.map((id, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <a href={props.context.href(id)}>
            {MATRIX_WORDS[cellCode(id)?.matrix ?? 'drug'].toLowerCase()} {cellCode(id)?.code}
          </a>
        </span>
      ))}
      .
    </p>
  );
}

/** The same column and row in the other matrix. */
function counterpart(id: string): string {
  return id.startsWith('drug/') ? id.replace('drug', 'alcohol') : id.replace('alcohol', 'drug');
}
