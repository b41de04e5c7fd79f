// The whole map of one matrix: every cell with what is held of it, lit where the reader's page bears on it.
import { Fragment } from 'preact';
import { KIND_WORDS, type Kind, type MatrixId } from '../../lib/evidence/model';
import type { CellCounts, MapView as MapData } from '../../lib/evidence/views';
import { count, longDate } from '../shared/words';
import type { Context } from './context';
import { cellsOf } from './load';

const LEVELS = ['A', 'B', 'C', 'D', 'E'] as const;
const KINDS: readonly Kind[] = ['seminal', 'key', 'review', 'guidance'];

export function MapView({ context, matrix }: { context: Context; matrix: MatrixId }) {
  const { map, topics } = context.frame;
  const about = map.matrices.find((one) => one.id === matrix);
  const lit = cellsOf(context.from, topics);
  const litHere = lit.filter((id) => id.startsWith(`${matrix}/`));
  if (!about) return null;
  return (
    <main class="whole">
      <h1 class="vh" tabIndex={-1}>
        {about.title}
      </h1>
      <p class="sm dim intro">
        <span>
          For commissioners the matrix suggests starting in column E.{' '}
          {lit.length > 0 && (
            <>
              Lit: {count(litHere.length, 'cell', 'cells')} that{' '}
              {litHere.length === 1 ? 'bears' : 'bear'} on the page you came from.{' '}
              <a href={`#/${matrix}`}>Show all alike</a>
            </>
          )}
        </span>
        <span class="end">Evidence of {longDate(map.revised)}</span>
      </p>
      <table class="map">
        <thead>
          <tr>
            <td />
            {LEVELS.map((level, i) => (
              <th key={level} scope="col">
                <b>{level}</b>{' '}
                <span class="w">
                  <Breakable words={about.levels[i]?.title ?? ''} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {about.types.map((type, i) => (
            <tr key={type.code}>
              <th scope="row">
                <b>{type.code}</b> <span class="w">{type.title}</span>
              </th>
              {LEVELS.map((level) => (
                <MapCell
                  key={level}
                  context={context}
                  id={`${matrix}/${level}${i + 1}`}
                  map={map}
                  lit={lit}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="keyline" aria-hidden="true">
        {LEVELS.map((level, i) => (
          <li key={level}>
            <b>{level}</b> {about.levels[i]?.title}
          </li>
        ))}
        {about.types.map((type) => (
          <li key={type.code}>
            <b>{type.code}</b> {type.title}
          </li>
        ))}
      </ul>
      <h2>Topics</h2>
      <ul class="index">
        {[...topics]
          .sort((a, b) => a.label.localeCompare(b.label, 'en'))
          .map((topic) => (
            <li key={topic.id}>
              <a href={context.href(`topic/${topic.id}`)}>{topic.label}</a>
            </li>
          ))}
      </ul>
    </main>
  );
}

/** A heading that may go on in the next line after a slash: columns are narrow. */
function Breakable({ words }: { words: string }) {
  return words.split('/').map((part, i) => (
    <Fragment key={part}>
      {i > 0 && (
        <>
          /<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}

interface MapCellProps {
  context: Context;
  id: string;
  map: MapData;
  lit: readonly string[];
}

function MapCell({ context, id, map, lit }: MapCellProps) {
  const held = map.cells.find(({ cell }) => cell.id === id);
  const code = id.slice(-2);
  if (!held) return <td class="none">{code}</td>;
  const { cell, counts } = held;
  return (
    <td class={lit.includes(id) ? 'lit' : ''}>
      <a href={context.href(id)}>
        <span class="n">
          <b>{code}</b>{' '}
          {counts.total > 0 ? (
            <>
              <span class="num">{counts.total}</span>
              <span class="w"> {counts.total === 1 ? 'entry' : 'entries'}</span>
            </>
          ) : (
            <>
              <span class="w">No entries held yet</span>
              <span class="narrow">0</span>
            </>
          )}
          {lit.includes(id) && <span class="vh">, bears on your page</span>}
        </span>
        {cell.biteTitle && <em class="src">{cell.biteTitle}</em>}
        {counts.total > 0 && <small>{kindCounts(counts)}</small>}
      </a>
    </td>
  );
}

/** "5 key · 4 reviews · 6 guidance", kinds without an entry left out. */
export function kindCounts(counts: CellCounts): string {
  const known = KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
    const word = kind === 'review' && counts[kind] !== 1 ? 'reviews' : kind;
    return `${counts[kind]} ${word}`;
  });
  if (counts.unknown > 0) known.push(`${counts.unknown} kind not shown`);
  return known.join(' · ');
}

/** "5 key studies, 4 reviews, 6 guidance" in a sentence. */
export function kindSentence(counts: CellCounts): string {
  const many: Record<Kind, string> = {
    seminal: 'seminal studies',
    key: 'key studies',
    review: 'reviews',
    guidance: 'guidance',
  };
  return KINDS.filter((kind) => counts[kind] > 0)
    .map((kind) =>
      counts[kind] === 1 ? `1 ${KIND_WORDS[kind].toLowerCase()}` : `${counts[kind]} ${many[kind]}`,
    )
    .join(', ');
}
