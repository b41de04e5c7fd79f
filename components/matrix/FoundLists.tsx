// What was found, by sort, with the words that met the query marked.
import type { SearchRows } from '../../lib/evidence/search/model';
import type { HeldEntry } from '../../lib/evidence/views';
import { say } from '../../lib/words/words';
import { EntryMeta } from '../shared/Entry';
import { english } from '../shared/english';
import { cellNameIn, cellPlace } from '../shared/words';
import type { Context } from './context';
import { FromWhere } from './FromWhere';
import { Extract, Marked, type Matched } from './Marked';

interface FoundListsProps {
  context: Context;
  answer: SearchRows;
  /** The query that the answer answers. */
  text: string;
}

export function FoundLists({ context, answer, text }: FoundListsProps) {
  const { found, entries, passages, guidance } = answer;
  const { map, topics } = context.frame;
  const by: Matched = { query: text, words: found.matched };
  const label = (id: string) => topics.find((topic) => topic.id === id)?.label;
  return (
    <>
      <Group title={say('Topics')} shown={found.groups.topic.ids.length > 0}>
        {found.groups.topic.ids.map((id) => (
          <li key={id}>
            <a data-hit href={context.href(`topic/${id}`)} {...english()}>
              <Marked text={label(id) ?? id} by={by} />
            </a>
          </li>
        ))}
      </Group>
      <Group title={say('Entries')} shown={entries.length > 0} plain>
        {found.topics.length > 0 && (
          <li class="sm dim">
            {say('With those that bear on {topics}, whether or not they use your words.', {
              topics: anyOf(found.topics.flatMap((id) => label(id) || [])),
            })}
          </li>
        )}
        {entries.map((entry) => (
          <FoundEntry key={entry.id} context={context} entry={entry} by={by} />
        ))}
      </Group>
      <Group title={say('Passages')} shown={passages.length > 0}>
        {passages.map(({ id, cell, heading, paragraphs, more, ...row }) => (
          <li key={id}>
            <a data-hit class="title src" href={context.href(id)} {...english()}>
              <Marked text={heading} by={by} />
            </a>
            <p class="meta" {...english()}>
              {cellNameIn(map, cell)}
            </p>
            <Extract texts={[...paragraphs, ...more]} by={by} />
            <FromWhere context={context} row={row} />
          </li>
        ))}
      </Group>
      <Group title={say('Newer guidance')} shown={guidance.length > 0}>
        {guidance.map(({ id, url, title, year, nation, publisher, topics: about, ...row }) => (
          <li key={id}>
            {url ? (
              <a data-hit class="title src" href={url} {...english()}>
                <Marked text={title} by={by} />
              </a>
            ) : (
              <span class="title src plain" {...english()}>
                <Marked text={title} by={by} />
              </span>
            )}
            <p class="meta">
              {[year ?? say('year not known'), nation, publisher].join(' · ')}
              {about.map((topic) => label(topic) && ` · ${label(topic)}`)}
            </p>
            <FromWhere context={context} row={row} />
          </li>
        ))}
      </Group>
      <Group title={say('Cells')} shown={found.groups.cell.ids.length > 0}>
        {found.groups.cell.ids.map((id) => (
          <li key={id}>
            <a data-hit href={context.href(id)} {...english()}>
              <Marked text={cellNameIn(map, id)} by={by} />
            </a>{' '}
            <span class="sm dim">
              {say(id.startsWith('drug') ? 'Drug matrix' : 'Alcohol matrix')}
            </span>
          </li>
        ))}
      </Group>
    </>
  );
}

/** "a or b or c". */
const anyOf = (names: readonly string[]): string =>
  names.reduce((before, name) => (before ? say('{a} or {b}', { a: before, b: name }) : name), '');

interface GroupProps {
  title: string;
  shown: boolean;
  plain?: boolean;
  children: preact.ComponentChildren;
}

function Group({ title, shown, plain = false, children }: GroupProps) {
  if (!shown) return null;
  return (
    <section class="found">
      <h2>{title}</h2>
      <ul class={plain ? 'entries' : 'aside'}>{children}</ul>
    </section>
  );
}

function FoundEntry({ context, entry, by }: { context: Context; entry: HeldEntry; by: Matched }) {
  const { title, citation, summary, caution, findings } = entry;
  const original = citation && citation.title !== title ? citation.title : '';
  const more = findings.map(({ outcome, detail }) => (detail ? `${outcome}: ${detail}` : outcome));
  return (
    <li class="entry">
      <EntryMeta entry={entry} also={entry.cells.map(cellPlace).join(', ')} />
      <a data-hit class="title src" href={context.href(entry.id)} {...english()}>
        <Marked text={title} by={by} />
      </a>
      <Extract texts={[summary ?? '', original, caution ?? '', ...more]} by={by} unless={title} />
      <FromWhere context={context} row={entry} />
    </li>
  );
}
