// The line below an open file: how far it has been read, what was found, and why nothing was.
import type { PageSummary } from '../../lib/messages/map';
import type { ViewState } from '../../lib/reader/model';
import { counted, say } from '../../lib/words/words';
import type { ReaderActions, ReaderState } from './state';

export function Status({ state, actions }: { state: ReaderState; actions: ReaderActions }) {
  const { view, marks, found, printing, trouble } = state;
  if (!view) return null;
  if (printing)
    return (
      <Bar share={printing.done / printing.of}>
        {say('Preparing page {done} of {of} for printing', printing)}
      </Bar>
    );
  const coming = view.pages > 0 && view.read < view.pages;
  const reading = coming || (marks?.state ?? 'reading') === 'reading';
  return (
    <>
      {view.notes.length > 0 && !view.isPicture && (
        <p class="note sm" role="status">
          {view.notes.join(' ')}
        </p>
      )}
      <div class="stat sm">
        {coming ? (
          <Reading view={view} />
        ) : (
          view.pages > 0 && (
            <span class="num dim">
              {counted(view.pages, '{count} page read', '{count} pages read')}
            </span>
          )
        )}
        <span class="num" role="status">
          {trouble === null
            ? summary(marks, reading, found)
            : say(
                'Nothing is marked: the evidence could not be opened ({why}). The file itself can be read.',
                {
                  why: trouble,
                },
              )}
        </span>
        {marks && !reading && <MarkAnyway marks={marks} actions={actions} />}
        {found.marks > 0 && (
          <span class="grp end">
            <button type="button" class="act" onClick={() => actions.nextMark(true)}>
              {say('‹ Previous mark')}
            </button>
            <button type="button" class="act" onClick={() => actions.nextMark(false)}>
              {say('Next mark ›')}
            </button>
            <button type="button" class="act" onClick={actions.openPanel}>
              {say('All marks')}
            </button>
          </span>
        )}
        <span class={found.marks > 0 ? 'faint kept' : 'faint kept end'}>
          {say('Kept on this computer')}
        </span>
      </div>
    </>
  );
}

function Bar({ share, children }: { share: number; children: string }) {
  return (
    <div class="stat sm">
      <span class="num" role="status">
        {children}
      </span>
      <div class="bar" aria-hidden="true">
        <i style={{ width: `${Math.round(share * 100)}%` }} />
      </div>
    </div>
  );
}

function Reading({ view }: { view: ViewState }) {
  const { read, pages } = view;
  return (
    <>
      <span class="num dim">{say('{read} of {pages} pages read', { read, pages })}</span>
      <div
        class="bar"
        role="progressbar"
        aria-label={say('Pages read')}
        aria-valuemin={0}
        aria-valuemax={pages}
        aria-valuenow={read}
      >
        <i style={{ width: `${Math.round((read / pages) * 100)}%` }} />
      </div>
    </>
  );
}

function MarkAnyway({ marks, actions }: { marks: PageSummary; actions: ReaderActions }) {
  const { relevance, anyway, state } = marks;
  if (state !== 'done' || anyway || !relevance || relevance.pass) return null;
  return (
    <button
      type="button"
      class="act"
      title={relevance.reasons.join('. ')}
      onClick={actions.markAnyway}
    >
      {say('Mark anyway')}
    </button>
  );
}

function summary(marks: PageSummary | null, reading: boolean, found: ReaderState['found']): string {
  if (!marks) return say('Looking for treatment topics…');
  if (found.marks > 0) {
    const mentions = counted(found.marks, '{count} mark', '{count} marks');
    const topics = counted(found.topics, '{count} topic', '{count} topics');
    return reading
      ? say('{mentions} of {topics} so far', { mentions, topics })
      : say('{mentions} of {topics}', { mentions, topics });
  }
  if (marks.state === 'off') return say('Marking is turned off.');
  if (reading || marks.state !== 'done') return say('Looking for treatment topics…');
  return marks.relevance?.pass || marks.anyway
    ? say('No treatment topic is named in this file.')
    : say('Nothing is marked: this does not look like a file about drug or alcohol treatment.');
}
