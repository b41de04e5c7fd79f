// One cell of the map: its heading, and its entries counted by kind, empty kinds among them.
import type { Kind } from '../../lib/evidence/model';
import type { CellCounts } from '../../lib/evidence/views';
import { counted, say } from '../../lib/words/words';
import { english } from '../shared/english';
import { drawParts } from '../shared/Sentence';
import type { Context } from './context';
import { KINDS } from './kinds';
import { isForRole } from './role';

export const LEVELS = ['A', 'B', 'C', 'D', 'E'] as const;

interface MapCellProps {
  context: Context;
  id: string;
  lit: readonly string[];
}

export function MapCell({ context, id, lit }: MapCellProps) {
  const held = context.frame.map.cells.find(({ cell }) => cell.id === id);
  const code = id.slice(-2);
  if (!held) return <td class="none">{code}</td>;
  const { cell, counts } = held;
  const isLit = lit.includes(id);
  const states = [isLit ? 'lit' : '', isForRole(context.role, code.charAt(0)) ? '' : 'off'];
  return (
    <td class={states.filter(Boolean).join(' ')}>
      <a href={context.href(id)}>
        <span class="n">
          <b>{code}</b>{' '}
          {counts.total > 0 ? (
            drawParts(
              counted(counts.total, '<n>{count}</n><w> entry</w>', '<n>{count}</n><w> entries</w>'),
              { n: figure, w: (words) => <span class="w">{words}</span> },
            )
          ) : (
            <>
              <span class="w">{say('No entries held yet')}</span>
              <span class="narrow">0</span>
            </>
          )}
          {isLit && <span class="vh">, {say('bears on your page')}</span>}
        </span>
        {cell.biteTitle && (
          <em class="src" {...english()}>
            {cell.biteTitle}
          </em>
        )}
        {counts.total > 0 && <Counts counts={counts} />}
      </a>
    </td>
  );
}

const figure = (number: string) => <span class="num">{number}</span>;

const SHORT: Readonly<Record<Kind, (n: number) => string>> = {
  seminal: (n) => counted(n, '<n>{count}</n> seminal', '<n>{count}</n> seminal'),
  key: (n) => counted(n, '<n>{count}</n> key', '<n>{count}</n> key'),
  review: (n) => counted(n, '<n>{count}</n> review', '<n>{count}</n> reviews'),
  guidance: (n) => counted(n, '<n>{count}</n> guidance', '<n>{count}</n> guidance'),
};

/** Always the four kinds in the same places, so that gaps show at a glance over the whole map. */
function Counts({ counts }: { counts: CellCounts }) {
  return (
    <small class="kinds">
      {KINDS.map((kind) => (
        <span key={kind} class={counts[kind] === 0 ? 'k zero' : 'k'}>
          {drawParts(SHORT[kind](counts[kind]), { n: figure })}
          <span class="vh">{kind === 'guidance' ? '' : ', '}</span>
        </span>
      ))}
      {counts.unknown > 0 && (
        <span class="k wide">
          {counted(counts.unknown, '{count} kind not shown', '{count} kind not shown')}
        </span>
      )}
    </small>
  );
}
