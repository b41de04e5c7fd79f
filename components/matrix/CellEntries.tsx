// The entries of a cell, put together by kind, year or topic, each with the passages that discuss it.
import type { Entry, Passage } from '../../lib/evidence/model';
import type { CellView } from '../../lib/evidence/views';
import { phrase, say } from '../../lib/words/words';
import { EntryLine } from '../shared/Entry';
import { english } from '../shared/english';
import type { Context } from './context';
import { withoutCopies } from './copies';
import { FromWhere } from './FromWhere';
import { ALL_KINDS, KIND_MEANS, MANY_WORDS } from './kinds';
import { ARRANGEMENTS, type Arrangement } from './route';

interface CellEntriesProps {
  context: Context;
  view: CellView;
  /** Null for the documents that have no line of their own. */
  by: Arrangement | null;
}

const BY: Readonly<Record<Arrangement, string>> = {
  kind: phrase('By kind'),
  year: phrase('By year'),
  topic: phrase('By topic'),
};

interface Group {
  readonly title: string;
  /** The title is the name of a topic. */
  readonly isTopic?: boolean;
  readonly note: string;
  readonly entries: readonly Entry[];
}

export function CellEntries({ context, view, by }: CellEntriesProps) {
  const { cell, entries, passages } = view;
  if (by === null)
    return (
      <>
        <h2>{say('Also named in this cell')}</h2>
        <p class="sm dim">{say('Documents inside the lines above or in the commentary.')}</p>
        <Lines context={context} entries={entries} passages={passages} />
      </>
    );
  return (
    <>
      <div class="row arrange">
        <h2 id="entries">{say('Entries')}</h2>
        <nav class="seg" aria-label={say('Entries by')}>
          {ARRANGEMENTS.map((one) => (
            <a
              key={one}
              href={context.href(cell.id, one === 'kind' ? {} : { by: one })}
              aria-current={one === by ? 'true' : undefined}
            >
              {say(BY[one])}
            </a>
          ))}
        </nav>
      </div>
      {cell.completeness === 'part' && (
        <p class="sm dim">
          {say('Only part of this cell’s list is held; the page at Findings has the rest.')}
        </p>
      )}
      {groupsOf(context, entries, by).map(({ title, isTopic, note, entries: some }) => (
        <section key={title}>
          <h3 class="kindhead">
            <span {...(isTopic ? english() : {})}>{title}</span>{' '}
            <span class="dim num">{some.length}</span>
            {note && <span class="sm dim note"> {note}</span>}
          </h3>
          {some.length > 0 && <Lines context={context} entries={some} passages={passages} />}
        </section>
      ))}
    </>
  );
}

function groupsOf(context: Context, entries: readonly Entry[], by: Arrangement): Group[] {
  if (by === 'kind')
    return ALL_KINDS.map((kind) => ({
      title: say(MANY_WORDS[kind]),
      note: kind === 'unknown' ? '' : say(KIND_MEANS[kind]),
      entries: entries.filter((entry) => (entry.kind ?? 'unknown') === kind),
    })).filter((group, i) => group.entries.length > 0 || i < ALL_KINDS.length - 1);
  if (by === 'year') {
    const years = [...new Set(entries.map(({ year }) => year))];
    // Newest first; a year that is not known comes last.
    years.sort((a, b) => (b ?? 0) - (a ?? 0));
    return years.map((year) => ({
      title: year === null ? say('Year not known') : String(year),
      note: '',
      entries: entries.filter((entry) => entry.year === year),
    }));
  }
  const topics = context.frame.topics.filter(({ id }) =>
    entries.some((entry) => entry.topics.includes(id)),
  );
  const without = entries.filter((entry) => entry.topics.length === 0);
  return [
    ...topics.map(({ id, label }) => ({
      title: label,
      isTopic: true,
      note: '',
      entries: entries.filter((entry) => entry.topics.includes(id)),
    })),
    ...(without.length > 0
      ? [{ title: say('None of our topics'), note: '', entries: without }]
      : []),
  ];
}

interface LinesProps {
  context: Context;
  entries: readonly Entry[];
  passages: readonly Passage[];
}

function Lines({ context, entries, passages }: LinesProps) {
  return (
    <ul class="entries">
      {entries.map((entry) => (
        <EntryLine key={entry.id} entry={entry} href={context.href(entry.id)}>
          <FromWhere context={context} row={entry} />
          <Discussed context={context} entry={entry} passages={passages} />
        </EntryLine>
      ))}
    </ul>
  );
}

/** Leads to the passages that discuss an entry, where these are shown highlighted. */
function Discussed(props: { context: Context; entry: Entry; passages: readonly Passage[] }) {
  const { context, entry } = props;
  const passages = withoutCopies(
    props.passages.filter((passage) => passage.entries.includes(entry.id)),
  );
  if (passages.length === 0) return null;
  return (
    <p class="sm discussed">
      {say('Discussed here:')}{' '}
      {passages.map((passage, i) => (
        <span key={passage.id}>
          {i > 0 && ' · '}
          <a href={context.href(passage.id, { entry: entry.id })} {...english()}>
            {passage.heading}
          </a>
        </span>
      ))}
    </p>
  );
}
