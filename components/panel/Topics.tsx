// The list of topics: the grid and the choices above it, those that the page takes up, and apart from them those that it only rules out.
import type { PageSummary } from '../../lib/messages/map';
import { say } from '../../lib/words/words';
import { Filters } from './Filters';
import { Further } from './Further';
import { mentionsByCell, topicsLeft } from './filter';
import { Grids } from './Grids';
import type { Filter, Here, Known, PanelActions, ReadState, Topic } from './state';
import { TopicRow } from './TopicRow';

interface TopicsProps {
  state: ReadState;
  /** With its marked topics only. */
  page: PageSummary;
  actions: PanelActions;
  busy: boolean;
  known: Known;
  report: number;
  filter: Filter;
  /** Null while the page is being read: what is found so far is not worth sorting out. */
  onFilter: ((filter: Filter) => void) | null;
  here: Here | null;
  onGo(id: string): void;
}

export function Topics(props: TopicsProps) {
  const { state, page, filter, onFilter, known } = props;
  const left = topicsLeft(page.topics, filter, state.heads, known);
  const only = left.filter((topic) => topic.asserted + topic.other === 0);
  const taken = left.filter((topic) => topic.asserted + topic.other > 0);
  return (
    <>
      {onFilter && (
        <>
          <Grids
            map={state.map}
            mentions={mentionsByCell(page.topics, state.heads)}
            chosen={filter.cell}
            onChoose={(cell) => onFilter({ ...filter, cell })}
          />
          <Filters
            filter={filter}
            map={state.map}
            left={left.length}
            all={page.topics.length}
            onFilter={onFilter}
          />
        </>
      )}
      {left.length === 0 && page.topics.length > 0 && (
        <p class="sec dim">
          {say('No topic is left by these choices. “Clear” shows all of them again.')}
        </p>
      )}
      <List topics={taken} name={say('Topics on this page')} {...props} />
      {only.length > 0 && (
        <>
          <p class="sec sm apart">{say('Only ruled out')}</p>
          <List topics={only} name={say('Topics that this page only rules out')} {...props} />
        </>
      )}
      {onFilter && <FurtherOf {...props} />}
    </>
  );
}

interface ListProps extends TopicsProps {
  topics: readonly Topic[];
  name: string;
}

function List({ topics, name, state, known, ...props }: ListProps) {
  if (topics.length === 0) return null;
  return (
    <ul aria-label={name}>
      {topics.map((topic) => (
        <li key={topic.id}>
          <TopicRow
            topic={topic}
            document={state.document}
            evidence={known.get(topic.id)}
            filter={props.filter}
            report={props.report}
            soFar={props.page.state === 'reading'}
            here={props.here}
            onGo={props.onGo}
          />
        </li>
      ))}
    </ul>
  );
}

export function FurtherOf({
  state,
  actions,
  busy,
}: Pick<TopicsProps, 'state' | 'actions' | 'busy'>) {
  return (
    <Further
      topics={state.page.topics.filter(({ tier }) => tier === 2)}
      on={state.tiers.includes(2)}
      busy={busy}
      onTurn={actions.setFurther}
    />
  );
}
