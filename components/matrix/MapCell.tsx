// One cell of the map: its heading, and its entries counted by kind, empty kinds among them.
import type { CellCounts } from '../../lib/evidence/views';
import { say } from '../../lib/words/words';
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
            <>
              <span class="num">{counts.total}</span>
              <span class="w"> {counts.total === 1 ? say('entry') : say('entries')}</span>
            </>
          ) : (
            <>
              <span class="w">{say('No entries held yet')}</span>
              <span class="narrow">0</span>
            </>
          )}
          {isLit && <span class="vh">{say(', bears on your page')}</span>}
        </span>
        {cell.biteTitle && <em class="src">{cell.biteTitle}</em>}
        {counts.total > 0 && <Counts counts={counts} />}
      </a>
    </td>
  );
}

const SHORT: Readonly<Record<(typeof KINDS)[number], readonly [one: string, many: string]>> = {
  seminal: ['seminal', 'seminal'],
  key: ['key', 'key'],
  review: ['review', 'reviews'],
  guidance: ['guidance', 'guidance'],
};

/** Always the four kinds in the same places, so that gaps show at a glance over the whole map. */
function Counts({ counts }: { counts: CellCounts }) {
  return (
    <small class="kinds">
      {KINDS.map((kind) => (
        <span key={kind} class={counts[kind] === 0 ? 'k zero' : 'k'}>
          <span class="num">{counts[kind]}</span> {SHORT[kind][counts[kind] === 1 ? 0 : 1]}
          <span class="vh">{kind === 'guidance' ? '' : ', '}</span>
        </span>
      ))}
      {counts.unknown > 0 && <span class="k wide">{counts.unknown} kind not shown</span>}
    </small>
  );
}
