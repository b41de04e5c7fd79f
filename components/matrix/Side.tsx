// The grid at the left as the way round, with what else is near: neighbours in the list, the same cell in the other matrix.
import type { MatrixId } from '../../lib/evidence/model';
import { say } from '../../lib/words/words';
import { Sentence } from '../shared/Sentence';
import { cellCode, cellPlace } from '../shared/words';
import { BackToPage } from './BackToPage';
import type { Context } from './context';
import { Grid } from './Grid';
import { cellsOf, type Shown } from './load';
import { Neighbours } from './Neighbours';
import { ROLE_DIMS } from './role';
import { cellOf } from './TopBar';

export function Side({ context, shown }: { context: Context; shown: Shown }) {
  const at = cellOf(shown);
  const matrix = (at && cellCode(at)?.matrix) || 'drug';
  const lit =
    shown.view === 'topic'
      ? shown.topic.topic.cells
      : cellsOf(context.from.topics, context.frame.topics);
  const current = shown.view === 'topic' ? null : at;
  return (
    <nav
      class="side"
      aria-label={say(
        matrix === 'drug' ? 'Cells of the drug matrix' : 'Cells of the alcohol matrix',
      )}
    >
      <Grid context={context} matrix={matrix} lit={lit} current={current} />
      <p class="sm dim">
        {[
          say('Figures are entries held.'),
          lit.length > 0 && say(shown.view === 'topic' ? 'Lit: this topic.' : 'Lit: your page.'),
          say(ROLE_DIMS[context.role]),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {shown.view === 'topic' && <OtherCells context={context} cells={lit} but={matrix} />}
      {shown.view === 'entry' && <Neighbours context={context} view={shown.entry} />}
      <p class="sm">
        <BackToPage context={context} />
      </p>
      <p class="sm">
        <a href={context.href(matrix)}>{say('Whole map')}</a>
        {at && shown.view === 'cell' && (
          <>
            {' · '}
            <a href={context.href(counterpart(at))}>
              {say(matrix === 'drug' ? 'Same cell, alcohol' : 'Same cell, drug')}
            </a>
          </>
        )}
      </p>
    </nav>
  );
}

function OtherCells(props: { context: Context; cells: readonly string[]; but: MatrixId }) {
  const others = props.cells.filter((id) => cellCode(id)?.matrix !== props.but);
  if (others.length === 0) return null;
  return (
    <p class="sm dim">
      <Sentence
        words="Also in <cells>…</cells>."
        parts={{
          cells: () =>
            others.map((id, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <a href={props.context.href(id)}>{cellPlace(id)}</a>
              </span>
            )),
        }}
      />
    </p>
  );
}

/** The same column and row in the other matrix. */
function counterpart(id: string): string {
  return id.startsWith('drug/') ? id.replace('drug', 'alcohol') : id.replace('alcohol', 'drug');
}
