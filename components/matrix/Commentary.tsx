// The commentary of a cell in place: every passage in our own words, the one that the reader was led to highlighted.
import { useEffect, useRef } from 'preact/hooks';
import type { CellView, HeldPassage } from '../../lib/evidence/views';
import { say } from '../../lib/words/words';
import { english } from '../shared/english';
import type { Context } from './context';
import { copyOf, withoutCopies } from './copies';
import { dayRead, FromWhere, fromWords } from './FromWhere';
import { TopicLinks } from './lists';
import type { At } from './load';
import { NoteLink } from './NoteLink';

interface CommentaryProps {
  context: Context;
  view: CellView;
  at: At | null;
}

export function Commentary({ context, view, at }: CommentaryProps) {
  const rows = [view.cell, ...view.entries, ...view.named];
  const read = rows.map(({ source }) => dayRead(source)).find((day) => day !== null) ?? null;
  const hasOthers = view.passages.some(({ from }) => from !== undefined);
  return (
    <>
      <h2 id="commentary" tabIndex={-1}>
        {say('Commentary')}
      </h2>
      <p class="sm dim">
        {hasOthers
          ? say(
              'The cell’s commentary, summarised in our own words; where a passage is from elsewhere, it says so and is in its own words.',
            )
          : say('The cell’s commentary, summarised in our own words.')}
      </p>
      {withoutCopies(view.passages).map((passage) => (
        <PassageIn
          key={passage.id}
          context={context}
          view={view}
          passage={passage}
          copy={copyOf(passage, view.passages)}
          read={read}
          at={at}
        />
      ))}
    </>
  );
}

interface PassageInProps {
  context: Context;
  view: CellView;
  passage: HeldPassage;
  /** What the reader's copy of the cell says under the same heading. */
  copy: HeldPassage | null;
  /** Day on which the reader's copy of the cell was read; null where none is held. */
  read: string | null;
  at: At | null;
}

function PassageIn({ context, view, passage, copy, read, ...props }: PassageInProps) {
  const where = props.at?.passage.id;
  const at = where === passage.id || (copy && where === copy.id) ? props.at : null;
  const entries = [...view.entries, ...view.named].filter(
    ({ id }) => passage.entries.includes(id) || copy?.entries.includes(id),
  );
  const topics = context.frame.topics.filter(({ id }) => passage.topics.includes(id));
  const heading = useRef<HTMLHeadingElement>(null);
  const from = at?.entry?.id;
  const isAt = at !== null;
  useEffect(() => {
    if (!isAt) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'center' });
  }, [isAt, from]);
  return (
    <section class={at ? 'passage hit' : 'passage'}>
      {at?.entry && (
        <p class="sm backto">
          <a href={context.href(at.entry.id)}>
            <span aria-hidden="true">‹ </span>
            {say('Back to “{title}”', { title: at.entry.title })}
          </a>
        </p>
      )}
      <h3 class="src" tabIndex={-1} ref={heading} {...english()}>
        {passage.heading}
      </h3>
      <FromWhere context={context} row={passage} read={read} />
      {passage.paragraphs.map((paragraph) => (
        <p key={paragraph} {...english()}>
          {paragraph}
        </p>
      ))}
      {passage.more.length > 0 && (
        <details open={isAt}>
          <summary>
            {say('More on this')}
            <span class="vh">: {passage.heading}</span>
          </summary>
          {passage.more.map((paragraph) => (
            <p key={paragraph} {...english()}>
              {paragraph}
            </p>
          ))}
        </details>
      )}
      {copy && (
        <details open={where === copy.id}>
          <summary>
            {fromWords(context, copy, read)}
            <span class="vh"> {passage.heading}</span>
          </summary>
          {[...copy.paragraphs, ...copy.more].map((paragraph) => (
            <p key={paragraph} {...english()}>
              {paragraph}
            </p>
          ))}
        </details>
      )}
      {entries.length > 0 && (
        <div class="sm discusses">
          <span class="dim">{say('Discusses')}</span>{' '}
          {entries.map((entry, i) => (
            <span key={entry.id}>
              {i > 0 && ' · '}
              <NoteLink entry={entry} href={context.href(entry.id)} current={entry.id === from} />
            </span>
          ))}
        </div>
      )}
      {topics.length > 0 && <TopicLinks context={context} topics={topics} />}
    </section>
  );
}
