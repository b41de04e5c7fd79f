// The entries before and after one in its cell's list.
import type { EntryView } from '../../lib/evidence/views';
import { say } from '../../lib/words/words';
import type { Context } from './context';

export function Neighbours({ context, view }: { context: Context; view: EntryView }) {
  const { previous, next, position } = view;
  if (!position) return null;
  return (
    <p class="sm neighbours">
      {previous && (
        <a rel="prev" href={context.href(previous.id)} title={previous.title}>
          {say('‹ Entry {number}', { number: position.at - 1 })}
        </a>
      )}
      <span class="dim num">{say('{at} of {of}', { at: position.at, of: position.of })}</span>
      {next && (
        <a rel="next" href={context.href(next.id)} title={next.title}>
          {say('Entry {number} ›', { number: position.at + 1 })}
        </a>
      )}
    </p>
  );
}
