// The popup for a page that is being read or has been: topics with counts, or why nothing is marked.
import { counted, say } from '../../lib/words/words';
import { Emblems } from '../shared/Emblem';
import { english } from '../shared/english';
import { NothingMarked } from '../shared/NothingMarked';
import { drawParts, Sentence } from '../shared/Sentence';
import { Said, siteName } from './Said';
import {
  mentions,
  type NamedBearing,
  type PopupActions,
  type PopupState,
  type Topic,
} from './state';

interface ReadProps {
  state: Extract<PopupState, { is: 'read' }>;
  actions: PopupActions;
  busy: boolean;
}

export function Read({ state, actions, busy }: ReadProps) {
  const { page, host, bearing } = state;
  const site = [siteName(host), ...(page.kind === 'page' ? [] : [say(page.kind)])].join(' · ');
  if (page.state === 'reading') return <Reading state={state} site={site} actions={actions} />;
  if (page.topics.length === 0) {
    return (
      <Nothing
        state={state}
        site={[siteName(host), page.title].filter(Boolean).join(' · ')}
        actions={actions}
        busy={busy}
      />
    );
  }
  return (
    <Said title={topicsAndMentions(page.topics)} site={site}>
      {page.anyway && <p class="sm dim">{say('Marked because you asked; only for this page.')}</p>}
      {page.leftOut && <p class="sm dim">{page.leftOut}</p>}
      <Maps bearing={bearing} topics={page.topics} actions={actions} />
      <TopicList topics={page.topics} actions={actions} />
      <PanelButton actions={actions} main />
    </Said>
  );
}

/** Every mention in its sentence, beside the page that the popup covers. */
function PanelButton({ actions, main = false }: { actions: PopupActions; main?: boolean }) {
  return (
    <p class="btns">
      <button type="button" class={main ? 'btn pri' : 'btn'} onClick={actions.openPanel}>
        {say('Open side panel')}
      </button>
    </p>
  );
}

function Reading({
  state,
  site,
  actions,
}: {
  state: ReadProps['state'];
  site: string;
  actions: PopupActions;
}) {
  const { page } = state;
  const percent = Math.floor(page.progress * 100);
  return (
    <Said title={say('Reading this page')} site={site}>
      <p role="status" class="num">
        {say('{percent} % read. {found} so far.', {
          percent,
          found: topicsAndMentions(page.topics),
        })}
      </p>
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
      <TopicList topics={page.topics} actions={actions} />
      <PanelButton actions={actions} />
    </Said>
  );
}

function Nothing({ state, site, actions, busy }: ReadProps & { site: string }) {
  return (
    <Said title={say('Nothing marked')} site={site}>
      <NothingMarked page={state.page} markAnyway={actions.markAnyway} busy={busy} />
    </Said>
  );
}

interface MapsProps {
  bearing: NamedBearing;
  topics: readonly Topic[];
  actions: PopupActions;
}

function Maps({ bearing, topics, actions }: MapsProps) {
  const { lit, main, mainName } = bearing;
  if (!main) return null;
  const ids = topics.map((topic) => topic.id);
  return (
    <div class="maps">
      <Emblems lit={lit} main={main} />
      <p class="sm dim">
        <Sentence
          words="Most bear on <cell>{cell}</cell>"
          values={{ cell: mainName }}
          parts={{
            cell: (name) => (
              <button
                type="button"
                class="inline"
                onClick={() => actions.openMatrix(main, ids)}
                {...english()}
              >
                {name}
              </button>
            ),
          }}
        />
      </p>
    </div>
  );
}

function TopicList({ topics, actions }: { topics: readonly Topic[]; actions: PopupActions }) {
  if (topics.length === 0) return null;
  const ids = topics.map((topic) => topic.id);
  return (
    <ul class="top">
      {topics.map((topic) => (
        <li key={topic.id}>
          <button
            type="button"
            class="inline"
            onClick={() => actions.openMatrix(`topic/${topic.id}`, ids)}
            {...english()}
          >
            {topic.label}
          </button>
          {topic.excluded > 0 && (
            <span class="tag">
              {counted(topic.excluded, '{count} ruled out', '{count} ruled out')}
            </span>
          )}
          <span class="num end">
            {drawParts(
              counted(mentions(topic), '{count}<w> mention</w>', '{count}<w> mentions</w>'),
              {
                w: (words) => <span class="vh">{words}</span>,
              },
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function topicsAndMentions(topics: readonly Topic[]): string {
  const n = topics.reduce((sum, topic) => sum + mentions(topic), 0);
  return [
    counted(topics.length, '{count} topic', '{count} topics'),
    counted(n, '{count} mention', '{count} mentions'),
  ].join(', ');
}
