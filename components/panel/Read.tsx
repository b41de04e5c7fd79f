// The panel for a page that is being read or has been: its topics with their mentions, or why nothing is marked.
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { counted, say } from '../../lib/words/words';
import { siteName } from '../popup/Said';
import { marked, mentions } from '../popup/state';
import { NothingMarked } from '../shared/NothingMarked';
import { missingFrom } from './filter';
import { Missing } from './Missing';
import { Said } from './Notice';
import { Steps } from './Steps';
import { type Here, type Known, NO_FILTER, type PanelActions, type ReadState } from './state';
import { FurtherOf, Topics } from './Topics';

interface ReadProps {
  state: ReadState;
  actions: PanelActions;
  busy: boolean;
  known: Known;
  report: number;
  here: Here | null;
  /** What came of the last step or click, where it has to be said. */
  said: string | null;
  onGo(id: string): void;
  onStep(backwards: boolean): void;
}

export function Read(props: ReadProps) {
  const { state, actions, here } = props;
  const [shows, setShows] = useState('topics');
  const [filter, setFilter] = useState(NO_FILTER);
  const page = useMemo(() => marked(state.page, state.tiers), [state.page, state.tiers]);
  const reading = page.state === 'reading';
  if (page.topics.length === 0 && !reading) return <Nothing {...props} />;
  const { main, missing } = missingFrom(state.page.topics, state.heads, state.role);
  const n = page.topics.reduce((sum, topic) => sum + mentions(topic), 0);
  // One view after the other: what else belongs to a document (notes, decisions) joins here.
  const views: { id: string; title: string; figure?: number; show(): ComponentChildren }[] = [
    {
      id: 'topics',
      title: say('Topics'),
      show: () => <Topics {...props} page={page} filter={filter} onFilter={setFilter} />,
    },
    {
      id: 'missing',
      title: say('Missing'),
      figure: missing.length,
      show: () => (
        <Missing main={main} missing={missing} role={state.role} onRole={actions.setRole} />
      ),
    },
  ];
  const view = views.find(({ id }) => id === shows) ?? views[0];
  return (
    <>
      <header>
        <h1>{reading ? say('Reading this page') : topicsAndMentions(page.topics.length, n)}</h1>
        <p class="sm dim about">{aboutOf(state)}</p>
        {page.anyway && (
          <p class="sm dim">{say('Marked because you asked; only for this page.')}</p>
        )}
        {page.leftOut && <p class="sm dim">{page.leftOut}</p>}
        {!reading && (
          <fieldset class="seg views">
            <legend class="vh">{say('What to show')}</legend>
            {views.map(({ id, title, figure }) => (
              <button
                key={id}
                type="button"
                aria-pressed={view?.id === id}
                onClick={() => setShows(id)}
              >
                {title}
                {figure !== undefined && <span class="num"> {figure}</span>}
              </button>
            ))}
          </fieldset>
        )}
      </header>
      {reading ? (
        <>
          <Progress share={page.progress} />
          <Topics {...props} page={page} filter={NO_FILTER} onFilter={null} />
        </>
      ) : (
        view?.show()
      )}
      {n > 0 && <Steps here={here} total={n} said={props.said} onStep={props.onStep} />}
    </>
  );
}

export function topicsAndMentions(topics: number, n: number): string {
  return [
    counted(topics, '{count} topic', '{count} topics'),
    counted(n, '{count} mention', '{count} mentions'),
  ].join(', ');
}

/** "Tender notice · Adult drug and alcohol service". */
function aboutOf({ page, host }: ReadState): string {
  const kind = page.kind === 'page' ? '' : say(page.kind);
  return [kind.charAt(0).toUpperCase() + kind.slice(1), page.title || siteName(host)]
    .filter(Boolean)
    .join(' · ');
}

function Progress({ share }: { share: number }) {
  const percent = Math.floor(share * 100);
  return (
    <div class="sec">
      <p class="num">{say('{percent} % read', { percent })}</p>
      <div
        class="bar"
        role="progressbar"
        aria-label={say('Share of the page read')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <p class="sm dim">{say('The part in view comes first. You can go on reading.')}</p>
    </div>
  );
}

function Nothing({ state, actions, busy }: ReadProps) {
  return (
    <>
      <Said title={say('Nothing marked')} about={state.page.title || siteName(state.host)}>
        <NothingMarked page={state.page} markAnyway={actions.markAnyway} busy={busy} />
      </Said>
      <FurtherOf state={state} actions={actions} busy={busy} />
      <p class="sec sm">
        <button type="button" class="inline" onClick={() => actions.openMatrix('search')}>
          {say('Search the matrix')}
        </button>
      </p>
    </>
  );
}
