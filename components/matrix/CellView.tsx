// One cell: its entries, the commentary beside them, its questions and what is newer.
import type { ComponentChildren } from 'preact';
import { counted, say } from '../../lib/words/words';
import { english } from '../shared/english';
import { cellCode, cellName, longDate, MATRIX_WORDS } from '../shared/words';
import { CellEntries } from './CellEntries';
import { Commentary } from './Commentary';
import type { Context } from './context';
import { withoutCopies } from './copies';
import { FromWhere } from './FromWhere';
import { kindSentence } from './kinds';
import { Letter } from './Letter';
import { suggestion } from './letters';
import { GuidanceList } from './lists';
import type { Shown } from './load';

interface CellViewProps {
  context: Context;
  shown: Extract<Shown, { view: 'cell' }>;
}

export function CellView({ context, shown }: CellViewProps) {
  const { by, at } = shown;
  const { cell, entries, named, passages, guidance } = shown.cell;
  const { map } = context.frame;
  const matrix = map.matrices.find((one) => cell.id.startsWith(`${one.id}/`));
  const counts = map.cells.find((one) => one.cell.id === cell.id)?.counts;
  const name = cellName(cell, matrix);
  return (
    <div class={passages.length > 0 ? 'cell even' : 'cell'}>
      <div class="head">
        <Trail context={context} id={cell.id} />
        <h1 tabIndex={-1} {...english()}>
          {name}
        </h1>
        {cell.biteTitle && (
          <p class="src bite" {...english()}>
            {cell.biteTitle}
          </p>
        )}
        <p class="dim">
          {counts && counts.total > 0 && (
            <>
              {counted(counts.total, '{count} entry', '{count} entries')}: {kindSentence(counts)}
              {' · '}
            </>
          )}
          {cell.revised
            ? say('revised {day}', { day: longDate(cell.revised) })
            : say('date of revision not known')}
          {' · '}
          <a href={cell.url}>{say('Page at Findings')}</a>
          {cell.urlDerived && ` ${say('(address not checked)')}`}
        </p>
        <FromWhere context={context} row={cell} />
        <p class="jumps">
          {passages.length > 0 && (
            <Jump to="commentary">
              {say('Commentary, {count}', { count: withoutCopies(passages).length })}
            </Jump>
          )}
          {guidance.length > 0 && (
            <Jump to="guidance">{say('Newer guidance, {count}', { count: guidance.length })}</Jump>
          )}
        </p>
      </div>
      <div class="col">
        {entries.length > 0 ? (
          <CellEntries context={context} view={shown.cell} by={by} />
        ) : (
          <Empty context={context} id={cell.id} />
        )}
        {named.length > 0 && (
          <CellEntries context={context} view={{ ...shown.cell, entries: named }} by={null} />
        )}
        <Letter
          context={context}
          title={say('Suggest a document')}
          letter={suggestion(cell.id, name, cell.url)}
        />
      </div>
      <div class="col">
        {passages.length > 0 && <Commentary context={context} view={shown.cell} at={at} />}
        {cell.questions.length > 0 && (
          <>
            <h2>{say('Questions it discusses')}</h2>
            <ul class="src plainlist" {...english()}>
              {cell.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </>
        )}
        {guidance.length > 0 && (
          <>
            <h2 id="guidance" tabIndex={-1}>
              {say('Newer guidance')}
            </h2>
            <GuidanceList context={context} guidance={guidance} />
          </>
        )}
      </div>
    </div>
  );
}

/** Goes to a heading further down; the address stays the cell's. */
function Jump({ to, children }: { to: string; children: ComponentChildren }) {
  const jump = () => {
    const heading = document.getElementById(to);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  };
  return (
    <button type="button" class="act" onClick={jump}>
      {children}
    </button>
  );
}

/** No entry held: says why that is, and where the nearest cells with entries are. */
function Empty({ context, id }: { context: Context; id: string }) {
  const at = cellCode(id);
  const near = context.frame.map.cells.filter(({ cell, counts }) => {
    const other = cellCode(cell.id);
    if (!at || !other || other.matrix !== at.matrix || counts.total === 0) return false;
    return Math.abs(other.column - at.column) + Math.abs(other.row - at.row) === 1;
  });
  return (
    <>
      <p>
        {say(
          'No entries of this cell are held yet. The cell exists at Findings; its list was not seen when this evidence was put together.',
        )}
      </p>
      {near.length > 0 && (
        <p class="links">
          <span class="dim">{say('Nearby:')}</span>
          {near.map(({ cell, counts }) => (
            <a key={cell.id} href={context.href(cell.id)}>
              {cellCode(cell.id)?.code}, {counted(counts.total, '{count} entry', '{count} entries')}
            </a>
          ))}
        </p>
      )}
    </>
  );
}

/** Where a cell stands, from the matrix down. */
function Trail({ context, id }: { context: Context; id: string }) {
  const at = cellCode(id);
  const matrix = context.frame.map.matrices.find((one) => one.id === at?.matrix);
  if (!at) return null;
  return (
    <p class="sm dim">
      <a href={context.href(at.matrix)}>{say(MATRIX_WORDS[at.matrix])}</a> › {at.code[0]}{' '}
      <span {...english()}>{matrix?.levels[at.column - 1]?.title}</span> › {at.row}{' '}
      <span {...english()}>{matrix?.types[at.row - 1]?.title}</span>
    </p>
  );
}
