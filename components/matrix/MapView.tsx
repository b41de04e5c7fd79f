// The whole map of one matrix: every cell with what is held of it, lit where the reader's page bears on it.
import { Fragment } from 'preact';
import type { MatrixId } from '../../lib/evidence/model';
import { counted, say } from '../../lib/words/words';
import { english } from '../shared/english';
import { drawParts } from '../shared/Sentence';
import { longDate } from '../shared/words';
import type { Context } from './context';
import { fromWords } from './FromWhere';
import { ALL_KINDS, MANY_WORDS } from './kinds';
import { cellsOf } from './load';
import { LEVELS, MapCell } from './MapCell';
import { isForRole, ROLE_SAYS } from './role';
import { searchHref } from './route';

export function MapView({ context, matrix }: { context: Context; matrix: MatrixId }) {
  const { map, topics } = context.frame;
  const about = map.matrices.find((one) => one.id === matrix);
  const lit = cellsOf(context.from.topics, topics);
  if (!about) return null;
  return (
    <main class="whole">
      <h1 class="vh" tabIndex={-1} {...english()}>
        {about.title}
      </h1>
      <Intro context={context} matrix={matrix} lit={lit} />
      <table class="map">
        <thead>
          <tr>
            <td />
            {LEVELS.map((level, i) => (
              <th key={level} scope="col" class={isForRole(context.role, level) ? '' : 'off'}>
                <b>{level}</b>{' '}
                <span class="w" {...english()}>
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
                <b>{type.code}</b>{' '}
                <span class="w" {...english()}>
                  {type.title}
                </span>
              </th>
              {LEVELS.map((level) => (
                <MapCell
                  key={level}
                  context={context}
                  id={`${matrix}/${level}${i + 1}`}
                  lit={lit}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="keyline" aria-hidden="true" {...english()}>
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
      <Totals context={context} />
      <h2>{say('Topics')}</h2>
      <ul class="index">
        {[...topics]
          .sort((a, b) => a.label.localeCompare(b.label, 'en'))
          .map((topic) => (
            <li key={topic.id}>
              <a href={context.href(`topic/${topic.id}`)} {...english()}>
                {topic.label}
              </a>
              {topic.from && <span class="sm dim"> {fromWords(context, topic)}</span>}
            </li>
          ))}
      </ul>
    </main>
  );
}

interface IntroProps {
  context: Context;
  matrix: MatrixId;
  lit: readonly string[];
}

/** What the role does, what is lit and why, and how old the evidence is. */
function Intro({ context, matrix, lit }: IntroProps) {
  const here = lit.filter((id) => id.startsWith(`${matrix}/`)).length;
  const { page } = context.from;
  return (
    <div class="sm dim intro">
      <p>{say(ROLE_SAYS[context.role])}</p>
      {lit.length > 0 && (
        <p>
          {page
            ? drawParts(
                counted(
                  here,
                  'Lit: {count} cell that bears on <page>{page}</page>.',
                  'Lit: {count} cells that bear on <page>{page}</page>.',
                  { page },
                ),
                { page: (title) => <b class="src">{title}</b> },
              )
            : counted(
                here,
                'Lit: {count} cell that bears on the page you came from.',
                'Lit: {count} cells that bear on the page you came from.',
              )}{' '}
          <a href={`#/${matrix}`}>{say('Show all alike')}</a>
        </p>
      )}
      <p class="end">
        {say('Evidence of {day}', { day: longDate(context.frame.map.revised) })} ·{' '}
        <a href="/settings.html#/evidence">{say('Evidence on this computer')}</a>
      </p>
    </div>
  );
}

/** Entries of each kind over both matrices; each leads to the list of them all. */
function Totals({ context }: { context: Context }) {
  const { cells } = context.frame.map;
  const total = (kind: (typeof ALL_KINDS)[number]) =>
    cells.reduce((sum, { counts }) => sum + counts[kind], 0);
  return (
    <>
      <h2>{say('Entries by kind, both matrices')}</h2>
      <ul class="totals">
        {ALL_KINDS.filter((kind) => total(kind) > 0).map((kind) => (
          <li key={kind}>
            <a href={searchHref({ text: '', kinds: [kind] }, context.from)}>
              {say(MANY_WORDS[kind])}
            </a>{' '}
            <span class="dim num">{total(kind)}</span>
          </li>
        ))}
      </ul>
      <p class="sm dim">
        {say(
          'Figures are lines held on this computer. A 0 means that none is held, not that there is none: of most cells only part of the list was seen.',
        )}
      </p>
    </>
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
