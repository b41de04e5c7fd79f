// The passages of an imported commentary: the copy's own text, and what is held under the same heading.
import type { PassageRow } from '../../../lib/evidence/importer/views';
import type { Passage } from '../../../lib/evidence/model';
import { counted, phrase, say } from '../../../lib/words/words';
import { english } from '../../shared/english';
import { Sentence } from '../../shared/Sentence';
import { TickAll } from './TickAll';

interface ImportPassagesProps {
  rows: readonly PassageRow[];
  ids: ReadonlySet<string>;
  tick(ids: readonly string[], on: boolean): void;
}

const KINDS: Readonly<Record<Passage['kind'], string>> = {
  about: phrase('What the cell is about'),
  start: phrase('Where to start'),
  highlighted: phrase('Highlighted study'),
  issue: phrase('Issue to consider'),
};

export function ImportPassages({ rows, ids, tick }: ImportPassagesProps) {
  const some = rows.filter(({ effect }) => effect !== 'none');
  const same = rows.length - some.length;
  if (rows.length === 0)
    return <p class="sm dim">{say('Your copy has no commentary, so none would change.')}</p>;
  return (
    <section aria-label={say('Commentary')}>
      {some.length > 0 && (
        <>
          <TickAll
            title={say('Commentary')}
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
          {counted(
            same,
            'One passage is the same as held.',
            '{count} passages are the same as held.',
          )}
        </p>
      )}
    </section>
  );
}

function stateWords({ held, effect }: PassageRow): string {
  if (effect === 'replaces') return say('takes the place of your earlier copy');
  return held ? say('stands beside our own summary') : say('new');
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
          <span class="src" {...english()}>
            {passage.heading}
          </span>
          <span class="sm dim meta">
            {say(KINDS[passage.kind])} · {stateWords(row)}
          </span>
        </span>
      </label>
      <div class="under sm">
        <details class="tight">
          <summary>{held ? say('Both texts') : say('Its text')}</summary>
          <div class={held ? 'beside' : ''}>
            {held && <Text title={say('Held')} passage={held} />}
            <Text title={say('In your copy')} passage={passage} />
          </div>
        </details>
        {discusses.length > 0 && (
          <p class="dim">
            <Sentence
              words="Discusses <en>{titles}</en>"
              values={{ titles: discusses.join(' · ') }}
              parts={{
                en: (titles) => (
                  <span class="src" {...english()}>
                    {titles}
                  </span>
                ),
              }}
            />
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
        <p key={paragraph} {...english()}>
          {paragraph}
        </p>
      ))}
    </div>
  );
}
