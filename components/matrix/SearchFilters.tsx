// Filters of the search: kinds of entries, and one cell, each with how many entries are found there.
import type { Found, FoundKind } from '../../lib/evidence/search/model';
import { say } from '../../lib/words/words';
import { cellCode } from '../shared/words';
import type { Context } from './context';
import { Grid } from './Grid';
import { ALL_KINDS, MANY_WORDS } from './kinds';
import { type Asked, searchHref } from './route';

interface SearchFiltersProps {
  context: Context;
  ask: Asked;
  found: Found | null;
}

export function SearchFilters({ context, ask, found }: SearchFiltersProps) {
  const { kinds, cell } = ask;
  const go = (change: Partial<Asked>) =>
    context.replace(searchHref({ ...ask, ...change }, context.from));
  const toggle = (kind: FoundKind) =>
    go({ kinds: ALL_KINDS.filter((one) => (one === kind) !== kinds.includes(one)) });
  const code = cell ? cellCode(cell) : null;
  return (
    <aside class="side filters" aria-label={say('Filters')}>
      <fieldset>
        <legend class="sm">{say('Kind of entry')}</legend>
        {ALL_KINDS.map((kind) => (
          <label key={kind} class="opt sm">
            <input type="checkbox" checked={kinds.includes(kind)} onChange={() => toggle(kind)} />
            <span>
              {say(MANY_WORDS[kind])} {found && <span class="dim num">{found.kinds[kind]}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <details class="tight" open={innerWidth > NARROW}>
        <summary class="sm">
          {code
            ? say(code.matrix === 'drug' ? 'Only drug cell {code}' : 'Only alcohol cell {code}', {
                code: code.code,
              })
            : say('All cells')}
        </summary>
        {(['drug', 'alcohol'] as const).map((matrix) => (
          <Grid
            key={matrix}
            context={context}
            matrix={matrix}
            lit={[]}
            current={cell}
            caption
            figure={(id) => found?.cells[id] ?? 0}
            href={(id) => searchHref({ ...ask, cell: id === cell ? null : id }, context.from)}
          />
        ))}
      </details>
      {(kinds.length > 0 || cell) && (
        <p class="sm">
          <a href={searchHref({ text: ask.text, look: ask.look }, context.from)}>
            {say('Without filters')}
          </a>
        </p>
      )}
    </aside>
  );
}

/** From this width on (px) the filters stand above what is found. */
const NARROW = 720;
