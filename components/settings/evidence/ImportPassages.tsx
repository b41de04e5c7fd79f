// The passages of an imported commentary: the copy's own text, and what is held under the same heading.
import type { PassageRow } from '../../../lib/evidence/importer/views';
import type { Passage } from '../../../lib/evidence/model';
import { TickAll } from './TickAll';

interface ImportPassagesProps {
  rows: readonly PassageRow[];
  ids: ReadonlySet<string>;
  tick(ids: readonly string[], on: boolean): void;
}

const KINDS: Readonly<Record<Passage['kind'], string>> = {
  about: 'What the cell is about',
  start: 'Where to start',
  highlighted: 'Highlighted study',
  issue: 'Issue to consider',
};

export function ImportPassages({ rows, ids, tick }: ImportPassagesProps) {
  const some = rows.filter(({ effect }) => effect !== 'none');
  const same = rows.length - some.length;
  if (rows.length === 0)
    return <p class="sm dim">Your copy has no commentary, so none would change.</p>;
  return (
    <section aria-label="Commentary">
      {some.length > 0 && (
        <>
          <TickAll
            title="Commentary"
            note=""
            all={some.map(({ passage }) => passage.id)}
            ids={ids}
            tick={tick}
          />
          <ul class="rows">
            {some.map((row) => (
              <Row
                key={row.passage.id}
                row={row}
                on={ids.has(row.passage.id)}
                tick={(on) => tick([row.passage.id], on)}
              />
            ))}
          </ul>
        </>
      )}
      {same > 0 && (
        <p class="sm dim">
          {same === 1 ? 'One passage is' : `${same} passages are`} the same as held.
        </p>
      )}
    </section>
  );
}

function stateWords({ held, effect }: PassageRow): string {
  if (effect === 'replaces') return 'takes the place of your earlier copy';
  return held ? 'stands beside our own summary' : 'new';
}

function Row({ row, on, tick }: { row: PassageRow; on: boolean; tick(on: boolean): void }) {
  const { passage, held, discusses } = row;
  return (
    <li>
      <label class="opt">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => tick(event.currentTarget.checked)}
        />
        <span>
          <span class="src">{passage.heading}</span>
          <span class="sm dim meta">
            {KINDS[passage.kind]} · {stateWords(row)}
          </span>
        </span>
      </label>
      <div class="under sm">
        <details class="tight">
          <summary>{held ? 'Both texts' : 'Its text'}</summary>
          <div class={held ? 'beside' : ''}>
            {held && <Text title="Held" passage={held} />}
            <Text title="In your copy" passage={passage} />
          </div>
        </details>
        {discusses.length > 0 && (
          <p class="dim">
            Discusses <span class="src">{discusses.join(' · ')}</span>
          </p>
        )}
      </div>
    </li>
  );
}

function Text({ title, passage }: { title: string; passage: Passage }) {
  return (
    <div>
      <h4>{title}</h4>
      {[...passage.paragraphs, ...passage.more].map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
