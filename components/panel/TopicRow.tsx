// One topic of the page: its counts, and unfolded, its mentions or its evidence.
import { useId, useState } from 'preact/hooks';
import type { TopicEvidence as Evidence } from '../../lib/evidence/views';
import type { DocumentInFront } from '../../lib/panel/model';
import { count } from '../shared/words';
import { mentionsLeft } from './filter';
import { Mentions } from './Mentions';
import type { Filter, Here, Topic } from './state';
import { TopicEvidence } from './TopicEvidence';

interface TopicRowProps {
  topic: Topic;
  document: DocumentInFront;
  /** Undefined until it is read. */
  evidence: Evidence | undefined;
  filter: Filter;
  report: number;
  /** The page is still being read: there may be more. */
  soFar: boolean;
  here: Here | null;
  onGo(id: string): void;
}

export function TopicRow(props: TopicRowProps) {
  const { topic, evidence, filter, soFar } = props;
  const [open, setOpen] = useState(false);
  const [shows, setShows] = useState<'mentions' | 'evidence'>('mentions');
  const id = useId();
  const n = mentionsLeft(topic, filter);
  const entries = evidence && (evidence.total ?? evidence.entries.length);
  const ruledOut = topic.excluded > 0 && filter.stances.includes('excluded');
  return (
    <>
      <h2>
        <button
          type="button"
          class="topic"
          data-stop
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <b>{topic.label}</b>
          {ruledOut && <span class="tag">{topic.excluded} ruled out</span>}
          {entries === 0 && <span class="tag">0 entries</span>}
          <span class="num">
            {n}
            <span class="vh"> {n === 1 ? 'mention' : 'mentions'}</span>
            {soFar && ' so far'}
          </span>
        </button>
      </h2>
      <div id={id} class="unfolded" hidden={!open}>
        {open && (
          <>
            <fieldset class="in shows">
              <legend class="vh">{topic.label}: what to show</legend>
              <span class="seg">
                <button
                  type="button"
                  aria-pressed={shows === 'mentions'}
                  onClick={() => setShows('mentions')}
                >
                  On this page
                </button>
                <button
                  type="button"
                  aria-pressed={shows === 'evidence'}
                  onClick={() => setShows('evidence')}
                >
                  {entries === undefined
                    ? 'Evidence'
                    : `Evidence: ${count(entries, 'entry', 'entries')}`}
                </button>
              </span>
            </fieldset>
            {shows === 'mentions' && (
              <Mentions
                document={props.document}
                topic={topic.id}
                stances={filter.stances}
                report={props.report}
                here={props.here}
                onGo={props.onGo}
              />
            )}
            {shows === 'evidence' &&
              (evidence ? (
                <TopicEvidence evidence={evidence} kinds={filter.kinds} />
              ) : (
                <p class="in sm dim">Reading the evidence on this computer…</p>
              ))}
          </>
        )}
      </div>
    </>
  );
}
