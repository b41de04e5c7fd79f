// The bar over every view: the way back, drug or alcohol, and in a narrow window where one is.
import type { ComponentChild } from 'preact';
import type { MatrixId } from '../../lib/evidence/model';
import { say } from '../../lib/words/words';
import { Emblem } from '../shared/Emblem';
import { cellCode, MATRIX_WORDS } from '../shared/words';
import { BackToPage } from './BackToPage';
import type { Context } from './context';
import type { Shown } from './load';
import { RoleChoice } from './RoleChoice';

interface TopBarProps {
  context: Context;
  shown: Shown;
  search: ComponentChild;
}

export function TopBar({ context, shown, search }: TopBarProps) {
  const at = cellOf(shown);
  const code = at ? cellCode(at) : null;
  const matrix = shown.view === 'map' ? shown.matrix : (code?.matrix ?? null);
  const back = backFrom(shown);
  return (
    <header class="bar1">
      <a class="home" href={context.href('')}>
        {say('Treatment matrix')}
      </a>
      <nav class="seg" aria-label={say('Which matrix')}>
        {(['drug', 'alcohol'] as const).map((id) => (
          <a
            key={id}
            href={context.href(sameCell(id, code?.code, shown))}
            aria-current={matrix === id ? 'true' : undefined}
          >
            {say(MATRIX_WORDS[id])}
          </a>
        ))}
      </nav>
      <RoleChoice context={context} />
      <span class={SIDED.has(shown.view) ? 'topage aside-too' : 'topage'}>
        <BackToPage context={context} />
      </span>
      {search}
      {back && (
        <a class="back" href={context.href(back.to)}>
          <span aria-hidden="true">‹ </span>
          {back.words}
        </a>
      )}
      {code && at && (
        <span class="where">
          <Emblem matrix={code.matrix} lit={[at]} main={at} />
        </span>
      )}
    </header>
  );
}

/** Views with the grid beside them, where the way back to the page stands as well. */
const SIDED: ReadonlySet<Shown['view']> = new Set(['cell', 'entry', 'topic']);

/** Drug or alcohol: from a cell to the same cell of the other matrix, from elsewhere to its map. */
function sameCell(matrix: MatrixId, code: string | undefined, shown: Shown): string {
  return shown.view === 'cell' && code ? `${matrix}/${code}` : matrix;
}

export function cellOf(shown: Shown): string | null {
  switch (shown.view) {
    case 'cell':
      return shown.cell.cell.id;
    case 'entry':
      return shown.cell;
    case 'topic':
      return shown.topic.topic.cells[0] ?? null;
    default:
      return null;
  }
}

function backFrom(shown: Shown): { to: string; words: string } | null {
  const cell = cellOf(shown);
  if (shown.view === 'map') return null;
  if (shown.view === 'cell')
    return { to: cellCode(shown.cell.cell.id)?.matrix ?? '', words: say('Map') };
  if (cell) return { to: cell, words: say('Cell {code}', { code: cellCode(cell)?.code ?? '' }) };
  return { to: '', words: say('Map') };
}
